"""A whole evening with the real bot on Telegram, written down as its person sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.presenters.language import say
from core.domain.conversation import Onward
from core.domain.wishes import Context
from tests.e2e.test_telegram import ANSWER_WITHIN_S, STARTED_WITHIN_S, start_bot
from tests.fakes.telegram_people import Chat, Person, buttons_of, private_chat
from tests.fakes.telegram_server import TelegramServer

Json = dict[str, Any]


@dataclass(slots=True)
class Evening:
    """One person's chat, and its transcript: every message, with pictures and files beside it."""

    server: TelegramServer
    chat: Chat
    ann: Person
    folder: Path
    lines: list[str] = field(default_factory=list)

    def writes(self, words: str) -> None:
        self.lines.append(f"Ann: {words}")
        self.chat.send_text(self.ann, words)

    def sends(self, photo: Path, caption: str | None = None) -> None:
        self.lines.append(f"Ann: [{photo.name}] {caption or ''}".rstrip())
        self.chat.send_photo(self.ann, photo.read_bytes(), caption)

    async def presses(self, message: Json, words: str) -> None:
        self.lines.append(f"Ann presses: {words}")
        query = self.chat.press(self.ann, message, words)
        note = await self.chat.note_on(query, ANSWER_WITHIN_S)
        if note.get("text"):
            self.lines.append(f"  (shown for a moment: {note['text']})")

    async def hears(self) -> Json:
        message = await self.chat.bot_says(ANSWER_WITHIN_S)
        while message.get("text") == say("telegram-preparing"):
            message = await self.chat.bot_says(ANSWER_WITHIN_S)
        self._note("moodmix", message)
        return message

    async def sees(self, message: Json, condition: Callable[[Json], Any]) -> Json:
        shown = await self.chat.until_shown(message, condition, ANSWER_WITHIN_S)
        self._note("moodmix (the same message by now)", shown)
        return shown

    def _note(self, who: str, message: Json) -> None:
        self.lines.append(f"{who}: {self._attached(message)}{self._words(message)}")
        self.lines += [
            f"  {' '.join(f'[{words}]' for words in row)}" for row in buttons_of(message)
        ]

    def _attached(self, message: Json) -> str:
        if "photo" in message:
            file_id, name = message["photo"][-1]["file_id"], f"{message['message_id']}.jpg"
        elif "document" in message:
            file_id = message["document"]["file_id"]
            name = f"{message['message_id']}-{message['document']['file_name']}"
        else:
            return ""
        (self.folder / name).write_bytes(self.server.files[file_id].data)
        return f"[{name}] "

    def _words(self, message: Json) -> str:
        words = message.get("text") or message.get("caption") or ""
        return str(words).replace("\n", "\n    ")

    def write_down(self) -> None:
        (self.folder / "transcript.txt").write_text("\n".join(self.lines) + "\n", "utf-8")


@pytest.fixture
async def evening(tmp_path: Path):
    async with TelegramServer() as server:
        bot = await start_bot(server, tmp_path)
        ann = Person(4_000_000_001, "Ann")
        folder = tmp_path / "evening"
        folder.mkdir()
        evening = Evening(server, private_chat(server, ann), ann, folder)
        try:
            await server.until(lambda: server.calls_of("getUpdates"), STARTED_WITHIN_S)
            yield evening
            assert await bot.stop() == 0
            assert "Traceback" not in bot.log.read_text()
        finally:
            evening.write_down()
            await bot.kill()


async def test_an_evening_from_the_first_hello_to_being_forgotten(evening, shared_data):
    selfies = shared_data / "faces" / "single"
    evening.writes("/start")
    assert "I am moodmix" in (await evening.hears())["text"]
    notice = await evening.hears()
    await evening.presses(notice, say("consent-button"))
    await evening.sees(notice, lambda m: m["text"] == say("consent-thanks"))

    evening.sends(selfies / "posed_sad.jpg", "Queen - Don't Stop Me Now")
    answer = await _list(evening)
    await evening.presses(answer, "👍2")
    rated = await evening.sees(answer, lambda m: any("✅👍2" in row for row in buttons_of(m)))
    await evening.presses(rated, say("correct-button"))
    moods = await evening.sees(answer, lambda m: ["Disgusted"] in buttons_of(m))
    await evening.presses(moods, "Frightened")
    corrected = await _list(evening)

    await evening.presses(corrected, say("onward-button", onward=Onward.CHECK_IN))
    assert "Before the list it was frightened." in (await evening.hears())["text"]
    evening.sends(selfies / "posed_happy.jpg")
    moved = await evening.hears()
    assert moved["photo"]
    assert "You went from frightened to happy." in moved["caption"]
    last = await _list(evening)
    await evening.presses(last, say("onward-button", onward=Onward.FINISH))
    assert say("farewell") in (await evening.hears())["text"]

    evening.writes("/history")
    assert (await evening.hears())["photo"]
    evening.writes("/week")
    assert (await evening.hears())["photo"]
    evening.writes("/settings")
    board = await evening.hears()
    await evening.presses(board, "Lists for")
    await evening.sees(board, lambda m: len(buttons_of(m)) > 4)
    await evening.presses(board, say("occasion-name", occasion=Context.EVENING))
    await evening.sees(board, lambda m: "Lists for: The evening" in m["text"])
    evening.writes("/export")
    assert {(await evening.hears())["document"]["file_name"] for _ in range(2)} == {
        *("moodmix-export.txt", "moodmix-export.json")
    }
    evening.writes("/forget")
    question = await evening.hears()
    await evening.presses(question, say("forget-button"))
    await evening.sees(question, lambda m: m["text"] == say("forgotten"))
    evening.writes("/history")
    assert (await evening.hears())["text"] == say("history-none")


async def _list(evening: Evening) -> Json:
    """The message of a list that carries its buttons; a long one comes in two."""
    message = await evening.hears()
    return message if buttons_of(message) else await evening.hears()
