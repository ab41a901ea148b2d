"""More like this, and nothing by that artist, under Discord messages."""

from __future__ import annotations

from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.integration.discord.conftest import SONG, World


async def test_a_thumb_brings_its_wish_and_the_list_is_made_anew(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, SONG, selfie)
    answer = await server.answer()
    await server.press(ada, answer, "👎 1")
    noted = await server.answer()
    (label,) = noted.buttons
    await server.press(ada, noted, label)
    again = await server.answer()
    await server.press(ada, again, "↺ Drop my wishes")
    plain = await server.answer()

    assert label.startswith("🚫 Nothing by ")
    artist = label.removeprefix("🚫 Nothing by ")
    assert artist in answer.text
    assert f"Nothing by {artist}" in again.text
    assert "↺ Drop my wishes" not in plain.buttons


async def test_a_thumb_up_offers_more_like_it(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, SONG, selfie)
    await server.press(ada, await server.answer(), "👍 2")
    noted = await server.answer()
    await server.press(ada, noted, "✨ More like this")
    again = await server.answer()

    assert list(noted.buttons) == ["✨ More like this"]
    assert "↺ Drop my wishes" in again.buttons
