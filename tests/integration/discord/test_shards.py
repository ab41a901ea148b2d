"""A bot in so many servers that Discord wants several connections, each with a part of them."""

from __future__ import annotations

from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, Place, SentFile, guild_create, snowflake
from tests.integration.discord.conftest import SONG, World


def add_second_server(server: DiscordServer) -> Place:
    """A server that the other one of two connections is told of; returns its channel."""
    guild_id = str(int(server.guild_id) + (1 << 22))
    channel = Place(snowflake(), guild_id=guild_id)
    server.more_places.append(channel)
    server.gateway.guilds.append(guild_create(guild_id, channel, server.owner, server.bot))
    return channel


async def test_servers_of_both_connections_are_answered(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    server.shards = 2
    elsewhere = add_second_server(server)
    for person in (ada, ben):
        await world.agree(person)

    await world.start()
    await server.until(lambda: server.gateway.log.count("identified") == 2)
    for person, place in ((ada, server.guild_channel), (ben, elsewhere)):
        await server.slash(person, "moodmix", place=place, photo=selfie, song=SONG)
        answer = await server.answer()
        assert answer.place == place
        assert len(answer.embeds[0]["fields"]) == 5
    await server.write(ada, SONG, selfie)

    assert (await server.answer()).place.is_direct
    assert {session.shards for session in server.gateway.sessions.values()} == {2}
    assert {session.shard for session in server.gateway.sessions.values()} == {0, 1}


async def test_stopping_closes_both_connections(world: World, server: DiscordServer) -> None:
    add_second_server(server)
    bot = await world.start(shards=2)
    await server.until(lambda: server.gateway.log.count("identified") == 2)

    await bot.stop()

    await server.until(lambda: server.gateway.log.count("closed") == 2)


async def test_one_connection_is_enough_until_discord_says_otherwise(
    world: World, server: DiscordServer, ada: Person
) -> None:
    server.fail_next("/gateway/bot", 500)

    await world.start()
    await server.slash(ada, "help")
    await server.answer()

    (session,) = server.gateway.sessions.values()
    assert session.shards == 1


async def test_how_many_connections_can_be_set(world: World, server: DiscordServer) -> None:
    server.shards = 2

    await world.start(shards=1)

    assert "GET /api/v10/gateway/bot" not in server.requests
    (session,) = server.gateway.sessions.values()
    assert session.shards == 1
