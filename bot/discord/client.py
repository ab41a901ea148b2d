"""The gateway client: which events are asked for, and where each one goes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import discord
import structlog

from bot.discord.apologies import Apologies
from bot.discord.attachments import face_among, song_among
from bot.discord.buttons import PressButton
from bot.discord.command_sync import sync_commands
from bot.discord.commands import MoodTree, add_commands
from bot.discord.desk import Desk
from bot.discord.funnel import PLATFORM, Funnel
from bot.discord.menus import PressMenu
from bot.discord.outlets import InteractionOutlet, MessageOutlet, Outlet, QuietOutlet
from bot.discord.own_commands import add_own_commands
from bot.discord.own_data import SettingsRequest
from bot.discord.presses import Press, SettingPress, SharePress
from bot.discord.reactions import remaining_verdict, verdict_of
from bot.discord.requests import MixRequest
from bot.discord.suggestions import Suggestions
from bot.discord.translation import MenuTranslator
from bot.discord.voice.buttons import VoiceButton, VoicePress, outlet_for
from bot.discord.voice.commands import add_voice_commands
from bot.discord.voice.jukebox import Jukebox
from bot.platforms import PlatformState, TellState
from bot.presenters.mood_words import mood_of

CALL_SIGN = "moodmix"
"""With the Message Content intent a message beginning with it is for us, mentioned or not."""

_log = structlog.get_logger()


def intents_for(*, message_content: bool, voice: bool) -> discord.Intents:
    """What we ask the gateway for; only message content needs Discord's permission."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.messages = True
    intents.reactions = True
    intents.message_content = message_content
    intents.voice_states = voice
    return intents


