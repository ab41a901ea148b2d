"""The real bot, killed with SIGKILL in the middle of its work, and started again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.presenters.language import say
from tests.fakes.bot_process import BotProcess
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, SentFile
from tests.fakes.discord_shapes import Person as DiscordPerson
from tests.fakes.telegram_people import Chat, Person, private_chat
from tests.fakes.telegram_server import TOKEN, TelegramServer

SONG = "Queen - Don't Stop Me Now"
WITHIN_S = 90.0
FOR_EVER_S = 3600.0
FEEDBACK = "SELECT position, verdict FROM feedback"
OPEN = "SELECT count(*) FROM request WHERE sealed IS NOT NULL"
SORRY = say("interrupted", count=1)

Json = dict[str, Any]


class World:
    """One platform's server, and runs of the bot that end with SIGKILL."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self._folder, self._settings = folder, settings
        self.bot: BotProcess | None = None

    async def start(self) -> BotProcess:
        self.bot = await BotProcess.start(self._folder, **self._settings)
        return self.bot

    async def kill(self) -> None:
        if self.bot:
            await self.bot.kill()

    def stored(self, sql: str) -> list[tuple[Any, ...]]:
        assert self.bot
        return self.bot.stored(sql)

    async def until_stored(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        """What is written after an answer may come a moment later than it."""
        async with asyncio.timeout(WITHIN_S):
            while self.stored(sql) != rows:  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.05)


class OnTelegram(World):
    """Ann in her private chat."""

    def __init__(self, server: TelegramServer, folder: Path, photo: bytes) -> None:
        super().__init__(
            folder,
            {"MOODMIX_TELEGRAM_TOKEN": TOKEN, "MOODMIX_TELEGRAM_API_URL": server.url},
        )
        self.server, self.photo = server, photo
        self.ann = Person(4_000_000_001, "Ann")
        self.chat: Chat = private_chat(server, self.ann)

    async def start(self) -> BotProcess:
        polls = len(self.server.calls_of("getUpdates"))
        bot = await super().start()
        # the first one only looks what is coming, the second one waits for more
        await self.server.until(
            lambda: len(self.server.calls_of("getUpdates")) >= polls + 2, WITHIN_S
        )
        return bot

    async def hear(self) -> Json:
        return await self.chat.bot_says(WITHIN_S)

    async def agree(self) -> None:
        self.chat.send_photo(self.ann, self.photo)
        self.chat.press(self.ann, await self.hear(), say("consent-button"))
        await self.hear()

    async def ask_and_never_get_it(self) -> Json:
        """Ask for a mix whose card never arrives; what was asked, when the bot is at the card."""
        self.server.delay("sendPhoto", FOR_EVER_S)
        cards = len(self.server.calls_of("sendPhoto"))
        asked = self.chat.send_photo(self.ann, self.photo, SONG)
        await self.server.until(lambda: len(self.server.calls_of("sendPhoto")) > cards, WITHIN_S)
        return asked

    def confirm_nothing_more(self) -> None:
        """From the next poll on, the server does not hear what has arrived."""
        self.server.delay("getUpdates", FOR_EVER_S)

    async def kill(self) -> None:
        await super().kill()
        self.server.delay("sendPhoto", 0)
        self.server.delay("getUpdates", 0)

    def cards(self) -> int:
        return sum("photo" in message for message in self.chat.bot_messages())

    def apologies(self) -> list[Json]:
        return [m for m in self.chat.bot_messages() if m.get("text") == SORRY]

    async def until_all_is_said(self) -> None:
        """Whatever was to be said before, was said before the answer to this."""
        self.chat.send_text(self.ann, "/help")
        while (await self.hear()).get("text") != say("help"):
            pass


@pytest.fixture
def photo(shared_data: Path) -> bytes:
    return (shared_data / "faces" / "single" / "posed_happy.jpg").read_bytes()


@pytest.fixture
async def telegram(tmp_path: Path, photo: bytes) -> AsyncIterator[OnTelegram]:
    async with TelegramServer() as server:
        world = OnTelegram(server, tmp_path, photo)
        try:
            await world.start()
            yield world
        finally:
            await world.kill()


