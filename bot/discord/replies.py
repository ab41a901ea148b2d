"""What the companion said, as messages: questions, answers with pictures, and what goes beside."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import discord
import structlog

from bot.chat import Chat
from bot.discord.answer_embed import CARD_NAME, COURSE_NAME, answer_embed, course_embed
from bot.discord.buttons import no_help_button, reply_buttons
from bot.discord.funnel import PLATFORM
from bot.discord.outlets import Outlet
from bot.discord.voice.buttons import add_play_here
from bot.presenters.answer import present_mix
from bot.presenters.card import describe_card
from bot.presenters.course import describe_course as describe_picture
from bot.presenters.course import draw_course
from bot.presenters.language import say
from bot.presenters.questions import question_of
from bot.presenters.rounds import said_first, said_last
from core.domain.conversation import (
    Answer,
    Aside,
    Farewell,
    HowNow,
    NeedFace,
    NeedSong,
    Reply,
    WhichSong,
)
from core.domain.errors import MoodmixError
from core.domain.mix import Mix
from core.domain.mood import MoodCourse

ALT_TEXT_LENGTH = 1024

_log = structlog.get_logger()

Thing = TypeVar("Thing")

Question = NeedFace | NeedSong | WhichSong | HowNow


class Replies:
    """Sends replies; whatever fails is raised, but an answer stands without its extras."""

    def __init__(self, chat: Chat, *, plays_aloud: bool) -> None:
        self._chat = chat
        self._plays_aloud = plays_aloud

    async def send(self, reply: Reply, outlet: Outlet) -> None:
        """Whatever the companion said."""
        match reply:
            case Answer():
                await self._send_answer(reply, outlet)
            case Farewell(moved):
                course = await self._course(moved) if moved else None
                await outlet.send(question_of(reply), files=[course] if course else [])
            case _:
                words = question_of(_without_help_line(reply))
                words = words if outlet.takes_replies else f"{words}\n\n{say('next-by-command')}"
                await outlet.send(words, view=reply_buttons(reply))
        if said_last(reply):
            # wherever the answer stands, this is for the person alone
            await outlet.send(said_last(reply), view=no_help_button(), private=True)

    async def _send_answer(self, answer: Answer, outlet: Outlet) -> None:
        mix, first = answer.mix, said_first(answer)
        card = await self._card(mix)
        course = await self._course(answer.moved) if answer.moved else None
        embeds = [
            answer_embed(present_mix(mix), mix.decision.intent, has_card=card is not None),
        ]
        if course:
            embeds.insert(0, course_embed(first))
        view = reply_buttons(answer, shares=outlet.can_share)
        if view and self._plays_aloud and outlet.is_by_voice:
            add_play_here(view, answer.mix_id)
        message = await outlet.send(
            None if course else first or None,
            embeds=embeds,
            files=[file for file in (course, card) if file],
            view=view,
        )
        if message:
            reference = self._chat.pseudonyms.message(PLATFORM, message.channel.id, message.id)
            await self._chat.companion.link_message(reference, answer.mix_id)
        timings = {f"{stage}_ms": round(value) for stage, value in mix.timings_ms.items()}
        _log.info("answered", platform=PLATFORM, **timings)
        await self._send_sample(mix, outlet)

    async def _send_sample(self, mix: Mix, outlet: Outlet) -> None:
        sample = await self._chat.first_sample(mix)
        if sample is None:
            return
        try:
            await outlet.send(files=[discord.File(io.BytesIO(sample.data), sample.filename)])
        except discord.HTTPException as error:
            # The answer stands; servers can forbid files or take only small ones.
            _log.warning("discord_sample_refused", status=error.status)

    async def _card(self, mix: Mix) -> discord.File | None:
        try:
            picture = await self._chat.paint_card(mix)
        except MoodmixError as error:
            # an answer without its picture is better than none
            _log.warning("card_missing", platform=PLATFORM, code=error.code.value)
            return None
        return picture_file(picture, CARD_NAME, describe_card(mix))

    async def _course(self, moved: MoodCourse) -> discord.File:
        return await painted(self._chat, draw_course, describe_picture, moved, COURSE_NAME)


async def painted(
    chat: Chat,
    draw: Callable[[Thing], bytes],
    describe: Callable[[Thing], str],
    thing: Thing,
    name: str,
) -> discord.File:
    """A picture of something, with its words for people who do not see it."""
    return picture_file(await chat.paint(draw, thing), name, describe(thing))


def picture_file(picture: bytes, name: str, described: str) -> discord.File:
    """A picture to be sent."""
    return discord.File(io.BytesIO(picture), name, description=described[:ALT_TEXT_LENGTH])


def _without_help_line(question: Question) -> Question:
    if isinstance(question, NeedFace | NeedSong):
        asides = tuple(aside for aside in question.asides if aside is not Aside.HELP_LINE)
        return replace(question, asides=asides)
    return question
