"""A whole conversation on every platform, and then a search for what was said in all the files.

The same things are found with the key, so that a search which finds nothing means something.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.presenters.language import say
from core.domain.conversation import PersonId
from core.domain.personal_data import PersonalData
from core.storage.data_keys import kept_keys
from core.storage.sqlite_store import SqliteStore
from core.storage.vault import Vault
from tests.fakes.bot_process import BotProcess
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person as DiscordPerson
from tests.fakes.discord_shapes import SentFile
from tests.fakes.telegram_people import Chat, buttons_of, group, private_chat
from tests.fakes.telegram_people import Person as TelegramPerson
from tests.fakes.telegram_server import TOKEN, TelegramServer

ANSWER_WITHIN_S = STARTED_WITHIN_S = 90.0
ANN, ADA = TelegramPerson(4_000_777_001, "Planted Ann"), DiscordPerson("Planted Ada")
ON_TELEGRAM, ON_DISCORD = "Queen - Don't Stop Me Now", "Toto - Africa"
ON_PAGE = "Van Halen - Jump"
UNKNOWN = "planted whisper - a song that nobody knows"
FILE_NAME = "planted-selfie.jpg"
SHORTEST = 5
"""Shorter words may come up in what is sealed by chance."""


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


async def test_nothing_that_was_said_lies_open_in_any_file(
    telegram: TelegramServer, discord: DiscordServer, tmp_path: Path, shared_data: Path
) -> None:
    photo = (shared_data / "faces" / "single" / "posed_happy.jpg").read_bytes()
    private, friends = private_chat(telegram, ANN), group(telegram, "planted friends")
    bot = await BotProcess.start(
        tmp_path,
        MOODMIX_TELEGRAM_TOKEN=TOKEN,
        MOODMIX_TELEGRAM_API_URL=telegram.url,
        MOODMIX_DISCORD_TOKEN=discord.token,
        MOODMIX_DISCORD_API_URL=discord.api_url,
        MOODMIX_DISCORD_GATEWAY_URL=discord.gateway_url,
    )
    try:
        await telegram.until(lambda: telegram.calls_of("getUpdates"), STARTED_WITHIN_S)
        await discord.until(lambda: "identified" in discord.gateway.log, STARTED_WITHIN_S)
        await talk_on_telegram(private, photo)
        await talk_on_discord(discord, photo)
        await talk_on_the_page(bot, photo)
        said = {
            *(str(ANN.id), ANN.name, str(friends.id), UNKNOWN, ON_TELEGRAM, FILE_NAME, TOKEN),
            *(ADA.id, ADA.name, discord.token, ON_DISCORD, ON_PAGE),
        }
        numbers = [ANN.id, int(ADA.id), int(discord.direct_place(ADA).id)]
        assert bot.stored("SELECT count(*) FROM person") == [(3,)]
        while_running = contents(tmp_path)
    finally:
        await bot.kill()
    assert any(name.endswith("-wal") and content for name, content in while_running.items())

    stored = await everything(bot.data_dir)
    kept = {word for data in stored for word in words_of(data)}
    for word in ("Don't Stop Me Now", "Queen", "Africa", "Toto", "Jump", "Van Halen", "happy"):
        assert word in kept, word

    secrets = [word.encode() for word in said | kept if len(word) >= SHORTEST]
    secrets += [number.to_bytes(-(-number.bit_length() // 8), "big") for number in numbers]
    for files in (while_running, contents(tmp_path)):
        assert found(files, secrets) == []
    assert found({"export": repr(stored).encode()}, [b"Don't Stop Me Now"]) != []


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that the process made, wherever it is."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def found(files: dict[str, bytes], secrets: Iterable[bytes]) -> list[tuple[str, bytes]]:
    return [
        (name, secret) for secret in secrets for name, content in files.items() if secret in content
    ]


async def everything(data_dir: Path) -> list[PersonalData]:
    """What is stored of everybody, opened with the key."""
    keys = kept_keys(data_dir / "data.key")
    assert keys is not None
    vault = Vault(keys.keys)
    path = data_dir / "moodmix.sqlite3"
    store = await SqliteStore.open(path, vault, lambda: datetime.now(UTC))
    try:
        return [await store.diary.all_of(person) for person in people_in(data_dir)]
    finally:
        await store.close()


def people_in(data_dir: Path) -> list[PersonId]:
    rows = BotProcess(None, data_dir, data_dir).stored("SELECT id FROM person")
    return [PersonId(person) for (person,) in rows]


def words_of(stored: PersonalData) -> Iterator[str]:
    """Moods, titles and artists."""
    yield from stored.wishes.not_artists
    for mood in stored.moods:
        yield mood.label.value
    for mix in stored.mixes:
        yield mix.label.value
        songs = [(track.title, track.artists) for track in mix.tracks]
        for title, artists in [*songs, *filter(None, [mix.seed])]:
            yield title
            yield from artists


async def talk_on_telegram(chat: Chat, photo: bytes) -> None:
    async def answer() -> Any:
        return await chat.bot_says(ANSWER_WITHIN_S)

    chat.send_photo(ANN, photo, ON_TELEGRAM)
    chat.press(ANN, await answer(), say("consent-button"))
    shown = await answer()
    if not buttons_of(shown):
        shown = await answer()
    chat.press(ANN, shown, "👎2")
    rated = await chat.until_shown(shown, lambda m: "🚫" in str(buttons_of(m)))
    (label,) = (label for row in buttons_of(rated) for label in row if label.startswith("🚫"))
    chat.press(ANN, rated, label)
    await answer()
    chat.send_text(ANN, UNKNOWN)
    await answer()


async def talk_on_discord(server: DiscordServer, photo: bytes) -> None:
    await server.write(ADA, ON_DISCORD, SentFile(FILE_NAME, photo, "image/jpeg"))
    await server.press(ADA, await server.answer(ANSWER_WITHIN_S), say("consent-button"))
    answer = await server.answer(ANSWER_WITHIN_S)
    await server.press(ADA, answer, "👍 1")
    await server.answer(ANSWER_WITHIN_S)
    await server.react(ADA, answer, "👎")


async def talk_on_the_page(bot: BotProcess, photo: bytes) -> None:
    address = re.search(r"http://127\.0\.0\.1:\d+", bot.log.read_text())
    assert address
    origin = address[0]
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{origin}/") as page:
            token = re.search(r'name="moodmix-token" content="([^"]+)"', await page.text())
        assert token
        headers = {"Origin": origin, "Sec-Fetch-Site": "same-origin", "X-Moodmix-Token": token[1]}
        async with http.post(f"{origin}/api/consent", json={}, headers=headers) as agreed:
            assert agreed.status == 200
        form = aiohttp.FormData(default_to_multipart=True)
        form.add_field("face", photo, filename=FILE_NAME)
        form.add_field("song", ON_PAGE)
        async with http.post(f"{origin}/api/message", data=form, headers=headers) as answer:
            assert answer.status == 200, await answer.text()
