from __future__ import annotations

import pytest
from discord import ui

from bot.discord.voice.buttons import (
    VOICE_PATTERN,
    Control,
    PlayList,
    add_play_here,
    control_buttons,
    custom_id_of,
    read_press,
)
from bot.discord.voice.playing import Ending, Playing, present_playing
from bot.presenters.language import LANGUAGES, speaking
from core.domain.track import Track

LONGEST = Track("*" * 500, ("_" * 500,))


def view_of(*rows: int) -> ui.View:
    view = ui.View(timeout=None)
    for number, row in enumerate(rows):
        view.add_item(ui.Button(label="other", custom_id=str(number), row=row))
    return view


@pytest.mark.parametrize("press", [*Control, PlayList(1), PlayList(10**17)])
def test_a_press_is_read_back_from_its_custom_id(press: Control | PlayList) -> None:
    custom_id = custom_id_of(press)
    match = VOICE_PATTERN.fullmatch(custom_id)
    assert match
    assert read_press(match) == press
    assert len(custom_id) <= 100


@pytest.mark.parametrize(("rows", "row"), [([0, 1], 4), ([4] * 5, 3), ([4] * 5 + [3] * 5 + [1], 2)])
async def test_the_button_stands_in_the_lowest_row_with_room(rows: list[int], row: int) -> None:
    view = view_of(*rows)
    add_play_here(view, 7)
    assert [item.row for item in view.children if "list:7" in str(item.custom_id)] == [row]


async def test_where_all_rows_are_full_there_is_no_button() -> None:
    view = view_of(*[row for row in range(5) for _ in range(5)])
    add_play_here(view, 7)
    assert len(view.children) == 25


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", [None, *Ending])
@pytest.mark.parametrize("paused", [True, False])
async def test_what_is_shown_fits_into_a_message_in_every_language(
    language: str, ending: Ending | None, *, paused: bool
) -> None:
    playing = Playing(LONGEST, 5, 5, "*" * 100, paused, (LONGEST,) * 4, ending)
    with speaking(language):
        assert 0 < len(present_playing(playing)) <= 2000
        labels = [item.item.label for item in control_buttons(paused=paused).children]
    assert all(0 < len(label) <= 80 for label in labels)
