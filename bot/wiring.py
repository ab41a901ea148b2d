"""The composition root: the only place that builds infrastructure and hands it to services."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import structlog

from bot.chat import Chat
from bot.line import Line
from bot.operation.health import Vitals
from bot.operation.metrics import Metrics
from bot.painter import Painter
from bot.settings import Settings
from core.domain.catalogue_import import IndexedSongs
from core.domain.errors import MoodmixError
from core.domain.mix import Mix
from core.domain.track import Service
from core.domain.track_table import TrackTable
from core.inference.content_hash import prepare_identifier
from core.inference.emotion.choose import make_engine, personal_shelf
from core.inference.emotion.engine import EmotionEngine
from core.inference.emotion.personal import PersonalEngine, PersonalShelf
from core.inference.faces.choose import make_detector
from core.inference.faces.detector import FaceDetector
from core.inference.media.opus import OpusSounds
from core.inference.music.listener import LIMIT_S, network_version, prepare_listener
from core.inference.music.reader import MusicNetReader
from core.inference.music.regressor import MusicRegressor
from core.inference.process_crew import ProcessCrew
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.ports.reading import MusicReader
from core.ports.songs import AffectSource, IdentitySource, PreviewFetcher, TrackFinder
from core.ports.telemetry import NO_TELEMETRY, Stage, Telemetry
from core.providers.catalogue import CatalogueSource, StarterCatalogue, WholeCatalogue
from core.providers.catalogue.csv_file import CsvCatalogues
from core.providers.deezer.client import DeezerFinder
from core.providers.http import MusicHttp
from core.providers.itunes.client import ITunesFinder
from core.providers.lastfm.client import LastFmTags
from core.providers.library.source import LibrarySource
from core.providers.listenbrainz.client import ListenBrainz
from core.providers.musicbrainz.client import MusicBrainz
from core.providers.oembed.client import OEmbedNamer
from core.providers.previews import SampleFetcher
from core.providers.reccobeats.client import ReccoBeats
from core.providers.short_links import ShortLinkExpander
from core.providers.spotify.client import SpotifyClient
from core.providers.spotify.finder import SpotifyFeatures, SpotifyFinder
from core.services.companion import Companion
from core.services.find_candidates import CandidateFinder
from core.services.identity import Pseudonyms
from core.services.import_catalogue import CatalogueImporter
from core.services.make_mix import MixMaker
from core.services.observe import Observations
from core.services.own_faces import OwnFaces
from core.services.play_mix import MixSounds
from core.services.resolve_seed import SeedResolver
from core.services.retention import Retention
from core.services.scan_library import LibraryScanner
from core.storage.backup_contents import DATABASE_NAME
from core.storage.data_keys import DataKeys, find_keys, given_keys
from core.storage.face_folder import FaceFolder, own_faces_folder
from core.storage.import_shelf import FolderShelf
from core.storage.key_file import load_or_create_key
from core.storage.library_index import SqliteLibraryIndex
from core.storage.song_folder import DiskFolder
from core.storage.sqlite_library import SqliteLibrary
from core.storage.sqlite_store import SqliteStore
from core.storage.vault import Vault

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

_log = structlog.get_logger()


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


@dataclass(frozen=True, slots=True)
class Chats:
    """Who answers where: ``own`` the person whose machine and music this is, ``public`` others.

    vitals: what tells whether they can.
    """

    own: Chat
    public: Chat
    vitals: Vitals


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where songs come from; offline only the catalogue.

    make_seeds: names and rates songs by these and, where given, the asker's own (``own_songs``).
    """

    make_seeds: Callable[..., SeedResolver]
    candidates: CandidateFinder | None = None
    previews: PreviewFetcher | None = None


def database_path(settings: Settings) -> Path:
    """Where the SQLite database lives."""
    return settings.data_dir / DATABASE_NAME


def key_path(settings: Settings) -> Path:
    """Where the key of the pseudonyms lives."""
    return settings.data_dir / "pseudonym.key"


async def open_vault(settings: Settings) -> Vault:
    """What seals what people told; raises what ``find_keys`` raises."""
    return Vault((await data_keys(settings)).keys)


async def data_keys(settings: Settings) -> DataKeys:
    """The keys of the vault: of the setting, else of the file; raises what ``find_keys`` raises."""
    given = given_data_keys(settings)
    return await find_keys(database_path(settings), data_key_path(settings), given)


def given_data_keys(settings: Settings) -> DataKeys | None:
    """The keys of the setting, if any; raises OperationError (DATA_KEY_UNUSABLE)."""
    secret = settings.data_key
    return given_keys(secret.get_secret_value(), "MOODMIX_DATA_KEY") if secret else None


def data_key_path(settings: Settings) -> Path:
    """Where the keys of the vault live, where no setting gives them."""
    return settings.data_dir / "data.key"


def import_shelf(settings: Settings) -> FolderShelf:
    """Where imported catalogues live."""
    return FolderShelf(settings.data_dir / "catalogue")


def catalogue_importer(settings: Settings) -> CatalogueImporter:
    """What brings catalogue files in."""
    return CatalogueImporter(CsvCatalogues(), import_shelf(settings), utc_now)


