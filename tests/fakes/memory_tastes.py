"""Tastes read from a MemoryStore's dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from core.domain.conversation import PersonId
from core.domain.judgement import Judgement, Vote
from core.domain.mix import WHOLE_MIX
from core.domain.track import RatedTrack, Track
from core.domain.wishes import Wishes

if TYPE_CHECKING:
    from tests.fakes.memory_store import MemoryStore


class MemoryTastes:
    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    async def judgements_of(self, person: PersonId, limit: int) -> Sequence[Judgement]:
        return list(self._judgements(person))[:limit]

    def _judgements(self, person: PersonId) -> Iterator[Judgement]:
        ratings = self._store.ratings
        for (rater, mix_id, position), verdict in reversed(ratings.items()):
            if rater != person:
                continue
            _, mix = self._store.mixes[mix_id]
            for place, given in enumerate(mix.recommendations, start=1):
                own = (person, mix_id, place) in ratings
                if position == place or (position == WHOLE_MIX and not own):
                    of_mix = position == WHOLE_MIX
                    yield Judgement(_plain(given.rated), mix.target, verdict, of_mix)

    async def given_lately(self, person: PersonId, limit: int) -> Sequence[Track]:
        mixes = [mix for owner, mix in self._store.mixes.values() if owner == person]
        return [
            Track(given.track.title, given.track.artists)
            for mix in reversed(mixes)
            for given in mix.recommendations
        ][:limit]

    async def mixes_made(self, person: PersonId) -> int:
        return sum(owner == person for owner, _ in self._store.mixes.values())

    async def votes(self) -> Sequence[Vote]:
        raters: dict[PersonId, int] = {}
        votes = []
        for (person, mix_id, position), verdict in sorted(self._store.ratings.items()):
            track = await self._store.track_of(mix_id, position)
            if track is not None:
                rater = raters.setdefault(person, len(raters) + 1)
                votes.append(Vote(rater, Track(track.title, track.artists), verdict))
        return votes

    async def wishes_of(self, person: PersonId) -> Wishes:
        wished = [wish for owner, wish in self._store.wishes if owner == person]
        return Wishes(
            not_artists=tuple(wish for wish in wished if isinstance(wish, str)),
            like=tuple(wish for wish in wished if isinstance(wish, Track)),
        )

    async def want_without(self, person: PersonId, artist: str) -> None:
        self._want(person, artist)

    async def want_again(self, person: PersonId, artist: str) -> None:
        self._store.wishes = [wish for wish in self._store.wishes if wish != (person, artist)]

    async def want_more_like(self, person: PersonId, track: Track) -> None:
        self._want(person, Track(track.title, track.artists))

    async def end_round(self, person: PersonId) -> None:
        self._store.wishes = [
            (owner, wish)
            for owner, wish in self._store.wishes
            if owner != person or isinstance(wish, str)
        ]

    async def drop_wishes(self, person: PersonId) -> None:
        self._store.wishes = [wish for wish in self._store.wishes if wish[0] != person]

    def _want(self, person: PersonId, wish: str | Track) -> None:
        self._store.meet(person)
        self._store.changed_at[person] = self._store.clock()
        if (person, wish) not in self._store.wishes:
            self._store.wishes.append((person, wish))


def _plain(rated: RatedTrack) -> RatedTrack:
    """What a store remembers of a song."""
    track = rated.track
    plain = Track(track.title, track.artists, track.year, track.genre, track.language)
    return RatedTrack(plain, rated.affect)
