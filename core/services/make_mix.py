"""From a face and a song to an answer: understand both, decide the intent, rank."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from core.domain.errors import ErrorCode, MoodmixError, SongError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, decide_intent, target_affect
from core.domain.media import Upload
from core.domain.mix import Mix
from core.domain.track import DoubtfulSong, RatedTrack, SeedTrack, Source, Track
from core.ports.library import Library
from core.ports.reading import FaceReader
from core.ports.songs import Catalogue
from core.services.find_candidates import CandidateFinder
from core.services.rank_tracks import rank_tracks
from core.services.resolve_seed import SeedResolver

T = TypeVar("T")

LIBRARY_CANDIDATES = 1000
"""So many songs of the library are ranked, the nearest to the target; taste decides among them."""

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
    ) -> None:
        """Without library and candidates recommendations come from the catalogue alone."""
        self._face_reader = face_reader
        self._seeds = seeds
        self._catalogue = catalogue
        self._library = library
        self._candidates = candidates

    async def understand(self, face: Upload | None, song: str | Upload | None) -> Understanding:
        """Read the face and find the song side by side; one failing does not lose the other."""
        timings_ms: dict[str, float] = {}
        reading, seed = await asyncio.gather(
            _attempt("face", self._face_reader.read_face(face), timings_ms)
            if face is not None
            else _nothing(),
            _attempt("song", self._seeds.resolve(song), timings_ms)
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
        seed: SeedTrack,
        chosen: Intent | None = None,
        timings_ms: Mapping[str, float] | None = None,
    ) -> Mix:
        """Decide the intent (``chosen`` wins), place the target and rank all that is at hand."""
        started = time.perf_counter()
        decision = decide_intent(face.affect, seed.affect, chosen)
        target = target_affect(face.affect, seed.affect, decision.intent)
        timings_ms = dict(timings_ms or {})
        own, online = await asyncio.gather(
            self._library.near(target, LIBRARY_CANDIDATES) if self._library else _no_songs(),
            self._candidates.near(seed, target, ONLINE_CANDIDATES)
            if self._candidates
            else _no_songs(),
        )
        timings_ms["candidates"] = (time.perf_counter() - started) * 1000
        started = time.perf_counter()
        everything = (*self._catalogue.tracks(), *own, *online)
        recommendations = rank_tracks(everything, target, seed.track)
        timings_ms["ranking"] = (time.perf_counter() - started) * 1000
        return Mix(
            face=face,
            seed=seed,
            decision=decision,
            target=target,
            recommendations=recommendations,
            timings_ms=timings_ms,
        )

    async def mix(
        self,
        face: Upload,
        song: str | Upload,
        chosen: Intent | None = None,
        *,
        everyone: bool = False,
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
        return await self.answer(reading, understood.seed, chosen, understood.timings_ms)


async def _attempt(
    stage: str, work: Awaitable[T], timings_ms: dict[str, float]
) -> T | MoodmixError:
    started = time.perf_counter()
    try:
        return await work
    except MoodmixError as error:
        return error
    finally:
        timings_ms[stage] = (time.perf_counter() - started) * 1000


async def _nothing() -> None:
    return None


async def _no_songs() -> tuple[RatedTrack, ...]:
    return ()
