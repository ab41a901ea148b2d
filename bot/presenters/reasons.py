"""Why this list and why this track: what the score says, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.presenters.language import all_of, digits, language_name, one_of, percent, row_of, say
from bot.presenters.moods import feeling_of, standing_alone
from core.domain.affect import MAX_DISTANCE, Affect
from core.domain.intent import ALIKE_DISTANCE, IntentCause
from core.domain.mix import MIX_LENGTH, Mix, Ranker, Reason, ReasonKind, Recommendation
from core.domain.wishes import Context, Wishes

_LIKE_SONG = frozenset(
    {
        ReasonKind.ARTIST,
        ReasonKind.GENRE,
        ReasonKind.ERA,
        ReasonKind.LANGUAGE,
        ReasonKind.SOUND,
    }
)
"""What a track can have in common with the song that was sent."""

_TRAITS = frozenset({"artist", "genre", "genre_family", "decade", "language", "crowd"})
"""Kinds of learned traits that have words of their own."""

_RIGHT_THERE = 0.15
"""Closer to its aim than this, a track lies right where the list is going."""

_NEARNESS = (
    (_RIGHT_THERE, "right"),
    (ALIKE_DISTANCE, "close"),
    (2 * ALIKE_DISTANCE, "off"),
    (MAX_DISTANCE, "far"),
)
"""Up to which distance a track counts as how near, as in ``$near`` of messages."""

_WORTH_SAYING = 0.02
"""Parts of a score smaller than this are not named, unless it is the largest part."""

_MOST_PARTS = 4

_WORTH_COUNTING = 0.05
"""Smaller shares of a whole list are not told."""


def explain_list(mix: Mix) -> str:
    """The intent and why, how sure that is, which wishes were followed, and what decided."""
    ours = mix.ranker is Ranker.OURS
    sentences = (
        *(_intent_sentences(mix) if ours else [say("list-baseline")]),
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
    for is_common, parts in groupby(named[:_MOST_PARTS], lambda part: part.kind in _LIKE_SONG):
        if is_common:
            phrases.append(say("track-like-song", parts=all_of([*map(_common_words, parts)])))
        else:
            phrases += [_part_words(part, recommendation, target) for part in parts]
    return standing_alone(row_of(phrases))


def _intent_sentences(mix: Mix) -> list[str]:
    decision = mix.decision
    unsure = bool(mix.face.guesses) and decision.cause is not IntentCause.CHOSEN
    sentences = [
        say(
            "list-intent-unsure" if unsure else "list-intent",
            intent=decision.intent,
            cause=decision.cause,
        )
    ]
    if unsure and decision.doubts:
        other = decision.doubts[0][1]
        moods = [
            say("emotion-feel", emotion=mood) for mood, intent in decision.doubts if intent is other
        ]
        sentences.append(say("list-doubt", intent=other, moods=one_of(moods)))
    return sentences


def _wish_sentences(wishes: Wishes) -> list[str]:
    said = []
    if wishes.contexts:
        said.append(say("list-occasion", occasions=_occasions(wishes.contexts)))
    if wishes.languages:
        names = [language_name(code) for code in sorted(wishes.languages)]
        said.append(say("list-languages", languages=one_of(names)))
    if wishes.not_artists:
        said.append(say("list-without", artists=one_of(wishes.not_artists)))
    return said


def _decided_sentence(mix: Mix) -> str:
    parts = [
        say("list-weight", kind=kind, share=percent(share))
        for kind, share in mix.weighed
        if share >= _WORTH_COUNTING
    ]
    return say("list-decided", parts=all_of(parts)) if parts else ""


def _shortage_sentence(mix: Mix) -> str:
    found = len(mix.recommendations)
    if found >= MIX_LENGTH:
        return ""
    return say("list-too-short") if found else say("list-empty")


def _common_words(reason: Reason) -> str:
    if reason.kind is not ReasonKind.LANGUAGE:
        value = digits(reason.detail) if reason.kind is ReasonKind.ERA else reason.detail
        return say("track-common", kind=reason.kind, value=value)
    name = language_name(reason.detail)
    kind = "unnamed_language" if name == reason.detail else reason.kind
    return say("track-common", kind=kind, value=name)


def _part_words(reason: Reason, recommendation: Recommendation, target: Affect) -> str:
    match reason.kind:
        case ReasonKind.WISH:
            return say("track-wish", name=reason.detail)
        case ReasonKind.CONTEXT:
            contexts = [Context(name) for name in reason.detail.split(", ")]
            return say("track-occasion", occasions=_occasions(contexts))
        case ReasonKind.LEARNED:
            return _learned_words(reason.detail)
        case ReasonKind.NOVELTY:
            return say("track-new")
        case _:
            affect, aim = recommendation.rated.affect, recommendation.aim
            near = f"{_nearness(affect.distance(aim))}-{'end' if aim == target else 'way'}"
            return say("track-mood", feeling=feeling_of(affect), near=near)


def _occasions(contexts: Sequence[Context]) -> str:
    return all_of([say("occasion", occasion=context) for context in contexts])


def _learned_words(detail: str) -> str:
    kind, _, value = detail.partition(":")
    if kind == "language":
        value = language_name(value)
    elif kind == "decade":
        value = digits(value)
    return say("track-learned", kind=kind if kind in _TRAITS else "likeness", value=value)


def _nearness(distance: float) -> str:
    return next(near for reach, near in _NEARNESS if distance <= reach)
