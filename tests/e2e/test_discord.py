"""The real bot process, talking HTTP and gateway to a local Discord, with real photos and music."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.presenters import notices
from bot.presenters.words import ERROR_WORDS
from core.domain.errors import ErrorCode
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, SentFile

SONG = "Queen - Don't Stop Me Now"
ANSWER_WITHIN_S = 90.0
STOPPED_WITHIN_S = 30.0


@dataclass
class Running:
    """The bot process and the local Discord it is connected to."""

    server: DiscordServer
    process: asyncio.subprocess.Process
    data_dir: Path
    log: Path

    async def answer(self) -> Message:
        return await self.server.answer(ANSWER_WITHIN_S)

    async def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), STOPPED_WITHIN_S)


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()
    assert server.faults == []


async def start_process(
    server: DiscordServer, tmp_path: Path, **settings: str
) -> tuple[asyncio.subprocess.Process, Path]:
    log = tmp_path / "output.txt"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "OMP_NUM_THREADS": "1",
        "MOODMIX_DATA_DIR": str(tmp_path / "data"),
        "MOODMIX_ONLINE": "false",
        "MOODMIX_LOG_LEVEL": "debug",
        "MOODMIX_DISCORD_TOKEN": server.token,
        "MOODMIX_DISCORD_API_URL": server.api_url,
        "MOODMIX_DISCORD_GATEWAY_URL": server.gateway_url,
        **settings,
    }
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            cwd=tmp_path,
            env=environment,
            stdout=output,
            stderr=output,
        )
    return process, log


@pytest.fixture
async def running(server: DiscordServer, tmp_path: Path) -> AsyncIterator[Running]:
    process, log = await start_process(server, tmp_path)
    try:
        await server.until(
            lambda: "identified" in server.gateway.log or process.returncode is not None,
            timeout_s=60,
        )
        assert process.returncode is None, log.read_text()
        yield Running(server, process, tmp_path / "data", log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.fixture
def sad_photo(shared_data: Path) -> SentFile:
    photo = shared_data / "faces" / "single" / "posed_sad.jpg"
    return SentFile("selfie.jpg", photo.read_bytes(), "image/jpeg")


@pytest.fixture
def ada() -> Person:
    return Person("Ada")


async def agree(running: Running, ada: Person, photo: SentFile) -> Message:
    await running.server.write(ada, SONG, photo)
    notice = await running.answer()
    assert notice.content == notices.CONSENT_NOTICE
    assert running.server.downloads == []
    await running.server.press(ada, notice, notices.CONSENT_BUTTON)
    return await running.answer()


async def test_a_selfie_a_song_an_answer_and_feedback_in_sqlite(
    running: Running, ada: Person, sad_photo: SentFile
) -> None:
    server = running.server

    by_message = await agree(running, ada, sad_photo)
    await server.slash(ada, "moodmix", place=server.guild_channel, photo=sad_photo, song=SONG)
    by_command = await running.answer()
    await server.press(ada, by_command, "👍 2")
    noted = await running.answer()
    await server.press(ada, by_command, notices.MODULATE_BUTTON)
    changed = await running.answer()
    await server.react(ada, by_message, "👎")
    await server.until(lambda: len(stored_feedback(running.data_dir)) == 2)

    for answer in (by_message, by_command):
        (embed,) = answer.embeds
        assert embed["description"].startswith("You look ")
        assert len(embed["fields"]) == 5
        assert all("](https://" in item["value"] for item in embed["fields"])
        assert answer.files[0].data.startswith(b"\x89PNG")
    assert noted.content.startswith("Noted: you like")
    assert "Stay with this mood: that is what you chose." in changed.text
    assert sorted(stored_feedback(running.data_dir)) == [(0, "down"), (2, "up")]
    assert await running.stop() == 0


async def test_a_video_and_an_audio_file_are_read(
    running: Running, ada: Person, sad_photo: SentFile, shared_data: Path
) -> None:
    await agree(running, ada, sad_photo)
    video = shared_data / "faces" / "video" / "lp_d19.mp4"
    song = shared_data / "audio_samples" / "skyward-storm.mp3"

    await running.server.slash(
        ada,
        "moodmix",
        photo=SentFile(video.name, video.read_bytes(), "video/mp4"),
        audio=SentFile(song.name, song.read_bytes(), "audio/mpeg"),
    )
    answer = await running.answer()

    assert "moodmix music network" in answer.text
    assert len(answer.embeds[0]["fields"]) == 5


async def test_what_is_no_face_is_explained(
    running: Running, ada: Person, sad_photo: SentFile, shared_data: Path
) -> None:
    await agree(running, ada, sad_photo)
    faces = shared_data / "faces"
    blank = SentFile("blank.png", (faces / "no_face" / "white.png").read_bytes(), "image/png")
    broken = SentFile(
        "broken.jpg", (faces / "derived" / "not_an_image.jpg").read_bytes(), "image/jpeg"
    )

    await running.server.write(ada, "", blank)
    assert (await running.answer()).content == ERROR_WORDS[ErrorCode.NO_FACE]
    await running.server.write(ada, "", broken)
    assert "Please send" in (await running.answer()).content


async def test_a_lost_connection_and_a_restart_lose_nothing(
    running: Running, server: DiscordServer, ada: Person, sad_photo: SentFile, tmp_path: Path
) -> None:
    answer = await agree(running, ada, sad_photo)

    await server.gateway.drop()
    await server.press(ada, answer, "👍 1")
    assert (await running.answer()).content.startswith("Noted:")
    assert "resumed" in server.gateway.log

    assert await running.stop() == 0
    process, log = await start_process(server, tmp_path)
    try:
        await server.until(lambda: server.gateway.log.count("identified") == 2, timeout_s=60)
        await server.press(ada, answer, "👎 1")
        assert (await running.answer()).content.startswith("Noted:")
        assert stored_feedback(running.data_dir) == [(1, "down")]
        assert server.registrations == 1, log.read_text()
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), STOPPED_WITHIN_S)
    assert process.returncode == 0


async def test_the_log_holds_nothing_anybody_said_or_is(
    running: Running, server: DiscordServer, ada: Person, sad_photo: SentFile
) -> None:
    await agree(running, ada, sad_photo)
    await running.stop()

    written = running.log.read_text()
    secrets = [server.token, ada.id, "Stop Me", "selfie.jpg", *server.exchanges]
    assert "connected" in written
    assert [secret for secret in secrets if secret in written] == []
    assert "Traceback" not in written


async def test_a_wrong_token_ends_with_words(server: DiscordServer, tmp_path: Path) -> None:
    process, log = await start_process(server, tmp_path, MOODMIX_DISCORD_TOKEN="copied-wrongly")

    assert await asyncio.wait_for(process.wait(), 60) == 2
    written = log.read_text()
    assert "Discord does not accept the bot token" in written
    assert "copied-wrongly" not in written
    assert "Traceback" not in written


def stored_feedback(data_dir: Path) -> list[tuple[int, str]]:
    """(position, verdict) of every feedback in the database."""
    database = sqlite3.connect(data_dir / "moodmix.sqlite3", timeout=5)
    try:
        return database.execute("SELECT position, verdict FROM feedback").fetchall()
    finally:
        database.close()
