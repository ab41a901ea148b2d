"""The real bot process talking HTTP to a local Bot API server, with real photos and music."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.presenters.language import LANGUAGES, say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.domain.intent import Intent
from tests.fakes.bot_process import KEPT_DAYS, BotProcess
from tests.fakes.telegram_people import Chat, Person, buttons_of, private_chat
from tests.fakes.telegram_server import TOKEN, TelegramServer

SONG = "Queen - Don't Stop Me Now"
ANSWER_WITHIN_S = 90.0
STARTED_WITHIN_S = 60.0
REFUSED = 2

Json = dict[str, Any]


@dataclass(slots=True)
class Running:
    """The bot process, its server and Ann's private chat."""

    server: TelegramServer
    bot: BotProcess
    ann: Person
    chat: Chat

    async def answer(self) -> Json:
        return await self.chat.bot_says(ANSWER_WITHIN_S)


async def start_bot(server: TelegramServer, folder: Path, token: str = TOKEN) -> BotProcess:
    return await BotProcess.start(
        folder, MOODMIX_TELEGRAM_TOKEN=token, MOODMIX_TELEGRAM_API_URL=server.url
    )


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
async def running(server: TelegramServer, tmp_path: Path) -> AsyncIterator[Running]:
    bot = await start_bot(server, tmp_path)
    ann = Person(4_000_000_001, "Ann")
    try:
        await server.until(lambda: server.calls_of("getUpdates"), STARTED_WITHIN_S)
        yield Running(server, bot, ann, private_chat(server, ann))
    finally:
        await bot.kill()


@pytest.fixture
def faces(shared_data: Path) -> Path:
    return shared_data / "faces"


async def first_answer(running: Running, photo: bytes, caption: str = SONG) -> Json:
    """Send a photo, agree to the notice it gets, and take the answer."""
    running.chat.send_photo(running.ann, photo, caption)
    notice = await running.answer()
    assert notice["text"] == say("consent-notice", days=KEPT_DAYS)
    assert running.server.downloads == []
    running.chat.press(running.ann, notice, say("consent-button"))
    return await running.answer()


async def whole_answer(running: Running, card: Json) -> tuple[str, Json]:
    """Everything said, and the message with the buttons: a long list comes as a second one."""
    if buttons_of(card):
        return card["caption"], card
    tracks = await running.answer()
    return f"{card['caption']}\n{tracks['text']}", tracks


async def test_a_selfie_a_song_an_answer_and_feedback_in_sqlite(running, server, faces):
    card = await first_answer(running, (faces / "single" / "posed_happy.jpg").read_bytes())
    said, tracks = await whole_answer(running, card)
    assert card["photo"][-1]["height"] > card["photo"][-1]["width"]
    assert "You look happy to me" in said
    assert '"Don\'t Stop Me Now" by Queen' in said
    assert [f"{position}. " in said for position in range(1, 6)] == [True] * 5

    query = running.chat.press(running.ann, tracks, "👍2")
    assert "Noted: you like" in (await running.chat.note_on(query))["text"]
    running.chat.react(running.ann, card, ["👎"])
    await running.chat.until_shown(tracks, lambda m: "✅👍2" in buttons_of(m)[0])
    await server.until(lambda: len(running.bot.stored("SELECT * FROM feedback")) == 2)
    assert sorted(running.bot.stored("SELECT position, verdict FROM feedback")) == [
        *((0, "down"), (2, "up"))
    ]

    running.chat.press(running.ann, tracks, say("intent-button", intent=Intent.ENHANCE))
    changed, _ = await whole_answer(running, await running.answer())
    assert "that is what you chose" in changed
    assert await running.bot.stop() == 0