async def test_a_rating_that_telegram_showed_survives_a_kill(telegram: OnTelegram) -> None:
    await telegram.agree()
    telegram.chat.send_text(telegram.ann, SONG)
    answer = await telegram.hear()
    if "reply_markup" not in answer:
        answer = await telegram.hear()
    press = telegram.chat.press(telegram.ann, answer, "👍1")
    assert (await telegram.chat.note_on(press, WITHIN_S))["text"]
    await telegram.kill()
    assert telegram.stored(FEEDBACK) == [(1, "up")]
    await telegram.start()
    assert telegram.stored(FEEDBACK) == [(1, "up")]
    press = telegram.chat.press(telegram.ann, answer, "👎2")
    await telegram.chat.note_on(press, WITHIN_S)
    assert sorted(telegram.stored(FEEDBACK)) == [(1, "up"), (2, "down")]


async def test_an_answer_killed_on_telegram_is_apologised_for_once(telegram: OnTelegram) -> None:
    await telegram.agree()
    asked = await telegram.ask_and_never_get_it()
    await telegram.kill()
    assert telegram.stored(OPEN) == [(1,)]

    await telegram.start()
    sorry = await telegram.hear()
    assert sorry["text"] == SORRY
    assert sorry["reply_to_message"]["message_id"] == asked["message_id"]
    await telegram.until_stored(OPEN, [(0,)])
    await telegram.kill()

    await telegram.start()
    await telegram.until_all_is_said()
    assert len(telegram.apologies()) == 1
    assert telegram.cards() == 0
    telegram.chat.send_photo(telegram.ann, telegram.photo, SONG)
    assert "photo" in await telegram.hear()


async def test_what_telegram_delivers_again_is_answered_once(telegram: OnTelegram) -> None:
    await telegram.agree()
    telegram.confirm_nothing_more()
    telegram.chat.send_text(telegram.ann, "/privacy")
    await telegram.hear()
    await telegram.until_stored(OPEN, [(0,)])
    await telegram.kill()

    await telegram.start()
    await telegram.until_all_is_said()
    said = [m for m in telegram.chat.bot_messages() if m.get("text", "").startswith("What happens")]
    assert len(said) == 1


async def test_what_was_not_answered_and_comes_again_is_answered_without_an_apology(
    telegram: OnTelegram,
) -> None:
    await telegram.agree()
    telegram.confirm_nothing_more()
    await telegram.ask_and_never_get_it()
    await telegram.kill()

    await telegram.start()
    assert "photo" in await telegram.hear()
    await telegram.until_all_is_said()
    assert telegram.cards() == 1
    assert telegram.apologies() == []
    await telegram.until_stored(OPEN, [(0,)])


async def test_a_killed_press_is_apologised_for_and_works_when_pressed_again(
    telegram: OnTelegram,
) -> None:
    await telegram.agree()
    telegram.chat.send_text(telegram.ann, SONG)
    answer = await telegram.hear()
    if "reply_markup" not in answer:
        answer = await telegram.hear()
    cards = telegram.cards()
    telegram.server.delay("sendPhoto", FOR_EVER_S)
    sent = len(telegram.server.calls_of("sendPhoto"))
    words = say("intent-button", intent="enhance")
    telegram.chat.press(telegram.ann, answer, words)
    await telegram.server.until(lambda: len(telegram.server.calls_of("sendPhoto")) > sent, WITHIN_S)
    await telegram.kill()

    await telegram.start()
    sorry = await telegram.hear()
    assert sorry["text"] == SORRY
    assert sorry["reply_to_message"]["message_id"] == answer["message_id"]
    telegram.chat.press(telegram.ann, answer, words)
    assert "photo" in await telegram.hear()
    await telegram.until_all_is_said()
    assert telegram.cards() == cards + 1
    assert len(telegram.apologies()) == 1


