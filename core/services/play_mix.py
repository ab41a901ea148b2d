"""How the songs of a list sound, to be played aloud: samples of services, and own files."""

from __future__ import annotations

from core.domain.conversation import PersonId
from core.domain.errors import ConversationError, ErrorCode
from core.domain.track import Track
from core.ports.library import Library
from core.ports.songs import PreviewFetcher
from core.ports.sound import SongSound, SoundOpener
from core.ports.store import Store
from core.services.given_mixes import songs_of

FILE_LIMIT_BYTES = 64 * 2**20
"""Nothing larger is played: a file stays in memory while it is."""


class MixSounds:
    """Finds the songs of stored lists, and opens them one at a time."""

    def __init__(
        self,
        store: Store,
        sounds: SoundOpener,
        previews: PreviewFetcher | None,
        library: Library | None,
    ) -> None:
        """previews: None offline; library: whose files may be played, None where none may."""
        self._store = store
        self._sounds = sounds
        self._previews = previews
        self._library = library

    async def latest_of(self, person: PersonId) -> int:
        """The id of a person's last list; raises ConversationError (NO_LIST_YET)."""
        latest = await self._store.latest_mix(person)
        if latest is None:
            raise ConversationError(ErrorCode.NO_LIST_YET)
        return latest

    async def songs_of(self, mix_id: int) -> tuple[Track, ...]:
        """The songs of a list in their order; raises ConversationError (LIST_GONE)."""
        return await songs_of(self._store, mix_id)

    async def open(self, song: Track) -> SongSound | None:
        """The song ready to be played, to be closed by the caller; None where nobody has a sample.

        Raises what the library's ``load`` and the opener raise.
        """
        data = await self._data_of(song)
        return await self._sounds.open(data) if data else None

    async def _data_of(self, song: Track) -> bytes | None:
        if song.file:
            if self._library is None:
                return None
            loaded = await self._library.load(song.file.number, FILE_LIMIT_BYTES)
            return loaded.data
        sample = await self._previews.fetch(song) if self._previews else None
        return sample.data if sample else None
