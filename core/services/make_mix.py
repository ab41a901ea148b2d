"""From a face and a song to an answer: understand both, decide the intent, rank."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from core.domain.errors import MoodmixError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, decide_intent, target_affect
from core.domain.media import Upload
from core.domain.mix import Mix
from core.domain.track import SeedTrack
from core.ports.library import Library
from core.ports.reading import FaceReader
from core.ports.songs import Catalogue
from core.services.rank_tracks import rank_tracks
from core.services.resolve_seed import SeedResolver

T = TypeVar("T")

LIBRARY_CANDIDATES = 1000
"""So many songs of the library are ranked, the nearest to the target; taste decides among them."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message held: either half may be missing; failure is the first thing that went wrong.

    timings_ms: wall time of reading the face ("face") and of finding the song ("song").
    """

    face: FaceReading | None
    seed: SeedTrack | None
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
    ) -> None:
        """Without a library recommendations come from the catalogue alone."""
        self._face_reader = face_reader
        self._seeds = seeds
        self._catalogue = catalogue
        self._library = library

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
            failure=next(failures, None),
            timings_ms=timings_ms,
        )

    async def answer(
        self,
        face: FaceReading,
        seed: SeedTrack,
        chosen: Intent | None = None,
        timings_ms: Mapping[str, float] | None = None,
    ) -> Mix:
        """Decide the intent (``chosen`` wins), place the target and rank catalogue and library."""
        started = time.perf_counter()
        decision = decide_intent(face.affect, seed.affect, chosen)
        target = target_affect(face.affect, seed.affect, decision.intent)
        own = await self._library.near(target, LIBRARY_CANDIDATES) if self._library else ()
        recommendations = rank_tracks((*self._catalogue.tracks(), *own), target, seed.track)
        ranking_ms = (time.perf_counter() - started) * 1000
        return Mix(
            face=face,
            seed=seed,
            decision=decision,
            target=target,
            recommendations=recommendations,
            timings_ms={**(timings_ms or {}), "ranking": ranking_ms},
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

        everyone: where there are several faces, the mean over all of them counts.
        """
        understood = await self.understand(face, song)
        if understood.failure:
            raise understood.failure
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
