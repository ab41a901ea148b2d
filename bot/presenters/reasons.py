"""Why this list and why this track: what the score says, in plain words.

Every phrase stands in a table, so that it can be told in another language.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from types import MappingProxyType

from bot.presenters.languages import LANGUAGE_NAMES
from bot.presenters.moods import emotion_word, feeling, listed, percent
from core.domain.affect import MAX_DISTANCE, Affect
from core.domain.intent import ALIKE_DISTANCE, Intent, IntentCause
from core.domain.mix import MIX_LENGTH, Mix, Ranker, Reason, ReasonKind, Recommendation
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
        IntentCause.TENSE_MOOD: "your mood is tense, so the list calms down step by step",
        IntentCause.DARK_MOOD: "your mood is dark, so the list brightens up step by step",
        IntentCause.MOOD_ALONE: "there is no song to lead elsewhere, so the list stays with you",
    }
)

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "intent": "{intent}: {cause}.",
        "baseline": "By the baseline: songs that feel most like your face, whatever the intent.",
        "intent_unsure": "{intent}, if I read you right: {cause}.",
        "doubt": "If you feel {mood}, {instead}.",
        "occasion": "Made {occasions}.",
        "languages": "Only in {languages}.",
        "without": "Nothing by {artists}.",
        "decided": "What counted: {parts}.",
        "decided_part": "{kind} {share}",
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
    ReasonKind.MOOD: "mood",
    ReasonKind.ARTIST: "artist",
    ReasonKind.GENRE: "genre",
    ReasonKind.ERA: "its time",
    ReasonKind.LANGUAGE: "language",
    ReasonKind.SOUND: "sound",
    ReasonKind.WISH: "your wishes",
    ReasonKind.CONTEXT: "the occasion",
    ReasonKind.LEARNED: "your 👍 and 👎",
    ReasonKind.NOVELTY: "variety",
}

_PARTS = {
    ReasonKind.MOOD: "{feeling}, {nearness}",
    ReasonKind.WISH: "like {detail}, as you asked",
    ReasonKind.CONTEXT: "good {detail}",
    ReasonKind.LEARNED: "{detail}",
    ReasonKind.NOVELTY: "something new",
}

_LIKE_YOUR_SONG = "like your song: "
"""Stands before what a track has in common with the song that was sent."""

_IN_COMMON = {
    ReasonKind.ARTIST: "by {detail}",
    ReasonKind.GENRE: "{detail}",
    ReasonKind.ERA: "from the {detail}",
    ReasonKind.LANGUAGE: "in {detail}",
    ReasonKind.SOUND: "in its sound",
}

_UNNAMED_LANGUAGE = "in its language"

_LEARNED = {
    "artist": "you like this artist",
    "genre": "you like {value}",
    "genre_family": "you like {value}",
    "decade": "you like songs from the {value}",
    "language": "you like songs in {value}",
    "crowd": "people who agree with you like it",
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
    ours = mix.ranker is Ranker.OURS
    sentences = (
        _intent_sentence(mix) if ours else SENTENCES["baseline"],
        *_wish_sentences(mix.wishes),
        _decided_sentence(mix),
        _shortage_sentence(mix),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def explain_track(recommendation: Recommendation, target: Affect) -> str:
    """What spoke for a track, the largest part of its score first."""
    strongest, *others = recommendation.reasons
    named = [strongest, *(part for part in others if part.contribution >= _WORTH_SAYING)]
    phrases: list[str] = []
    for is_common, parts in groupby(named[:_MOST_PARTS], lambda part: part.kind in _IN_COMMON):
        if is_common:
            phrases.append(_LIKE_YOUR_SONG + ", ".join(map(_words_in_common, parts)))
        else:
            phrases += [_part_words(part, recommendation, target) for part in parts]
    sentence = "; ".join(phrases)
    return sentence[0].upper() + sentence[1:]


def _intent_sentence(mix: Mix) -> str:
    decision, face = mix.decision, mix.face
    chosen = decision.cause is IntentCause.CHOSEN
    unsure = bool(face.guesses) and not chosen
    sentence = SENTENCES["intent_unsure" if unsure else "intent"].format(
        intent=INTENT_NAMES[decision.intent], cause=CAUSE_WORDS[decision.cause]
    )
    if not (unsure and decision.doubts):
        return sentence
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
    return SENTENCES["decided"].format(parts=", ".join(parts)) if parts else ""


def _shortage_sentence(mix: Mix) -> str:
    found = len(mix.recommendations)
    if found >= MIX_LENGTH:
        return ""
    return SENTENCES["too_few" if found else "none"]


def _words_in_common(reason: Reason) -> str:
    detail = reason.detail
    if reason.kind is ReasonKind.LANGUAGE:
        if detail not in LANGUAGE_NAMES:
            return _UNNAMED_LANGUAGE
        detail = LANGUAGE_NAMES[detail]
    return _IN_COMMON[reason.kind].format(detail=detail)


def _part_words(reason: Reason, recommendation: Recommendation, target: Affect) -> str:
    affect = recommendation.rated.affect
    match reason.kind:
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
