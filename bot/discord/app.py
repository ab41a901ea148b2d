"""The running Discord bot: connects, stays connected, stops cleanly inside someone else's loop."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from pathlib import Path

import aiohttp
import discord
import structlog
import yarl
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.chat import Chat
from bot.discord.apologies import Apologies
from bot.discord.client import MoodClient, ShardedMoodClient
from bot.discord.desk import Desk
from bot.discord.funnel import PLATFORM, Funnel
from bot.discord.requests import WaitingRequests
from bot.discord.shards import recommended_shards
from bot.discord.suggestions import Suggestions
from bot.discord.voice.extra import require_voice
from bot.discord.voice.jukebox import Jukebox
from bot.platforms import PlatformState, TellState, ignore_state
from core.domain.errors import ErrorCode, OperationError

LOGIN_TIMEOUT_S = 60.0
CLOSE_TIMEOUT_S = 10.0
DRAIN_S = 5.0
RETRY_WITHIN_S = 60.0
BAD_TOKEN_CLOSE_CODE = 4004

_UNREACHABLE = (
    OSError,
    aiohttp.ClientError,
    discord.DiscordException,
    # what discord.py's reconnecting stumbles over when the gateway was never reached
    AttributeError,
)

_log = structlog.get_logger()


class DiscordBot:
    """One bot account. An address is only changed in discord.py where it differs from its own."""

    def __init__(
        self,
        token: str,
        api_url: str,
        gateway_url: str,
        chat: Chat,
        *,
        message_content: bool = False,
        voice: bool = False,
        shards: int = 0,
        commands_stamp: Path | None = None,
        ready_timeout_s: float = 30.0,
        drain_s: float = DRAIN_S,
        tell_state: TellState = ignore_state,
    ) -> None:
        """commands_stamp: a file that remembers which commands were registered last.

        voice: play in voice channels; shards: connections to the gateway, 0 for as many as Discord
        recommends; ready_timeout_s: how long ``start`` waits for the first connection before it
        goes on connecting in the background; drain_s: how long a stop waits for answers under way.
        """
        self._token = token
        self._api_url = api_url.rstrip("/")
        self._gateway_url = yarl.URL(gateway_url)
        self._message_content = message_content
        self._commands_stamp = commands_stamp
        self._ready_timeout_s = ready_timeout_s
        self._drain_s = drain_s
        self._tell_state = tell_state
        self._funnel = Funnel(chat)
        self._apologies = Apologies(chat)
        self._desk = Desk(
            chat, WaitingRequests(), plays_aloud=voice, reads_messages=message_content
        )
        self._suggestions = Suggestions(chat)
        self._jukebox = Jukebox(chat, switched_on=voice)
        self._shards = shards
        self._connected = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Log in and connect; raises OperationError where Discord refuses the token or an intent.

        Where Discord cannot be reached, connecting goes on in the background.
        """
        _quieten_library()
        if self._jukebox.is_on:
            require_voice()
        self._use_addresses()
        self._running = asyncio.create_task(self._stay_connected(), name="discord")
        connected = asyncio.create_task(self._connected.wait())
        await asyncio.wait(
            {self._running, connected},
            timeout=self._ready_timeout_s,
            return_when=asyncio.FIRST_COMPLETED,
        )
        is_connected = connected.done()
        connected.cancel()
        await asyncio.gather(connected, return_exceptions=True)
        if self._running.done():
            self._running.result()
        if not is_connected:
            _log.warning("not_connected_yet", platform=PLATFORM)
        self._running.add_done_callback(self._note_end)

    async def stop(self) -> None:
        """Let answers under way finish for a moment, then disconnect and release everything."""
        await self._funnel.drain(self._drain_s)
        await self._jukebox.close()
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _stay_connected(self) -> None:
        backoff: ExponentialBackoff[bool] = ExponentialBackoff()
        while True:
            client = self._make_client(await self._count_shards())
            try:
                async with asyncio.timeout(LOGIN_TIMEOUT_S):
                    await client.login(self._token)
                await client.connect()
            except (discord.LoginFailure, discord.PrivilegedIntentsRequired) as error:
                raise _refusal(error) from error
            except _UNREACHABLE as error:
                if _is_bad_token(error):
                    raise _refusal(error) from error
                _log.warning("unreachable", platform=PLATFORM, cause=type(error).__name__)
            except Exception as error:  # noqa: BLE001 - an event nobody can parse must not end the bot
                self._funnel.explain(error)
            finally:
                with suppress(TimeoutError):
                    await asyncio.wait_for(client.close(), CLOSE_TIMEOUT_S)
            await asyncio.sleep(min(backoff.delay(), RETRY_WITHIN_S))

    async def _count_shards(self) -> int:
        return self._shards or await recommended_shards(self._api_url, self._token)

    def _make_client(self, shards: int) -> MoodClient:
        kind = MoodClient if shards == 1 else ShardedMoodClient
        return kind(
            self._desk,
            self._funnel,
            self._apologies,
            self._jukebox,
            self._suggestions,
            shards=shards if shards > 1 else None,
            message_content=self._message_content,
            commands_stamp=self._commands_stamp,
            tell_state=self._note_state,
        )

    def _note_state(self, state: PlatformState) -> None:
        if state is PlatformState.CONNECTED:
            self._connected.set()
        self._tell_state(state)

    def _note_end(self, running: asyncio.Task[None]) -> None:
        error = None if running.cancelled() else running.exception()
        if error:
            _log.error("connection_ended", platform=PLATFORM, cause=str(error))
            self._tell_state(PlatformState.REFUSED)

    def _use_addresses(self) -> None:
        if self._api_url != Route.BASE:
            Route.BASE = self._api_url
        if self._gateway_url != DiscordWebSocket.DEFAULT_GATEWAY:
            DiscordWebSocket.DEFAULT_GATEWAY = self._gateway_url


def _is_bad_token(error: BaseException) -> bool:
    return isinstance(error, discord.ConnectionClosed) and error.code == BAD_TOKEN_CLOSE_CODE


def _refusal(error: BaseException) -> OperationError:
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return OperationError(ErrorCode.DISCORD_INTENT_REFUSED)
    return OperationError(ErrorCode.DISCORD_REFUSED)


def _quieten_library() -> None:
    # below these levels discord.py logs whole events, user ids and addresses that hold tokens
    logging.getLogger("discord").setLevel(logging.WARNING)
    for name in ("discord.http", "discord.webhook.async_"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # what goes wrong in a voice channel is told there and logged by us, in one line
    logging.getLogger("discord.voice_state").setLevel(logging.CRITICAL)
    discord.VoiceClient.warn_nacl = False
    discord.VoiceClient.warn_dave = False
