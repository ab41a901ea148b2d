"""Whatever is said on Discord, in any language, keeps to what Discord takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.discord.answer_embed import answer_embed, course_embed, shared_embed
from bot.discord.buttons import (
    consent_button,
    forget_buttons,
    no_help_button,
    owner_button,
    reply_buttons,
    share_buttons,
    shared_buttons,
    wish_button,
    withdraw_button,
)
from bot.discord.menus import mood_menu, setting_menus, tell_menu
from bot.discord.parcel import Parcel
from bot.discord.voice.buttons import add_play_here
from bot.presenters.answer import present_mix
from bot.presenters.language import language_names, say, speaking
from bot.presenters.settings import present_settings
from bot.presenters.wishes import wish_after
from core.domain.conversation import Answer, HowNow, NeedFace, NeedSong
from core.domain.intent import Intent
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.preferences import Preferences
from core.domain.track import Track
from core.domain.wishes import Context, Wishes
from tests.fakes.answers import mix_of
from tests.fakes.discord_rules import message_faults
from tests.fakes.locales import languages
from tests.fakes.songs import face_reading, rated, seed_of, unsure_reading
from tests.unit.discord.conftest import discord

LONG = "A name without an end " * 9
SPOKEN = languages()
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def faults(parcel: Parcel) -> list[str]:
    """What Discord would refuse about it."""
    parts = parcel.parts()
    payload: dict[str, Any] = {
        "content": parts.get("content"),
        "embeds": [embed.to_dict() for embed in parts.get("embeds", [])],
        "components": parts["view"].to_components() if "view" in parts else [],
    }
    files = dict.fromkeys(("mood-card.png", "mood-course.png"), b"")
    return message_faults(payload, files)


def views() -> Iterator[discord.ui.View | None]:
    """Everything that ever stands under a message."""
    mix = mix_of(*"ABCDE")
    unsure = replace(unsure_reading(), everyone=mix.face.emotion, faces_found=3)
    wishing = replace(mix, face=unsure, wishes=Wishes(not_artists=(LONG,)))
    answer = reply_buttons(Answer(10**17, wishing), shares=True)
    assert answer
    add_play_here(answer, 10**17)
    yield answer
    seed = seed_of(rated(LONG, LONG, 0.1, 0.2))
    yield reply_buttons(NeedFace(seed))
    yield reply_buttons(NeedSong(unsure, seed))
    yield reply_buttons(HowNow(MoodPoint.of(face_reading(), NOW)))
    preferences = Preferences("de", frozenset(language_names()), Context.COMMUTE)
    yield setting_menus(preferences, [f"{number} {LONG}" for number in range(40)])
    yield setting_menus(Preferences(), [])
    for intent in (None, *Intent):
        yield mood_menu(intent)
    yield tell_menu()
    yield shared_buttons(10**17, 5)
    yield share_buttons(10**17, with_mood=True)
    yield from (consent_button(), owner_button(), forget_buttons(), withdraw_button())
    yield no_help_button()
    for verdict in Verdict:
        yield wish_button(wish_after(verdict, Track("T", (LONG,)), 10**17, 5))


@pytest.mark.parametrize("language", SPOKEN)
async def test_buttons_and_menus_keep_to_the_limits(language: str) -> None:
    with speaking(language):
        found = [fault for view in views() for fault in faults(Parcel("x", view=view))]
    assert found == []


@pytest.mark.parametrize("language", SPOKEN)
async def test_the_longest_texts_keep_to_the_limits(language: str) -> None:
    with speaking(language):
        preferences = Preferences("de", frozenset(language_names()), Context.COMMUTE)
        texts = [
            say("privacy", days=90),
            say("consent-notice", days=90),
            f"{say('help')}\n\n{say('discord-help-server-name')}",
            present_settings(preferences, [f"{number} {LONG}" for number in range(40)]),
        ]
        assert [fault for text in texts for fault in faults(Parcel(text))] == []


@pytest.mark.parametrize("language", SPOKEN)
async def test_an_answer_with_its_course_keeps_to_the_limits_together(language: str) -> None:
    mix = mix_of(*(f"{letter} {LONG}" for letter in "ABCDE"))
    songs = [recommendation.track for recommendation in mix.recommendations]
    with speaking(language):
        text = present_mix(mix)
        tracks = tuple(replace(track, reason=LONG * 3) for track in text.tracks)
        text = replace(text, face=LONG * 9, tracks=tracks)
        embeds = [course_embed(LONG * 9), answer_embed(text, Intent.SOOTHE, has_card=True)]
        shared = shared_embed(songs, LONG, has_card=True)
        parcel = Parcel(None, embeds)
        assert faults(parcel) == []
        assert faults(Parcel(None, [shared])) == []
        assert faults(parcel.without_embeds()) == []
