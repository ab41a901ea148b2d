"""The composition root: the only place that builds infrastructure and hands it to services."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.chat import Chat
from bot.presenters.card import draw_card
from bot.settings import Settings
from core.domain.mix import Mix
from core.inference.emotion.choose import make_engine
from core.inference.faces.choose import make_detector
from core.inference.music.reader import MusicNetReader
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.ports.songs import AffectSource, LinkNamer, TrackFinder
from core.providers.catalogue import CatalogueSource, StarterCatalogue
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from core.storage.key_file import load_or_create_key
from core.storage.sqlite_store import SqliteStore


def database_path(settings: Settings) -> Path:
    """Where the SQLite database lives."""
    return settings.data_dir / "moodmix.sqlite3"


@asynccontextmanager
async def open_mix_maker(settings: Settings) -> AsyncIterator[tuple[MixMaker, Workers]]:
    """Everything that makes an answer, without a database."""
    async with AsyncExitStack() as stack:
        workers = Workers(settings.worker_threads, settings.queue_limit)
        stack.callback(workers.close)
        catalogue = StarterCatalogue()
        music_reader = MusicNetReader(workers)
        face_reader = MoodFaceReader(
            workers,
            detector=make_detector(settings.face_detector, settings.yunet_model),
            engine=make_engine(settings.emotion_engine, settings.data_dir),
        )
        seeds = SeedResolver(...)
        yield MixMaker(face_reader, seeds, catalogue), workers


@asynccontextmanager
async def open_chat(settings: Settings) -> AsyncIterator[Chat]:
    """The conversation partner behind every platform, with its database."""
    async with AsyncExitStack() as stack:
        key = load_or_create_key(settings.data_dir / "pseudonym.key")
        store = await SqliteStore.open(database_path(settings), utc_now)
        stack.push_async_callback(store.close)
        mixes, workers = await stack.enter_async_context(open_mix_maker(settings))

        async def paint_card(mix: Mix) -> bytes:
            return await workers.run(draw_card, mix)

        yield Chat(Companion(store, mixes, utc_now), Pseudonyms(key), paint_card)


def utc_now() -> datetime:
    """The clock of the product."""
    return datetime.now(UTC)
