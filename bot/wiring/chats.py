"""The conversation partners behind the platforms, with what they remember."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from bot.chat import Chat
from bot.line import Line
from bot.operation.health import Vitals
from bot.operation.metrics import Metrics
from bot.painter import Painter
from bot.settings import Settings
from bot.wiring.kitchen import Kitchen, open_kitchen, personal_networks
from bot.wiring.places import database_path, key_path, open_vault, utc_now
from core.domain.errors import MoodmixError
from core.domain.mix import Mix
from core.inference.media.opus import OpusSounds
from core.ports.telemetry import Stage
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.observe import Observations
from core.services.own_faces import OwnFaces
from core.services.play_mix import MixSounds
from core.services.retention import Retention
from core.storage.face_folder import FaceFolder, own_faces_folder
from core.storage.key_file import load_or_create_key
from core.storage.sqlite_store import SqliteStore

_log = structlog.get_logger()


_MUSIC_SERVICES = (
    "reccobeats",
    "deezer",
    "itunes",
    "musicbrainz",
    "listenbrainz",
    "lastfm",
    "spotify_oembed",
    "youtube_oembed",
    "soundcloud_oembed",
    "tidal_oembed",
)
"""As settings and figures name them."""


@dataclass(frozen=True, slots=True)
class Chats:
    """Who answers where: ``own`` the person whose machine and music this is, ``public`` others.

    vitals: what tells whether they can.
    """

    own: Chat
    public: Chat
    vitals: Vitals


@asynccontextmanager
async def open_chats(settings: Settings, metrics: Metrics | None = None) -> AsyncIterator[Chats]:
    """The conversation partners behind the platforms, with their database."""
    metrics = metrics or watched(settings)
    async with AsyncExitStack() as stack:
        pseudonyms = Pseudonyms(load_or_create_key(key_path(settings)))
        vault = await open_vault(settings)
        store = await SqliteStore.open(database_path(settings), vault, utc_now)
        stack.push_async_callback(store.close)
        kitchen = await stack.enter_async_context(open_kitchen(settings, metrics))
        workers = kitchen.workers

        keep = timedelta(days=settings.keep_days) if settings.keep_days else None
        painter = Painter(workers)
        stack.push_async_callback(painter.close)
        for work in (_warm_up(kitchen), painter.prepare(), Retention(store, keep, utc_now).run()):
            await stack.enter_async_context(_beside(work))

        async def paint_card(mix: Mix) -> bytes:
            started_s = time.perf_counter()
            try:
                return await painter.paint(mix)
            finally:
                metrics.took(Stage.CARD, time.perf_counter() - started_s)

        own = Companion(store, kitchen.mixes, utc_now, kitchen.library, metrics)
        library = kitchen.library if settings.share_library else None
        public = Companion(store, kitchen.public_mixes, utc_now, library, metrics)
        own_faces = OwnFaces(
            kitchen.face_reader,
            FaceFolder(own_faces_folder(settings.data_dir)),
            own.has_consented,
            kitchen.workers,
            personal_networks(settings),
        )
        shared = (pseudonyms, paint_card, kitchen.previews, metrics)
        vitals = Vitals(store.ping, lambda: workers.in_hand, workers.capacity)
        sounds = MixSounds(store, OpusSounds(workers), kitchen.previews, library)
        line = Line(waiting_limit=settings.queue_limit)
        days = settings.keep_days
        public_chat = Chat(
            public,
            *shared,
            sounds=sounds,
            line=line,
            journal=store.journal,
            keep_days=days,
        )
        observations = Observations(kitchen.face_reader, own.has_consented)
        own_chat = Chat(own, *shared, own_faces, observations, keep_days=days)
        yield Chats(own_chat, public_chat, vitals)


def watched(settings: Settings) -> Metrics:
    """What counts and times a running service."""
    services = {name: getattr(settings, f"{name}_url") for name in _MUSIC_SERVICES}
    return Metrics({"spotify": settings.spotify_api_url, **services})


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Have something go on in the background while the block runs."""
    task = asyncio.create_task(_told_of(work))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _told_of(work: Coroutine[Any, Any, None]) -> None:
    """What goes wrong with it stands in the log at once, as nobody waits for it."""
    try:
        await work
    except Exception:  # noqa: BLE001 - a funnel of its own; the log has the traceback
        _log.exception("background_work_failed")


async def _warm_up(kitchen: Kitchen) -> None:
    """Compile librosa's helpers before the first song needs them."""
    try:
        await kitchen.music_reader.warm_up()
    except MoodmixError as error:
        _log.warning("warm_up_failed", code=error.code.value)
