"""A mix into plain words, the same on every platform, and into JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.presenters.language import all_of, say
from bot.presenters.library import printable
from bot.presenters.moods import affect_as_json, face_as_json, feeling, feeling_of, present_face
from bot.presenters.reasons import explain_list, explain_track
from bot.presenters.song import describe_song, named, reading_as_json
from bot.presenters.timeline import timeline_as_json
from bot.presenters.words import SERVICE_NAMES
from core.domain.affect import Affect
from core.domain.mix import Mix, Ranker, Reason, Recommendation
from core.domain.opinions import disagreement
from core.domain.track import Opinion, SeedTrack, Source
from core.domain.wishes import Wishes


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
    """An answer in words: a sentence each for face, song and intent, then the tracks.

    song: empty where the mood alone decided.
    """

    face: str
    song: str
    intent: str
    tracks: tuple[TrackText, ...]

    @property
    def explanation(self) -> str:
        """The sentences as one paragraph."""
        return " ".join(self.paragraphs)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The sentences one by one."""
        return tuple(part for part in (self.face, self.song, self.intent) if part)


def present_mix(mix: Mix) -> MixText:
    """Put a mix into words."""
    face = present_face(mix.face)
    if mix.face.guesses:
        face = f"{face} {say('list-follows-all')}"
    end = mix.target if mix.ranker is Ranker.OURS else mix.face.affect
    return MixText(
        face=face,
        song=_song_sentence(mix.seed) if mix.seed else "",
        intent=explain_list(mix),
        tracks=tuple(
            _present_track(position, recommendation, end)
            for position, recommendation in enumerate(mix.recommendations, start=1)
        ),
    )


def mix_as_text(mix: Mix) -> str:
    """The answer for a terminal."""
    text = present_mix(mix)
    lines = [*text.paragraphs, ""]
    for track in text.tracks:
        lines += [f"{track.position}. {track.heading}", f"   {track.reason}."]
        lines += [f"   {service}: {url}" for service, url in track.links]
        lines += [f"   Your file: {track.file}"] if track.file else []
    return "\n".join(lines)


def mix_as_json(mix: Mix) -> dict[str, Any]:
    """The answer as plain JSON values, valence and arousal in [-1, 1], times in milliseconds.

    aim: what the track's place in the list was to be near; reasons: the parts of its score.
    """
    text = present_mix(mix)
    return {
        "face": {
            **face_as_json(mix.face),
            "timeline": timeline_as_json(mix.face.timeline) if mix.face.timeline else None,
        },
        "seed": _seed_as_json(mix.seed) if mix.seed else None,
        "intent": mix.decision.intent.value,
        "cause": mix.decision.cause.value,
        "doubts": {mood.value: intent.value for mood, intent in mix.decision.doubts},
        "target": affect_as_json(mix.target),
        "wishes": _wishes_as_json(mix.wishes),
        "ranker": mix.ranker.value,
        "weighed": {kind.value: round(share, 4) for kind, share in mix.weighed},
        "tracks": [
            {
                "title": recommendation.track.title,
                "artists": list(recommendation.track.artists),
                "links": {
                    service.value: url for service, url in recommendation.track.links.items()
                },
                "file": track.file,
                **affect_as_json(recommendation.rated.affect),
                "aim": affect_as_json(recommendation.aim),
                "score": round(recommendation.score, 4),
                "reasons": [_reason_as_json(reason) for reason in recommendation.reasons],
                "reason": track.reason,
            }
            for recommendation, track in zip(mix.recommendations, text.tracks, strict=True)
        ],
        "explanation": text.explanation,
        "timings_ms": {stage: round(value, 1) for stage, value in mix.timings_ms.items()},
    }


def _seed_as_json(seed: SeedTrack) -> dict[str, Any]:
    return {
        "title": seed.track.title,
        "artists": list(seed.track.artists),
        **affect_as_json(seed.affect),
        "sources": [source.value for source in seed.sources],
        "identified_by": seed.identified_by.value,
        "rated_by": seed.rated_by.value,
        "opinions": [
            {"source": opinion.source.value, **affect_as_json(opinion.affect)}
            for opinion in seed.opinions
        ],
        "heard": reading_as_json(seed.heard) if seed.heard else None,
    }


def _song_sentence(seed: SeedTrack) -> str:
    sentence = say(
        "song-feels",
        song=named(seed.track),
        feeling=feeling_of(seed.affect),
        sources=all_of([*map(_source_name, seed.sources)]),
    )
    heard = describe_song(seed.heard) if seed.heard else ""
    more = (_disagreement_sentence(seed.opinions), heard)
    return " ".join((sentence, *(part for part in more if part)))


def _disagreement_sentence(opinions: Sequence[Opinion]) -> str:
    """Who says what where sources are far apart; "" where they roughly agree."""
    apart = disagreement(opinions)
    if apart is None:
        return ""
    one, other = apart
    return say(
        "song-disagreement",
        one=_source_name(one.source),
        other=_source_name(other.source),
        first=feeling(one.affect),
        second=feeling(other.affect),
    )


def _source_name(source: Source) -> str:
    return say("song-source", source=source.name.lower(), name=source.value)


def _present_track(position: int, recommendation: Recommendation, target: Affect) -> TrackText:
    track = recommendation.track
    return TrackText(
        position=position,
        title=track.title,
        artist=track.artist,
        links=tuple((SERVICE_NAMES[service], url) for service, url in track.links.items()),
        reason=explain_track(recommendation, target),
        file=printable(track.file.path.name) if track.file else None,
    )


def _reason_as_json(reason: Reason) -> dict[str, Any]:
    return {
        "kind": reason.kind.value,
        "contribution": round(reason.contribution, 4),
        "detail": reason.detail,
    }


def _wishes_as_json(wishes: Wishes) -> dict[str, list[str]]:
    return {
        "languages": sorted(wishes.languages),
        "not_artists": list(wishes.not_artists),
        "like_artists": list(wishes.like_artists),
        "like": [song.title for song in wishes.like],
        "contexts": [context.value for context in wishes.contexts],
    }
