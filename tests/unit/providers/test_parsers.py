"""Answers in the services' shapes, whole and damaged, as tracks and points."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.track import Service, TrackWords
from core.providers.deezer import parser as deezer
from core.providers.itunes import parser as itunes
from core.providers.lastfm import parser as lastfm
from core.providers.listenbrainz import parser as listenbrainz
from core.providers.musicbrainz import parser as musicbrainz
from core.providers.oembed import parser as oembed
from core.providers.reccobeats import parser as reccobeats
from core.providers.spotify import parser as spotify
from core.providers.track_parts import NAME_LIMIT, affect_from_features, tidy_isrc, year_of

SPOTIFY_ID = "4uLU6hMCjMI75M1A2tKUQC"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("id", "title", "name", "artist", "artists", "data", "content", "results"),
                    *("tracks", "items", "href", "trackTitle", "trackId", "trackName", "valence"),
                    *("energy", "audio_features", "error", "code", "author_name", "preview"),
                    *("recordings", "relations", "url", "toptags", "tag", "count", "isrcs"),
                    *("recording_mbid", "recording_name", "spotify_track_ids", "track_name"),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=15,
)


@given(JSON)
def test_no_json_makes_a_parser_raise(answer):
    deezer.parse_track(answer)
    deezer.parse_search(answer)
    deezer.parse_track_and_artist(answer)
    deezer.parse_artist_ids(answer)
    deezer.rest_wish_s(answer)
    itunes.parse_songs(answer, country="us")
    reccobeats.parse_tracks(answer)
    reccobeats.parse_affects(answer)
    spotify.parse_track(answer)
    spotify.parse_search(answer)
    spotify.parse_affects(answer)
    musicbrainz.parse_recordings(answer)
    lastfm.parse_tags(answer)
    lastfm.rest_wish_s(answer)
    listenbrainz.parse_similar(answer)
    listenbrainz.parse_spotify_ids(answer)
    for service in Service:
        oembed.parse_page(answer, service)


def test_a_minimal_deezer_track_is_enough():
    track = deezer.parse_track({"id": 1, "title": "Song"})
    assert (track.title, track.artists, track.isrc, track.preview_url) == ("Song", (), None, None)


@pytest.mark.parametrize(
    "damage",
    [{"id": None}, {"id": 0}, {"title": ""}, {"title": None}, {"title": " \u200b"}, {"artist": 3}],
)
def test_a_damaged_deezer_track_is_left_out_of_a_search(damage):
    good = {"id": 1, "title": "Song", "artist": {"name": "A"}}
    found = deezer.parse_search({"data": [good | damage, good, None, 7]})
    assert [track.ids for track in found] == [{Service.DEEZER: "1"}]


def test_an_empty_deezer_preview_is_no_preview():
    assert deezer.parse_track({"id": 1, "title": "x", "preview": ""}).preview_url is None
    script = {"id": 1, "title": "x", "preview": "javascript:alert(1)"}
    assert deezer.parse_track(script).preview_url is None


def test_links_are_built_by_us_and_not_taken_from_the_answer():
    answer = {"id": 1, "title": "x", "link": "https://evil.com/x"}
    assert deezer.parse_track(answer).links == {Service.DEEZER: "https://www.deezer.com/track/1"}
    found = itunes.parse_songs(
        {"results": [{"trackId": 2, "trackName": "x", "trackViewUrl": "https://evil.com"}]},
        country="de",
    )
    assert found[0].links == {Service.APPLE: "https://music.apple.com/de/song/2"}


def test_names_are_bounded_and_cannot_turn_a_line_around():
    answer = {"id": 1, "title": "So\u202eng\n" + "x" * 5000, "artist": {"name": "A\u200b\x00B"}}
    track = deezer.parse_track(answer)
    assert track.title.startswith("Song x")
    assert len(track.title) == NAME_LIMIT
    assert track.artists == ("A B",)


def test_itunes_albums_and_videos_are_no_songs():
    album = {"wrapperType": "collection", "collectionId": 1, "artistName": "A"}
    video = {"kind": "music-video", "trackId": 2, "trackName": "V"}
    song = {"kind": "song", "trackId": 3, "trackName": "S"}
    found = itunes.parse_songs({"results": [album, video, song]}, country="us")
    assert [track.title for track in found] == ["S"]


def test_reccobeats_entries_are_matched_by_address_and_never_by_position():
    def entry(spotify_id, valence):
        href = f"https://open.spotify.com/track/{spotify_id}"
        return {"href": href, "valence": valence, "energy": 0.5}

    answer = {"content": [entry("other", 0.1), {"valence": 0.2}, entry(SPOTIFY_ID, 0.75)]}
    points = reccobeats.parse_affects(answer)
    assert {spotify_id: point.valence for spotify_id, point in points.items()} == {SPOTIFY_ID: 0.5}


@pytest.mark.parametrize(
    ("valence", "energy"),
    [(1.1, 0.5), (-0.1, 0.5), (0.5, 2), (math.nan, 0.5), (0.5, math.inf)],
)
def test_features_out_of_range_are_nobodys_feeling(valence, energy):
    assert affect_from_features(valence, energy) is None


@given(st.floats(0, 1), st.floats(0, 1))
def test_features_keep_their_order_on_the_circumplex(valence, energy):
    affect = affect_from_features(valence, energy)
    assert affect.valence == pytest.approx(2 * valence - 1)
    assert affect.arousal == pytest.approx(2 * energy - 1)


def test_spotify_features_of_another_track_are_not_taken():
    answer = {"audio_features": [None, {"id": "other", "valence": 0.5, "energy": 0.5}]}
    assert SPOTIFY_ID not in spotify.parse_affects(answer)


def test_a_spotify_id_that_is_none_is_refused():
    assert spotify.parse_track({"id": "../../me", "name": "x"}) is None


@pytest.mark.parametrize(
    ("isrc", "code"),
    [
        ("GBUM71029604", "GBUM71029604"),
        ("gb-um7-10-29604", "GBUM71029604"),
        ("", None),
        (None, None),
        ("GBUM7102960/../x", None),
    ],
)
def test_recording_codes_are_checked(isrc, code):
    assert tidy_isrc(isrc) == code


@pytest.mark.parametrize(
    ("date", "year"),
    [("1975-10-31", 1975), ("1975", 1975), ("0000-00-00", None), ("", None), (None, None)],
)
def test_years_are_read_from_dates(date, year):
    assert year_of(date) == year


@pytest.mark.parametrize(
    ("service", "title", "author", "words"),
    [
        ("spotify", "Hello", None, ("Hello", None)),
        ("spotify", "Hello (feat. Someone)", None, ("Hello", None)),
        ("youtube", "Adele - Hello (Official Music Video)", "AdeleVEVO", ("Hello", "Adele")),
        ("youtube", "Hello", "AdeleVEVO", ("Hello", "Adele")),
        ("youtube", "Love Story", "TaylorSwiftVEVO", ("Love Story", "Taylor Swift")),
        ("youtube", "Hello", "Adele - Topic", ("Hello", "Adele")),
        (
            "youtube",
            "Under Pressure - Remastered 2011",
            "Queen - Topic",
            ("Under Pressure", "Queen"),
        ),
        ("youtube", "Bohemian Rhapsody", "Queen Official", ("Bohemian Rhapsody", "Queen")),
        ("youtube", "Avalon", "Roxy Music", ("Avalon", "Roxy Music")),
        ("youtube", "Hello", None, ("Hello", None)),
        ("youtube", "🎵🎵", "Someone", None),
        ("soundcloud", "Flickermood by Forss", "Forss", ("Flickermood", "Forss")),
        ("soundcloud", "Forss - Flickermood by Label", "Label", ("Flickermood", "Forss")),
        ("soundcloud", "Stand by Me by Someone", "Someone", ("Stand by Me", "Someone")),
        ("tidal", "Hello by Adele on TIDAL", None, ("Hello", "Adele")),
        ("tidal", "Adele - Hello", None, ("Hello", "Adele")),
    ],
)
def test_page_titles_become_words(service, title, author, words):
    answer = {"title": title, "author_name": author}
    found = oembed.parse_page(answer, Service(service))
    assert (found and (found.title, found.artist)) == words


def test_a_channel_of_anybody_leaves_the_title_to_search_for():
    answer = {"title": "Bohemian Rhapsody (Lyrics)", "author_name": "LyricsHub"}
    assert oembed.parse_page(answer, Service.YOUTUBE) == TrackWords(
        "Bohemian Rhapsody", "LyricsHub", "Bohemian Rhapsody"
    )
