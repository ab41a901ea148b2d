"""Samples fetched from local servers, and addresses that must never be fetched."""

import pytest

from core.domain.track import Track
from core.providers.deezer.client import DeezerFinder
from core.providers.itunes.client import ITunesFinder
from core.providers.previews import SampleFetcher
from tests.fakes.music_services import BOHEMIAN, Behaviour

SPOTIFY_NAMED = Track(BOHEMIAN.title, ("Queen",), isrc=BOHEMIAN.isrc)


@pytest.fixture
def deezer(http, services):
    return DeezerFinder(http, services.deezer_url)


@pytest.fixture
def itunes(http, services):
    return ITunesFinder(http, services.itunes_url)


@pytest.fixture
def fetcher(http, services, deezer, itunes):
    return SampleFetcher(
        http,
        (services.deezer_url, services.itunes_url),
        (deezer.preview_url_of, itunes.preview_url_of),
    )


@pytest.fixture
def own_only(http, services):
    return SampleFetcher(http, (services.deezer_url,))


def with_sample(url):
    return Track("Song", ("Artist",), preview_url=url)


async def test_the_sample_that_came_with_the_song_is_fetched(own_only, services):
    sample = await own_only.fetch(with_sample(services.deezer_url + "/samples/12.wav"))
    assert sample.data == services.audio
    assert [request.path for request in services.requests] == ["/samples/12.wav"]


async def test_a_song_without_sample_has_none(own_only, services):
    assert await own_only.fetch(SPOTIFY_NAMED) is None
    assert services.requests == []


async def test_a_song_named_elsewhere_is_heard_on_deezer(fetcher, services):
    assert (await fetcher.fetch(SPOTIFY_NAMED)).data == services.audio
    assert [request.path for request in services.requests] == [
        f"/track/isrc:{BOHEMIAN.isrc}",
        "/samples/12.wav",
    ]


@pytest.mark.parametrize(
    "behaviour",
    [
        b
        for b in Behaviour
        if b not in {Behaviour.NORMAL, Behaviour.HTML, Behaviour.GARBAGE, Behaviour.NULL}
    ],
)
async def test_the_next_service_is_asked_where_one_fails(fetcher, services, behaviour):
    services.behave("deezer", behaviour)
    assert (await fetcher.fetch(SPOTIFY_NAMED)).data == services.audio
    assert services.asked("itunes")


async def test_a_sample_over_five_megabytes_is_refused(own_only, services):
    url = services.deezer_url + "/samples/12.wav"
    services.audio = b"x" * 5_000_000
    assert len((await own_only.fetch(with_sample(url))).data) == 5_000_000
    services.audio += b"x"
    assert await own_only.fetch(with_sample(url)) is None


async def test_an_empty_sample_is_none(own_only, services):
    services.audio = b""
    assert await own_only.fetch(with_sample(services.deezer_url + "/samples/1.wav")) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://cdnt-preview.dzcdn.net/a.mp3",
        "https://dzcdn.net.evil.com/a.mp3",
        "https://evildzcdn.net/a.mp3",
        "https://user@cdnt-preview.dzcdn.net@evil.com/a.mp3",
        "https://127.0.0.1/a.mp3",
        "http://169.254.169.254/a.mp3",
        "file:///etc/passwd",
        "https://[::1/a.mp3",
        "",
    ],
)
async def test_samples_elsewhere_are_never_asked_for(url, clock, services, short_http):
    # whatever this client asks for arrives at the local server
    fetcher = SampleFetcher(short_http, ("https://api.deezer.com",))
    assert await fetcher.fetch(with_sample(url)) is None
    assert services.requests == []


@pytest.mark.parametrize(
    "host",
    [
        "cdnt-preview.dzcdn.net",
        "cdns-preview-d.dzcdn.net",
        "audio-ssl.itunes.apple.com",
        "audio.itunes.apple.com",
        "p.scdn.co",
    ],
)
async def test_the_services_own_sample_hosts_are_asked(host, services, short_http):
    services.short_pages[f"https://{host}/a.mp3"] = "sound"
    fetcher = SampleFetcher(short_http)
    assert (await fetcher.fetch(with_sample(f"https://{host}/a.mp3?hdnea=exp"))).data == b"sound"
