"""Songs beyond the catalogue and the library: what online sources put beside the seed, rated."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from core.domain.affect import Affect
from core.domain.same_song import is_same_song, without_repeats
from core.domain.track import RatedTrack, SeedTrack, Service, Track
from core.domain.track_links import playable_links, spotify_link, with_link
from core.ports.songs import AffectSource, BatchAffectSource, CandidateSource, SpotifyIdFinder
from core.services.side_by_side import side_by_side

FIND_BUDGET_S = 2.5
ID_BUDGET_S = 1.5
RATE_BUDGET_S = 1.5
"""Longest wait for songs, for their ids, and for how they feel: the answer waits meanwhile."""

GRACE_S = 1.0
"""Once one source has songs, the others get so much longer."""


class CandidateFinder:
    """Asks every source side by side; makes one list of what they say, each song once."""

    def __init__(
        self,
        sources: Sequence[CandidateSource],
        spotify_ids: SpotifyIdFinder,
        features: BatchAffectSource,
        known: AffectSource,
    ) -> None:
        """known: rates songs that ``features`` does not know, and asks nobody."""
        self._sources = sources
        self._spotify_ids = spotify_ids
        self._features = features
        self._known = known

    async def near(self, seed: SeedTrack, count: int) -> tuple[RatedTrack, ...]:
        """At most ``count`` rated songs beside the seed and without it, playable links with each.

        Songs that nobody can rate are left out; without a network there are none.
        """
        found = await side_by_side(
            *(source.near(seed, count) for source in self._sources),
            budget_s=FIND_BUDGET_S,
            grace_s=GRACE_S,
        )
        others = (song for song in _in_turn(found) if not is_same_song(song, seed.track))
        songs = without_repeats(others)[:count]
        if not songs:
            return ()
        songs = await self._with_spotify_ids(songs)
        return tuple(
            RatedTrack(replace(song, links=playable_links(song)), affect)
            for song, affect in zip(songs, await self._affects_of(songs), strict=True)
            if affect
        )

    async def _with_spotify_ids(self, songs: Sequence[Track]) -> tuple[Track, ...]:
        (found,) = await side_by_side(self._spotify_ids.spotify_ids_of(songs), budget_s=ID_BUDGET_S)
        return tuple(
            with_link(song, spotify_link(spotify_id)) if spotify_id else song
            for song, spotify_id in zip(songs, found or [None] * len(songs), strict=True)
        )

    async def _affects_of(self, songs: Sequence[Track]) -> Sequence[Affect | None]:
        ids = [song.ids.get(Service.SPOTIFY, "") for song in songs]
        asked = tuple(dict.fromkeys(spotify_id for spotify_id in ids if spotify_id))
        (features,) = await side_by_side(self._features.affects_of(asked), budget_s=RATE_BUDGET_S)
        known = await asyncio.gather(*(self._known.affect_of(song) for song in songs))
        return [
            (features or {}).get(spotify_id) or familiar
            for spotify_id, familiar in zip(ids, known, strict=True)
        ]


def _in_turn(lists: Sequence[Sequence[Track] | None]) -> Iterator[Track]:
    """The first of every source, then the second of each, so that none crowds the others out."""
    for row in zip_longest(*(songs or () for songs in lists)):
        yield from (song for song in row if song is not None)
