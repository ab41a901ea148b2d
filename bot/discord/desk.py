"""What people can ask on Discord, from the request to the answer."""

from __future__ import annotations

import asyncio

import discord
from discord.utils import escape_markdown

from bot.chat import Chat
from bot.discord.attachments import download
from bot.discord.buttons import consent_button, owner_button, wish_button
from bot.discord.funnel import PLATFORM
from bot.discord.menus import mood_menu, tell_menu
from bot.discord.outlets import InteractionOutlet, Outlet, QuietOutlet
from bot.discord.own_data import OwnData
from bot.discord.presses import (
    ChangePress,
    CorrectPress,
    OnwardPress,
    PlayPress,
    Press,
    RatePress,
    SettingPress,
    SharePress,
    Step,
    TellPress,
    WishPress,
)
from bot.discord.replies import Replies
from bot.discord.requests import MixRequest, WaitingRequests
from bot.discord.sharing import Sharing
from bot.discord.songs import send_song
from bot.presenters.language import say
from bot.presenters.wishes import wish_after, wish_noted
from core.domain.conversation import Onward, PersonId, Reply
from core.domain.emotion import Emotion
from core.domain.media import Upload
from core.domain.mix import Verdict


class Desk:
    """Serves requests and presses; whatever fails is raised, for the funnel to explain."""

    def __init__(
        self,
        chat: Chat,
        waiting: WaitingRequests,
        *,
        plays_aloud: bool = False,
        reads_messages: bool = False,
    ) -> None:
        """plays_aloud: lists are offered to be played in voice channels.

        reads_messages: those in servers, where a name at the beginning is enough to call us.
        """
        self._chat = chat
        self._waiting = waiting
        self._reads_messages = reads_messages
        self._replies = Replies(chat, plays_aloud=plays_aloud)
        self._sharing = Sharing(chat)
        self.own_data = OwnData(chat)

    def person(self, user_id: int) -> PersonId:
        """Who somebody is to us."""
        return self._chat.pseudonyms.person(PLATFORM, user_id)

    async def mix(self, user_id: int, request: MixRequest, outlet: Outlet) -> None:
        """Answer a face, a song or both; a face waits until the person has consented."""
        person = self.person(user_id)
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

    async def tell_mood(
        self, user_id: int, mood: Emotion | None, song: str | None, outlet: Outlet
    ) -> None:
        """Answer a mood in the person's own word, with a song or without; None asks for it."""
        person = self.person(user_id)
        if mood is None:
            await outlet.send(say("mood-question"), view=tell_menu())
            return
        async with self._chat.line.place():
            try:
                if song:
                    await self._chat.companion.receive(person, song=song)
            finally:
                # the mood is noted also where the song is not found
                reply = await self._chat.companion.tell_mood(person, mood)
        await self._replies.send(reply, outlet)

    async def press(self, user_id: int, press: Press, outlet: InteractionOutlet) -> None:
        """Act on a button or a menu."""
        person = self.person(user_id)
        match press:
            case Step():
                await self._step(user_id, press, outlet)
            case CorrectPress(intent):
                await outlet.send(say("correct-question"), view=mood_menu(intent))
            case ChangePress() | TellPress() | OnwardPress():
                await self._replies.send(await self._replied(person, press), outlet)
            case RatePress() | WishPress() | PlayPress():
                await self._press_track(person, press, outlet)
            case SharePress(shown=None):
                await self._sharing.ask(press, outlet)
            case SharePress() if isinstance(outlet, QuietOutlet):
                await self._sharing.share(press, outlet)
            case SettingPress() if isinstance(outlet, QuietOutlet):
                await self.own_data.choose(person, press, outlet)

    async def react(
        self, user_id: int, channel_id: int, message_id: int, verdict: Verdict | None
    ) -> bool:
        """Record a reaction on an answer; False on anything else, which is nobody's business."""
        message = self._chat.pseudonyms.message(PLATFORM, channel_id, message_id)
        return await self._chat.companion.rate_message(self.person(user_id), message, verdict)

    async def say_help(self, outlet: Outlet) -> None:
        """How it works."""
        words = say("help")
        if outlet.is_shared:
            named = self._reads_messages
            here = say("discord-help-server-name" if named else "discord-help-server")
            words = f"{words}\n\n{here}"
        await outlet.send(words)

    async def say_no_face(self, outlet: Outlet) -> None:
        """The chosen message holds no photo."""
        await outlet.send(say("no-face-in-message"))

    async def mix_from_avatar(
        self, user_id: int, whose: discord.User | discord.Member, outlet: Outlet
    ) -> None:
        """Read the picture that somebody has on Discord: one's own, and nobody else's."""
        if whose.id != user_id:
            await outlet.send(say("discord-avatar-others"))
        elif whose.display_avatar == whose.default_avatar:
            await outlet.send(say("discord-avatar-none"))
        else:
            await self.mix(user_id, MixRequest(face=whose.display_avatar), outlet)

    async def _replied(
        self, person: PersonId, press: ChangePress | TellPress | OnwardPress
    ) -> Reply:
        match press:
            case ChangePress(change):
                return await self._chat.companion.change(person, change)
            case TellPress(mood):
                return await self._chat.companion.tell_mood(person, mood)
            case OnwardPress(Onward.CHECK_IN):
                return await self._chat.companion.check_in(person)
            case OnwardPress(_):
                return await self._chat.companion.finish(person)

    async def _step(self, user_id: int, step: Step, outlet: Outlet) -> None:
        person = self.person(user_id)
        match step:
            case Step.CONSENT:
                await self._consent(user_id, person, outlet)
            case Step.OWNER_AGREES:
                await self._owner_agrees(user_id, person, outlet)
            case Step.WITHDRAW:
                self._waiting.drop(person)
                await self.own_data.withdraw(person, outlet)
            case Step.FORGET:
                self._waiting.drop(person)
                await self._chat.companion.forget(person)
                await outlet.send(say("forgotten"))
            case Step.KEEP:
                await outlet.send(say("kept"))
            case Step.NO_HELP_LINE:
                await self.own_data.drop_help_line(person, outlet)

    async def _press_track(
        self, person: PersonId, press: RatePress | WishPress | PlayPress, outlet: InteractionOutlet
    ) -> None:
        match press:
            case RatePress(mix_id, position, verdict):
                track = await self._chat.companion.rate(person, mix_id, position, verdict)
                choice = wish_after(verdict, track, mix_id, position)
                words = say("rated", verdict=verdict, title=escape_markdown(track.title))
                # whoever presses under a shared list hears it alone
                await outlet.send(words, view=wish_button(choice))
            case WishPress(wish, mix_id, position):
                wished = await self._chat.companion.wish(person, wish, mix_id, position)
                if wished.answer:
                    await self._replies.send(wished.answer, outlet)
                else:
                    await outlet.send(escape_markdown(wish_noted(wish, wished)))
            case PlayPress(mix_id, position):
                limit_bytes = outlet.file_limit_bytes
                async with self._chat.companion.song_of(mix_id, position, limit_bytes) as song:
                    await send_song(song, outlet)

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
        await self._replies.send(reply, outlet)


async def _fetched(item: str | discord.Attachment | discord.Asset | None) -> str | Upload | None:
    return item if item is None or isinstance(item, str) else await download(item)
