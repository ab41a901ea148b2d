"""Seeds resolved through the real providers, chained as in the product, over real HTTP."""

import pytest

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, SongError
from core.domain.track import Service, Source
from core.providers.deezer.client import DeezerFinder
from core.providers.http import MusicHttp
from core.providers.itunes.client import ITunesFinder
from core.providers.musicbrainz.client import MusicBrainz
from core.providers.oembed.client import OEmbedNamer
from core.providers.previews import SampleFetcher
from core.providers.reccobeats.client import ReccoBeats
from core.providers.short_links import ShortLinkExpander
from core.providers.spotify.client import SpotifyClient
from core.providers.spotify.finder import SpotifyFeatures, SpotifyFinder
from core.services.resolve_seed import SeedResolver
from tests.fakes.music_services import BOHEMIAN, HELLO, NEVER, UNHEARD, Behaviour, MusicServices
from tests.fakes.songs import music_reading

HEARD = music_reading(Affect(0.3, -0.3))
SPOTIFY = "https://open.spotify.com/track/"


class Ear:
    """A music reader that hears one feeling in everything."""

    def __init__(self):
        self.heard = []

    async def read_music(self, audio):
        self.heard.append(audio.data)
        return HEARD

    async def describe(self, audio):
        raise AssertionError("no file was uploaded")


@pytest.fixture
async def services():
    async with MusicServices() as running:
        yield running


@pytest.fixture
async def build(services):
    opened = []
    http = MusicHttp(20.0)

    def resolver(*, keys):
        deezer = DeezerFinder(http, services.deezer_url)
        itunes = ITunesFinder(http, services.itunes_url)
        reccobeats = ReccoBeats(http, services.reccobeats_url)
        finders, raters, identities = [], [], []
        if keys:
            client = SpotifyClient(
                services.client_id,
                services.client_secret,
                api_url=services.spotify_api_url,
                token_url=services.spotify_token_url,
                timeout_s=20.0,
            )
            opened.append(client)
            spotify = SpotifyFinder(client)
            finders, raters, identities = [spotify], [SpotifyFeatures(client)], [spotify]
        ear = Ear()
        seeds = SeedResolver(
            finders=[*finders, reccobeats, deezer, itunes],
            identities=[
                *identities,
                deezer,
                itunes,
                MusicBrainz(http, services.musicbrainz_url),
            ],
            namers=[
                OEmbedNamer(http, service, services.oembed_url(service.value))
                for service in (
                    Service.SPOTIFY,
                    Service.YOUTUBE,
                    Service.SOUNDCLOUD,
                    Service.TIDAL,
                )
            ],
            raters=[*raters, reccobeats],
            expander=ShortLinkExpander(http),
            previews=SampleFetcher(
                http,
                (services.deezer_url, services.itunes_url),
                (deezer.preview_url_of, itunes.preview_url_of),
            ),
            music_reader=ear,
        )
        return seeds, ear

    yield resolver
    for client in opened:
        client.close()
    await http.aclose()


@pytest.mark.parametrize(
    ("song", "keys", "title", "sources"),
    [
        (SPOTIFY + BOHEMIAN.spotify_id, False, BOHEMIAN.title, (Source.RECCOBEATS,)),
        (SPOTIFY + NEVER.spotify_id, True, NEVER.title, (Source.SPOTIFY, Source.RECCOBEATS)),
        ("Rick Astley - Never Gonna Give You Up", True, NEVER.title,
         (Source.SPOTIFY, Source.RECCOBEATS)),
        ("Queen - Bohemian Rhapsody", False, BOHEMIAN.title, (Source.DEEZER, Source.RECCOBEATS)),
        ("https://www.deezer.com/track/13", True, NEVER.title, (Source.DEEZER, Source.RECCOBEATS)),
        ("https://www.deezer.com/track/13", False, NEVER.title, (Source.DEEZER, Source.RECCOBEATS)),
        ("https://music.apple.com/us/song/25", False, HELLO.title,
         (Source.ITUNES, Source.MUSIC_NETWORK)),
        (SPOTIFY + HELLO.spotify_id, True, HELLO.title, (Source.SPOTIFY, Source.MUSIC_NETWORK)),
        (SPOTIFY + HELLO.spotify_id, False, HELLO.title, (Source.RECCOBEATS, Source.MUSIC_NETWORK)),
    ],
)  # fmt: skip
async def test_a_song_is_named_and_rated_and_the_sources_are_told(
    build, song, keys, title, sources
):
    seeds, ear = build(keys=keys)
    seed = await seeds.resolve(song)
    assert seed.track.title == title
    assert seed.sources == sources
    assert bool(ear.heard) == (Source.MUSIC_NETWORK in sources)


