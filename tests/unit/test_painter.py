"""Cards come out the same from the process that draws them and without it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.painter import Painter
from bot.presenters.card import draw_card
from bot.presenters.language import speaking
from core.domain.mix import Mix
from core.domain.track import Track
from core.domain.track_links import playable_links
from core.inference.workers import Workers
from tests.fakes.answers import mix_of


@pytest.fixture
async def painter() -> AsyncIterator[Painter]:
    workers = Workers(threads=1)
    painter = Painter(workers)
    yield painter
    await painter.close()
    workers.close()


@pytest.fixture
def mix() -> Mix:
    """With tracks that hold their links as read-only views, as those of the catalogue do."""
    plain = mix_of("One", "Two", "Three", "Four", "Five")
    linked = tuple(
        replace(each, rated=replace(each.rated, track=_linked(each.track)))
        for each in plain.recommendations
    )
    return replace(plain, recommendations=linked)


def _linked(track: Track) -> Track:
    return replace(track, links=playable_links(track))


async def test_a_card_is_drawn_before_the_process_is_there_and_after(painter, mix) -> None:
    before = await painter.paint(mix)
    await painter.prepare()
    with capture_logs() as said:
        assert await painter.paint(mix) == before == draw_card(mix)
    assert painter._hand.is_ready
    assert said == []


async def test_the_process_draws_in_the_language_that_is_spoken(painter, mix) -> None:
    await painter.prepare()
    with speaking("de"):
        assert await painter.paint(mix) == draw_card(mix)


async def test_a_card_comes_also_where_the_process_has_died(painter, mix) -> None:
    await painter.prepare()
    painter._hand._worker.kill()
    assert await painter.paint(mix) == draw_card(mix)
    assert await painter.paint(mix) == draw_card(mix)
