"""Songs as they sound, to be played aloud while people listen."""

from __future__ import annotations

from typing import Protocol

PACKET_S = 0.02
"""How long one packet lasts."""


class SongSound(Protocol):
    """One song, made into sound a packet at a time. Not for several threads at once."""

    def read(self) -> bytes:
        """The next ``PACKET_S`` as one Opus packet (48 kHz, stereo, RFC 6716); empty at the end.

        Raises MediaError (MEDIA_CORRUPT, MEDIA_UNSUPPORTED) where the file turns out to be damaged.
        """
        ...

    def close(self) -> None:
        """Let go of the file; twice is fine."""
        ...


class SoundOpener(Protocol):
    """Makes songs out of files."""

    async def open(self, data: bytes) -> SongSound:
        """The song in a file of any common format, about as loud as any other.

        Raises MediaError where it cannot be opened, AUDIO_SILENT where nothing is to be heard, and
        OperationError (BUSY, TIMED_OUT).
        """
        ...
