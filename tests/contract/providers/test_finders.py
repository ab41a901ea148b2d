"""What every finder of songs keeps to, against the right answers and every wrong one."""

from dataclasses import replace

import pytest

from core.domain.song_query import read_song
from core.domain.track import DoubtfulSong, Service, Source, Track, TrackLink, TrackWords
from core.providers.deezer.client import DeezerFinder
from core.providers.itunes.client import ITunesFinder
from core.providers.reccobeats.client import ReccoBeats
from core.providers.spotify.client import SpotifyClient
from core.providers.spotify.finder import SpotifyFinder
from tests.fakes.music_services import BOHEMIAN, NEVER, Behaviour, closed_port

WRONG_ANSWERS = [behaviour for behaviour in Behaviour if behaviour is not Behaviour.NORMAL]
SPOTIFY_LINK = TrackLink(
    Service.SPOTIFY,
    BOHEMIAN.spotify_id,
    f"https://open.spotify.com/track/{BOHEMIAN.spotify_id}",
)
LINKS = {
    "spotify": SPOTIFY_LINK,
    "reccobeats": SPOTIFY_LINK,
    "deezer": TrackLink(Service.DEEZER, "12", "https://www.deezer.com/track/12"),
    "itunes": TrackLink(Service.APPLE, "22", "https://music.apple.com/gb/song/22"),
}
SERVICES = list(LINKS)
SEARCHING = ["spotify", "deezer", "itunes"]


@pytest.fixture
def spotify(services, clock, timeout_s):
    client = SpotifyClient(
        services.client_id,
        services.client_secret,
        api_url=services.spotify_api_url,
        token_url=services.spotify_token_url,
        timeout_s=timeout_s,
        clock=clock,
    )
    yield client
    client.close()


@pytest.fixture
def finders(services, http, spotify):
    return {
        "spotify": SpotifyFinder(spotify),
        "reccobeats": ReccoBeats(http, services.reccobeats_url),
        "deezer": DeezerFinder(http, services.deezer_url + "/"),
        "itunes": ITunesFinder(http, services.itunes_url),
    }


@pytest.fixture(params=SERVICES)
def service(request):
    return request.param


@pytest.fixture
def finder(finders, service):
    return finders[service]


async def test_a_link_of_its_own_names_the_song(finder, service):
    track = await finder.find(LINKS[service])
    assert track.title == BOHEMIAN.title
    assert track.artists == ("Queen",)
    own = LINKS[service].service
    assert track.ids == {own: LINKS[service].track_id}
    assert track.links == {own: LINKS[service].url}


async def test_links_of_other_services_are_not_asked_about(finder, service, services):
    own = LINKS[service].service
    for link in {*LINKS.values(), TrackLink(Service.TIDAL, "1", "https://tidal.com/x")}:
        if link.service is not own:
            assert await finder.find(link) is None
    assert services.requests == []


async def test_an_unknown_id_is_nobodys_song(finder, service):
    unknown = {"spotify": "9" * 22, "reccobeats": "9" * 22}.get(service, "999")
    link = TrackLink(LINKS[service].service, unknown, LINKS[service].url)
    assert await finder.find(link) is None


@pytest.mark.parametrize("behaviour", WRONG_ANSWERS)
async def test_no_wrong_answer_names_a_song_or_raises(finder, service, services, behaviour):
    services.behave(service, behaviour)
    assert await finder.find(LINKS[service]) is None
    assert await finder.find(read_song("Queen - Bohemian Rhapsody")) is None


@pytest.mark.parametrize("name", SEARCHING)
@pytest.mark.parametrize(
    "text",
    [
        "Queen - Bohemian Rhapsody",
        "Bohemian Rhapsody - Queen",
        "queen – BOHEMIAN RHAPSODY (Official Video)",
        "Bohemian Rhapsody by Queen",
        "bohemian rhapsody queen",
        '"Bohemian Rhapsody"',
    ],
)
async def test_words_in_any_order_find_the_song_and_not_its_karaoke(finders, name, text):
    track = await finders[name].find(read_song(text))
    assert (track.title, track.artist) == (BOHEMIAN.title, "Queen")


@pytest.mark.parametrize("name", SEARCHING)
@pytest.mark.parametrize("text", ["no such song", "Adele - Rolling", "Bohemian Sunsets"])
async def test_words_that_do_not_name_a_song_find_none(finders, name, text):
    assert await finders[name].find(read_song(text)) is None


@pytest.mark.parametrize("name", SEARCHING)
async def test_quotes_in_words_do_not_break_the_search(finders, name, services):
    await finders[name].find(TrackWords('x" track:"y', 'a"b\\', 'a"b - x" track:"y'))
    for request in services.asked(name):
        sent = request.query.get("q") or request.query.get("term") or ""
        assert sent.count('"') in {0, 4}


async def test_sources_are_named(finders):
    assert [finders[name].source for name in SERVICES] == [
        Source.SPOTIFY,
        Source.RECCOBEATS,
        Source.DEEZER,
        Source.ITUNES,
    ]