async def test_a_round_video_and_an_audio_file(running, faces, shared_data):
    await whole_answer(
        running, await first_answer(running, (faces / "single" / "posed_sad.jpg").read_bytes())
    )
    audio = (shared_data / "audio_samples" / "skyward-storm.mp3").read_bytes()
    running.chat.send_audio(running.ann, audio, "skyward-storm.mp3")
    heard = "good. It sounds minor and mellow (about 125 BPM in A minor). Now send me a selfie"
    assert heard in (await running.answer())["text"]
    running.chat.send_video_note(running.ann, (faces / "video" / "lp_d19.mp4").read_bytes())
    said, _ = await whole_answer(running, await running.answer())
    assert "moodmix music network" in said


async def test_what_cannot_be_read_is_explained(running, faces):
    await whole_answer(
        running, await first_answer(running, (faces / "single" / "posed_sad.jpg").read_bytes())
    )
    for file, code in (
        ("no_face/flower.heic", ErrorCode.NO_FACE),
        ("no_face/white.png", ErrorCode.NO_FACE),
        ("derived/cut_off.jpg", ErrorCode.MEDIA_TRUNCATED),
    ):
        name = file.split("/")[1]
        running.chat.send_document(running.ann, (faces / file).read_bytes(), name, None)
        assert (await running.answer())["text"] == explain_error(MoodmixError(code)), file


async def test_a_restart_forgets_nothing_that_was_said(running, server, faces, tmp_path):
    running.chat.send_text(running.ann, SONG)
    assert "Don't Stop Me Now" in (await running.answer())["text"]
    assert await running.bot.stop(signal.SIGINT) == 0
    running.chat.send_photo(running.ann, (faces / "single" / "posed_surprised.jpg").read_bytes())

    bot = await start_bot(server, tmp_path)
    try:
        notice = await running.answer()
        running.chat.press(running.ann, notice, say("consent-button"))
        said, _ = await whole_answer(running, await running.answer())
        assert "Don't Stop Me Now" in said
        assert len(server.calls_of("setMyCommands")) == len(LANGUAGES)
        assert await bot.stop() == 0, bot.log.read_text()
    finally:
        await bot.kill()


async def test_a_lost_connection_is_survived(running, server):
    running.chat.send_text(running.ann, "/help")
    await running.answer()
    await server.stop()
    running.chat.send_text(running.ann, "/privacy")
    await asyncio.sleep(1.5)
    await server.start()
    assert (await running.answer())["text"] == say("privacy", days=KEPT_DAYS)
    assert await running.bot.stop() == 0
    assert "Traceback" not in running.bot.log.read_text()


async def test_forgetting_leaves_nothing_in_the_database(running, faces):
    photo = (faces / "single" / "posed_happy.jpg").read_bytes()
    await whole_answer(running, await first_answer(running, photo))
    running.chat.send_text(running.ann, "/forget")
    question = await running.answer()
    running.chat.press(running.ann, question, say("forget-button"))
    await running.chat.until_shown(question, lambda m: m["text"] == say("forgotten"))
    about_people = ("person", "consent", "session", "mix", "mood", "wishes", "preferences")
    for table in (*about_people, "feedback", "message"):
        assert running.bot.stored(f"SELECT * FROM {table}") == [], table


async def test_the_log_holds_nothing_anybody_said_or_is(running, faces):
    photo = (faces / "single" / "posed_happy.jpg").read_bytes()
    await whole_answer(running, await first_answer(running, photo))
    await running.bot.stop()
    log = running.bot.log.read_text()
    assert "telegram_started" in log
    for secret in (TOKEN.split(":")[1], str(running.ann.id), "Stop Me", "probabilities"):
        assert secret not in log, secret


async def test_a_wrong_token_ends_in_clear_words(server, tmp_path):
    bot = await start_bot(server, tmp_path, token="700000002:a-token-of-somebody-else")
    assert await asyncio.wait_for(bot.process.wait(), STARTED_WITHIN_S) == REFUSED
    said = bot.log.read_text()
    assert explain_error(MoodmixError(ErrorCode.TELEGRAM_REFUSED)) in said
    assert "Traceback" not in said
    assert "a-token-of-somebody-else" not in said
