from __future__ import annotations

import pytest

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MediaError, SongError
from core.domain.media import Upload
from core.domain.track import Service, Source, Track, TrackLink, TrackWords
from core.services.resolve_seed import SeedResolver
from tests.fakes.songs import (
    HEARD,
    FakeExpander,
    FakeFinder,
    FakeMusicReader,
    FakeNamer,
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
    raters: tuple[FakeRater, ...] = (),
    preview: Upload | None = None,
    expander: FakeExpander | None = None,
    music_reader: FakeMusicReader | None = None,
) -> SeedResolver:
    return SeedResolver(
        finders=finders,
        namers=namers,
        raters=raters,
        expander=expander or FakeExpander(),
        previews=FakePreviews(preview),
        music_reader=music_reader or FakeMusicReader(),
    )


async def failure_of(resolution: SeedResolver, song: str | Upload) -> ErrorCode:
    with pytest.raises(SongError) as failure:
        await resolution.resolve(song)
    return failure.value.code


async def test_the_first_finder_and_rater_that_can_say_are_believed_and_named() -> None:
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
    assert seed.heard is None
    assert len(silent.asked) == 1
    assert later.asked == []


async def test_a_link_no_finder_knows_is_named_in_words_and_found_by_them() -> None:
    words = TrackWords(QUEEN.title, "Queen", "Queen Don't Stop Me Now")
    seed = await resolver(
        FakeFinder(Source.CATALOGUE, titles={QUEEN.title: QUEEN}),
        namers=(FakeNamer(None), FakeNamer(words)),
        raters=(FakeRater(Source.CATALOGUE, {QUEEN.title: BRIGHT}),),
    ).resolve(LINK)
    assert seed.track == QUEEN
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
