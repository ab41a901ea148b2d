"""Buttons that survive restarts."""

from __future__ import annotations

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import ButtonStyle, ui

from bot.discord.presses import (
    PRESS_PATTERN,
    ButtonPress,
    ChangePress,
    CorrectPress,
    OnwardPress,
    PlayPress,
    Press,
    RatePress,
    SharePress,
    Shown,
    Step,
    WishPress,
    custom_id_of,
    read_press,
)
from bot.discord.rows import Rows
from bot.presenters.choices import Choice, choices_under
from bot.presenters.language import digits, say
from bot.presenters.wishes import WishChoice, wish_under
from core.domain.conversation import Answer, Reply
from core.domain.mix import Verdict

_THUMBS = {Verdict.UP: "👍", Verdict.DOWN: "👎"}

_MOODS_IN_A_ROW = 4
"""Of seven."""


@runtime_checkable
class PressReceiver(Protocol):
    """The client that acts on presses."""

    async def pressed(self, interaction: discord.Interaction[Any], press: Press) -> None:
        """Answer the press."""
        ...


class PressButton(ui.DynamicItem[ui.Button[Any]], template=PRESS_PATTERN):
    """A button whose custom id says all there is to know."""

    def __init__(
        self, press: ButtonPress, label: str, style: ButtonStyle = ButtonStyle.secondary
    ) -> None:
        super().__init__(ui.Button(label=label, style=style, custom_id=custom_id_of(press)))
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the button that was pressed."""
        label = item.label if isinstance(item, ui.Button) and item.label else "?"
        return cls(read_press(match), label)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client."""
        receiver = interaction.client
        if isinstance(receiver, PressReceiver):
            await receiver.pressed(interaction, self._press)


def reply_buttons(reply: Reply, *, shares: bool = False) -> ui.View | None:
    """Whatever a reply offers; shares: nobody else sees it, unless the person wants them to.

    Where five rows are not enough, what comes last here is left out.
    """
    choices = choices_under(reply)
    rows = Rows()
    for song in choices.songs:
        rows.put([_choice(song)])
    rows.put(map(_choice, choices.moods[:_MOODS_IN_A_ROW]))
    rows.put(map(_choice, choices.moods[_MOODS_IN_A_ROW:]))
    corrections = [_choice(guess) for guess in choices.guesses]
    if choices.correction:
        press = CorrectPress(choices.correction.intent)
        corrections.append(PressButton(press, choices.correction.label))
    rows.put([*corrections, *map(_choice, choices.whose)])
    rows.put(map(_choice, choices.song_ways))
    if isinstance(reply, Answer):
        for verdict in _THUMBS:
            rows.put(_ratings(reply, verdict))
        rows.put(_songs(reply))
    rows.put(_choice(intent, ButtonStyle.primary) for intent in choices.intents)
    steps = [PressButton(OnwardPress(step.onward), step.label) for step in choices.steps]
    if not isinstance(reply, Answer):
        rows.put(steps)
        return rows.view
    share = PressButton(SharePress(reply.mix_id, None), say("discord-share-button"))
    wish = wish_under(reply)
    sharing = [share] if shares else []
    rows.fill([*steps, *sharing, *([_wish_button(wish)] if wish else [])])
    return rows.view


def shared_buttons(mix_id: int, tracks: int) -> ui.View | None:
    """Under a list that everybody sees: their own 👍 and 👎."""
    rows = Rows()
    for verdict in _THUMBS:
        rows.put(_thumbs(mix_id, tracks, verdict))
    return rows.view


def share_buttons(mix_id: int, *, with_mood: bool) -> ui.View:
    """Under the question what is shared; with_mood: there is a picture of it."""
    songs = PressButton(SharePress(mix_id, Shown.SONGS), say("discord-share-list-button"))
    mood = PressButton(SharePress(mix_id, Shown.MOOD), say("discord-share-mood-button"))
    return _view(songs, mood) if with_mood else _view(songs)


def wish_button(choice: WishChoice | None) -> ui.View | None:
    """Under the words that note a verdict: what may be wished for after it."""
    return _view(_wish_button(choice)) if choice else None


def consent_button() -> ui.View:
    """Under the notice."""
    return _view(PressButton(Step.CONSENT, say("consent-button"), ButtonStyle.success))


def owner_button() -> ui.View:
    """Under the question about somebody else's photo."""
    return _view(PressButton(Step.OWNER_AGREES, say("owner-agrees-button"), ButtonStyle.success))


def forget_buttons() -> ui.View:
    """Under the question whether to erase everything."""
    return _view(
        PressButton(Step.FORGET, say("forget-button"), ButtonStyle.danger),
        PressButton(Step.KEEP, say("keep-button")),
    )


def withdraw_button() -> ui.View:
    """Under what is said of privacy, for who has agreed."""
    return _view(PressButton(Step.WITHDRAW, say("withdraw-button")))


def no_help_button() -> ui.View:
    """Under the line that says where to find help."""
    return _view(PressButton(Step.NO_HELP_LINE, say("help-off-button")))


def _choice(choice: Choice, style: ButtonStyle = ButtonStyle.secondary) -> PressButton:
    return PressButton(ChangePress(choice.change), choice.label, style)


def _ratings(answer: Answer, verdict: Verdict) -> list[PressButton]:
    return _thumbs(answer.mix_id, len(answer.mix.recommendations), verdict)


def _thumbs(mix_id: int, tracks: int, verdict: Verdict) -> list[PressButton]:
    return [
        PressButton(RatePress(mix_id, position, verdict), f"{_THUMBS[verdict]} {digits(position)}")
        for position in range(1, tracks + 1)
    ]


def _songs(answer: Answer) -> list[PressButton]:
    return [
        PressButton(PlayPress(answer.mix_id, position), say("play-button", position=position))
        for position, recommendation in enumerate(answer.mix.recommendations, start=1)
        if recommendation.track.file
    ]


def _wish_button(choice: WishChoice) -> PressButton:
    return PressButton(WishPress(choice.wish, choice.mix_id, choice.position), choice.label)


def _view(*buttons: PressButton) -> ui.View:
    view = ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view
