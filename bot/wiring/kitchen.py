"""What answers are made with: faces, songs and the threads for the heavy part."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial

from bot.settings import Settings
from bot.wiring.catalogue import imported_songs
from bot.wiring.library import open_library
from bot.wiring.places import database_path
from bot.wiring.sources import offline, online
from core.inference.emotion.choose import make_engine, personal_shelf
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.personal import PersonalEngine, PersonalShelf
from core.inference.faces.choose import make_detector
from core.inference.faces.detector import FaceDetector
from core.inference.music.reader import MusicNetReader
from core.inference.music.regressor import MusicRegressor
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.ports.songs import PreviewFetcher
from core.ports.telemetry import NO_TELEMETRY, Telemetry
from core.providers.catalogue import CatalogueSource, StarterCatalogue, WholeCatalogue
from core.providers.library.source import LibrarySource
from core.services.make_mix import MixMaker
from core.storage.sqlite_library import SqliteLibrary


@dataclass(frozen=True, slots=True)
class Kitchen:
    """What answers are made with, and the threads that do the heavy part of it.

    library: what ``mixes``, for the person whose machine this is, draw from and know songs by
    beside the other sources; ``public_mixes``, for others, do so only where it is shared.
    face_reader: of that person's face.
    """

    mixes: MixMaker
    public_mixes: MixMaker
    face_reader: MoodFaceReader
    library: SqliteLibrary | None
    music_reader: MusicNetReader
    workers: Workers
    previews: PreviewFetcher | None


def face_detector(settings: Settings) -> FaceDetector:
    """The detector that the settings name; raises OperationError."""
    return make_detector(settings.face_detector, settings.yunet_model, settings.data_dir)


def emotion_engine(settings: Settings) -> EmotionEngine:
    """The engine for any face, as the settings name it; raises OperationError."""
    auto = settings.emotion_engine == "auto"
    return make_engine("moodnet" if auto else settings.emotion_engine, settings.data_dir)


def own_engine(settings: Settings, otherwise: EmotionEngine) -> EmotionEngine:
    """The engine for the face of the person whose machine this is."""
    shelf = personal_networks(settings)
    return PersonalEngine(shelf, otherwise) if shelf else otherwise


def personal_networks(settings: Settings) -> PersonalShelf | None:
    """Where their personal network lies; None where the settings name another engine."""
    return personal_shelf(settings.data_dir) if settings.emotion_engine == "auto" else None


@asynccontextmanager
async def open_kitchen(
    settings: Settings, telemetry: Telemetry = NO_TELEMETRY
) -> AsyncIterator[Kitchen]:
    """Everything that makes an answer; a database is read where there is one, and never made."""
    async with AsyncExitStack() as stack:
        workers = Workers(settings.worker_threads, settings.queue_limit)
        stack.callback(workers.close)
        imported = imported_songs(settings)
        starter = StarterCatalogue.load()
        music_reader = MusicNetReader(workers, MusicRegressor.load())
        in_catalogue = CatalogueSource(starter, imported)
        sources = (
            await online(settings, in_catalogue, music_reader, telemetry, stack)
            if settings.online
            else offline(in_catalogue, music_reader)
        )
        detector, engine = face_detector(settings), emotion_engine(settings)
        for prepare in (detector.prepare, engine.prepare):
            await workers.run(prepare)
        make_reader = partial(
            MoodFaceReader, workers, detector, video_reading=settings.video_reading
        )
        face_reader = make_reader(engine=own_engine(settings, engine))
        library = None
        if database_path(settings).is_file():
            library = await stack.enter_async_context(open_library(settings))
        catalogue = WholeCatalogue(starter, imported.table)
        make_mixes = partial(
            MixMaker,
            catalogue=catalogue,
            candidates=sources.candidates,
            threads=workers,
            telemetry=telemetry,
        )

        def with_songs_of(library: SqliteLibrary | None, reader: MoodFaceReader) -> MixMaker:
            own_songs = LibrarySource(library) if library else None
            seeds = sources.make_seeds(own_songs=own_songs)
            return make_mixes(reader, seeds=seeds, library=library)

        yield Kitchen(
            with_songs_of(library, face_reader),
            with_songs_of(library if settings.share_library else None, make_reader(engine=engine)),
            face_reader,
            library,
            music_reader,
            workers,
            sources.previews,
        )
