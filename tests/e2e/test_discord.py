"""The real bot process, talking HTTP and gateway to a local Discord, with real photos and music."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.intent import Intent
from tests.fakes.bot_process import KEPT_DAYS, BotProcess
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, SentFile

SONG = "Queen - Don't Stop Me Now"
ANSWER_WITHIN_S = 90.0
STARTED_WITHIN_S = 60.0
FEEDBACK = "SELECT position, verdict FROM feedback"


@dataclass(slots=True)
class Running:
    """The bot process and the local Discord it is connected to."""

    server: DiscordServer
    bot: BotProcess

    async def answer(self) -> Message:
        return await self.server.answer(ANSWER_WITHIN_S)


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()
    assert server.faults == []


async def start_bot(server: DiscordServer, folder: Path, token: str | None = None) -> BotProcess:
    return await BotProcess.start(
        folder,
        MOODMIX_DISCORD_TOKEN=token or server.token,
        MOODMIX_DISCORD_API_URL=server.api_url,
        MOODMIX_DISCORD_GATEWAY_URL=server.gateway_url,
    )


@pytest.fixture
async def running(server: DiscordServer, tmp_path: Path) -> AsyncIterator[Running]:
    bot = await start_bot(server, tmp_path)
    try:
        await server.until(
            lambda: "identified" in server.gateway.log or bot.is_over, timeout_s=STARTED_WITHIN_S
        )
        assert not bot.is_over, bot.log.read_text()
        yield Running(server, bot)
    finally:
        await bot.kill()


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
    assert notice.content == say("consent-notice", days=KEPT_DAYS)
    assert running.server.downloads == []
    await running.server.press(ada, notice, say("consent-button"))
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
    await server.press(ada, by_command, say("intent-button", intent=Intent.MODULATE))
    changed = await running.answer()
    await server.react(ada, by_message, "👎")
    await server.until(lambda: len(running.bot.stored(FEEDBACK)) == 2)

    for answer in (by_message, by_command):
        (embed,) = answer.embeds
        assert "look: sad (" in embed["description"]  # it is unsure, and says so
        assert len(embed["fields"]) == 5
        assert all("](https://" in item["value"] for item in embed["fields"])
        assert answer.files[0].data.startswith(b"\x89PNG")
    assert noted.content.startswith("Noted: you like")
    assert "Stay with this mood: that is what you chose." in changed.text
    assert sorted(running.bot.stored(FEEDBACK)) == [(0, "down"), (2, "up")]
    assert await running.bot.stop() == 0


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
    assert (await running.answer()).content == explain_error(MoodmixError(ErrorCode.NO_FACE))
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

    assert await running.bot.stop() == 0
    bot = await start_bot(server, tmp_path)
    try:
        await server.until(lambda: server.gateway.log.count("identified") == 2, STARTED_WITHIN_S)
        await server.press(ada, answer, "👎 1")
        assert (await running.answer()).content.startswith("Noted:")
        assert running.bot.stored(FEEDBACK) == [(1, "down")]
        assert server.registrations == 1, bot.log.read_text()
        assert await bot.stop() == 0
    finally:
        await bot.kill()


async def test_the_log_holds_nothing_anybody_said_or_is(
    running: Running, server: DiscordServer, ada: Person, sad_photo: SentFile
) -> None:
    await agree(running, ada, sad_photo)
    await running.bot.stop()

    written = running.bot.log.read_text()
    secrets = [server.token, ada.id, "Stop Me", "selfie.jpg", *server.exchanges]
    assert "connected" in written
    assert [secret for secret in secrets if secret in written] == []
    assert "Traceback" not in written


async def test_a_wrong_token_ends_with_words(server: DiscordServer, tmp_path: Path) -> None:
    bot = await start_bot(server, tmp_path, token="of.somebody.else")

    assert await asyncio.wait_for(bot.process.wait(), STARTED_WITHIN_S) == 2
    written = bot.log.read_text()
    assert "Discord does not accept the bot token" in written
    assert "copied-wrongly" not in written
    assert "Traceback" not in written
