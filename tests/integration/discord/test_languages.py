"""Everybody is answered in the language of their app."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.presenters.language import one_of, speaking
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.integration.discord.conftest import World


@pytest.mark.parametrize(("locale", "language"), [("de", "de"), ("pt-BR", "pt"), ("ja", "en")])
async def test_a_command_is_answered_in_the_language_of_the_app(
    world: World, server: DiscordServer, ada: Person, locale: str, language: str
) -> None:
    await world.agree(ada)
    await world.start()

    blurred = SentFile("blurred.jpg", b"unsure", "image/jpeg")
    await server.slash(replace(ada, locale=locale), "moodmix", photo=blurred)
    question = await server.answer()

    with speaking(language):
        assert one_of(["", ""]).strip() in question.content.split()
