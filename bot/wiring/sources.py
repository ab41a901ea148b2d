"""Where songs come from: music services online, the catalogue always."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version

from bot.settings import Settings
from core.domain.track import Service
from core.ports.reading import MusicReader
from core.ports.songs import AffectSource, IdentitySource, PreviewFetcher, TrackFinder
from core.ports.telemetry import Telemetry
from core.providers.catalogue import CatalogueSource
from core.providers.deezer.client import DeezerFinder
from core.providers.http import MusicHttp
from core.providers.itunes.client import ITunesFinder
from core.providers.lastfm.client import LastFmTags
from core.providers.listenbrainz.client import ListenBrainz
from core.providers.musicbrainz.client import MusicBrainz
from core.providers.oembed.client import OEmbedNamer
from core.providers.previews import SampleFetcher
from core.providers.reccobeats.client import ReccoBeats
from core.providers.short_links import ShortLinkExpander
from core.providers.spotify.client import SpotifyClient
from core.providers.spotify.finder import SpotifyFeatures, SpotifyFinder
from core.services.find_candidates import CandidateFinder
from core.services.resolve_seed import SeedResolver


@dataclass(frozen=True, slots=True)
class Sources:
    """Where songs come from; offline only the catalogue.

    make_seeds: names and rates songs by these and, where given, the asker's own (``own_songs``).
    """

    make_seeds: Callable[..., SeedResolver]
    candidates: CandidateFinder | None = None
    previews: PreviewFetcher | None = None


def offline(catalogue: CatalogueSource, music_reader: MusicReader) -> Sources:
    """The catalogue alone."""
    return Sources(
        partial(SeedResolver, finders=[catalogue], raters=[catalogue], music_reader=music_reader)
    )


async def online(
    settings: Settings,
    catalogue: CatalogueSource,
    music_reader: MusicReader,
    telemetry: Telemetry,
    stack: AsyncExitStack,
) -> Sources:
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
    return Sources(make_seeds, candidates, previews)


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
