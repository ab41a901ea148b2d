"""From a face and a song to an answer: understand both, decide the intent, rank."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from core.domain.errors import ErrorCode, MoodmixError, SongError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, decide_intent, target_affect
from core.domain.media import Upload
from core.domain.mix import MIX_LENGTH, Mix, Ranker, Recommendation
from core.domain.track import DoubtfulSong, RatedTrack, SeedTrack, Source, Track
from core.domain.track_table import TrackTable
from core.domain.wishes import NO_WISHES, Wishes
from core.ports.library import Library
from core.ports.reading import FaceReader
from core.ports.songs import Catalogue
from core.ports.telemetry import NO_TELEMETRY, Stage, Telemetry
from core.ports.threads import Threads
from core.services.artist_names import ArtistNames
from core.services.find_candidates import CandidateFinder
from core.services.preference import Preference
from core.services.ranking import NO_PREFERENCE, Order, rank
from core.services.ranking.path import steps_of
from core.services.resolve_seed import SeedResolver

T = TypeVar("T")

LIBRARY_CANDIDATES = 200
"""So many songs of the library are ranked for each step of a path, the nearest to it; taste decides
among them."""

AT_ONCE = 20_000
"""Up to so many songs are ranked right here: that takes less time than handing it on."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who a list is for: what they ask for, which songs they were given lately, what they like."""

    wishes: Wishes = NO_WISHES
    recent: tuple[Track, ...] = ()
    preference: Preference = NO_PREFERENCE


ANYBODY = Listener()

ONLINE_CANDIDATES = 200
"""At most so many songs that online sources put beside the seed are ranked with the others."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message held: either half may be missing; failure is the first thing that went wrong.

    doubt: the songs it may mean, where that is not clear; timings_ms: wall time of reading the face
    ("face") and of finding the song ("song").
    """

    face: FaceReading | None
    seed: SeedTrack | None
    doubt: DoubtfulSong | None
    failure: MoodmixError | None
    timings_ms: Mapping[str, float]


