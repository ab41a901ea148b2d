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


async def sound_out(
    connection: discord.VoiceClient, sound: SongSound, over: asyncio.Event
) -> Exception | None:
    """Play a song to its end; returns what broke it off.

    over: set when the player stops, for whatever reason. Set from outside, it ends the waiting for
    a player that waits itself, for its connection. Where none stands any more, nothing is played.
    """
    loop = asyncio.get_running_loop()
    failures: list[Exception] = []

    def note_end(error: Exception | None) -> None:
        if error:
            failures.append(error)
        loop.call_soon_threadsafe(over.set)

    try:
        connection.play(PacketSource(sound), after=note_end)
    except discord.ClientException:
        sound.close()
        return None
    try:
        await over.wait()
    finally:
        connection.stop()
        if connection.is_connected():
            await over.wait()
    return failures[0] if failures else None
