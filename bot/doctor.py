"""The check-up: what is configured, what works, and how to mend what does not."""

from __future__ import annotations

import asyncio
import platform
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from importlib.metadata import version

import httpx

from bot.discord.voice.extra import require_voice
from bot.presenters.checkup import Check, Health
from bot.presenters.words import explain_error
from bot.settings import Settings
from bot.wiring.catalogue import import_shelf
from bot.wiring.kitchen import emotion_engine, face_detector, own_engine
from bot.wiring.places import database_path, key_path, open_vault, utc_now
from core.domain.errors import MoodmixError
from core.inference.weights import load_network, read_manifest
from core.providers.catalogue import StarterCatalogue
from core.storage.key_file import load_or_create_key
from core.storage.migrations import migrate
from core.storage.sqlite_store import SqliteStore

_PACKAGES = (
    "python-telegram-bot",
    "discord.py",
    "deepface",
    "opencv-contrib-python-headless",
    "onnxruntime",
    "librosa",
    "spotipy",
    "aiosqlite",
    "numpy",
)

_UNAUTHORISED = (400, 401, 403, 404)
"""How the services refuse a key: Telegram 404 or 401, Discord 401, Spotify 400 or 401."""


async def examine(settings: Settings) -> Sequence[Check]:
    """Run every check. The database is brought up to date on the way, as at every start."""
    checks = [
        Check("moodmix", Health.OK, f"{version('moodmix')} on Python {platform.python_version()}"),
        Check("packages", Health.OK, ", ".join(f"{name} {version(name)}" for name in _PACKAGES)),
        await _attempt("data folder", lambda: _data_folder(settings)),
        await _attempt("database", lambda: _database(settings)),
        *await _weights(),
        await _attempt("face detector", lambda: _detector(settings)),
        await _attempt("emotion engine", lambda: _engine(settings)),
        await _attempt("catalogue", lambda: _catalogue(settings)),
    ]
    async with httpx.AsyncClient(timeout=settings.provider_timeout_s) as http:
        return [*checks, *await asyncio.gather(*_remote_checks(settings, http))]


async def _attempt(name: str, check: Callable[[], Awaitable[str]]) -> Check:
    try:
        return Check(name, Health.OK, await check())
    except MoodmixError as error:
        return Check(name, Health.BROKEN, error.code.value, mend=explain_error(error))


async def _data_folder(settings: Settings) -> str:
    load_or_create_key(key_path(settings))
    return str(settings.data_dir)


async def _database(settings: Settings) -> str:
    path = database_path(settings)
    vault = await open_vault(settings)
    report = await migrate(path, vault)
    store = await SqliteStore.open(path, vault, utc_now)
    try:
        stored = await store.statistics()
    finally:
        await store.close()
    return (
        f"version {report.after}: {stored.people} people, {stored.mixes} mixes, "
        f"{stored.feedback} ratings"
    )


async def _weights() -> list[Check]:
    try:
        cards = read_manifest()
    except MoodmixError as error:
        return [Check("weights", Health.BROKEN, error.code.value, mend=explain_error(error))]

    async def load(name: str) -> str:
        load_network(name)
        figures = ", ".join(f"{key} {value:g}" for key, value in cards[name].measured.items())
        return f"{cards[name].task} ({figures})"

    return [await _attempt(f"weights {name}", partial(load, name)) for name in cards]


async def _detector(settings: Settings) -> str:
    def look() -> str:
        detector = face_detector(settings)
        detector.prepare()
        if detector.name == "haar" and settings.face_detector == "auto":
            return "haar, built in; `moodmix weights fetch` gets the better YuNet"
        return detector.name

    return await asyncio.to_thread(look)


async def _engine(settings: Settings) -> str:
    def read() -> str:
        engine = own_engine(settings, emotion_engine(settings))
        engine.prepare()
        return engine.name

    return await asyncio.to_thread(read)


async def _catalogue(settings: Settings) -> str:
    own = f"{len(StarterCatalogue.load().tracks())} tracks"
    imported = len(import_shelf(settings).open().songs.table)
    return f"{own} and {imported} imported" if imported else own


def _remote_checks(settings: Settings, http: httpx.AsyncClient) -> list[Awaitable[Check]]:
    telegram, discord = settings.telegram_token, settings.discord_token
    spotify_id, spotify_secret = settings.spotify_client_id, settings.spotify_client_secret
    checks: list[Awaitable[Check]] = []
    if telegram:
        url = f"{settings.telegram_api_url}/bot{telegram.get_secret_value()}/getMe"
        checks.append(_key_check("Telegram", "MOODMIX_TELEGRAM_TOKEN", http.get(url)))
    else:
        checks.append(_off("Telegram", "set MOODMIX_TELEGRAM_TOKEN to switch it on"))
    if discord:
        headers = {"Authorization": f"Bot {discord.get_secret_value()}"}
        request = http.get(f"{settings.discord_api_url}/users/@me", headers=headers)
        checks.append(_key_check("Discord", "MOODMIX_DISCORD_TOKEN", request))
    else:
        checks.append(_off("Discord", "set MOODMIX_DISCORD_TOKEN to switch it on"))
    if discord and settings.discord_voice:
        checks.append(_attempt("Discord voice", _voice_packages))
    if not settings.online:
        return [*checks, _off("music services", "MOODMIX_ONLINE is false")]
    if spotify_id and spotify_secret:
        request = http.post(
            settings.spotify_token_url,
            data={"grant_type": "client_credentials"},
            auth=(spotify_id, spotify_secret.get_secret_value()),
        )
        checks.append(_key_check("Spotify", "MOODMIX_SPOTIFY_CLIENT_ID and _SECRET", request))
    else:
        checks.append(_off("Spotify", "set MOODMIX_SPOTIFY_CLIENT_ID and _SECRET to switch it on"))
    return [*checks, *(_answers(name, http.get(url)) for name, url in _open_sources(settings))]


async def _voice_packages() -> str:
    require_voice()
    return "lists are played in voice channels"


def _open_sources(settings: Settings) -> list[tuple[str, str]]:
    return [
        ("ReccoBeats", settings.reccobeats_url),
        ("Deezer", settings.deezer_url),
        ("iTunes", settings.itunes_url),
        ("MusicBrainz", settings.musicbrainz_url),
        ("ListenBrainz", settings.listenbrainz_url),
        ("Spotify oEmbed", settings.spotify_oembed_url),
        ("YouTube oEmbed", settings.youtube_oembed_url),
        ("SoundCloud oEmbed", settings.soundcloud_oembed_url),
        ("Tidal oEmbed", settings.tidal_oembed_url),
    ]


async def _off(name: str, how: str) -> Check:
    return Check(name, Health.OFF, how)


async def _key_check(name: str, setting: str, request: Awaitable[httpx.Response]) -> Check:
    try:
        response = await request
    except httpx.HTTPError as error:
        return Check(name, Health.NO_ANSWER, type(error).__name__)
    if response.status_code in _UNAUTHORISED:
        return Check(
            name,
            Health.BROKEN,
            f"refused (HTTP {response.status_code})",
            mend=f"Please check {setting}: {name} does not accept it.",
        )
    health = Health.OK if response.is_success else Health.NO_ANSWER
    return Check(name, health, f"HTTP {response.status_code}")


async def _answers(name: str, request: Awaitable[httpx.Response]) -> Check:
    """Any answer will do: an open service refuses a request for nothing in its own way."""
    try:
        await request
    except httpx.HTTPError as error:
        return Check(name, Health.NO_ANSWER, type(error).__name__)
    return Check(name, Health.OK, "answers")