class MixMaker:
    """Makes answers out of uploads and words; keeps nothing."""

    def __init__(
        self,
        face_reader: FaceReader,
        seeds: SeedResolver,
        catalogue: Catalogue,
        library: Library | None = None,
        candidates: CandidateFinder | None = None,
        threads: Threads | None = None,
        telemetry: Telemetry = NO_TELEMETRY,
    ) -> None:
        """Without library and candidates recommendations come from the catalogue alone.

        threads: where large catalogues are ranked, or everything is ranked in the event loop;
        telemetry: told how long each stage took.
        """
        self._face_reader = face_reader
        self._seeds = seeds
        self._catalogue = catalogue
        self.artists = ArtistNames(catalogue)
        self._library = library
        self._candidates = candidates
        self._threads = threads
        self._telemetry = telemetry

    async def understand(self, face: Upload | None, song: str | Upload | None) -> Understanding:
        """Read the face and find the song side by side; one failing does not lose the other."""
        timings_ms: dict[str, float] = {}
        reading, seed = await asyncio.gather(
            self._attempt(Stage.FACE, self._face_reader.read_face(face), timings_ms)
            if face is not None
            else _nothing(),
            self._attempt(Stage.SONG, self._seeds.resolve(song), timings_ms)
            if song is not None
            else _nothing(),
        )
        failures = (half for half in (reading, seed) if isinstance(half, MoodmixError))
        return Understanding(
            face=reading if isinstance(reading, FaceReading) else None,
            seed=seed if isinstance(seed, SeedTrack) else None,
            doubt=seed if isinstance(seed, DoubtfulSong) else None,
            failure=next(failures, None),
            timings_ms=timings_ms,
        )

    async def settle(self, song: Track, named_by: Source) -> SeedTrack:
        """The song that a person chose among doubtful ones, rated; raises SongError."""
        return await self._seeds.rate(song, named_by)

    async def answer(
        self,
        face: FaceReading,
        seed: SeedTrack | None,
        chosen: Intent | None = None,
        timings_ms: Mapping[str, float] | None = None,
        *,
        listener: Listener = ANYBODY,
        ranker: Ranker = Ranker.OURS,
    ) -> Mix:
        """Decide the intent (``chosen`` wins), place the target and rank all that is at hand.

        Without a song nothing is asked of online sources, which know only what goes beside one.
        """
        song = seed.affect if seed else None
        decision = decide_intent(face.affect, song, chosen, face.guesses)
        target = target_affect(face.affect, song, decision.intent)
        order = Order(
            face,
            seed,
            decision.intent,
            target,
            listener.wishes,
            listener.recent,
            listener.preference,
            ranker,
        )
        timings_ms = dict(timings_ms or {})
        with self._timed(Stage.CANDIDATES, timings_ms):
            own, online = await asyncio.gather(
                self._own_songs(order),
                self._candidates.near(seed, ONLINE_CANDIDATES)
                if self._candidates and seed
                else _no_songs(),
            )
        with self._timed(Stage.RANKING, timings_ms):
            recommendations = await self._ranked(own, online, order)
        return Mix(
            face=face,
            seed=seed,
            decision=decision,
            target=target,
            recommendations=recommendations,
            timings_ms=timings_ms,
            wishes=listener.wishes,
            ranker=ranker,
        )

    async def mix(
        self,
        face: Upload,
        song: str | Upload,
        chosen: Intent | None = None,
        *,
        everyone: bool = False,
        listener: Listener = ANYBODY,
        ranker: Ranker = Ranker.OURS,
    ) -> Mix:
        """The whole way in one call; raises the first thing that went wrong.

        A doubtful song is one of these (SONG_DOUBTFUL), because nobody can be asked.

        everyone: where there are several faces, the mean over all of them counts.
        """
        understood = await self.understand(face, song)
        if understood.failure:
            raise understood.failure
        if understood.doubt:
            songs = (
                f'"{song.artist} - {song.title}"' if song.artist else f'"{song.title}"'
                for song in understood.doubt.candidates
            )
            raise SongError(ErrorCode.SONG_DOUBTFUL, songs=", ".join(songs))
        if understood.face is None or understood.seed is None:
            raise AssertionError("without a failure both halves are there")
        reading = understood.face
        if everyone and reading.everyone:
            reading = reading.of_everyone()
        return await self.answer(
            reading,
            understood.seed,
            chosen,
            understood.timings_ms,
            listener=listener,
            ranker=ranker,
        )

    async def _attempt(
        self, stage: Stage, work: Awaitable[T], timings_ms: dict[str, float]
    ) -> T | MoodmixError:
        with self._timed(stage, timings_ms):
            try:
                return await work
            except MoodmixError as error:
                return error

    @contextmanager
    def _timed(self, stage: Stage, timings_ms: dict[str, float]) -> Iterator[None]:
        started_s = time.perf_counter()
        try:
            yield
        finally:
            duration_s = time.perf_counter() - started_s
            timings_ms[stage.value] = duration_s * 1000
            self._telemetry.took(stage, duration_s)

    async def _own_songs(self, order: Order) -> list[RatedTrack]:
        """The library's songs near any step of the way, each once."""
        if self._library is None:
            return []
        steps = steps_of(order.face.affect, order.target, order.intent, MIX_LENGTH)
        songs: dict[int | None, RatedTrack] = {}
        for step in dict.fromkeys(steps):
            for song in await self._library.near(step, LIBRARY_CANDIDATES):
                songs.setdefault(song.track.file.number if song.track.file else None, song)
        return list(songs.values())

    async def _ranked(
        self, own: Sequence[RatedTrack], candidates: Sequence[RatedTrack], order: Order
    ) -> tuple[Recommendation, ...]:
        tables = self._catalogue.tables()
        known = len(own) + len(candidates) + sum(map(len, tables))
        if self._threads is None or known <= AT_ONCE:
            return _rank(own, tables, candidates, order)
        return await self._threads.run(_rank, own, tables, candidates, order)


def _rank(
    own: Sequence[RatedTrack],
    tables: Sequence[TrackTable],
    candidates: Sequence[RatedTrack],
    order: Order,
) -> tuple[Recommendation, ...]:
    """Own files go before other entries of the same song, and those before what was just found."""
    every = (TrackTable.of(own), *tables, TrackTable.of(candidates))
    return rank(every, order)


async def _nothing() -> None:
    return None


async def _no_songs() -> tuple[RatedTrack, ...]:
    return ()
