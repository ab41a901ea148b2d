"""A mix into plain words, the same on every platform, and into JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.presenters.library import printable
from bot.presenters.moods import affect_as_json, face_as_json, feeling, listed, present_face
from bot.presenters.song import describe_song, reading_as_json
from bot.presenters.timeline import timeline_as_json
from bot.presenters.words import SERVICE_NAMES
from core.domain.affect import Affect
from core.domain.intent import ALIKE_DISTANCE, Intent, IntentCause
from core.domain.mix import Mix, Reason, ReasonKind, Recommendation
from core.domain.opinions import disagreement
from core.domain.track import Opinion

_CAUSE_WORDS = {
    IntentCause.ALIKE: "your mood and your song feel alike, so the list stays there",
    IntentCause.BRIGHTER: "your song is brighter than your mood, so the list leads you there",
    IntentCause.MORE_ENERGETIC: (
        "your song has more energy than your mood, so the list leads you there"
    ),
    IntentCause.BRIGHTER_AND_MORE_ENERGETIC: (
        "your song is brighter and has more energy than your mood, so the list leads you there"
    ),
    IntentCause.DARKER_OR_CALMER: (
        "your song is darker or calmer than your mood, so the list stays where you are"
    ),
}

_INTENT_NAMES = {Intent.MODULATE: "Stay with this mood", Intent.ENHANCE: "Lift the mood"}

_TASTE_WORDS = {
    ReasonKind.ARTIST: "by {}, like your song",
    ReasonKind.GENRE: "{} like your song",
    ReasonKind.ERA: "from the {}, near your song's time",
    ReasonKind.LANGUAGE: "in the language of your song",
}

_LANGUAGE_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "la": "Latin",
    "nl": "Dutch",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "sw": "Swahili",
    "te": "Telugu",
    "tr": "Turkish",
    "vi": "Vietnamese",
    "xh": "Xhosa",
    "zh": "Chinese",
    "zu": "Zulu",
}

YOUR_FILE = "Your file: {}"
"""Stands where other tracks have their links."""

_WORTH_SAYING = 0.02
"""Parts of a score smaller than this are not named, unless it is the largest part."""

_RIGHT_THERE = 0.15
"""Closer to the target than this, a track lies right where the list is going."""


@dataclass(frozen=True, slots=True)
class TrackText:
    """One line of the list.

    links: (name of the service, address), best known first; file: the name of the person's own
    file, None where the track is not from their library.
    """

    position: int
    title: str
    artist: str
    links: tuple[tuple[str, str], ...]
    reason: str
    file: str | None = None

    @property
    def heading(self) -> str:
        """Artist and title in one line."""
        return f"{self.artist} – {self.title}" if self.artist else self.title


@dataclass(frozen=True, slots=True)
class MixText:
    """An answer in words: a sentence each for face, song and intent, then the tracks."""

    face: str
    song: str
    intent: str
    tracks: tuple[TrackText, ...]

    @property
    def explanation(self) -> str:
        """The three sentences as one paragraph."""
        return f"{self.face} {self.song} {self.intent}"


def present_mix(mix: Mix) -> MixText:
    """Put a mix into words."""
    face = present_face(mix.face)
    if mix.face.guesses:
        face += " This list follows a mix of all I see."
    return MixText(
        face=face,
        song=_song_sentence(mix),
        intent=_intent_sentence(mix),
        tracks=tuple(
            _present_track(position, recommendation, mix.target)
            for position, recommendation in enumerate(mix.recommendations, start=1)
        ),
    )


def mix_as_text(mix: Mix) -> str:
    """The answer for a terminal."""
    text = present_mix(mix)
    lines = [text.face, text.song, text.intent, ""]
    for track in text.tracks:
        lines += [f"{track.position}. {track.heading}", f"   {track.reason}."]
        lines += [f"   {service}: {url}" for service, url in track.links]
        lines += [f"   {YOUR_FILE.format(track.file)}"] if track.file else []
    return "\n".join(lines)


def mix_as_json(mix: Mix) -> dict[str, Any]:
    """The answer as plain JSON values, valence and arousal in [-1, 1], times in milliseconds."""
    text = present_mix(mix)
    return {
        "face": {
            **face_as_json(mix.face),
            "timeline": timeline_as_json(mix.face.timeline) if mix.face.timeline else None,
        },
        "seed": {
            "title": mix.seed.track.title,
            "artists": list(mix.seed.track.artists),
            **affect_as_json(mix.seed.affect),
            "sources": [source.value for source in mix.seed.sources],
            "identified_by": mix.seed.identified_by.value,
            "rated_by": mix.seed.rated_by.value,
            "opinions": [
                {"source": opinion.source.value, **affect_as_json(opinion.affect)}
                for opinion in mix.seed.opinions
            ],
            "heard": reading_as_json(mix.seed.heard) if mix.seed.heard else None,
        },
        "intent": mix.decision.intent.value,
        "target": affect_as_json(mix.target),
        "tracks": [
            {
                "title": recommendation.track.title,
                "artists": list(recommendation.track.artists),
                "links": {
                    service.value: url for service, url in recommendation.track.links.items()
                },
                "file": track.file,
                **affect_as_json(recommendation.rated.affect),
                "reason": track.reason,
            }
            for recommendation, track in zip(mix.recommendations, text.tracks, strict=True)
        ],
        "explanation": text.explanation,
        "timings_ms": {stage: round(value, 1) for stage, value in mix.timings_ms.items()},
    }


def _song_sentence(mix: Mix) -> str:
    track = mix.seed.track
    by = f" by {track.artist}" if track.artist else ""
    told = listed([source.value for source in mix.seed.sources], "and")
    sentence = f'"{track.title}"{by} feels {feeling(mix.seed.affect)} (says {told}).'
    heard = describe_song(mix.seed.heard) if mix.seed.heard else ""
    more = (_disagreement_sentence(mix.seed.opinions), heard)
    return " ".join((sentence, *(part for part in more if part)))


def _disagreement_sentence(opinions: Sequence[Opinion]) -> str:
    """Who says what where sources are far apart; "" where they roughly agree."""
    apart = disagreement(opinions)
    if apart is None:
        return ""
    one, other = apart
    return (
        f"{one.source} and {other.source} disagree: {one.source} hears it as "
        f"{feeling(one.affect)}, {other.source} as {feeling(other.affect)}, so I go between them."
    )


def _intent_sentence(mix: Mix) -> str:
    name = _INTENT_NAMES[mix.decision.intent]
    if mix.decision.cause is IntentCause.CHOSEN:
        return f"{name}: that is what you chose."
    return f"{name}: {_CAUSE_WORDS[mix.decision.cause]}."


def _present_track(position: int, recommendation: Recommendation, target: Affect) -> TrackText:
    track = recommendation.track
    return TrackText(
        position=position,
        title=track.title,
        artist=track.artist,
        links=tuple((SERVICE_NAMES[service], url) for service, url in track.links.items()),
        reason=_reason_sentence(recommendation, target),
        file=printable(track.file.path.name) if track.file else None,
    )


def _reason_sentence(recommendation: Recommendation, target: Affect) -> str:
    strongest, *others = recommendation.reasons
    named = [strongest, *(part for part in others if part.contribution >= _WORTH_SAYING)]
    sentence = ", ".join(
        _reason_words(reason, recommendation.rated.affect, target) for reason in named
    )
    return sentence[0].upper() + sentence[1:]


def _reason_words(reason: Reason, affect: Affect, target: Affect) -> str:
    if reason.kind is ReasonKind.MOOD:
        return f"{feeling(affect)}, {_nearness(affect.distance(target))}"
    if reason.kind is ReasonKind.LANGUAGE and reason.detail in _LANGUAGE_NAMES:
        return f"in {_LANGUAGE_NAMES[reason.detail]} as well"
    return _TASTE_WORDS[reason.kind].format(reason.detail)


def _nearness(distance: float) -> str:
    if distance <= _RIGHT_THERE:
        return "right where this list is going"
    if distance <= ALIKE_DISTANCE:
        return "close to where this list is going"
    return "the nearest I have to where this list is going"
