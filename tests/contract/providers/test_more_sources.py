"""Sources that add to a named song: who it is elsewhere, how it feels, what is beside it."""

import pytest

from core.domain.affect import Affect
from core.domain.track import SeedTrack, Service, Source, Track
from core.providers.deezer.client import DeezerFinder
from core.providers.lastfm.client import LastFmTags
from core.providers.lastfm.lexicon import TAG_POINTS
from core.providers.listenbrainz.client import ListenBrainz
from core.providers.musicbrainz.client import MusicBrainz
from core.providers.reccobeats.client import BATCH, ReccoBeats
from core.providers.spotify.client import SpotifyClient
from core.providers.spotify.finder import SpotifyFeatures
from tests.fakes.music_services import (
    BOHEMIAN,
    GOLD,
    HELLO,
    NEVER,
    SMALLTOWN_BOY,
    TAKE_ON_ME,
    TAKE_ON_ME_AGAIN,
    UNHEARD,
    UNRATED_NEIGHBOUR,
    Behaviour,
)

WRONG_ANSWERS = [behaviour for behaviour in Behaviour if behaviour is not Behaviour.NORMAL]


def track_of(song):
    return Track(
        song.title,
        (song.artist,),
        isrc=song.isrc,
        mbid=song.mbid,
        ids={Service.SPOTIFY: song.spotify_id, Service.DEEZER: str(song.deezer_id)},
    )


def seed_of(song):
    return SeedTrack(track_of(song), Affect(0, 0), Source.DEEZER, Source.CATALOGUE)


@pytest.fixture
def musicbrainz(http, services):
    return MusicBrainz(http, services.musicbrainz_url)


@pytest.fixture
def listenbrainz(http, services):
    return ListenBrainz(http, services.listenbrainz_url)


@pytest.fixture
def neighbours(http, services, listenbrainz):
    return {
        "reccobeats": ReccoBeats(http, services.reccobeats_url),
        "deezer": DeezerFinder(http, services.deezer_url),
        "listenbrainz": listenbrainz,
    }


@pytest.fixture
def raters(http, services, clock, timeout_s):
    client = SpotifyClient(
        services.client_id,
        services.client_secret,
        api_url=services.spotify_api_url,
        token_url=services.spotify_token_url,
        timeout_s=timeout_s,
        clock=clock,
    )
    services.spotify_grants_features = True
    yield {
        "spotify": SpotifyFeatures(client),
        "reccobeats": ReccoBeats(http, services.reccobeats_url),
        "lastfm": LastFmTags(http, services.lastfm_url, services.lastfm_key),
    }
    client.close()


class TestIdentity:
    async def test_a_recording_code_leads_to_the_ids_elsewhere(self, musicbrainz):
        same = await musicbrainz.find_same(Track(NEVER.title, (NEVER.artist,), isrc=NEVER.isrc))
        assert same.mbid == NEVER.mbid
        assert same.ids == {Service.SPOTIFY: NEVER.spotify_id, Service.YOUTUBE: NEVER.youtube_id}
        assert same.year == NEVER.year

    async def test_without_a_code_title_and_artist_find_the_recording(self, musicbrainz):
        same = await musicbrainz.find_same(Track("Bohemian Rhapsody", ("Queen",)))
        assert (same.mbid, same.isrc) == (BOHEMIAN.mbid, BOHEMIAN.isrc)

    async def test_a_code_nobody_knows_falls_back_to_the_words(self, musicbrainz, services, clock):
        services.songs[:] = [BOHEMIAN]
        unknown = Track("Bohemian Rhapsody", ("Queen",), isrc="USZZZ0000000")
        asking = musicbrainz.find_same(unknown)
        assert (await asking).mbid == BOHEMIAN.mbid

    async def test_what_is_known_is_not_asked_for(self, musicbrainz, services):
        assert await musicbrainz.find_same(Track("x", ("y",), mbid=NEVER.mbid)) is None
        assert await musicbrainz.find_same(Track("A title alone")) is None
        assert services.requests == []

    @pytest.mark.parametrize("behaviour", WRONG_ANSWERS)
    async def test_no_wrong_answer_names_a_recording_or_raises(
        self, musicbrainz, services, behaviour
    ):
        services.behave("musicbrainz", behaviour)
        assert await musicbrainz.find_same(Track(NEVER.title, ("x",), isrc=NEVER.isrc)) is None