class OnDiscord(World):
    """Ada, in direct messages and in a server."""

    def __init__(self, server: DiscordServer, folder: Path, photo: bytes) -> None:
        super().__init__(
            folder,
            {
                "MOODMIX_DISCORD_TOKEN": server.token,
                "MOODMIX_DISCORD_API_URL": server.api_url,
                "MOODMIX_DISCORD_GATEWAY_URL": server.gateway_url,
            },
        )
        self.server = server
        self.ada = DiscordPerson("Ada")
        self.selfie = SentFile("selfie.jpg", photo, "image/jpeg")

    async def start(self) -> BotProcess:
        before = self.server.gateway.log.count("identified")
        bot = await super().start()
        await self.server.until(
            lambda: self.server.gateway.log.count("identified") > before, WITHIN_S
        )
        return bot

    async def hear(self) -> Message:
        return await self.server.answer(WITHIN_S)

    async def agree(self) -> None:
        await self.server.write(self.ada, "", self.selfie)
        await self.server.press(self.ada, await self.hear(), say("consent-button"))
        await self.hear()

    def hold_downloads(self) -> int:
        """From now on nothing that people attach arrives; how much has before."""
        self.server.held_downloads = asyncio.Event()
        return len(self.server.downloads)

    async def until_at_work(self, downloads: int) -> None:
        await self.server.until(lambda: len(self.server.downloads) > downloads, WITHIN_S)

    async def kill(self) -> None:
        await super().kill()
        if self.server.held_downloads:
            self.server.held_downloads.set()
            self.server.held_downloads = None

    async def until_all_is_said(self) -> None:
        await self.server.write(self.ada, "/help")
        while (await self.hear()).text != say("help"):
            pass

    def apologies(self) -> list[Message]:
        return [m for m in self.server.messages.values() if m.text == SORRY]


@pytest.fixture
async def discord(tmp_path: Path, photo: bytes) -> AsyncIterator[OnDiscord]:
    server = DiscordServer()
    await server.start()
    world = OnDiscord(server, tmp_path, photo)
    try:
        await world.start()
        yield world
    finally:
        await world.kill()
        await server.stop()
    assert server.faults == []


async def test_a_rating_that_discord_showed_survives_a_kill(discord: OnDiscord) -> None:
    await discord.agree()
    await discord.server.write(discord.ada, SONG)
    answer = await discord.hear()
    await discord.server.press(discord.ada, answer, "👍 1")
    assert (await discord.hear()).text.startswith("Noted")
    await discord.kill()
    assert discord.stored(FEEDBACK) == [(1, "up")]
    await discord.start()
    await discord.server.press(discord.ada, answer, "👎 2")
    await discord.until_all_is_said()
    assert sorted(discord.stored(FEEDBACK)) == [(1, "up"), (2, "down")]


async def test_a_message_killed_on_discord_is_apologised_for_once(discord: OnDiscord) -> None:
    await discord.agree()
    downloads = discord.hold_downloads()
    asked = await discord.server.write(discord.ada, SONG, discord.selfie)
    await discord.until_at_work(downloads)
    await discord.kill()
    assert discord.stored(OPEN) == [(1,)]

    await discord.start()
    sorry = await discord.hear()
    assert (sorry.text, sorry.reply_to) == (SORRY, asked.id)
    await discord.until_stored(OPEN, [(0,)])
    await discord.kill()

    await discord.start()
    await discord.until_all_is_said()
    assert len(discord.apologies()) == 1


async def test_a_command_killed_on_discord_is_apologised_for_in_its_place(
    discord: OnDiscord,
) -> None:
    await discord.agree()
    downloads = discord.hold_downloads()
    command = await discord.server.slash(
        discord.ada, "moodmix", place=discord.server.guild_channel, photo=discord.selfie, song=SONG
    )
    await discord.until_at_work(downloads)
    assert command.original
    assert command.original.is_thinking
    await discord.kill()

    await discord.start()
    sorry = await discord.hear()
    assert sorry is command.original
    assert sorry.text == SORRY
    assert sorry.is_ephemeral
    assert not sorry.is_thinking
    await discord.until_stored(OPEN, [(0,)])
    await discord.until_all_is_said()
    assert len(discord.apologies()) == 1