def imported_songs(settings: Settings) -> IndexedSongs:
    """What was imported; nothing, with a word in the log, where it cannot be read."""
    try:
        return import_shelf(settings).open().songs
    except MoodmixError as error:
        _log.warning("imports_unusable", code=error.code.value)
        return IndexedSongs.of(TrackTable.of(()))


def whole_catalogue(imported: IndexedSongs) -> WholeCatalogue:
    """The starter catalogue and these; raises OperationError."""
    return WholeCatalogue(StarterCatalogue.load(), imported.table)


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
            await _online(settings, in_catalogue, music_reader, telemetry, stack)
            if settings.online
            else _offline(in_catalogue, music_reader)
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


@asynccontextmanager
async def open_library(settings: Settings) -> AsyncIterator[SqliteLibrary]:
    """The music on this machine."""
    library = await SqliteLibrary.open(database_path(settings), await open_vault(settings))
    try:
        yield library
    finally:
        await library.close()


@asynccontextmanager
async def open_scanner(settings: Settings) -> AsyncIterator[LibraryScanner]:
    """What brings the library up to date, on all cores."""
    async with AsyncExitStack() as stack:
        vault = await open_vault(settings)
        index = await SqliteLibraryIndex.open(database_path(settings), vault, utc_now)
        stack.push_async_callback(index.close)
        identifiers = ProcessCrew(prepare_identifier, LIMIT_S)
        listeners = ProcessCrew(prepare_listener, LIMIT_S)
        yield LibraryScanner(
            DiskFolder(), index, identifiers, listeners, network_version(), utc_now
        )


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


def utc_now() -> datetime:
    """The clock of the product."""
    return datetime.now(UTC)


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Have something go on in the background while the block runs."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        (failure,) = await asyncio.gather(task, return_exceptions=True)
        if isinstance(failure, Exception):
            _log.error("background_work_failed", exc_info=failure)


async def _warm_up(kitchen: Kitchen) -> None:
    """Compile librosa's helpers before the first song needs them."""
    try:
        await kitchen.music_reader.warm_up()
    except MoodmixError as error:
        _log.warning("warm_up_failed", code=error.code.value)


def _offline(catalogue: CatalogueSource, music_reader: MusicReader) -> _Sources:
    return _Sources(
        partial(SeedResolver, finders=[catalogue], raters=[catalogue], music_reader=music_reader)
    )


async def _online(
    settings: Settings,
    catalogue: CatalogueSource,
    music_reader: MusicReader,
    telemetry: Telemetry,
    stack: AsyncExitStack,
) -> _Sources:
    """Sources in the order they are believed: Spotify, the open services, the catalogue."""
    http = await stack.enter_async_context(
        MusicHttp(
            settings.provider_timeout_s,
            version=version("moodmix"),
            contact=settings.contact,
            telemetry=telemetry,
        )
    )
    deezer = DeezerFinder(http, settings.deezer_url)
    itunes = ITunesFinder(http, settings.itunes_url)
    reccobeats = ReccoBeats(http, settings.reccobeats_url)
    listenbrainz = ListenBrainz(http, settings.listenbrainz_url)
    finders: list[TrackFinder] = [reccobeats, deezer, itunes, catalogue]
    identities: list[IdentitySource] = [
        deezer,
        itunes,
        MusicBrainz(http, settings.musicbrainz_url),
    ]
    raters: list[AffectSource] = [reccobeats, catalogue]
    spotify = _spotify(settings, telemetry, stack.callback)
    if spotify:
        spotify_finder = SpotifyFinder(spotify)
        finders.insert(0, spotify_finder)
        identities.insert(0, spotify_finder)
        raters.insert(0, SpotifyFeatures(spotify))
    if settings.lastfm_key:
        key = settings.lastfm_key.get_secret_value()
        raters.append(LastFmTags(http, settings.lastfm_url, key))
    previews = SampleFetcher(
        http,
        (settings.deezer_url, settings.itunes_url),
        (deezer.preview_url_of, itunes.preview_url_of),
    )
    make_seeds = partial(
        SeedResolver,
        finders=finders,
        identities=identities,
        raters=raters,
        namers=[
            OEmbedNamer(http, Service.SPOTIFY, settings.spotify_oembed_url),
            OEmbedNamer(http, Service.YOUTUBE, settings.youtube_oembed_url),
            OEmbedNamer(http, Service.SOUNDCLOUD, settings.soundcloud_oembed_url),
            OEmbedNamer(http, Service.TIDAL, settings.tidal_oembed_url),
        ],
        expander=ShortLinkExpander(http),
        previews=previews,
        music_reader=music_reader,
    )
    neighbours = (reccobeats, deezer, listenbrainz)
    candidates = CandidateFinder(neighbours, listenbrainz, reccobeats, catalogue)
    return _Sources(make_seeds, candidates, previews)


def _spotify(
    settings: Settings, telemetry: Telemetry, on_close: Callable[..., object]
) -> SpotifyClient | None:
    if not (settings.spotify_client_id and settings.spotify_client_secret):
        return None
    client = SpotifyClient(
        settings.spotify_client_id,
        settings.spotify_client_secret.get_secret_value(),
        api_url=settings.spotify_api_url,
        token_url=settings.spotify_token_url,
        timeout_s=settings.provider_timeout_s,
        telemetry=telemetry,
    )
    on_close(client.close)
    return client
