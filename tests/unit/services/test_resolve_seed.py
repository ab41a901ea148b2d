from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MediaError, SongError
from core.domain.media import Upload
from core.domain.opinions import fuse
from core.domain.track import (
    DoubtfulSong,
    Opinion,
    SeedTrack,
    Service,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.services.resolve_seed import SeedResolver
from tests.fakes.songs import (
    HEARD,
    FakeExpander,
    FakeFinder,
    FakeIdentities,
    FakeMusicReader,
    FakeNamer,
    FakeOwnSongs,
    FakePreviews,
    FakeRater,
)

QUEEN = Track("Don't Stop Me Now", ("Queen",))
SPOTIFY_ID = "5T8EDUDqKcs6OSOwEsfqG7"
LINK = f"https://open.spotify.com/track/{SPOTIFY_ID}"
BRIGHT = Affect(0.8, 0.9)


def resolver(
    *finders: FakeFinder,
    namers: tuple[FakeNamer, ...] = (),
    identities: tuple[FakeIdentities, ...] = (),
    raters: tuple[FakeRater, ...] = (),
    preview: Upload | None = None,
    expander: FakeExpander | None = None,
    music_reader: FakeMusicReader | None = None,
    own_songs: FakeOwnSongs | None = None,
) -> SeedResolver:
    return SeedResolver(
        finders=finders,
        namers=namers,
        identities=identities,
        raters=raters,
        expander=expander or FakeExpander(),
        previews=FakePreviews(preview),
        music_reader=music_reader or FakeMusicReader(),
        own_songs=own_songs,
    )


async def failure_of(resolution: SeedResolver, song: str | Upload) -> ErrorCode:
    with pytest.raises(SongError) as failure:
        await resolution.resolve(song)
    return failure.value.code


async def test_all_are_asked_and_the_first_finder_that_can_say_is_believed() -> None:
    silent = FakeFinder(Source.SPOTIFY)
    deezer = FakeFinder(Source.DEEZER, titles={QUEEN.title: QUEEN})
    later = FakeFinder(Source.ITUNES, titles={QUEEN.title: QUEEN})
    seed = await resolver(
        silent,
        deezer,
        later,
        raters=(
            FakeRater(Source.RECCOBEATS, {}),
            FakeRater(Source.CATALOGUE, {QUEEN.title: BRIGHT}),
        ),
    ).resolve("Queen - Don't Stop Me Now")
    assert (seed.track, seed.affect) == (QUEEN, BRIGHT)
    assert seed.sources == (Source.DEEZER, Source.CATALOGUE)
    assert isinstance(seed, SeedTrack)
    assert seed.heard is None
    assert len(silent.asked) == len(later.asked) == 1


async def test_a_link_no_finder_knows_is_named_in_words_and_found_by_them() -> None:
    words = TrackWords(QUEEN.title, "Queen", "Queen Don't Stop Me Now")
    seed = await resolver(
        FakeFinder(Source.CATALOGUE, titles={QUEEN.title: QUEEN}),
        namers=(FakeNamer(None), FakeNamer(words)),
        raters=(FakeRater(Source.CATALOGUE, {QUEEN.title: BRIGHT}),),
    ).resolve(LINK)
    assert seed.track == replace(
        QUEEN, ids={Service.SPOTIFY: SPOTIFY_ID}, links={Service.SPOTIFY: LINK}
    )
    assert seed.sources == (Source.CATALOGUE,)


async def test_a_short_link_is_followed_first() -> None:
    link = TrackLink(Service.SPOTIFY, SPOTIFY_ID, LINK)
    seed = await resolver(
        FakeFinder(Source.SPOTIFY, links={SPOTIFY_ID: QUEEN}),
        raters=(FakeRater(Source.SPOTIFY, {QUEEN.title: BRIGHT}),),
        expander=FakeExpander(link),
    ).resolve("listen: https://spotify.link/abc")
    assert seed.sources == (Source.SPOTIFY,)


async def test_a_preview_is_heard_when_nobody_knows_the_feeling() -> None:
    seed = await resolver(
        FakeFinder(Source.DEEZER, titles={QUEEN.title: QUEEN}), preview=Upload(b"mp3")
    ).resolve("Don't Stop Me Now")
    assert (seed.affect, seed.heard) == (HEARD.affect, HEARD)
    assert seed.sources == (Source.DEEZER, Source.MUSIC_NETWORK)


async def test_an_audio_file_is_a_seed_of_its_own() -> None:
    seed = await resolver().resolve(Upload(b"...", filename="My Song.mp3"))
    assert seed.track.title == "My Song.mp3"
    assert seed.sources == (Source.UPLOAD, Source.MUSIC_NETWORK)
    assert (seed.affect, seed.heard) == (HEARD.affect, HEARD)


async def test_a_damaged_audio_file_is_said_to_be_damaged() -> None:
    broken = FakeMusicReader(MediaError(ErrorCode.MEDIA_CORRUPT))
    with pytest.raises(MediaError):
        await resolver(music_reader=broken).resolve(Upload(b"..."))


async def test_each_way_of_failing_has_its_own_error() -> None:
    known = FakeFinder(Source.DEEZER, titles={QUEEN.title: QUEEN})
    damaged = FakeMusicReader(MediaError(ErrorCode.MEDIA_CORRUPT))
    assert await failure_of(resolver(), "nobody knows this") is ErrorCode.SONG_NOT_FOUND
    assert await failure_of(resolver(), LINK) is ErrorCode.LINK_NOT_RESOLVED
    assert await failure_of(resolver(known), QUEEN.title) is ErrorCode.SONG_NO_EMOTION
    assert (
        await failure_of(resolver(known, preview=Upload(b"x"), music_reader=damaged), QUEEN.title)
        is ErrorCode.SONG_NO_EMOTION
    )
    assert await failure_of(resolver(), "  ") is ErrorCode.SONG_EMPTY


async def test_what_others_know_of_the_same_song_is_joined_and_other_songs_are_not() -> None:
    deezer = replace(QUEEN, isrc="GBUM71029605", ids={Service.DEEZER: "7"})
    itunes = replace(QUEEN, title="Don't Stop Me Now - Live", ids={Service.APPLE: "8"}, year=1978)
    other = Track("Under Pressure", ("Queen",), ids={Service.TIDAL: "9"})
    found = await resolver(
        FakeFinder(Source.DEEZER, titles={QUEEN.title: deezer}),
        FakeFinder(Source.ITUNES, titles={QUEEN.title: itunes}),
        FakeFinder(Source.CATALOGUE, titles={QUEEN.title: other}),
        identities=(FakeIdentities(replace(QUEEN, mbid="m")), FakeIdentities(other)),
        raters=(FakeRater(Source.CATALOGUE, {QUEEN.title: BRIGHT}),),
    ).resolve(QUEEN.title)
    assert isinstance(found, SeedTrack)
    assert found.track == replace(
        deezer, ids={Service.DEEZER: "7", Service.APPLE: "8"}, year=1978, mbid="m"
    )


async def test_several_opinions_are_fused_and_the_weightiest_is_named_first() -> None:
    dark = Affect(-0.5, -0.5)
    seed = await resolver(
        FakeFinder(Source.DEEZER, titles={QUEEN.title: QUEEN}),
        raters=(
            FakeRater(Source.LASTFM, {QUEEN.title: dark}),
            FakeRater(Source.RECCOBEATS, {}),
            FakeRater(Source.SPOTIFY, {QUEEN.title: BRIGHT}),
        ),
    ).resolve(QUEEN.title)
    assert isinstance(seed, SeedTrack)
    assert seed.opinions == (Opinion(Source.SPOTIFY, BRIGHT), Opinion(Source.LASTFM, dark))
    assert (seed.rated_by, seed.affect) == (Source.SPOTIFY, fuse(seed.opinions))
    assert seed.sources == (Source.DEEZER, Source.SPOTIFY, Source.LASTFM)


async def test_songs_in_doubt_are_told_unless_somebody_is_sure() -> None:
    helps, cover = Track("Help!", ("The Beatles",)), Track("Help", ("Bananarama",))
    unsure = FakeFinder(Source.DEEZER, doubts={"Help": DoubtfulSong((helps, cover), Source.DEEZER)})
    also = FakeFinder(Source.ITUNES, doubts={"Help": DoubtfulSong((cover, QUEEN), Source.ITUNES)})
    doubt = await resolver(unsure, also).resolve("Help")
    assert doubt == DoubtfulSong((helps, cover, QUEEN), Source.DEEZER)
    sure = FakeFinder(Source.CATALOGUE, titles={"Help": helps})
    rater = FakeRater(Source.CATALOGUE, {"Help!": BRIGHT})
    seed = await resolver(unsure, sure, raters=(rater,)).resolve("Help")
    assert isinstance(seed, SeedTrack)
    assert (seed.track, seed.identified_by) == (helps, Source.CATALOGUE)


async def test_the_askers_own_song_is_believed_first_and_tells_what_was_heard_in_it() -> None:
    mine = replace(QUEEN, year=1978)
    seed = await resolver(
        FakeFinder(Source.DEEZER, titles={QUEEN.title: Track("Another song", ("Queen",))}),
        own_songs=FakeOwnSongs(mine, HEARD),
    ).resolve("Queen - Don't Stop Me Now")
    assert isinstance(seed, SeedTrack)
    assert (seed.track, seed.heard, seed.sources) == (mine, HEARD, (Source.LIBRARY,))
    assert seed.affect.distance(HEARD.affect) < 1e-9


async def test_an_own_song_that_others_rate_too_is_fused_with_their_word() -> None:
    seed = await resolver(
        raters=(FakeRater(Source.SPOTIFY, {QUEEN.title: BRIGHT}),),
        own_songs=FakeOwnSongs(QUEEN, HEARD),
    ).resolve(QUEEN.title)
    assert isinstance(seed, SeedTrack)
    assert seed.opinions == (
        Opinion(Source.SPOTIFY, BRIGHT),
        Opinion(Source.LIBRARY, HEARD.affect),
    )
    assert (seed.affect, seed.heard) == (fuse(seed.opinions), HEARD)


async def test_a_song_that_is_not_the_askers_own_tells_nothing_heard() -> None:
    other = Track("Other", ("Somebody",))
    seed = await resolver(
        FakeFinder(Source.CATALOGUE, titles={other.title: other}),
        raters=(FakeRater(Source.CATALOGUE, {other.title: BRIGHT}),),
        own_songs=FakeOwnSongs(QUEEN, HEARD),
    ).resolve("Other")
    assert isinstance(seed, SeedTrack)
    assert (seed.heard, seed.sources) == (None, (Source.CATALOGUE,))
