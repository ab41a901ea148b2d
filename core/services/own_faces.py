"""Taking one's own labelled faces, so that a network can learn them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import numpy as np
from numpy.typing import NDArray

from core.domain.conversation import PersonId
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode, FaceError
from core.domain.media import Upload
from core.domain.own_faces import MOST_PER_EMOTION, OwnFacesState
from core.ports.own_faces import FaceAlbum, PersonalNetworks
from core.ports.reading import FaceCutter
from core.ports.threads import Threads

SAME_AS_BEFORE = 2.0
"""Two captures whose grey values differ by less than this on average, of 255, are one and the same:
noise alone makes as much of a difference."""


class OwnFaces:
    """The album of the one person whose machine this is, and what was learned from it."""

    def __init__(
        self,
        cutter: FaceCutter,
        album: FaceAlbum,
        has_consented: Callable[[PersonId], Awaitable[bool]],
        threads: Threads,
        networks: PersonalNetworks | None = None,
    ) -> None:
        """networks: where a personal network lies; None where none is to be used."""
        self._cutter = cutter
        self._album = album
        self._has_consented = has_consented
        self._threads = threads
        self._networks = networks
        self._turn = asyncio.Lock()

    async def state(self) -> OwnFacesState:
        """How many faces there are, and the personal network in use; raises OperationError."""
        return await self._threads.run(self._state)

    async def add(self, person: PersonId, emotion: Emotion, photo: Upload) -> OwnFacesState:
        """Keep the one face of a photo as an example of an emotion; nothing else of it is kept.

        Raises ConversationError (CONSENT_NEEDED) before the photo is touched; FaceError: NO_FACE,
        SEVERAL_FACES, FACE_AS_BEFORE, FACES_ENOUGH; MediaError, as where it is too dark or no
        picture; OperationError: BUSY, TIMED_OUT, FILE_NOT_WRITABLE, FILE_NOT_READABLE.
        """
        await self._need_consent(person)
        face = await self._cutter.cut_face(photo)
        async with self._turn:
            await self._need_consent(person)  # it may have been taken back meanwhile
            await self._threads.run(self._keep, emotion, face)
            return await self.state()

    async def drop_newest(self, emotion: Emotion) -> OwnFacesState:
        """Erase the last face of an emotion, if there is one; raises OperationError."""
        async with self._turn:
            await self._threads.run(self._album.drop_newest, emotion)
            return await self.state()

    async def clear(self) -> OwnFacesState:
        """Erase all faces; what was learned from them stays. Raises OperationError."""
        async with self._turn:
            await self._threads.run(self._album.clear)
            return await self.state()

    async def read_as_shipped(self) -> OwnFacesState:
        """Erase the personal network, and no face; raises OperationError."""
        async with self._turn:
            if self._networks:
                await self._threads.run(self._networks.remove)
            return await self.state()

    async def forget(self) -> None:
        """Erase the faces and what was learned from them; raises OperationError."""
        await self.clear()
        await self.read_as_shipped()

    async def _need_consent(self, person: PersonId) -> None:
        if not await self._has_consented(person):
            raise ConversationError(ErrorCode.CONSENT_NEEDED)

    def _state(self) -> OwnFacesState:
        network = self._networks.told() if self._networks else None
        return OwnFacesState(self._album.counts(), network)

    def _keep(self, emotion: Emotion, face: NDArray[np.uint8]) -> None:
        if self._album.counts()[emotion] >= MOST_PER_EMOTION:
            raise FaceError(ErrorCode.FACES_ENOUGH, limit=MOST_PER_EMOTION)
        newest = self._album.newest(emotion)
        if newest is not None and _difference(newest, face) < SAME_AS_BEFORE:
            raise FaceError(ErrorCode.FACE_AS_BEFORE)
        self._album.add(emotion, face)


def _difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Mean distance of the grey values of two faces of one size, in [0, 255]."""
    return float(np.abs(one.astype(np.int16) - other).mean())
