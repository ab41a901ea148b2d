"""Page titles as words, against local oEmbed servers."""

import pytest

from core.domain.song_query import read_song
from core.domain.track import Service, TrackWords
from core.providers.deezer.client import DeezerFinder
from core.providers.oembed.client import OEmbedNamer
from tests.fakes.music_services import NEVER, Behaviour

LINKS = {
    "spotify": read_song(f"https://open.spotify.com/track/{NEVER.spotify_id}"),
    "youtube": read_song(f"https://youtu.be/{NEVER.youtube_id}"),
    "soundcloud": read_song(f"https://soundcloud.com/{NEVER.soundcloud}"),
}


@pytest.fixture(params=LINKS)
def service(request):
    return request.param


@pytest.fixture
def namer(service, http, services):
    return OEmbedNamer(http, Service(service), services.oembed_url(service))


async def test_a_link_of_its_service_is_put_into_words(namer, service):
    artist = None if service == "spotify" else NEVER.artist
    text = NEVER.title if artist is None else f"{artist} - {NEVER.title}"
    assert await namer.name(LINKS[service]) == TrackWords(NEVER.title, artist, text)


async def test_links_of_other_services_are_not_asked_about(namer, service, services):
    for other, link in LINKS.items():
        if other != service:
            assert await namer.name(link) is None
    assert services.requests == []


@pytest.mark.parametrize("behaviour", [b for b in Behaviour if b is not Behaviour.NORMAL])
async def test_no_wrong_answer_becomes_words_or_raises(namer, service, services, behaviour):
    services.behave(f"{service}-oembed", behaviour)
    assert await namer.name(LINKS[service]) is None


async def test_a_private_video_has_no_words(http, services):
    namer = OEmbedNamer(http, Service.YOUTUBE, services.oembed_url("youtube"))
    assert await namer.name(read_song("https://youtu.be/xxxxxxxxxxx")) is None


async def test_the_words_lead_to_the_song(namer, service, http, services):
    words = await namer.name(LINKS[service])
    track = await DeezerFinder(http, services.deezer_url).find(words)
    assert (track.title, track.artist) == (NEVER.title, NEVER.artist)
