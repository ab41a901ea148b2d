"""What people can ask on Discord, from the request to the answer."""

from __future__ import annotations

import asyncio
import io

import discord
import structlog

from bot.chat import Chat
from bot.discord.answer_embed import CARD_NAME, answer_embed
from bot.discord.attachments import download
from bot.discord.buttons import (
    consent_button,
    forget_buttons,
    owner_button,
    reply_buttons,
    wish_button,
)
from bot.discord.funnel import PLATFORM
from bot.discord.outlets import InteractionOutlet, Outlet
from bot.discord.presses import ChangePress, PlayPress, Press, RatePress, Step, WishPress
from bot.discord.requests import MixRequest, WaitingRequests
from bot.discord.songs import send_song
from bot.discord.voice.buttons import add_play_here
from bot.presenters.answer import present_mix
from bot.presenters.card import describe_card
from bot.presenters.language import say
from bot.presenters.questions import question_of
from bot.presenters.wishes import wish_after, wish_noted
from core.domain.conversation import Answer, PersonId, Reply
from core.domain.errors import MoodmixError
from core.domain.media import Upload
from core.domain.mix import Mix, Verdict

ALT_TEXT_LENGTH = 1024

_log = structlog.get_logger()


class Desk:
    """Serves requests and presses; whatever fails is raised, for the funnel to explain."""

    def __init__(self, chat: Chat, waiting: WaitingRequests, *, plays_aloud: bool = False) -> None:
        """plays_aloud: lists are offered to be played in voice channels."""
        self._chat = chat
        self._waiting = waiting
        self._plays_aloud = plays_aloud

    async def mix(self, user_id: int, request: MixRequest, outlet: Outlet) -> None:
        """Answer a face, a song or both; a face waits until the person has consented."""
        person = self._person(user_id)
        if request.is_empty:
            await outlet.send(say("greeting"))
        elif request.face and not await self._chat.companion.has_consented(person):
            self._waiting.keep(person, request)
            await outlet.send(
                say("consent-notice", days=self._chat.keep_days), view=consent_button()
            )
        elif request.face and request.others_face:
            self._waiting.keep(person, request)
            await outlet.send(say("others-face-notice"), view=owner_button())
        else:
            await self._read_and_reply(person, request, outlet)

    async def press(self, user_id: int, press: Press, outlet: InteractionOutlet) -> None:
        """Act on a button."""
        person = self._person(user_id)
        match press:
            case Step.CONSENT:
                await self._consent(user_id, person, outlet)
            case Step.OWNER_AGREES:
                await self._owner_agrees(user_id, person, outlet)
            case Step.FORGET:
                self._waiting.drop(person)
                await self._chat.companion.forget(person)
                await outlet.send(say("forgotten"))
            case Step.KEEP:
                await outlet.send(say("kept"))
            case ChangePress(change):
                reply = await self._chat.companion.change(person, change)
                await self._send_reply(reply, outlet)
            case RatePress(mix_id, position, verdict):
                track = await self._chat.companion.rate(person, mix_id, position, verdict)
                title = discord.utils.escape_markdown(track.title)
                choice = wish_after(verdict, track, mix_id, position)
                words = say("rated", verdict=verdict, title=title)
                await outlet.send(words, view=wish_button(choice))
            case WishPress(wish, mix_id, position):
                wished = await self._chat.companion.wish(person, wish, mix_id, position)
                if wished.answer:
                    await self._send_reply(wished.answer, outlet)
                else:
                    await outlet.send(discord.utils.escape_markdown(wish_noted(wish, wished)))
            case PlayPress(mix_id, position):
                limit_bytes = outlet.file_limit_bytes
                async with self._chat.companion.song_of(mix_id, position, limit_bytes) as song:
                    await send_song(song, outlet)

    async def react(
        self, user_id: int, channel_id: int, message_id: int, verdict: Verdict | None
    ) -> None:
        """Record a reaction on an answer; reactions on anything else are nobody's business."""
        message = self._chat.pseudonyms.message(PLATFORM, channel_id, message_id)
        await self._chat.companion.rate_message(self._person(user_id), message, verdict)

    async def say_help(self, outlet: Outlet) -> None:
        """How it works."""
        await outlet.send(say("help"))

    async def say_privacy(self, outlet: Outlet) -> None:
        """What is kept."""
        await outlet.send(say("privacy", days=self._chat.keep_days))

    async def ask_to_forget(self, outlet: Outlet) -> None:
        """Ask before everything is erased."""
        await outlet.send(say("forget-question"), view=forget_buttons())

    async def say_no_face(self, outlet: Outlet) -> None:
        """The chosen message holds no photo."""
        await outlet.send(say("no-face-in-message"))

    async def _consent(self, user_id: int, person: PersonId, outlet: Outlet) -> None:
        await self._chat.companion.give_consent(person)
        request = self._waiting.take(person)
        if request:
            await self.mix(user_id, request, outlet)
        else:
            await outlet.send(say("consent-thanks"))

    async def _owner_agrees(self, user_id: int, person: PersonId, outlet: Outlet) -> None:
        request = self._waiting.take(person)
        if request:
            own = MixRequest(request.face, request.song, request.intent)
            await self.mix(user_id, own, outlet)
        else:
            await outlet.send(say("request-expired"))

    async def _read_and_reply(self, person: PersonId, request: MixRequest, outlet: Outlet) -> None:
        async with self._chat.line.place():
            face, song = await asyncio.gather(_fetched(request.face), _fetched(request.song))
            reply = await self._chat.companion.receive(
                person,
                face=face if isinstance(face, Upload) else None,
                song=song,
                intent=request.intent,
            )
            del face, song
        await self._send_reply(reply, outlet)

    async def _send_reply(self, reply: Reply, outlet: Outlet) -> None:
        match reply:
            case Answer():
                await self._send_answer(reply, outlet)
            case _:
                words = _with_way(question_of(reply), outlet)
                await outlet.send(words, view=reply_buttons(reply))

    async def _send_answer(self, answer: Answer, outlet: Outlet) -> None:
        mix = answer.mix
        text = present_mix(mix)
        card = await self._card(mix)
        view = reply_buttons(answer)
        if view and self._plays_aloud and outlet.is_by_voice:
            add_play_here(view, answer.mix_id)
        message = await outlet.send(
            embed=answer_embed(text, mix.decision.intent, has_card=card is not None),
            file=card,
            view=view,
        )
        if message:
            reference = self._chat.pseudonyms.message(PLATFORM, message.channel.id, message.id)
            await self._chat.companion.link_message(reference, answer.mix_id)
        _log.info("answered", platform=PLATFORM, **_rounded(mix))
        await self._send_sample(mix, outlet)

    async def _send_sample(self, mix: Mix, outlet: Outlet) -> None:
        sample = await self._chat.first_sample(mix)
        if sample is None:
            return
        try:
            await outlet.send(file=discord.File(io.BytesIO(sample.data), sample.filename))
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
        return discord.File(
            io.BytesIO(picture), CARD_NAME, description=describe_card(mix)[:ALT_TEXT_LENGTH]
        )

    def _person(self, user_id: int) -> PersonId:
        return self._chat.pseudonyms.person(PLATFORM, user_id)


async def _fetched(item: str | discord.Attachment | None) -> str | Upload | None:
    return await download(item) if isinstance(item, discord.Attachment) else item


def _with_way(words: str, outlet: Outlet) -> str:
    return words if outlet.takes_replies else f"{words}\n\n{say('next-by-command')}"


def _rounded(mix: Mix) -> dict[str, float]:
    return {f"{stage}_ms": round(value) for stage, value in mix.timings_ms.items()}
