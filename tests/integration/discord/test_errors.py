from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

import pytest
import structlog.testing

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError, OperationError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.media import Upload
from core.domain.mix import Mix
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.integration.discord.conftest import SONG, World

MEGABYTE = 2**20


@pytest.fixture(autouse=True)
async def _agreed(world: World, ada: Person) -> None:
    await world.agree(ada)


async def test_no_face_is_explained_and_the_song_is_kept(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()

    await server.slash(ada, "moodmix", photo=SentFile("cat.jpg", b"cat", "image/jpeg"), song=SONG)
    assert (await server.answer()).content == explain_error(MoodmixError(ErrorCode.NO_FACE))

    await server.slash(ada, "moodmix", photo=selfie)
    assert (await server.answer()).embeds


async def test_too_large_a_file_is_refused_before_it_is_downloaded(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    large = SentFile("film.mp4", b"sad", "video/mp4", claimed_size=20 * MEGABYTE + 1)

    await server.write(ada, SONG, large)

    assert "larger than 20 MB" in (await server.answer()).content
    assert server.downloads == []


async def test_a_file_at_the_limit_is_read(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    large = SentFile("film.mp4", b"sad", "video/mp4", claimed_size=20 * MEGABYTE)

    await server.write(ada, SONG, large)

    assert (await server.answer()).embeds


async def test_a_file_that_is_gone_is_explained(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()
    posted = await server.write(ada, SONG, selfie, place=server.guild_channel)
    server.files.clear()

    await server.menu(ada, "Mood mix from this photo", posted)

    assert (await server.answer()).content == explain_error(
        MoodmixError(ErrorCode.MEDIA_NOT_FETCHED)
    )


async def test_an_unknown_song_and_a_foreign_link_are_explained(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.write(ada, "Nobody - Nothing At All")
    unknown = await server.answer()
    await server.write(ada, "https://example.com/track/1")
    foreign = await server.answer()

    assert "I do not know the song" in unknown.content
    assert "I cannot read links of example.com" in foreign.content


async def test_the_buttons_of_an_unknown_mix_and_of_nobodys_answer_are_explained(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.start()
    await server.write(ada, SONG, selfie, place=server.guild_channel, mentions_bot=True)
    answer = await server.answer()

    await server.press(ben, answer, say("intent-button", intent=Intent.ENHANCE))

    assert (await server.answer()).content == explain_error(
        MoodmixError(ErrorCode.NOTHING_TO_CHANGE)
    )


async def test_an_unexpected_failure_gets_an_incident_number_that_the_log_has_too(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    async def stumble(_: Upload) -> FaceReading:
        raise ZeroDivisionError

    world.face_reader.read_face = stumble
    await world.start()

    with structlog.testing.capture_logs() as log:
        await server.slash(ada, "moodmix", photo=selfie, song=SONG)
        answer = await server.answer()

    incident = re.search(r"incident ([0-9a-f]{8})", answer.content)
    assert incident
    (entry,) = [entry for entry in log if entry["event"] == "incident"]
    assert entry["incident"] == incident[1]
    assert isinstance(entry["exc_info"], ZeroDivisionError)


async def test_a_command_that_no_longer_exists_here_is_answered(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    server.commands[-1] = {**server.commands[0], "name": "serenade", "options": []}

    await server.slash(ada, "serenade")

    assert (await server.answer()).content == say("unknown-command")


async def test_a_passing_failure_of_discord_loses_nothing(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()
    server.fail_next("/webhooks/", 502)
    server.fail_next("/attachments/", 503)

    await server.slash(ada, "moodmix", photo=selfie, song=SONG)
    assert (await server.answer()).content == explain_error(
        MoodmixError(ErrorCode.MEDIA_NOT_FETCHED)
    )

    await server.slash(ada, "moodmix", photo=selfie, song=SONG)
    assert (await server.answer()).embeds


@pytest.mark.parametrize(
    ("statuses", "event"), [((404,), "undeliverable"), ((400, 404), "explanation_undelivered")]
)
async def test_an_answer_that_cannot_be_delivered_is_noted_and_the_bot_goes_on(
    world: World, server: DiscordServer, ada: Person, statuses: tuple[int, ...], event: str
) -> None:
    await world.start()
    for status in statuses:
        server.fail_next("/webhooks/", status)

    with structlog.testing.capture_logs() as log:
        await server.slash(ada, "help")
        await server.until(lambda: any(entry["event"] == event for entry in log))
    await server.slash(ada, "help")

    assert (await server.answer()).content == say("help")


async def test_an_answer_after_fifteen_minutes_is_not_tried(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()

    with structlog.testing.capture_logs() as log:
        await server.slash(ada, "moodmix", photo=selfie, song=SONG, age_s=901)
        await server.until(lambda: any(entry["event"] == "answered" for entry in log))

    assert any(entry["event"] == "answer_too_late" for entry in log)
    assert server.unread == 0
    assert not any("/webhooks/" in request for request in server.requests)


class TestWithoutCard:
    @pytest.fixture
    def paint_card(self) -> Callable[[Mix], Awaitable[bytes]]:
        async def paint(_: Mix) -> bytes:
            raise OperationError(ErrorCode.BUSY)

        return paint

    async def test_an_answer_comes_without_its_picture_rather_than_not_at_all(
        self, world: World, server: DiscordServer, ada: Person, selfie: SentFile
    ) -> None:
        await world.start()

        await server.slash(ada, "moodmix", photo=selfie, song=SONG)
        answer = await server.answer()

        assert len(answer.embeds[0]["fields"]) == 5
        assert "image" not in answer.embeds[0]
        assert answer.files == []


async def test_too_many_requests_at_once_hear_busy(
    world: World,
    server: DiscordServer,
    ada: Person,
    selfie: SentFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import asyncio

    monkeypatch.setattr("bot.discord.funnel.UNDER_WAY_AT_MOST", 1)
    await world.start()
    server.held_downloads = asyncio.Event()

    await server.slash(ada, "moodmix", photo=selfie, song=SONG)
    await server.until(lambda: server.downloads == ["selfie.jpg"])
    await server.slash(ada, "help")
    turned_away = await server.answer()
    server.held_downloads.set()

    assert turned_away.content == explain_error(MoodmixError(ErrorCode.BUSY))
    assert (await server.answer()).embeds


async def test_nothing_that_was_said_or_names_anybody_is_logged(
    world: World,
    server: DiscordServer,
    ada: Person,
    selfie: SentFile,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with structlog.testing.capture_logs() as log, caplog.at_level("DEBUG"):
        # the database's own debug lines are silenced where logging is set up
        caplog.set_level("INFO", logger="aiosqlite")
        await world.start()
        await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie, song=SONG)
        await server.press(ada, await server.answer(), "👍 1")
        await server.answer()
        await server.write(ada, "Nobody - Nothing At All")
        await server.answer()
        await server.gateway.drop()
        await server.until(lambda: "resumed" in server.gateway.log)

    written = "\n".join([*map(str, log), caplog.text])
    assert "answered" in written
    secrets = ["Rhapsody", "Nothing At All", "selfie.jpg", server.token, ada.id, "local-discord"]
    secrets += [exchange.token for exchange in server.exchanges.values()]
    assert [secret for secret in secrets if secret in written] == []
