"""The bytes of a song of the library, from whichever of its files still is it."""

from __future__ import annotations

import os

import pytest

from core.domain.errors import ErrorCode, MoodmixError
from core.storage.sqlite_library import SqliteLibrary
from tests.fakes.library_parts import write
from tests.unit.library.conftest import World

MUSIC = b"music"
LIMIT_BYTES = 10


async def number_of(world: World, name: str) -> int:
    await world.scan()
    return (await world.songs())[name]


async def failure_of(library: SqliteLibrary, number: int) -> MoodmixError:
    with pytest.raises(MoodmixError) as failure:
        await library.load(number, LIMIT_BYTES)
    return failure.value


async def test_a_song_comes_whole_with_what_is_known_of_it(world: World) -> None:
    path = write(world.folder / "Song.MP3", "0123456789")
    song = await world.kept.load(await number_of(world, "Song.MP3"), LIMIT_BYTES)
    assert song.data == path.read_bytes()
    assert (song.track.title, song.track.file.path) == ("Song", path)
    assert (song.suffix, song.duration_s) == (".mp3", 60.0)


async def test_a_copy_stands_in_for_a_file_that_is_gone_changed_or_no_file(world: World) -> None:
    first, second, third = (write(world.folder / f"{n}.mp3", "music") for n in range(3))
    number = await number_of(world, "0.mp3")
    first.unlink()
    os.mkfifo(first)
    second.write_text("other", encoding="utf-8")
    assert (await world.kept.load(number, LIMIT_BYTES)).data == MUSIC
    third.unlink()
    assert (await failure_of(world.kept, number)).code is ErrorCode.SONG_FILE_GONE


async def test_a_file_above_the_limit_is_refused(world: World) -> None:
    path = write(world.folder / "a.mp3", "music")
    number = await number_of(world, "a.mp3")
    os.truncate(path, 3_000_001)
    with pytest.raises(MoodmixError) as failure:
        await world.kept.load(number, 3_000_000)
    assert failure.value.code is ErrorCode.SONG_FILE_TOO_LARGE
    assert failure.value.params == {"limit_mb": 3}


async def test_what_cannot_be_read_is_said_without_its_path(world: World) -> None:
    path = write(world.folder / "a.mp3", "music")
    number = await number_of(world, "a.mp3")
    path.unlink()
    path.symlink_to(path)
    failure = await failure_of(world.kept, number)
    assert failure.code is ErrorCode.SONG_FILE_UNREADABLE
    assert str(world.folder) not in str(failure)


async def test_a_number_that_is_not_there_is_a_song_that_is_gone(world: World) -> None:
    assert (await failure_of(world.kept, 7)).code is ErrorCode.SONG_FILE_GONE
