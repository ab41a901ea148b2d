"""Links and words that people paste as a seed song."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import ErrorCode, SongError
from core.domain.song_query import SONG_TEXT_LIMIT, read_song
from core.domain.track import Service, ShortLink, TrackLink, TrackWords

SPOTIFY_ID = "4uLU6hMCjMI75M1A2tKUQC"
SPOTIFY_URL = f"https://open.spotify.com/track/{SPOTIFY_ID}"
YOUTUBE_URL = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"

SPOTIFY = [
    SPOTIFY_URL,
    f"http://open.spotify.com/track/{SPOTIFY_ID}",
    f"HTTPS://OPEN.SPOTIFY.COM/track/{SPOTIFY_ID}",
    f"https://play.spotify.com/track/{SPOTIFY_ID}",
    f"https://open.spotify.com/track/{SPOTIFY_ID}/",
    f"https://open.spotify.com/track/{SPOTIFY_ID}?si=0123456789abcdef",
    f"https://open.spotify.com/track/{SPOTIFY_ID}#frag",
    f"https://open.spotify.com/intl-de/track/{SPOTIFY_ID}",
    f"https://open.spotify.com/intl-pt-br/track/{SPOTIFY_ID}?si=x",
    f"https://open.spotify.com/intl-PT-BR/track/{SPOTIFY_ID}",
    f"https://open.spotify.com/embed/track/{SPOTIFY_ID}?utm_source=generator",
    f"https://open.spotify.com/intl-es/embed/track/{SPOTIFY_ID}",
    f"open.spotify.com/track/{SPOTIFY_ID}",
    f"spotify:track:{SPOTIFY_ID}",
    f"Spotify:Track:{SPOTIFY_ID}",
    f"<{SPOTIFY_URL}>",
    f'"{SPOTIFY_URL}"',
    f"“{SPOTIFY_URL}”",
    f"({SPOTIFY_URL})",
    f"listen to this: {SPOTIFY_URL}, it is great!",
    f"{SPOTIFY_URL}.",
    f"{SPOTIFY_URL}!!!",
    f"**{SPOTIFY_URL}**",
    f"||{SPOTIFY_URL}||",
    f"[my song]({SPOTIFY_URL})",
    f"[{SPOTIFY_URL}]({SPOTIFY_URL})",
    f"Never Gonna Give You Up\n{SPOTIFY_URL}",
    f"\u202e{SPOTIFY_URL}\u202c",
    f"https://open.spotify\u200b.com/track/{SPOTIFY_ID}",
    f"https://example.com/a {SPOTIFY_URL}",
]


@pytest.mark.parametrize("text", SPOTIFY)
def test_spotify_links_in_every_form_name_the_track(text):
    assert read_song(text) == TrackLink(Service.SPOTIFY, SPOTIFY_ID, SPOTIFY_URL)


@pytest.mark.parametrize(
    "text",
    [
        YOUTUBE_URL,
        "http://youtube.com/watch?v=dQw4w9WgXcQ",
        "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=42",
        "https://music.youtube.com/watch?v=dQw4w9WgXcQ&si=abc",
        "https://www.youtube.com/watch?list=PL123&v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=abc",
        "youtu.be/dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
        "https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "look https://youtu.be/dQw4w9WgXcQ)",
    ],
)
def test_youtube_links_in_every_form_name_the_video(text):
    assert read_song(text) == TrackLink(Service.YOUTUBE, "dQw4w9WgXcQ", YOUTUBE_URL)


def test_video_ids_keep_their_dashes_and_underscores():
    assert read_song("https://youtu.be/-abc_DEF12-").track_id == "-abc_DEF12-"
    assert read_song("https://youtu.be/abcdefghij_").track_id == "abcdefghij_"


@pytest.mark.parametrize(
    ("text", "service", "track_id", "url"),
    [
        (
            "https://music.apple.com/gb/album/bohemian-rhapsody/1440806041?i=1440806768",
            Service.APPLE,
            "1440806768",
            "https://music.apple.com/gb/song/1440806768",
        ),
        (
            "https://geo.music.apple.com/us/album/_/1440806041?i=1440806768&app=music",
            Service.APPLE,
            "1440806768",
            "https://music.apple.com/us/song/1440806768",
        ),
        (
            "https://embed.music.apple.com/fr/album/x/1440806041?i=1440806768",
            Service.APPLE,
            "1440806768",
            "https://music.apple.com/fr/song/1440806768",
        ),
        (
            "https://music.apple.com/jp/song/bohemian-rhapsody/1440806768",
            Service.APPLE,
            "1440806768",
            "https://music.apple.com/jp/song/1440806768",
        ),
        (
            "https://music.apple.com/us/song/1440806768",
            Service.APPLE,
            "1440806768",
            "https://music.apple.com/us/song/1440806768",
        ),
        (
            "https://www.deezer.com/track/3135556",
            Service.DEEZER,
            "3135556",
            "https://www.deezer.com/track/3135556",
        ),
        (
            "https://deezer.com/en/track/3135556?host=0",
            Service.DEEZER,
            "3135556",
            "https://www.deezer.com/track/3135556",
        ),
        (
            "https://www.deezer.com/pt-br/track/3135556/",
            Service.DEEZER,
            "3135556",
            "https://www.deezer.com/track/3135556",
        ),
        (
            "https://tidal.com/browse/track/77646168?u",
            Service.TIDAL,
            "77646168",
            "https://tidal.com/browse/track/77646168",
        ),
        (
            "https://listen.tidal.com/track/77646168",
            Service.TIDAL,
            "77646168",
            "https://tidal.com/browse/track/77646168",
        ),
        (
            "https://tidal.com/track/77646168/u",
            Service.TIDAL,
            "77646168",
            "https://tidal.com/browse/track/77646168",
        ),
        (
            "https://soundcloud.com/forss/flickermood?in=forss/sets/soulhack",
            Service.SOUNDCLOUD,
            "forss/flickermood",
            "https://soundcloud.com/forss/flickermood",
        ),
        (
            "https://m.soundcloud.com/forss/flickermood",
            Service.SOUNDCLOUD,
            "forss/flickermood",
            "https://soundcloud.com/forss/flickermood",
        ),
        (
            "https://soundcloud.com/forss/demo/s-AbC123",
            Service.SOUNDCLOUD,
            "forss/demo/s-AbC123",
            "https://soundcloud.com/forss/demo/s-AbC123",
        ),
        (
            "https://music.amazon.co.uk/albums/B001234567?trackAsin=B00ABCDEFG&ref=dm",
            Service.AMAZON,
            "B00ABCDEFG",
            "https://music.amazon.co.uk/tracks/B00ABCDEFG",
        ),
        (
            "https://music.amazon.com/tracks/B00ABCDEFG",
            Service.AMAZON,
            "B00ABCDEFG",
            "https://music.amazon.com/tracks/B00ABCDEFG",
        ),
    ],
)
def test_links_of_other_services_name_the_track(text, service, track_id, url):
    assert read_song(text) == TrackLink(service, track_id, url)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://spotify.link/AbC123", "https://spotify.link/AbC123"),
        ("http://spotify.link/AbC123", "https://spotify.link/AbC123"),
        ("spoti.fi/3xYz", "https://spoti.fi/3xYz"),
        ("https://spotify.app.link/abc?_p=1", "https://spotify.app.link/abc?_p=1"),
        ("https://link.deezer.com/s/30aBc", "https://link.deezer.com/s/30aBc"),
        ("https://deezer.page.link/Xy1", "https://deezer.page.link/Xy1"),
        ("https://On.SoundCloud.com/AbC", "https://on.soundcloud.com/AbC"),
        ("have a go <https://spotify.link/AbC123>.", "https://spotify.link/AbC123"),
    ],
)
def test_short_links_are_kept_to_be_followed(text, url):
    assert read_song(text) == ShortLink(url)


@pytest.mark.parametrize(
    ("text", "service", "code"),
    [
        (
            "https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC",
            "spotify",
            ErrorCode.LINK_IS_ALBUM,
        ),
        (
            "https://open.spotify.com/intl-de/playlist/37i9dQZF1DXcBWIGoYBM5M",
            "spotify",
            ErrorCode.LINK_IS_PLAYLIST,
        ),
        (
            "https://open.spotify.com/artist/4uLU6hMCjMI75M1A2tKUQC?si=1",
            "spotify",
            ErrorCode.LINK_IS_ARTIST,
        ),
        (
            "https://open.spotify.com/episode/4uLU6hMCjMI75M1A2tKUQC",
            "spotify",
            ErrorCode.LINK_IS_TALK,
        ),
        (
            "https://open.spotify.com/user/spotify/playlist/37i9dQZF1DXcBWI",
            "spotify",
            ErrorCode.LINK_IS_PLAYLIST,
        ),
        ("https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk", "spotify", ErrorCode.LINK_IS_TALK),
        ("https://podcasts.apple.com/us/podcast/x/id1", "apple", ErrorCode.LINK_IS_TALK),
        ("https://www.deezer.com/us/episode/1", "deezer", ErrorCode.LINK_IS_TALK),
        ("spotify:album:4uLU6hMCjMI75M1A2tKUQC", "spotify", ErrorCode.LINK_IS_ALBUM),
        ("spotify:playlist:37i9dQZF1DXcBWIGoYBM5M", "spotify", ErrorCode.LINK_IS_PLAYLIST),
        ("https://open.spotify.com/track/tooshort", "spotify", ErrorCode.LINK_NOT_A_TRACK),
        (
            "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC/more",
            "spotify",
            ErrorCode.LINK_NOT_A_TRACK,
        ),
        ("https://open.spotify.com", "spotify", ErrorCode.LINK_NOT_A_TRACK),
        ("https://www.youtube.com/playlist?list=PL123", "youtube", ErrorCode.LINK_IS_PLAYLIST),
        ("https://www.youtube.com/watch?list=PL123", "youtube", ErrorCode.LINK_IS_PLAYLIST),
        (
            "https://www.youtube.com/embed/videoseries?list=PL123",
            "youtube",
            ErrorCode.LINK_IS_PLAYLIST,
        ),
        ("https://www.youtube.com/@queenofficial", "youtube", ErrorCode.LINK_IS_ARTIST),
        ("https://music.youtube.com/browse/MPREb_abc", "youtube", ErrorCode.LINK_IS_ALBUM),
        ("https://www.youtube.com/watch?v=short", "youtube", ErrorCode.LINK_NOT_A_TRACK),
        ("https://youtu.be/", "youtube", ErrorCode.LINK_NOT_A_TRACK),
        ("https://music.apple.com/us/album/a-night/1440806041", "apple", ErrorCode.LINK_IS_ALBUM),
        (
            "https://music.apple.com/us/playlist/todays-hits/pl.f4d1",
            "apple",
            ErrorCode.LINK_IS_PLAYLIST,
        ),
        ("https://music.apple.com/us/artist/queen/3296287", "apple", ErrorCode.LINK_IS_ARTIST),
        ("https://www.deezer.com/en/album/302127", "deezer", ErrorCode.LINK_IS_ALBUM),
        ("https://www.deezer.com/track/abc", "deezer", ErrorCode.LINK_NOT_A_TRACK),
        ("https://tidal.com/browse/artist/1", "tidal", ErrorCode.LINK_IS_ARTIST),
        ("https://soundcloud.com/forss", "soundcloud", ErrorCode.LINK_IS_ARTIST),
        ("https://soundcloud.com/forss/likes", "soundcloud", ErrorCode.LINK_IS_ARTIST),
        ("https://soundcloud.com/forss/sets/soulhack", "soundcloud", ErrorCode.LINK_IS_PLAYLIST),
        ("https://soundcloud.com/discover/sets/charts", "soundcloud", ErrorCode.LINK_NOT_A_TRACK),
        ("https://music.amazon.de/albums/B001234567", "amazon", ErrorCode.LINK_IS_ALBUM),
        ("https://spotify.link/", "spotify", ErrorCode.LINK_NOT_A_TRACK),
    ],
)
def test_links_to_something_else_than_a_track_say_what_they_are(text, service, code):
    with pytest.raises(SongError) as caught:
        read_song(text)
    assert caught.value.code is code
    assert caught.value.params == {"service": service}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://example.com/track/1", "example.com"),
        (f"https://open.spotify.com.evil.com/track/{SPOTIFY_ID}", "open.spotify.com.evil.com"),
        (f"https://evil-open.spotify.com/track/{SPOTIFY_ID}", "evil-open.spotify.com"),
        (f"https://open.spotify.co/track/{SPOTIFY_ID}", "open.spotify.co"),
        (f"https://openspotify.com/track/{SPOTIFY_ID}", "openspotify.com"),
        (f"https://open.spotify.com@evil.com/track/{SPOTIFY_ID}", "evil.com"),
        (f"https://user:pass@open.spotify.com/track/{SPOTIFY_ID}", "open.spotify.com"),
        (f"https://open.spotify.com:443/track/{SPOTIFY_ID}", "open.spotify.com"),
        (f"https://open.spotify.com:@evil.com/track/{SPOTIFY_ID}", "evil.com"),
        (f"https://open.spotify.com./track/{SPOTIFY_ID}", "open.spotify.com."),
        (f"https://evil.com\\@open.spotify.com/track/{SPOTIFY_ID}", "open.spotify.com"),
        (f"https://evil.com/?u=https://open.spotify.com/track/{SPOTIFY_ID}", "evil.com"),
        (f"https://evil.com#@open.spotify.com/track/{SPOTIFY_ID}", "evil.com"),
        (f"ftp://open.spotify.com/track/{SPOTIFY_ID}", "open.spotify.com"),
        ("file:///etc/passwd", "file"),
        ("javascript://open.spotify.com/%0aalert(1)", "open.spotify.com"),
        ("http://127.0.0.1:8080/track/1", "127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254"),
        ("www.example.com", "www.example.com"),
        ("example.com/queen/bohemian", "example.com"),
        ("https://www.shazam.com/track/1", "www.shazam.com"),
        ("Queen - Bohemian Rhapsody https://bandcamp.com/x", "bandcamp.com"),
        (f"open.spotify.com@evil.com/track/{SPOTIFY_ID}", "evil.com"),
    ],
)
def test_other_links_are_refused_by_host_and_never_searched_for(text, host):
    with pytest.raises(SongError) as caught:
        read_song(text)
    assert caught.value.code is ErrorCode.LINK_UNSUPPORTED
    assert caught.value.params == {"host": host}


@pytest.mark.parametrize(
    "text",
    [
        f"https://\u043epen.spotify.com/track/{SPOTIFY_ID}",  # Cyrillic o
        f"https://open.sp\u043etify.com/track/{SPOTIFY_ID}",
        f"https://\uff4fpen.spotify.com/track/{SPOTIFY_ID}",  # full-width o
        f"https://open\u3002spotify\u3002com/track/{SPOTIFY_ID}",  # ideographic full stop
        f"\u043epen.spotify.com/track/{SPOTIFY_ID}",
        f"https://open.spotify.com\uff0fevil.com/track/{SPOTIFY_ID}",  # full-width slash
        f"https://[::1]/track/{SPOTIFY_ID}",
        f"https://[open.spotify.com]/track/{SPOTIFY_ID}",
    ],
)
def test_look_alike_hosts_are_refused_and_shown_in_plain_letters(text):
    with pytest.raises(SongError) as caught:
        read_song(text)
    assert caught.value.code is ErrorCode.LINK_UNSUPPORTED
    assert str(caught.value.params["host"]).isascii()
    assert caught.value.params["host"] != "open.spotify.com"


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t", "\u200b\u200e\u202e", "🎵", "???", "- – —", '""']
)
def test_text_without_letters_is_empty(text):
    with pytest.raises(SongError) as caught:
        read_song(text)
    assert caught.value.code is ErrorCode.SONG_EMPTY


def test_text_up_to_the_limit_is_read_and_longer_text_refused():
    assert read_song("a" * SONG_TEXT_LIMIT).title == "a" * SONG_TEXT_LIMIT
    with pytest.raises(SongError) as caught:
        read_song("a" * (SONG_TEXT_LIMIT + 1))
    assert caught.value.code is ErrorCode.SONG_TOO_LONG


@pytest.mark.parametrize(
    ("text", "artist", "title"),
    [
        ("Queen - Bohemian Rhapsody", "Queen", "Bohemian Rhapsody"),
        ("Queen – Bohemian Rhapsody", "Queen", "Bohemian Rhapsody"),
        ("Queen — Bohemian Rhapsody", "Queen", "Bohemian Rhapsody"),
        ("Adele—Hello", "Adele", "Hello"),
        ("Jay-Z - 99 Problems", "Jay-Z", "99 Problems"),
        ("Jay-Z", None, "Jay-Z"),
        ("  Queen   -   Bohemian \t Rhapsody ", "Queen", "Bohemian Rhapsody"),
        ("Queen - Bohemian Rhapsody (Official Video)", "Queen", "Bohemian Rhapsody"),
        ("Queen - Bohemian Rhapsody [Official Video Remastered]", "Queen", "Bohemian Rhapsody"),
        (
            "Queen – Bohemian Rhapsody (Official Video Remastered) [4K]",
            "Queen",
            "Bohemian Rhapsody",
        ),
        ("Queen - Bohemian Rhapsody - Remastered 2011", "Queen", "Bohemian Rhapsody"),
        ("Bohemian Rhapsody - Remastered 2011", None, "Bohemian Rhapsody"),
        ("Queen - Bohemian Rhapsody | Official Music Video", "Queen", "Bohemian Rhapsody"),
        ("Adele - Hello (Lyrics)", "Adele", "Hello"),
        ("Eminem - Stan (feat. Dido)", "Eminem", "Stan"),
        ("Eminem - Stan ft. Dido", "Eminem", "Stan"),
        ("Eminem feat. Dido - Stan", "Eminem", "Stan"),
        ("Eminem featuring Dido - Stan (Official Audio)", "Eminem", "Stan"),
        ("Prince - 1999", "Prince", "1999"),
        ("1979 - The Smashing Pumpkins", "1979", "The Smashing Pumpkins"),
        ("India.Arie - Video", "India.Arie", "Video"),
        (
            "Taylor Swift - Love Story (Taylor's Version)",
            "Taylor Swift",
            "Love Story (Taylor's Version)",
        ),
        ("Bohemian Rhapsody by Queen", "Queen", "Bohemian Rhapsody"),
        ('"Bohemian Rhapsody" by Queen', "Queen", "Bohemian Rhapsody"),
        ("“Halo” Beyoncé", "Beyoncé", "Halo"),
        ('Beyoncé "Halo"', "Beyoncé", "Halo"),
        ('"Halo" - Beyoncé', "Beyoncé", "Halo"),
        ('"Queen - Bohemian Rhapsody"', "Queen", "Bohemian Rhapsody"),
        ("'Bohemian Rhapsody'", None, "Bohemian Rhapsody"),
        ("Stand by Me", None, "Stand by Me"),
        ("Stand by Me by Ben E. King", "Ben E. King", "Stand by Me"),
        ('"Stand by Me" by Ben E. King', "Ben E. King", "Stand by Me"),
        ("Side by Side", None, "Side by Side"),
        ('"Weird Al" Yankovic - Eat It', '"Weird Al" Yankovic', "Eat It"),
        ("AC/DC - Thunderstruck", "AC/DC", "Thunderstruck"),
        ("will.i.am - Scream & Shout", "will.i.am", "Scream & Shout"),
        ("will.i.am/Britney Spears - Scream & Shout", "will.i.am/Britney Spears", "Scream & Shout"),
        ("R.E.M. - Losing My Religion", "R.E.M.", "Losing My Religion"),
        ("P!nk - So What?", "P!nk", "So What?"),
        ("宇多田ヒカル - First Love", "宇多田ヒカル", "First Love"),
        ("Wilco - Ft. Worth", "Wilco", "Ft. Worth"),
        ("Queen\u202e - \u200bBohemian\u200b Rhapsody", "Queen", "Bohemian Rhapsody"),
        ("Queen -\x00 Bohemian\x07 Rhapsody", "Queen", "Bohemian Rhapsody"),
        ("Queen\n-\nBohemian Rhapsody", "Queen", "Bohemian Rhapsody"),
        ("Beyonce\u0301 - Halo", "Beyoncé", "Halo"),
        ("- Queen -", None, "Queen"),
        ("(Official Video)", None, "(Official Video)"),
    ],
)
def test_plain_text_is_split_into_artist_and_title(text, artist, title):
    words = read_song(text)
    assert isinstance(words, TrackWords)
    assert (words.artist, words.title) == (artist, title)


def test_the_whole_line_stays_for_free_text_searches():
    assert read_song("Down by the River (Lyrics)").text == "Down by the River"
    assert read_song("Eminem ft. Dido - Stan [HD]").text == "Eminem - Stan"


@given(st.text(max_size=SONG_TEXT_LIMIT))
def test_any_text_is_read_or_refused_with_a_song_error(text):
    try:
        query = read_song(text)
    except SongError:
        return
    if isinstance(query, TrackWords):
        assert query.title.strip()
        assert "https://" not in query.text.lower()
    else:
        assert query.url.startswith("https://")


@given(st.text(string.ascii_letters + "./:@#?\\-", min_size=1, max_size=40))
def test_no_noise_before_a_real_host_yields_a_track_by_accident(noise):
    text = f"https://{noise}open.spotify.com/track/{SPOTIFY_ID}"
    with pytest.raises(SongError) as caught:
        read_song(text)
    assert caught.value.code in {ErrorCode.LINK_UNSUPPORTED, ErrorCode.LINK_NOT_A_TRACK}