@pytest.mark.parametrize("keys", [True, False])
@pytest.mark.parametrize(
    ("song", "own"),
    [
        ("Rick Astley - Never Gonna Give You Up", {}),
        (SPOTIFY + NEVER.spotify_id, {}),
        ("https://www.deezer.com/track/13", {}),
        ("https://music.apple.com/gb/song/23", {}),
        (f"https://youtu.be/{NEVER.youtube_id}", {}),
        (f"https://soundcloud.com/{NEVER.soundcloud}", {Service.SOUNDCLOUD: NEVER.soundcloud}),
        (f"https://tidal.com/track/{NEVER.tidal_id}", {Service.TIDAL: NEVER.tidal_id}),
    ],
)
async def test_every_way_to_a_song_ends_in_the_same_identity(build, song, keys, own):
    seeds, _ = build(keys=keys)
    track = (await seeds.resolve(song)).track
    assert (track.title, track.artist, track.year) == (NEVER.title, NEVER.artist, NEVER.year)
    found = {
        Service.SPOTIFY: NEVER.spotify_id,
        Service.YOUTUBE: NEVER.youtube_id,
        Service.DEEZER: "13",
        Service.APPLE: "23",
        **own,
    }
    assert {service: track.ids[service] for service in found} == found
    assert track.links.keys() == track.ids.keys()
    assert (track.isrc, track.mbid) == (NEVER.isrc, NEVER.mbid)


async def test_spotify_features_come_first_where_the_account_gets_them(build, services):
    services.spotify_grants_features = True
    seeds, _ = build(keys=True)
    seed = await seeds.resolve(SPOTIFY + BOHEMIAN.spotify_id)
    assert seed.sources == (Source.SPOTIFY, Source.RECCOBEATS)
    assert seed.affect.valence == pytest.approx(2 * BOHEMIAN.valence - 1)


@pytest.mark.parametrize(
    "failing", [("spotify",), ("spotify", "reccobeats"), ("spotify", "reccobeats", "deezer")]
)
async def test_one_source_failing_does_not_stop_the_others(build, services, failing):
    for service in failing:
        services.behave(service, Behaviour.SERVER_ERROR)
    seeds, _ = build(keys=True)
    seed = await seeds.resolve("Adele - Hello")
    assert (seed.track.title, seed.rated_by) == (HELLO.title, Source.MUSIC_NETWORK)


async def test_a_song_nobody_can_rate_says_so(build):
    seeds, _ = build(keys=True)
    with pytest.raises(SongError) as caught:
        await seeds.resolve(f"{UNHEARD.artist} - {UNHEARD.title}")
    assert caught.value.code is ErrorCode.SONG_NO_EMOTION


@pytest.mark.parametrize("text", ["https://tidal.com/track/1", "https://youtu.be/xxxxxxxxxxx"])
async def test_a_link_nobody_can_look_up_says_so(build, text):
    seeds, _ = build(keys=False)
    with pytest.raises(SongError) as caught:
        await seeds.resolve(text)
    assert caught.value.code is ErrorCode.LINK_NOT_RESOLVED


async def test_words_nobody_knows_say_so(build):
    seeds, _ = build(keys=False)
    with pytest.raises(SongError) as caught:
        await seeds.resolve("Nobody - Nothing At All")
    assert caught.value.code is ErrorCode.SONG_NOT_FOUND
