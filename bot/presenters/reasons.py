"""Why this list and why this track: what the score says, in plain words.

Every phrase stands in a table, so that it can be told in another language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.presenters.languages import LANGUAGE_NAMES
from bot.presenters.moods import emotion_word, feeling, listed, percent
from core.domain.affect import MAX_DISTANCE, Affect
from core.domain.intent import ALIKE_DISTANCE, Intent, IntentCause
from core.domain.mix import MIX_LENGTH, Mix, Reason, ReasonKind, Recommendation
from core.domain.wishes import Context, Wishes

INTENT_NAMES: Mapping[Intent, str] = MappingProxyType(
    {
        Intent.MODULATE: "Stay with this mood",
        Intent.ENHANCE: "Lift the mood",
        Intent.SOOTHE: "Calm the mood",
    }
)

CAUSE_WORDS: Mapping[IntentCause, str] = MappingProxyType(
    {
        IntentCause.ALIKE: "your mood and your song feel alike, so the list stays there",
        IntentCause.BRIGHTER: (
            "your song is brighter than your mood, so the list leads you there step by step"
        ),
        IntentCause.MORE_ENERGETIC: (
            "your song has more energy than your mood, so the list leads you there step by step"
        ),
        IntentCause.BRIGHTER_AND_MORE_ENERGETIC: (
            "your song is brighter and has more energy than your mood, so the list leads you there "
            "step by step"
        ),
        IntentCause.DARKER_OR_CALMER: (
            "your song is darker or calmer than your mood, so the list stays where you are"
        ),
        IntentCause.CALMER: (
            "your mood is tense and your song is calm, so the list leads you there step by step"
        ),
        IntentCause.CHOSEN: "that is what you chose",
    }
)

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "intent": "{intent}: {cause}.",
        "intent_unsure": "{intent}, if I read you right: {cause}.",
        "doubt": "If you feel {mood}, {instead}.",
        "no_doubt": "Whichever of these you feel, I would do the same.",
        "occasion": "Made {occasions}.",
        "languages": "Only in {languages}.",
        "without": "Nothing by {artists}.",
        "decided": "What decided: {parts}.",
        "decided_part": "{kind} ({share})",
        "too_few": "I know no more tracks that fit.",
        "none": "I know no track that fits all of that. Please ask for a little less.",
        "or": "or",
        "and": "and",
    }
)

_INSTEAD = {
    Intent.MODULATE: "I would rather stay with that",
    Intent.ENHANCE: "I would rather lift the mood",
    Intent.SOOTHE: "I would rather calm things down",
}

_OCCASIONS = {
    Context.FOCUS: "to focus",
    Context.WORKOUT: "to work out",
    Context.SLEEP: "to fall asleep",
    Context.PARTY: "for a party",
    Context.COMMUTE: "for the way to work",
    Context.MORNING: "for the morning",
    Context.EVENING: "for the evening",
    Context.NIGHT: "for the night",
}

_KINDS = {
    ReasonKind.MOOD: "the mood",
    ReasonKind.ARTIST: "the artist",
    ReasonKind.GENRE: "the genre",
    ReasonKind.ERA: "the time it is from",
    ReasonKind.LANGUAGE: "the language",
    ReasonKind.SOUND: "the sound",
    ReasonKind.WISH: "what you asked for",
    ReasonKind.CONTEXT: "the occasion",
    ReasonKind.LEARNED: "your 👍 and 👎",
    ReasonKind.NOVELTY: "variety",
}

_PARTS = {
    ReasonKind.MOOD: "{feeling}, {nearness}",
    ReasonKind.ARTIST: "by {detail}, like your song",
    ReasonKind.GENRE: "{detail}, near your song's genre",
    ReasonKind.ERA: "from the {detail}, near your song's time",
    ReasonKind.LANGUAGE: "in {detail} as well",
    ReasonKind.SOUND: "sounds like your song",
    ReasonKind.WISH: "like {detail}, as you asked",
    ReasonKind.CONTEXT: "good {detail}",
    ReasonKind.LEARNED: "{detail}",
    ReasonKind.NOVELTY: "something new",
}

_UNNAMED_LANGUAGE = "in the language of your song"

_LEARNED = {
    "artist": "you like this artist",
    "genre": "you like {value}",
    "genre_family": "you like {value}",
    "decade": "you like songs from the {value}",
    "language": "you like songs in {value}",
}
_LEARNED_OTHERWISE = "much like what you gave 👍"

_RIGHT_THERE = 0.15
"""Closer to its aim than this, a track lies right where the list is going."""

_NEARNESS = (
    (_RIGHT_THERE, "right where this list is going", "right on the way there"),
    (ALIKE_DISTANCE, "close to where this list is going", "close to the way there"),
    (2 * ALIKE_DISTANCE, "not quite where this list is going", "a little off the way there"),
    (MAX_DISTANCE, "far from where this list is going", "far off the way there"),
)
"""Up to which distance, where the track ends the way or there is none, and along a way."""

_WORTH_SAYING = 0.02
"""Parts of a score smaller than this are not named, unless it is the largest part."""

_MOST_PARTS = 4

_WORTH_COUNTING = 0.05
"""Smaller shares of a whole list are not told."""


def explain_list(mix: Mix) -> str:
    """The intent and why, how sure that is, which wishes were followed, and what decided."""
    sentences = (
        _intent_sentence(mix),
        *_wish_sentences(mix.wishes),
        _decided_sentence(mix),
        _shortage_sentence(mix),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def explain_track(recommendation: Recommendation, target: Affect) -> str:
    """What spoke for a track, the largest part of its score first."""
    strongest, *others = recommendation.reasons
    named = [strongest, *(part for part in others if part.contribution >= _WORTH_SAYING)]
    sentence = "; ".join(
        _part_words(reason, recommendation, target) for reason in named[:_MOST_PARTS]
    )
    return sentence[0].upper() + sentence[1:]


def _intent_sentence(mix: Mix) -> str:
    decision, face = mix.decision, mix.face
    chosen = decision.cause is IntentCause.CHOSEN
    unsure = bool(face.guesses) and not chosen
    sentence = SENTENCES["intent_unsure" if unsure else "intent"].format(
        intent=INTENT_NAMES[decision.intent], cause=CAUSE_WORDS[decision.cause]
    )
    if not unsure:
        return sentence
    if not decision.doubts:
        return f"{sentence} {SENTENCES['no_doubt']}"
    other = decision.doubts[0][1]
    moods = [emotion_word(mood) for mood, intent in decision.doubts if intent is other]
    doubt = SENTENCES["doubt"].format(mood=listed(moods, SENTENCES["or"]), instead=_INSTEAD[other])
    return f"{sentence} {doubt}"


def _wish_sentences(wishes: Wishes) -> list[str]:
    joint = SENTENCES["and"]
    said = []
    if wishes.contexts:
        occasions = [_OCCASIONS[context] for context in wishes.contexts]
        said.append(SENTENCES["occasion"].format(occasions=listed(occasions, joint)))
    if wishes.languages:
        names = [LANGUAGE_NAMES.get(code, code) for code in sorted(wishes.languages)]
        said.append(SENTENCES["languages"].format(languages=listed(names, SENTENCES["or"])))
    if wishes.not_artists:
        artists = listed(wishes.not_artists, SENTENCES["or"])
        said.append(SENTENCES["without"].format(artists=artists))
    return said


def _decided_sentence(mix: Mix) -> str:
    parts = [
        SENTENCES["decided_part"].format(kind=_KINDS[kind], share=percent(share))
        for kind, share in mix.weighed
        if share >= _WORTH_COUNTING
    ]
    return SENTENCES["decided"].format(parts=listed(parts, SENTENCES["and"])) if parts else ""


def _shortage_sentence(mix: Mix) -> str:
    found = len(mix.recommendations)
    if found >= MIX_LENGTH:
        return ""
    return SENTENCES["too_few" if found else "none"]


def _part_words(reason: Reason, recommendation: Recommendation, target: Affect) -> str:
    affect = recommendation.rated.affect
    match reason.kind:
        case ReasonKind.LANGUAGE if reason.detail not in LANGUAGE_NAMES:
            return _UNNAMED_LANGUAGE
        case ReasonKind.LANGUAGE:
            detail = LANGUAGE_NAMES[reason.detail]
        case ReasonKind.CONTEXT:
            contexts = [Context(name) for name in reason.detail.split(", ")]
            detail = listed([_OCCASIONS[context] for context in contexts], SENTENCES["and"])
        case ReasonKind.LEARNED:
            detail = _learned_words(reason.detail)
        case _:
            detail = reason.detail
    nearness = _nearness(affect.distance(recommendation.aim), ends=recommendation.aim == target)
    return _PARTS[reason.kind].format(detail=detail, feeling=feeling(affect), nearness=nearness)


def _learned_words(detail: str) -> str:
    kind, _, value = detail.partition(":")
    if kind == "language":
        value = LANGUAGE_NAMES.get(value, value)
    return _LEARNED.get(kind, _LEARNED_OTHERWISE).format(value=value)


def _nearness(distance: float, *, ends: bool) -> str:
    at_end, on_the_way = next(
        (at_end, on_the_way) for reach, at_end, on_the_way in _NEARNESS if distance <= reach
    )
    return at_end if ends else on_the_way
