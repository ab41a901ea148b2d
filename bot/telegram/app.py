"""The Telegram bot: built from plain values, run inside somebody else's event loop."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager, suppress
from itertools import chain, repeat
from typing import Any

import structlog
from telegram import CallbackQuery, LinkPreviewOptions, Update, User
from telegram.constants import UpdateType
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    ContextTypes,
    Defaults,
    ExtBot,
    Updater,
)

from bot.chat import Chat
from bot.platforms import PlatformState, TellState, ignore_state
from bot.presenters.words import explain_error
from bot.telegram.apologies import Apologies
from bot.telegram.connection import PatientRequest, PollingRequest, silence_libraries
from bot.telegram.conversation import is_for_bot
from bot.telegram.flood import FloodLimits
from bot.telegram.handlers import Handlers
from bot.telegram.intake import Intake
from bot.telegram.notes import Notes
from bot.telegram.order import PerPersonOrder
from bot.telegram.profile import announce
from bot.telegram.progress import Pace
from bot.telegram.replies import PLATFORM, Replies
from bot.telegram.webhook import Webhook
from core.domain.errors import ErrorCode, OperationError
from core.ports.journal import RequestRef

ALLOWED_UPDATES = (
    UpdateType.MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MESSAGE_REACTION,
    UpdateType.INLINE_QUERY,
    UpdateType.MY_CHAT_MEMBER,
)
"""Edits and channel posts are not even asked for; reactions come only when asked for."""

POLL_S = 10
START_PATIENCE_S = 5.0
"""How long a start waits for Telegram before it goes on connecting in the background."""

DRAIN_S = 8.0
"""How long a stop waits for updates in hand."""

_RECONNECT_PAUSES_S = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{10,100}")

_log = structlog.get_logger()

App = Application[Any, Any, Any, Any, Any, Any]


class TelegramBot:
    """One bot, over long polling or with updates delivered.

    api_url: address of the Bot API server, without the token. webhook: where updates are delivered,
    None to poll for them. poll_s: how long one poll waits.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        chat: Chat,
        *,
        webhook: Webhook | None = None,
        pace: Pace | None = None,
        poll_s: int = POLL_S,
        start_patience_s: float = START_PATIENCE_S,
        drain_s: float = DRAIN_S,
        tell_state: TellState = ignore_state,
    ) -> None:
        self._token = token
        self._api_url = api_url.rstrip("/")
        self._webhook = webhook
        self._poll_s = poll_s
        self._start_patience_s = start_patience_s
        self._drain_s = drain_s
        self._tell_state = tell_state
        self._chat = chat
        self._replies = Replies(chat)
        self._notes = Notes()
        self._handlers = Handlers(chat, self._replies, self._notes, pace or Pace())
        self._intake = Intake(chat, self._is_request)
        self._apologies = Apologies(chat)
        self._order = PerPersonOrder(
            self._turn_away, close=self._close, speaking=self._speaking, traffic=chat.traffic
        )
        self._undelivered: set[int] = set()
        self._app: App | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._apologising: asyncio.Task[None] | None = None
        self._announcing: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Check the token and begin to take updates; returns as soon as that runs.

        Where Telegram cannot be reached, connecting goes on in the background. Raises
        OperationError: TELEGRAM_REFUSED for a wrong token, and what listening for updates raises.
        """
        silence_libraries()
        if not _TOKEN.fullmatch(self._token):
            raise OperationError(ErrorCode.TELEGRAM_REFUSED)
        app = self._app = self._build()
        try:
            async with asyncio.timeout(self._start_patience_s):
                await self._connect(app)
        except InvalidToken:
            await self.stop()
            # The library's words contain the token.
            raise OperationError(ErrorCode.TELEGRAM_REFUSED) from None
        except OperationError:
            await self.stop()
            raise
        except (TimeoutError, TelegramError) as error:
            _log.warning("telegram_unreachable", reason=type(error).__name__)
            self._connecting = asyncio.create_task(self._keep_connecting(app))

    async def stop(self) -> None:
        """Stop polling, finish what is in hand (within bounds), close the connections."""
        if self._apologising:
            # between saying sorry and noting it there should be no end
            await asyncio.wait({self._apologising}, timeout=self._drain_s)
        for task in (self._connecting, self._apologising, self._announcing):
            if task:
                task.cancel()
                await asyncio.wait({task})
        self._connecting = self._apologising = self._announcing = None
        app, self._app = self._app, None
        if app is None:
            return
        if app.updater and app.updater.running:
            await app.updater.stop()
        if app.running:
            draining = asyncio.create_task(app.stop())
            _, late = await asyncio.wait({draining}, timeout=self._drain_s)
            if late:
                self._order.cancel_all()
            await draining
        await app.shutdown()
        await app.bot.shutdown()
        _log.info("telegram_stopped")

    def _build(self) -> App:
        app: App = (
            ApplicationBuilder()
            .token(self._token)
            .base_url(f"{self._api_url}/bot")
            .base_file_url(f"{self._api_url}/file/bot")
            .request(
                PatientRequest(
                    connect_timeout=10,
                    read_timeout=20,
                    write_timeout=20,
                    pool_timeout=20,
                    media_write_timeout=60,
                )
            )
            .get_updates_request(
                PollingRequest(
                    self._note_state, connect_timeout=10, read_timeout=10, pool_timeout=10
                )
            )
            .rate_limiter(FloodLimits())
            .concurrent_updates(self._order)
            .update_queue(self._intake)
            .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
            .job_queue(None)
            .build()
        )
        self._handlers.add_to(app)
        app.add_error_handler(self._on_error)
        return app

    async def _connect(self, app: App) -> None:
        await app.initialize()
        if not app.running:
            await app.start()
        if app.updater and not app.updater.running:
            await self._listen(app.updater, app.bot)
        self._announcing = asyncio.create_task(announce(app.bot))
        _log.info("telegram_started")
        self._tell_state(PlatformState.CONNECTED)

    async def _listen(self, updater: Updater, bot: ExtBot[Any]) -> None:
        if self._webhook:
            await self._webhook.open(updater, self._token, ALLOWED_UPDATES)
            self._apologise()
            return
        # this asks without confirming anything, so the poll is given the same once more
        coming = await bot.get_updates(timeout=0, allowed_updates=ALLOWED_UPDATES)
        self._apologise({self._intake.ref_of(update) for update in coming})
        await updater.start_polling(
            timeout=self._poll_s,
            allowed_updates=ALLOWED_UPDATES,
            error_callback=lambda _error: None,  # the polling connection logs its own state
        )

    async def _keep_connecting(self, app: App) -> None:
        for pause_s in chain(_RECONNECT_PAUSES_S, repeat(_RECONNECT_PAUSES_S[-1])):
            await asyncio.sleep(pause_s)
            try:
                await self._connect(app)
            except InvalidToken:
                # without the traceback, whose words contain the token
                words = explain_error(OperationError(ErrorCode.TELEGRAM_REFUSED))
                _log.error("telegram_refused", words=words)
                self._tell_state(PlatformState.REFUSED)
                return
            except TelegramError as error:
                _log.info("telegram_unreachable", reason=type(error).__name__)
            else:
                return

    def _note_state(self, state: PlatformState) -> None:
        """The poll was lost, or is back: time to say sorry for what could not be sent meanwhile."""
        self._tell_state(state)
        if state is PlatformState.CONNECTED:
            self._apologise()

    def _is_request(self, update: Update) -> bool:
        """Whether somebody waits for an answer, in groups only where the bot is spoken to."""
        message = update.message
        if message is None or self._app is None:
            return update.callback_query is not None
        return is_for_bot(message, self._app.bot) or (message.text or "").startswith("/")

    def _speaking(self, user: User) -> AbstractAsyncContextManager[None]:
        return self._chat.speaking_with(
            self._chat.pseudonyms.person(PLATFORM, user.id), user.language_code
        )

    async def _close(self, update: object) -> None:
        """An update was dealt with; its person may not have been reached."""
        number = update.update_id if isinstance(update, Update) else 0
        told = number not in self._undelivered
        self._undelivered.discard(number)
        await self._intake.close(update, told=told)

    def _note_silence(self, update: object) -> None:
        """Nobody could be told how it went; an apology has to make up for it."""
        if isinstance(update, Update):
            self._undelivered.add(update.update_id)

    def _apologise(self, coming: Collection[RequestRef] = ()) -> None:
        """Make up, in the background, for whatever was left unanswered."""
        if self._app:
            apology = self._apologies.make(self._app.bot, coming)
            self._apologising = asyncio.create_task(apology, name="telegram apologies")

    async def _turn_away(self, update: Update) -> None:
        busy = self._chat.explain_failure(OperationError(ErrorCode.BUSY), PLATFORM)
        with suppress(TelegramError):
            await self._tell(update, busy)

    async def _on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The one funnel: words for whoever caused the update, or a line in the log."""
        error = context.error
        if isinstance(error, Forbidden | ChatMigrated | RetryAfter):
            _log.info("telegram_cannot_answer", reason=type(error).__name__)
            if isinstance(error, RetryAfter):
                self._note_silence(update)
            return
        if error is None or not isinstance(error, Exception):
            return
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            network_error, error = error, OperationError(ErrorCode.TIMED_OUT)
            error.__cause__ = network_error
        words = self._chat.explain_failure(error, PLATFORM)
        if not isinstance(update, Update):
            return
        try:
            await self._tell(update, words)
        except TelegramError as failure:
            _log.info("telegram_cannot_answer", reason=type(failure).__name__)
            if not isinstance(failure, BadRequest | Forbidden):
                self._note_silence(update)

    async def _tell(self, update: Update, words: str) -> None:
        query: CallbackQuery | None = update.callback_query
        if query and await self._notes.note(query, words, alert=True):
            return
        if update.effective_message:
            await self._replies.say(update.effective_message, words)
