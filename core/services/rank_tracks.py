"""Ranking: how close a track lies to the target mood and to the taste the seed track shows.

Content-based, after Le (2024): mood first, then the seed's artist, genre, era and language.
The weights stand here and nowhere else.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.domain.affect import Affect
from core.domain.mix import MIX_LENGTH, Reason, ReasonKind, Recommendation
from core.domain.song_text import match_artist, match_key
from core.domain.track import RatedTrack, Track

MOOD_WEIGHT = 0.60
ARTIST_WEIGHT = 0.08
GENRE_WEIGHT = 0.14
ERA_WEIGHT = 0.08
LANGUAGE_WEIGHT = 0.10

MOOD_SPREAD = 0.35
"""Distance on the circumplex at which the mood part has fallen to 61 % (a Gaussian's sigma)."""

ERA_SPAN_YEARS = 15
"""Years apart at which nothing is left of the era part."""

PER_ARTIST = 1
"""How many tracks of one artist a list may hold."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What the seed track says about taste; unknown parts are empty or None."""

    artists: frozenset[str]
    genre: str | None
    year: int | None
    language: str | None


def taste_of(seed: Track, catalogue: Iterable[RatedTrack]) -> Taste:
    """Read the seed's taste; what it does not know is taken from its artist's catalogue tracks."""
    artists = frozenset(match_artist(artist) for artist in seed.artists)
    kin = [
        rated.track
        for rated in catalogue
        if any(match_artist(artist) in artists for artist in rated.track.artists)
    ]
    return Taste(
        artists=artists,
        genre=seed.genre or _most_common(track.genre for track in kin),
        year=seed.year,
        language=seed.language or _most_common(track.language for track in kin),
    )


def rank_tracks(
    candidates: Sequence[RatedTrack],
    target: Affect,
    seed: Track,
    *,
    length: int = MIX_LENGTH,
) -> tuple[Recommendation, ...]:
    """The ``length`` best candidates, best first, without the seed and one per artist.

    Deterministic: equal scores keep the order of ``candidates``.
    """
    taste = taste_of(seed, candidates)
    seed_key = match_key(seed)
    scored = sorted(
        (
            _score(rated, target, taste)
            for rated in candidates
            if match_key(rated.track) != seed_key
        ),
        key=lambda recommendation: -recommendation.score,
    )
    chosen: list[Recommendation] = []
    heard: Counter[str] = Counter()
    for recommendation in scored:
        lead = match_artist(recommendation.track.artists[0]) if recommendation.track.artists else ""
        if lead and heard[lead] >= PER_ARTIST:
            continue
        heard[lead] += 1
        chosen.append(recommendation)
        if len(chosen) == length:
            break
    return tuple(chosen)


def _score(rated: RatedTrack, target: Affect, taste: Taste) -> Recommendation:
    track = rated.track
    closeness = math.exp(-0.5 * (rated.affect.distance(target) / MOOD_SPREAD) ** 2)
    reasons = [Reason(ReasonKind.MOOD, MOOD_WEIGHT * closeness)]
    shared = next((name for name in track.artists if match_artist(name) in taste.artists), None)
    if shared:
        reasons.append(Reason(ReasonKind.ARTIST, ARTIST_WEIGHT, shared))
    if track.genre and track.genre == taste.genre:
        reasons.append(Reason(ReasonKind.GENRE, GENRE_WEIGHT, track.genre))
    if track.year and taste.year:
        nearness = 1 - abs(track.year - taste.year) / ERA_SPAN_YEARS
        if nearness > 0:
            decade = f"{track.year // 10 * 10}s"
            reasons.append(Reason(ReasonKind.ERA, ERA_WEIGHT * nearness, decade))
    if track.language and track.language == taste.language:
        reasons.append(Reason(ReasonKind.LANGUAGE, LANGUAGE_WEIGHT, track.language))
    reasons.sort(key=lambda reason: -reason.contribution)
    return Recommendation(rated, sum(reason.contribution for reason in reasons), tuple(reasons))


def _most_common(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None
