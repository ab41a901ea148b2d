"""Handing a song to discord.py's player, which asks for a packet every 20 ms."""

from __future__ import annotations

import asyncio

import discord

from core.ports.sound import SongSound


class PacketSource(discord.AudioSource):
    """A song that is Opus already: nothing is left for a library of the system to encode."""

    def __init__(self, sound: SongSound) -> None:
        self._sound = sound

    def read(self) -> bytes:
        """The next packet; empty at the end."""
        return self._sound.read()

    def is_opus(self) -> bool:
        """Always."""
        return True

    def cleanup(self) -> None:
        """Let go of the file; the player's thread calls it."""
        self._sound.close()


async def sound_out(connection: discord.VoiceClient, sound: SongSound) -> Exception | None:
    """Play a song to its end, or until the player is stopped; returns what broke it off.

    Raises discord.ClientException where the connection does not stand.
    """
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    failures: list[Exception] = []

    def note_end(error: Exception | None) -> None:
        if error:
            failures.append(error)
        loop.call_soon_threadsafe(ended.set)

    try:
        connection.play(PacketSource(sound), after=note_end)
    except discord.ClientException:
        sound.close()
        raise
    try:
        await ended.wait()
    finally:
        connection.stop()
        await ended.wait()
    return failures[0] if failures else None