class MoodClient(discord.Client):
    """Keeps no messages in memory, and of members only who sits in a voice channel, where that is
    asked for; nobody is ever pinged.
    """  # noqa: D205 - one sentence

    def __init__(
        self,
        desk: Desk,
        funnel: Funnel,
        apologies: Apologies,
        jukebox: Jukebox,
        suggestions: Suggestions,
        *,
        message_content: bool,
        commands_stamp: Path | None,
        tell_state: TellState,
        shards: int | None = None,
    ) -> None:
        """shards: how many connections there will be; None for a single one."""
        kept_members = discord.MemberCacheFlags.none()
        kept_members.voice = jukebox.is_on
        super().__init__(
            intents=intents_for(message_content=message_content, voice=jukebox.is_on),
            max_messages=None,
            member_cache_flags=kept_members,
            chunk_guilds_at_startup=False,
            shard_count=shards,
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=1.0,
        )
        self._desk = desk
        self._funnel = funnel
        self._apologies = apologies
        self._jukebox = jukebox
        self._commands_stamp = commands_stamp
        self._tell_state = tell_state
        self._tree = MoodTree(self, funnel)
        add_commands(self._tree, desk, funnel, suggestions)
        add_own_commands(self._tree, desk, funnel, suggestions)
        if jukebox.is_on:
            add_voice_commands(self._tree, jukebox, funnel)

    async def setup_hook(self) -> None:
        """Before the gateway: listen to buttons of earlier runs, register changed commands."""
        self.add_dynamic_items(PressButton, PressMenu, VoiceButton)
        await self._tree.set_translator(MenuTranslator())
        await sync_commands(self._tree, self._commands_stamp)

    async def on_connect(self) -> None:
        """A new session stands."""
        _log.info("connected", platform=PLATFORM)
        self._leave_voice()
        self._tell_state(PlatformState.CONNECTED)
        await self._apologies.make(self)

    async def on_resumed(self) -> None:
        """The session goes on after a lost connection."""
        _log.info("resumed", platform=PLATFORM)
        self._tell_state(PlatformState.CONNECTED)
        await self._apologies.make(self)

    async def on_disconnect(self) -> None:
        """The connection is lost, or an attempt to connect failed; discord.py tries again."""
        self._tell_state(PlatformState.CONNECTING)

    async def on_message(self, message: discord.Message) -> None:
        """A direct message, or a message in a server that is meant for us."""
        if message.author.bot or not self._is_for_us(message):
            return
        outlet = MessageOutlet(message)
        text = self._text_for_us(message)
        await self._funnel.run(outlet, lambda: self._answer_message(message, text, outlet))

    async def pressed(self, interaction: discord.Interaction[Any], press: Press) -> None:
        """A button or a menu of ours."""
        is_quiet = isinstance(press, SettingPress) or (
            isinstance(press, SharePress) and press.shown
        )
        outlet = QuietOutlet(interaction) if is_quiet else InteractionOutlet(interaction)
        await self._funnel.run(outlet, lambda: self._desk.press(interaction.user.id, press, outlet))

    async def pressed_aloud(self, interaction: discord.Interaction[Any], press: VoicePress) -> None:
        """A button that has to do with voice channels."""
        outlet = outlet_for(interaction, press)
        await self._funnel.run(outlet, lambda: self._jukebox.press(interaction, press, outlet))

    async def on_voice_state_update(self, member: discord.Member, *_: discord.VoiceState) -> None:
        """Somebody came to a voice channel, went, or changed there."""
        self._jukebox.notice_people(member.guild)

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """A reaction, perhaps on an answer."""
        verdict = verdict_of(event.emoji.name)
        if verdict and not self._is_own(event):
            await self._desk.react(event.user_id, event.channel_id, event.message_id, verdict)

    async def on_raw_reaction_remove(self, event: discord.RawReactionActionEvent) -> None:
        """A reaction taken back; what remains of the same person counts."""
        if not verdict_of(event.emoji.name) or self._is_own(event):
            return
        place = (event.user_id, event.channel_id, event.message_id)
        if await self._desk.react(*place, None):
            channel = self.get_partial_messageable(event.channel_id, guild_id=event.guild_id)
            verdict = await remaining_verdict(channel, event)
            if verdict:
                await self._desk.react(*place, verdict)

    async def on_error(self, _event: str, /, *_args: Any, **_kwargs: Any) -> None:
        """A failure with nobody to tell; the log has it."""
        error = sys.exception()
        if isinstance(error, Exception):
            self._funnel.explain(error)

    async def _answer_message(self, message: discord.Message, text: str, outlet: Outlet) -> None:
        own, person = self._desk.own_data, self._desk.person(message.author.id)
        command, _, rest = text.partition(" ")
        match command.lower():
            case "/help" | "/start":
                await self._desk.say_help(outlet)
            case "/mood":
                mood = mood_of(rest)
                await self._desk.tell_mood(message.author.id, mood, None, outlet)
            case "/history":
                await own.show_history(person, None, outlet)
            case "/week":
                await own.show_week(person, outlet)
            case "/settings":
                await own.set(person, SettingsRequest(), outlet)
            case "/privacy":
                await own.say_privacy(person, outlet)
            case "/export":
                await own.export(person, outlet)
            case "/forget":
                await own.ask_to_forget(outlet)
            case _:
                text = rest if command.lower() == "/moodmix" else text
                request = MixRequest(
                    face=face_among(message.attachments),
                    song=song_among(message.attachments) or text or None,
                )
                await self._desk.mix(message.author.id, request, outlet)

    def _is_for_us(self, message: discord.Message) -> bool:
        if message.type not in (discord.MessageType.default, discord.MessageType.reply):
            return False
        if isinstance(message.channel, discord.DMChannel):
            return True
        is_mentioned = any(user == self.user for user in message.mentions)
        return is_mentioned or (
            self.intents.message_content and message.content.lower().startswith(CALL_SIGN)
        )

    def _text_for_us(self, message: discord.Message) -> str:
        own_id = self.user.id if self.user else 0
        text = re.sub(rf"<@!?{own_id}>", " ", message.content).strip()
        if text.lower().startswith(CALL_SIGN) and not isinstance(
            message.channel, discord.DMChannel
        ):
            text = text[len(CALL_SIGN) :].lstrip(" ,:")
        return text

    def _leave_voice(self) -> None:
        """With a session Discord forgets in which voice channels the bot was."""
        self._jukebox.lose()

    def _is_own(self, event: discord.RawReactionActionEvent) -> bool:
        return self.user is not None and event.user_id == self.user.id


class ShardedMoodClient(MoodClient, discord.AutoShardedClient):
    """The same over several connections, each with a part of the servers.

    For bots in many servers only: after an outage, discord.py begins the sessions of shards anew,
    and what happened meanwhile is lost, where a single one is resumed.
    """

    async def on_shard_connect(self, shard_id: int) -> None:
        """A new session stands for a part of the servers."""
        self._jukebox.lose(lambda guild: guild.shard_id == shard_id)

    def _leave_voice(self) -> None:
        """``on_shard_connect`` does, as it knows which servers are concerned."""
