"""One person's messages and commands are answered in the order in which they came."""

from __future__ import annotations

import asyncio

from bot.presenters.language import say
from tests.integration.discord.conftest import SONG


async def test_a_quick_question_waits_for_the_slow_answer_before_it(world, ada, ben, selfie):
    await world.start()
    await world.agree(ada)
    world.server.held_downloads = asyncio.Event()
    command = await world.server.slash(ada, "moodmix", photo=selfie, song=SONG)
    await world.server.until(lambda: command.is_acknowledged)
    await world.server.write(ada, "/help")
    await world.server.write(ben, "/help")
    first = await world.server.answer()
    assert (first.place, first.text) == (world.server.direct_place(ben), say("help"))
    world.server.held_downloads.set()
    second, third = await world.server.answer(), await world.server.answer()
    assert second.embeds
    assert third.text == say("help")


async def test_a_message_that_is_delivered_twice_is_answered_once(world, ada):
    await world.start()
    await world.server.write(ada, "/help")
    await world.server.answer()
    session = world.server.gateway.session
    event = next(
        item
        for item in reversed(session.events)
        if item["t"] == "MESSAGE_CREATE" and item["d"]["author"]["id"] == ada.id
    )
    await world.server.gateway.dispatch("MESSAGE_CREATE", event["d"])
    await world.server.write(ada, "/privacy")
    assert (await world.server.answer()).text.startswith("What happens")