async def test_details_travel_with_the_song(finders):
    spotify = await finders["spotify"].find(LINKS["spotify"])
    deezer = await finders["deezer"].find(LINKS["deezer"])
    itunes = await finders["itunes"].find(LINKS["itunes"])
    recco = await finders["reccobeats"].find(LINKS["reccobeats"])
    assert spotify.isrc == deezer.isrc == recco.isrc == BOHEMIAN.isrc
    assert spotify.year == deezer.year == itunes.year == 1975
    assert itunes.genre == "rock"
    assert deezer.preview_url.endswith("/samples/12.wav")
    assert itunes.preview_url.endswith("/samples/22.wav")


async def test_an_apple_link_is_looked_up_in_its_own_country(finders, services):
    await finders["itunes"].find(LINKS["itunes"])
    assert services.asked("itunes")[0].query == {"id": "22", "country": "gb"}


@pytest.mark.parametrize("name", ["spotify", "deezer"])
async def test_a_recording_code_finds_the_song(finders, name):
    track = await finders[name].find_isrc(NEVER.isrc)
    assert track.title == NEVER.title
    assert await finders[name].find_isrc("USZZZ0000000") is None


async def test_deezers_quota_error_rests_it_briefly(finders, services, clock):
    services.behaviours["deezer-quota"] = Behaviour.RATE_LIMITED
    assert await finders["deezer"].find(LINKS["deezer"]) is None
    del services.behaviours["deezer-quota"]
    assert await finders["deezer"].find(LINKS["deezer"]) is None
    assert len(services.asked("deezer")) == 1
    clock.pass_s(6)
    assert await finders["deezer"].find(LINKS["deezer"])


async def test_itunes_refusing_is_rested(finders, services):
    services.behave("itunes", Behaviour.FORBIDDEN)
    for _ in range(3):
        assert await finders["itunes"].find(LINKS["itunes"]) is None
    assert len(services.asked("itunes")) == 1


async def test_nobody_listening_is_no_song_and_asked_once(http):
    finder = DeezerFinder(http, f"http://127.0.0.1:{closed_port()}")
    for _ in range(3):
        assert await finder.find(LINKS["deezer"]) is None


async def test_previews_of_songs_named_elsewhere_are_found_by_code_or_words(finders):
    spotify = await finders["spotify"].find(LINKS["spotify"])
    itunes = await finders["itunes"].find(LINKS["itunes"])
    assert (await finders["deezer"].preview_url_of(spotify)).endswith("/samples/12.wav")
    assert (await finders["deezer"].preview_url_of(itunes)).endswith("/samples/12.wav")
    assert (await finders["itunes"].preview_url_of(spotify)).endswith("/samples/22.wav")


@pytest.mark.parametrize("name", SEARCHING)
@pytest.mark.parametrize("text", ["Rhapsody", "Queen", "Bohemian - Queen", "Queen - Rhapsody"])
async def test_words_that_only_come_near_to_a_song_are_asked_about(finders, name, text):
    found = await finders[name].find(read_song(text))
    assert isinstance(found, DoubtfulSong)
    assert BOHEMIAN.title in [song.title for song in found.candidates]
    assert found.named_by is finders[name].source


@pytest.mark.parametrize("name", SEARCHING)
async def test_a_title_that_several_artists_sing_is_asked_about(finders, name, services):
    cover = replace(
        BOHEMIAN,
        title="Bohemian Rhapsody",
        artist="Panic! at the Disco",
        isrc="USAT21602944",
        spotify_id="1panicpanicpanicpanic1",
        deezer_id=51,
        itunes_id=61,
    )
    services.songs.append(cover)
    found = await finders[name].find(read_song("Bohemian Rhapsody"))
    assert [song.artist for song in found.candidates] == ["Queen", "Panic! at the Disco"]
    sure = await finders[name].find(read_song("Panic! at the Disco - Bohemian Rhapsody"))
    assert sure.artist == "Panic! at the Disco"


@pytest.mark.parametrize("name", SEARCHING)
async def test_another_take_is_no_rival_of_the_song(finders, name):
    track = await finders[name].find(read_song("Bohemian Rhapsody"))
    assert track.title == BOHEMIAN.title


async def test_deezers_search_is_completed_with_the_recording_code(finders):
    track = await finders["deezer"].find(read_song("Queen - Bohemian Rhapsody"))
    assert (track.isrc, track.year) == (BOHEMIAN.isrc, 1975)


async def test_what_was_asked_before_is_not_asked_again_for_a_while(
    finder, service, services, clock
):
    for _ in range(3):
        assert await finder.find(LINKS[service])
    asked = [r for r in services.asked(service) if r.path != "/api/token"]
    assert len(asked) == 1
    clock.pass_s(4000)
    assert await finder.find(LINKS[service])
    asked = [r for r in services.asked(service) if r.path != "/api/token"]
    assert len(asked) == 2


@pytest.mark.parametrize("name", SEARCHING)
async def test_a_song_named_elsewhere_is_found_and_one_already_known_is_not_asked_for(
    finders, name, services
):
    named = Track(BOHEMIAN.title, ("Queen",))
    same = await finders[name].find_same(named)
    assert same.title == BOHEMIAN.title
    before = len(services.requests)
    assert await finders[name].find_same(replace(same, isrc=BOHEMIAN.isrc)) is None
    assert len(services.requests) == before
