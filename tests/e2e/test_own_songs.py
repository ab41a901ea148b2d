"""The owner's own songs in the real process: on the page always, in chats only where shared."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from core.storage.data_keys import kept_keys
from core.storage.sealed_rows import open_mixes
from core.storage.vault import Vault
from tests.fakes.bot_process import KEPT_DAYS, BotProcess, run_command
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, SentFile
from tests.fakes.discord_shapes import Person as DiscordPerson
from tests.fakes.song_files import write_song
from tests.fakes.telegram_people import Chat, buttons_of, private_chat
from tests.fakes.telegram_people import Person as TelegramPerson
from tests.fakes.telegram_server import TOKEN, TelegramServer

SONG = "Queen - Bohemian Rhapsody"
STARTED_WITHIN_S = 60.0
ANSWER_WITHIN_S = 90.0

Json = dict[str, Any]


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    server = DiscordServer()
    await server.start()
    yield server
    await server.stop()
    assert server.faults == []


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def photo(shared_data: Path) -> bytes:
    return (shared_data / "faces" / "single" / "posed_sad.jpg").read_bytes()


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    """The file of the one song in the library."""
    tags = {"title": "Mine", "artist": "Queen", "genre": "Rock", "date": "1975"}
    song = write_song(tmp_path / "music" / "mine.mp3", 9, **tags)
    assert run_command(tmp_path, "library", "scan", song.parent).returncode == 0
    return song.read_bytes()


@pytest.fixture
def running(telegram: TelegramServer, discord: DiscordServer, tmp_path: Path) -> Callable[..., Any]:
    @asynccontextmanager
    async def run(**settings: str) -> AsyncIterator[BotProcess]:
        bot = await BotProcess.start(
            tmp_path,
            MOODMIX_TELEGRAM_TOKEN=TOKEN,
            MOODMIX_TELEGRAM_API_URL=telegram.url,
            MOODMIX_DISCORD_TOKEN=discord.token,
            MOODMIX_DISCORD_API_URL=discord.api_url,
            MOODMIX_DISCORD_GATEWAY_URL=discord.gateway_url,
            **settings,
        )
        try:
            await telegram.until(lambda: telegram.calls_of("getUpdates"), STARTED_WITHIN_S)
            await discord.until(lambda: "identified" in discord.gateway.log, STARTED_WITHIN_S)
            yield bot
            assert await bot.stop() == 0, bot.log.read_text()
        finally:
            await bot.kill()

    return run


async def test_a_shared_song_is_played_in_both_chats(
    telegram: TelegramServer,
    discord: DiscordServer,
    running: Callable[..., Any],
    content: bytes,
    photo: bytes,
) -> None:
    ann, ada = TelegramPerson(4_000_000_001, "Ann"), DiscordPerson("Ada")
    chat = private_chat(telegram, ann)
    async with running(MOODMIX_SHARE_LIBRARY="true") as bot:
        await _ask_on_telegram(chat, ann, photo)
        _let_the_song_fit(bot)
        answer = await _ask_on_telegram(chat, ann, photo)
        chat.press(ann, answer, _play_button(word for row in buttons_of(answer) for word in row))
        audio = (await chat.bot_says(ANSWER_WITHIN_S, ignoring=say("sending-song")))["audio"]
        assert (audio["title"], audio["performer"], audio["duration"]) == ("Mine", "Queen", 4)
        assert telegram.files[audio["file_id"]].data == content

        reply = await _ask_on_discord(discord, ada, photo)
        await discord.press(ada, reply, _play_button(reply.buttons))
        played = await discord.answer(ANSWER_WITHIN_S)
        assert [file.data for file in played.files] == [content]


async def test_by_default_only_the_page_offers_and_plays_it(
    telegram: TelegramServer,
    discord: DiscordServer,
    running: Callable[..., Any],
    content: bytes,
    photo: bytes,
) -> None:
    ann, ada = TelegramPerson(4_000_000_001, "Ann"), DiscordPerson("Ada")
    chat = private_chat(telegram, ann)
    async with running() as bot:
        await _ask_on_telegram(chat, ann, photo)
        _let_the_song_fit(bot)
        answer = await _ask_on_telegram(chat, ann, photo)
        assert _play_button(word for row in buttons_of(answer) for word in row) is None
        reply = await _ask_on_discord(discord, ada, photo)
        assert _play_button(reply.buttons) is None

        mix_id, position, played = await _played_on_the_page(bot, photo)
        assert played == content
        query = chat.press_data(ann, answer, f"p:{mix_id}:{position}")
        refused = (await chat.note_on(query))["text"]
        assert refused == explain_error(MoodmixError(ErrorCode.LIBRARY_NOT_SHARED))
        assert telegram.calls_of("sendAudio") == []


def _let_the_song_fit(bot: BotProcess) -> None:
    """As if it had been heard to feel just as the last answer wanted it."""
    keys = kept_keys(bot.data_dir / "data.key")
    assert keys
    rows = bot.stored("SELECT id, person, sealed FROM mix ORDER BY id LIMIT 1")
    (answer,) = open_mixes(Vault(keys.keys), rows).values()
    path = bot.data_dir / "moodmix.sqlite3"
    with closing(sqlite3.connect(path, timeout=5)) as database, database:
        target = (answer.target_valence, answer.target_arousal)
        database.execute("UPDATE library_song SET valence = ?, arousal = ?", target)


def _play_button(labels: Iterable[str]) -> str | None:
    return next((label for label in labels if label.startswith("▶")), None)


async def _ask_on_telegram(chat: Chat, ann: TelegramPerson, photo: bytes) -> Json:
    """The message with the buttons."""
    chat.send_document(ann, photo, "selfie.jpg", "image/jpeg", SONG)
    message = await chat.bot_says(ANSWER_WITHIN_S)
    if message.get("text") == say("consent-notice", days=KEPT_DAYS):
        chat.press(ann, message, say("consent-button"))
        message = await chat.bot_says(ANSWER_WITHIN_S)
    return message if buttons_of(message) else await chat.bot_says(ANSWER_WITHIN_S)


async def _ask_on_discord(server: DiscordServer, ada: DiscordPerson, photo: bytes) -> Message:
    await server.write(ada, SONG, SentFile("selfie.jpg", photo, "image/jpeg"))
    await server.press(ada, await server.answer(ANSWER_WITHIN_S), say("consent-button"))
    return await server.answer(ANSWER_WITHIN_S)


async def _played_on_the_page(bot: BotProcess, photo: bytes) -> tuple[int, int, bytes]:
    """Mix and position of what an answer on the page offers of the library, and its sound."""
    address = re.findall(r"http://127\.0\.0\.1:\d+", bot.log.read_text())[-1]
    async with aiohttp.ClientSession(address) as page:
        async with page.get("/") as response:
            token = re.search(r'name="moodmix-token" content="([^"]+)"', await response.text())
        headers = {"Origin": address, "X-Moodmix-Token": token[1]}
        async with page.post("/api/consent", json={}, headers=headers) as response:
            assert response.status == 200
        form = aiohttp.FormData({"song": SONG})
        form.add_field("face", photo, filename="selfie.jpg")
        async with page.post("/api/message", data=form, headers=headers) as response:
            answer = await response.json()
        (own,) = [track for track in answer["tracks"] if track["file"]]
        async with page.get(own["file"]["url"], headers=headers) as response:
            return answer["mix_id"], own["position"], await response.read()