class TestFeelings:
    @pytest.mark.parametrize("name", ["spotify", "reccobeats"])
    async def test_features_become_a_point_on_the_circumplex(self, raters, name):
        affect = await raters[name].affect_of(track_of(BOHEMIAN))
        assert affect.valence == pytest.approx(2 * BOHEMIAN.valence - 1)
        assert affect.arousal == pytest.approx(2 * BOHEMIAN.energy - 1)

    async def test_mood_tags_become_a_point_and_other_tags_say_nothing(self, raters):
        affect = await raters["lastfm"].affect_of(track_of(NEVER))
        happy, fun = TAG_POINTS["happy"], TAG_POINTS["fun"]
        assert affect.valence == pytest.approx(0.6 * happy.valence + 0.4 * fun.valence)
        assert affect.arousal == pytest.approx(0.6 * happy.arousal + 0.4 * fun.arousal)

    async def test_too_few_mood_tags_are_no_opinion(self, raters, services):
        services.tags[HELLO.title] = {"pop": 100, "sad": 10, "adele": 80}
        assert await raters["lastfm"].affect_of(track_of(HELLO)) is None
        assert await raters["lastfm"].affect_of(Track(NEVER.title)) is None

    @pytest.mark.parametrize(("code", "rests_s"), [(29, 30), (10, 600)])
    async def test_last_fms_errors_rest_it(self, raters, services, clock, code, rests_s):
        right_key = services.lastfm_key
        if code == 10:
            services.lastfm_key = "another"
            assert await raters["lastfm"].affect_of(track_of(NEVER)) is None
            services.lastfm_key = right_key
        else:
            raters["lastfm"]._http.rest(rests_s)
        assert await raters["lastfm"].affect_of(track_of(NEVER)) is None
        clock.pass_s(rests_s + 1)
        assert await raters["lastfm"].affect_of(track_of(NEVER))

    @pytest.mark.parametrize("name", ["spotify", "reccobeats"])
    async def test_a_song_without_spotify_id_is_not_asked_about(self, raters, name, services):
        assert await raters[name].affect_of(Track("Song", ("Artist",))) is None
        assert services.requests == []

    async def test_another_songs_features_are_never_taken(self, raters):
        assert await raters["reccobeats"].affect_of(track_of(HELLO)) is None

    @pytest.mark.parametrize("name", ["spotify", "reccobeats", "lastfm"])
    @pytest.mark.parametrize("behaviour", WRONG_ANSWERS)
    async def test_no_wrong_answer_rates_a_song_or_raises(self, raters, services, name, behaviour):
        services.behave(name, behaviour)
        assert await raters[name].affect_of(track_of(NEVER)) is None

    async def test_features_refused_once_are_never_asked_for_again(self, raters, services, clock):
        services.spotify_grants_features = False
        for _ in range(3):
            assert await raters["spotify"].affect_of(track_of(BOHEMIAN)) is None
            clock.pass_s(100_000)
        assert len([r for r in services.asked("spotify") if "audio-features" in r.path]) == 1

    async def test_many_songs_are_asked_about_in_batches(self, raters, services):
        others = [f"{number:022d}" for number in range(1, 101)]
        ids = [*others, NEVER.spotify_id, BOHEMIAN.spotify_id]
        points = await raters["reccobeats"].affects_of(ids)
        assert set(points) == {NEVER.spotify_id, BOHEMIAN.spotify_id}
        sizes = [len(r.query["ids"].split(",")) for r in services.asked("reccobeats")]
        assert sorted(sizes) == [22, BATCH, BATCH]


class TestNeighbours:
    @pytest.mark.parametrize(
        ("name", "songs"),
        [
            ("reccobeats", [NEVER, TAKE_ON_ME, UNRATED_NEIGHBOUR]),
            ("deezer", [GOLD, TAKE_ON_ME_AGAIN, TAKE_ON_ME, TAKE_ON_ME_AGAIN]),
            ("listenbrainz", [SMALLTOWN_BOY, TAKE_ON_ME]),
        ],
    )
    async def test_songs_beside_the_seed_are_told(self, neighbours, name, songs):
        near = await neighbours[name].near(seed_of(BOHEMIAN), 50)
        assert [track.title for track in near] == [song.title for song in songs]
        assert len(await neighbours[name].near(seed_of(BOHEMIAN), 1)) == 1

    @pytest.mark.parametrize("name", ["reccobeats", "deezer", "listenbrainz"])
    async def test_beside_an_unknown_song_there_is_nothing(self, neighbours, name):
        nowhere = SeedTrack(Track("x"), Affect(0.5, 0.5), Source.UPLOAD, Source.MUSIC_NETWORK)
        assert await neighbours[name].near(nowhere, 50) == ()

    @pytest.mark.parametrize("name", ["reccobeats", "deezer", "listenbrainz"])
    @pytest.mark.parametrize("behaviour", WRONG_ANSWERS)
    async def test_no_wrong_answer_puts_anything_beside_it_or_raises(
        self, neighbours, services, name, behaviour
    ):
        services.behave(name, behaviour)
        assert await neighbours[name].near(seed_of(BOHEMIAN), 50) == ()

    async def test_spotifys_ids_of_many_songs_are_two_questions(self, listenbrainz, services):
        ids = await listenbrainz.spotify_ids_of(
            [
                Track("Smalltown Boy", ("Bronski Beat",), mbid=SMALLTOWN_BOY.mbid),
                Track("Gold", ("Spandau Ballet",)),
                track_of(NEVER),
                Track("Nobody Knows It", ("Nobody",)),
                Track("A title alone"),
            ]
        )
        assert ids == [
            SMALLTOWN_BOY.spotify_id,
            GOLD.spotify_id,
            NEVER.spotify_id,
            None,
            None,
        ]
        assert len(services.requests) == 2

    @pytest.mark.parametrize("behaviour", WRONG_ANSWERS)
    async def test_no_wrong_answer_is_an_id(self, listenbrainz, services, behaviour):
        services.behave("listenbrainz", behaviour)
        unknown = [Track(UNHEARD.title, (UNHEARD.artist,), mbid=UNHEARD.mbid), Track("x", ("y",))]
        assert await listenbrainz.spotify_ids_of(unknown) == [None, None]
