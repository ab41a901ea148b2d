"""Menus of messages and people, and commands in people's languages."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest

from bot.discord.translation import MenuTranslator, told
from bot.presenters.language import language_name, say, speaking
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person
from tests.fakes.locales import languages
from tests.integration.discord.conftest import World

AVATAR = "0123456789abcdef0123456789abcdef"
LOCALES = {
    "de": ("de",),
    "es": ("es-ES", "es-419"),
    "pt": ("pt-BR",),
    "fr": ("fr",),
    "hi": ("hi",),
    "vi": ("vi",),
}
"""Of the languages that moodmix speaks; Discord has no Persian."""


@pytest.fixture(autouse=True)
def _own_pictures(server: DiscordServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.Asset, "BASE", server.api_url.removesuffix("/api/v10"))


@pytest.fixture
def pictured(ada: Person, server: DiscordServer) -> Person:
    """Ada, with a picture that the fake reader takes for a sad face."""
    server.avatars[AVATAR] = b"sad"
    return replace(ada, avatar=AVATAR)


async def test_ones_own_picture_is_read_after_consent(
    world: World, server: DiscordServer, pictured: Person
) -> None:
    await world.start()

    await server.user_menu(pictured, say("user-command"), pictured)
    notice = await server.answer()
    assert server.downloads == []
    await server.press(pictured, notice, say("consent-button"))

    assert notice.content == say("consent-notice", days=0)
    assert "You look sad to me" in (await server.answer()).content
    assert server.downloads == ["avatar of Ada"]


async def test_nobody_elses_picture_is_read(
    world: World, server: DiscordServer, pictured: Person, ben: Person
) -> None:
    await world.agree(ben)
    await world.start()

    await server.user_menu(ben, say("user-command"), pictured)

    answer = await server.answer()
    assert answer.content == say("discord-avatar-others")
    assert answer.is_ephemeral
    assert server.downloads == []


async def test_who_has_no_picture_is_told_what_else_to_do(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.agree(ada)
    await world.start()

    await server.user_menu(ada, say("user-command"), ada)

    assert (await server.answer()).content == say("discord-avatar-none")


async def test_a_picture_that_cannot_be_fetched_is_explained(
    world: World, server: DiscordServer, pictured: Person
) -> None:
    await world.agree(pictured)
    await world.start()
    server.fail_next("/avatars/", 404)

    await server.user_menu(pictured, say("user-command"), pictured)

    assert (await server.answer()).content == explain_error(
        MoodmixError(ErrorCode.MEDIA_NOT_FETCHED)
    )


@pytest.mark.parametrize("language", [one for one in languages() if one in LOCALES])
async def test_commands_stand_in_the_language_of_the_app(
    world: World, server: DiscordServer, language: str
) -> None:
    await world.start()
    (mood,) = (one for one in server.commands if one["name"] == "mood")
    (menu,) = (one for one in server.commands if one["type"] == 3)
    feeling = mood["options"][0]

    with speaking(language):
        for locale in LOCALES[language]:
            assert mood["description_localizations"][locale] == say("command-mood")
            assert menu["name_localizations"][locale] == say("message-command")
            happy = feeling["choices"][0]["name_localizations"]
            assert happy[locale] == say("emotion-name", emotion="happy")
    assert "ja" not in mood["description_localizations"]


async def test_words_are_translated_only_where_they_differ() -> None:
    words = told(lambda: language_name("de"))
    translator = MenuTranslator()

    async def said(locale: discord.Locale) -> str | None:
        return await translator.translate(words, locale, None)

    assert words.message == "German"
    assert await said(discord.Locale.german) == "Deutsch"
    assert await said(discord.Locale.american_english) is None
    assert await said(discord.Locale.japanese) is None


async def test_commands_are_registered_anew_when_their_translation_changes(
    world: World, server: DiscordServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await (await world.start()).stop()
    await (await world.start()).stop()
    assert server.registrations == 1

    async def in_other_words(*_: object) -> str:
        return "autrement"

    monkeypatch.setattr(MenuTranslator, "translate", in_other_words)
    await world.start()

    assert server.registrations == 2
