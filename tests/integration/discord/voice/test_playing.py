"""Lists played in voice channels: what is heard, what is shown, and how it ends."""

from __future__ import annotations

import asyncio
import io
import itertools
import threading
from collections.abc import Sequence

import numpy as np
import pytest
import soundfile
from discord.player import AudioPlayer
from numpy.typing import NDArray

from bot.discord.voice import jukebox
from tests.fakes.discord_shapes import Person
from tests.fakes.discord_voice import (
    PACKET_SAMPLES,
    RATE_HZ,
    SESSION_NO_LONGER_VALID,
    decoded,
)
from tests.integration.discord.voice.conftest import PLAY_HERE, Hall

PACKETS_A_SECOND = RATE_HZ // PACKET_SAMPLES


async def test_the_songs_of_a_list_are_heard_in_order_and_whole(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()

    panel = await hall.begun(ada, excerpts)
    await hall.until_shows(panel, "That was the list")

    heard = hall.voice.songs()
    assert [len(packets) for packets in heard] == [3 * PACKETS_A_SECOND] * len(excerpts)
    for packets, excerpt in zip(heard, excerpts, strict=True):
        played = decoded([packet.opus for packet in packets]).mean(axis=1)
        assert [likeness(played, other) for other in excerpts].index(
            max(likeness(played, other) for other in excerpts)
        ) == excerpts.index(excerpt)
        assert likeness(played, excerpt) > 0.9
    await hall.server.until(lambda: hall.rooms.bots_room is None)


async def test_packets_follow_each_other_without_a_gap_at_the_pace_of_the_music(
    hall: Hall, ada: Person, excerpts: Sequence[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AudioPlayer, "DELAY", 0.02)
    await hall.start()

    panel = await hall.begun(ada, excerpts[:1])
    await hall.until_shows(panel, "That was the list")

    (packets,) = hall.voice.songs()
    steps = {b.sequence - a.sequence for a, b in itertools.pairwise(packets)}
    spans = {b.timestamp - a.timestamp for a, b in itertools.pairwise(packets)}
    assert steps == {1}
    assert spans == {PACKET_SAMPLES}
    assert packets[-1].at - packets[0].at > 2.5  # of the 3 s that it lasts
    assert hall.voice.speaking[-1] == 0


async def test_songs_without_a_recording_are_left_out_and_named(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    no_sound = b"this is no sound"

    panel = await hall.begun(ada, [None, excerpts[0], no_sound, excerpts[1], None])
    first = panel.content
    await hall.until_shows(panel, "That was the list")

    assert "song 2 of 5" in first
    assert len(hall.voice.songs()) == 2
    left_out = panel.content.partition("Left out, as I found no recording to play: ")[2]
    assert left_out.count(" by ") == 3
    assert panel.buttons == {}


async def test_a_list_without_any_recording_is_said_so_and_no_room_is_joined(
    hall: Hall, ada: Person
) -> None:
    await hall.start()
    answer, _ = await hall.list_for(ada)

    await hall.server.press(ada, answer, PLAY_HERE)

    assert "no recording to play for any song" in (await hall.server.answer()).content
    assert hall.rooms.bot_moves == []


async def test_the_message_shows_each_song_as_it_plays(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    answer, songs = await hall.list_for(ada)
    hall.samples.by_title = {song.title: data for song, data in zip(songs, excerpts, strict=False)}

    await hall.server.press(ada, answer, PLAY_HERE)
    replies = [await hall.server.answer(), await hall.server.answer()]
    (begun,) = (reply for reply in replies if reply.is_ephemeral)
    (panel,) = (reply for reply in replies if not reply.is_ephemeral)

    assert begun.content == "Here we go: I am playing your list in Lounge."
    assert list(panel.buttons) == ["⏸ Pause", "⏭ Skip", "⏹ Stop"]
    for number in range(1, len(excerpts) + 1):
        await hall.until_shows(panel, f"Playing in Lounge, song {number} of 5")


async def test_listeners_can_hold_a_song_and_let_it_go_on(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    panel = await hall.begun(ada, excerpts[:1])
    await hall.server.until(lambda: len(hall.voice.packets) > 10)

    await hall.server.press(ada, panel, "⏸ Pause")
    await hall.until_shows(panel, "On hold in Lounge")
    await asyncio.sleep(0.05)
    held_at = len(hall.voice.packets)
    await asyncio.sleep(0.1)

    assert len(hall.voice.packets) == held_at
    await hall.server.press(ada, panel, "▶ Go on")
    await hall.until_shows(panel, "That was the list")
    assert sum(len(part) for part in hall.voice.songs()) == 3 * PACKETS_A_SECOND


async def test_listeners_can_skip_a_song_and_stop_the_list(
    hall: Hall, ada: Person, ben: Person, whole_song: bytes
) -> None:
    await hall.start()
    panel = await hall.begun(ada, [whole_song] * 3)
    await hall.rooms.sit(ben, hall.lounge)

    await hall.server.press(ben, panel, "⏭ Skip")
    await hall.until_shows(panel, "song 2 of 5")
    await hall.server.press(ben, panel, "⏹ Stop")
    await hall.until_shows(panel, "Stopped in Lounge.")

    assert hall.server.unread == 0
    assert panel.buttons == {}
    await hall.server.until(lambda: hall.rooms.bots_room is None)


async def test_the_stop_command_stops_too(hall: Hall, ada: Person, whole_song: bytes) -> None:
    await hall.start()
    panel = await hall.begun(ada, [whole_song])

    await hall.server.slash(ada, "stop", place=hall.server.guild_channel)

    assert (await hall.server.answer()).content == "Stopped."
    await hall.until_shows(panel, "Stopped in Lounge.")


async def test_the_play_command_plays_the_last_list(
    hall: Hall, ada: Person, ben: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    await hall.rooms.sit(ben, hall.lounge)
    _, songs = await hall.list_for(ada)
    hall.samples.by_title[songs[0].title] = excerpts[0]

    await hall.server.slash(ben, "play", place=hall.server.guild_channel)
    without_list = await hall.server.answer()
    await hall.server.slash(ada, "play", place=hall.server.guild_channel)
    replies = [await hall.server.answer(), await hall.server.answer()]

    assert without_list.content.startswith("You have no list yet.")
    assert any("Playing in Lounge, song 1 of 5" in reply.content for reply in replies)


async def test_only_people_in_the_room_are_heeded(
    hall: Hall, ada: Person, ben: Person, whole_song: bytes
) -> None:
    await hall.start()
    panel = await hall.begun(ada, [whole_song])

    await hall.server.press(ben, panel, "⏹ Stop")
    refused = await hall.server.answer()

    assert refused.content.startswith("Only people who listen in Lounge can do that.")
    assert refused.is_ephemeral
    assert "Playing" in panel.content


async def test_a_second_list_is_not_played_over_the_first(
    hall: Hall, ada: Person, ben: Person, whole_song: bytes
) -> None:
    other_room = hall.rooms.add("Attic")
    await hall.start()
    await hall.begun(ada, [whole_song])
    await hall.rooms.sit(ben, other_room)
    await hall.world.agree(ben)

    answer, _ = await hall.list_for(ben)
    await hall.server.press(ben, answer, PLAY_HERE)

    assert "already playing a list in Lounge" in (await hall.server.answer()).content


async def test_an_empty_room_is_left_after_a_while(
    hall: Hall, ada: Person, whole_song: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jukebox, "ALONE_S", 0.1)
    await hall.start()
    panel = await hall.begun(ada, [whole_song])

    await hall.rooms.sit(ada, None)
    await hall.until_shows(panel, "Nobody was left in Lounge")

    await hall.server.until(lambda: hall.rooms.bots_room is None)


async def test_who_comes_back_in_time_hears_on(
    hall: Hall, ada: Person, excerpts: Sequence[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jukebox, "ALONE_S", 0.2)
    await hall.start()
    panel = await hall.begun(ada, excerpts)

    await hall.rooms.sit(ada, None)
    await hall.rooms.sit(ada, hall.lounge)

    await hall.until_shows(panel, "That was the list")


async def test_another_bot_is_no_listener(
    hall: Hall, ada: Person, whole_song: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jukebox, "ALONE_S", 0.1)
    await hall.start()
    panel = await hall.begun(ada, [whole_song])

    await hall.rooms.sit(Person("Radio", is_bot=True), hall.lounge)
    await hall.rooms.sit(ada, None)

    await hall.until_shows(panel, "Nobody was left in Lounge")


async def test_sent_away_it_says_so_and_can_be_asked_again(
    hall: Hall, ada: Person, excerpts: Sequence[bytes], whole_song: bytes
) -> None:
    await hall.start()
    panel = await hall.begun(ada, [whole_song])

    await hall.rooms.send_bot_away()
    await hall.until_shows(panel, "I was taken out of Lounge")
    again = await hall.begun(ada, excerpts[:1])

    await hall.until_shows(again, "That was the list")


async def test_another_voice_server_in_the_middle_of_a_song_is_followed(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    panel = await hall.begun(ada, excerpts[:2])
    await hall.server.until(lambda: len(hall.voice.packets) > 10)

    await hall.rooms.change_server()
    await hall.until_shows(panel, "That was the list")

    assert hall.voice.log.count("identified") == 2
    assert sum(len(part) for part in hall.voice.songs()) == 6 * PACKETS_A_SECOND


async def test_a_lost_voice_session_is_begun_anew_in_the_middle_of_a_song(
    hall: Hall, ada: Person, whole_song: bytes
) -> None:
    await hall.start()
    panel = await hall.begun(ada, [whole_song])
    await hall.server.until(lambda: len(hall.voice.packets) > 10)

    hall.voice.chatter()
    await hall.voice.hang_up(SESSION_NO_LONGER_VALID)
    await hall.server.until(lambda: hall.voice.log.count("described") == 2)
    heard = len(hall.voice.packets)
    await hall.server.until(lambda: len(hall.voice.packets) > heard + 10)

    assert "song 1 of 5" in panel.content


async def test_a_new_gateway_session_ends_the_list_and_the_next_can_begin(
    hall: Hall, ada: Person, excerpts: Sequence[bytes], whole_song: bytes
) -> None:
    await hall.start()
    panel = await hall.begun(ada, [whole_song] * 3)

    hall.server.gateway.forget_sessions()
    await hall.server.gateway.drop()
    await hall.until_shows(panel, "I was taken out of Lounge")
    again = await hall.begun(ada, excerpts[:1])

    await hall.until_shows(again, "That was the list")


async def test_a_resumed_gateway_session_does_not_disturb_the_music(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    panel = await hall.begun(ada, excerpts)

    await hall.server.gateway.drop()
    await hall.until_shows(panel, "That was the list")

    assert "resumed" in hall.server.gateway.log
    assert len(hall.voice.songs()) == len(excerpts)


async def test_a_bot_with_several_connections_plays_too(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start(shards=2)
    await hall.server.until(lambda: hall.server.gateway.log.count("identified") == 2)
    panel = await hall.begun(ada, excerpts[:1])

    await hall.until_shows(panel, "That was the list")

    assert len(hall.voice.songs()) == 1


async def test_stopping_the_bot_ends_the_music_says_so_and_leaves_nothing_behind(
    hall: Hall, ada: Person, whole_song: bytes
) -> None:
    bot = await hall.start()
    panel = await hall.begun(ada, [whole_song] * 2)

    await bot.stop()

    assert "I have to go for a moment" in panel.content
    await hall.server.until(lambda: hall.rooms.bots_room is None)
    await hall.server.until(lambda: not voice_threads())


async def test_the_music_goes_on_where_its_message_is_deleted(
    hall: Hall, ada: Person, excerpts: Sequence[bytes]
) -> None:
    await hall.start()
    panel = await hall.begun(ada, excerpts)

    del hall.server.messages[panel.id]
    await hall.server.until(lambda: hall.rooms.bot_moves[-1] is None)

    assert len(hall.voice.songs()) == len(excerpts)


def voice_threads() -> list[str]:
    """Without discord.py's reader of sockets, which takes up to 30 s to see that one is closed."""
    names = ("audio-player", "voice-keep-alive")
    return [t.name for t in threading.enumerate() if t.name.startswith(names)]


def likeness(played: NDArray[np.float32], excerpt: bytes) -> float:
    """The correlation of what was heard with a recording, wherever in 50 ms it sets in."""
    recording, _ = soundfile.read(io.BytesIO(excerpt), dtype="float32")
    count = min(played.size, recording.size)
    spectrum = np.fft.rfft(played[:count], 2 * count) * np.conj(
        np.fft.rfft(recording[:count], 2 * count)
    )
    products = np.fft.irfft(spectrum)[: RATE_HZ // 20]
    return float(products.max() / np.linalg.norm(played) / np.linalg.norm(recording))
