"""What a scan makes of a folder, with a network that hears at once."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.affect import Affect
from core.domain.conversation import PersonId
from core.domain.errors import ErrorCode, OperationError
from core.domain.library import LibrarySize, ScanReport, ScanStage
from core.domain.track import OwnFile
from core.storage.sqlite_library import PAGE
from core.storage.sqlite_store import SqliteStore
from tests.fakes.answers import mix_of
from tests.fakes.library_parts import write
from tests.fakes.vaults import VAULT
from tests.unit.library.conftest import Query, World

NOTHING = {"new": 0, "changed": 0, "moved": 0, "removed": 0, "heard": 0}


def report(found: int, **counts: int) -> ScanReport:
    return ScanReport(found, **(NOTHING | counts))


async def test_every_song_is_heard_once(world: World) -> None:
    for name in ("a.mp3", "album/b.flac", "album/deep/c.OGG"):
        write(world.folder / name, name)
    write(world.folder / "album" / "cover.jpg", "no song")
    assert await world.scan() == report(3, new=3, heard=3)
    assert set(await world.songs()) == {"a.mp3", "album/b.flac", "album/deep/c.OGG"}
    assert await world.scan() == report(3)
    assert world.identifiers.tasks == world.listeners.tasks == []


async def test_progress_tells_how_much_there_is_to_do(world: World) -> None:
    for number in range(5):
        write(world.folder / f"{number}.mp3", str(number))
    await world.scan()
    write(world.folder / "6.mp3", "6")
    world.progress.stages.clear()
    await world.scan()
    assert world.progress.stages == [
        (ScanStage.FINDING, None),
        (ScanStage.IDENTIFYING, 1),
        (ScanStage.HEARING, 1),
    ]
    assert world.progress.advanced == 1


async def test_a_changed_file_is_heard_again(world: World, query: Query) -> None:
    song = write(world.folder / "a.mp3", "before")
    await world.scan()
    write(song, "after that")
    assert await world.scan() == report(1, changed=1, heard=1)
    assert query("SELECT count(*) FROM library_song") == [(1,)]


async def test_a_file_that_was_only_touched_is_not_heard_again(world: World) -> None:
    song = write(world.folder / "a.mp3", "same")
    await world.scan()
    os.utime(song, ns=(1, 1))
    await world.scan()
    assert world.identifiers.tasks == [song]
    assert world.listeners.tasks == []


async def test_a_moved_file_keeps_its_number_and_is_not_heard_again(world: World) -> None:
    song = write(world.folder / "a.mp3", "moving")
    await world.scan()
    (number,) = (await world.songs()).values()
    (world.folder / "new").mkdir()
    song.rename(world.folder / "new" / "b.mp3")
    assert await world.scan() == report(1, moved=1)
    assert await world.songs() == {"new/b.mp3": number}


async def test_copies_are_one_song_until_the_last_is_gone(world: World) -> None:
    copies = [write(world.folder / name, "same") for name in ("a.mp3", "b.mp3")]
    assert await world.scan() == report(2, new=2, heard=1)
    (number,) = (await world.songs()).values()
    copies[0].unlink()
    assert await world.scan() == report(1, removed=1)
    assert await world.songs() == {"b.mp3": number}
    copies[1].unlink()
    assert await world.scan() == report(0, removed=1)
    assert await world.kept.size() == LibrarySize(0, 0, 0, 0.0)


async def test_a_removed_song_never_lends_its_number(world: World) -> None:
    write(world.folder / "a.mp3", "a").unlink()
    song = write(world.folder / "a.mp3", "a")
    await world.scan()
    (before,) = (await world.songs()).values()
    song.unlink()
    await world.scan()
    write(world.folder / "b.mp3", "b")
    await world.scan()
    (after,) = (await world.songs()).values()
    assert after > before


@pytest.mark.parametrize("stage", ["identifiers", "listeners"])
async def test_an_interrupted_scan_goes_on_where_it_stopped(world: World, stage: str) -> None:
    for number in range(6):
        write(world.folder / f"{number}.mp3", f"song {number}")
    crew = getattr(world, stage)
    crew.stop_after = 4
    with pytest.raises(asyncio.CancelledError):
        await world.scan()
    crew.stop_after = None
    finished = await world.scan()
    assert finished.found == 6
    assert len(await world.songs()) == 6
    if stage == "listeners":
        assert (len(world.identifiers.tasks), len(world.listeners.tasks)) == (0, 2)


async def test_an_interrupted_scan_forgets_nothing(world: World) -> None:
    write(world.folder / "a.mp3", "a")
    write(world.folder / "b.mp3", "b")
    await world.scan()
    (world.folder / "a.mp3").unlink()
    write(world.folder / "c.mp3", "c")
    world.identifiers.stop_after = 0
    with pytest.raises(asyncio.CancelledError):
        await world.scan()
    assert set(await world.songs()) == {"a.mp3", "b.mp3"}
    world.identifiers.stop_after = None
    await world.scan()
    assert set(await world.songs()) == {"b.mp3", "c.mp3"}


async def test_a_broken_file_is_listed_and_not_tried_again_until_it_changes(world: World) -> None:
    broken = write(world.folder / "a.mp3", "noise")
    write(world.folder / "b.mp3", "music")
    assert await world.scan() == report(2, new=2, heard=1)
    assert await world.lost() == {"a.mp3": "media_corrupt"}
    assert await world.scan() == report(2)
    assert world.listeners.tasks == []
    assert await world.lost() == {"a.mp3": "media_corrupt"}
    write(broken, "mended")
    assert await world.scan() == report(2, changed=1, heard=1)
    assert await world.lost() == {}


async def test_new_weights_hear_everything_again_and_read_no_file_twice(world: World) -> None:
    write(world.folder / "a.mp3", "music")
    write(world.folder / "b.mp3", "noise")
    await world.scan()
    before = await world.songs()
    world.network, world.listener.affect = "second", Affect(-1.0, 1.0)
    assert await world.scan() == report(2, heard=1)
    assert world.identifiers.tasks == []
    assert len(world.listeners.tasks) == 2
    assert await world.songs() == before
    (song,) = await world.kept.near(Affect(0, 0), 5)
    assert song.affect == Affect(-1.0, 1.0)


async def test_a_file_that_cannot_be_read_is_tried_again_each_time(world: World) -> None:
    song = write(world.folder / "a.mp3", "music")
    write(world.folder / "b.mp3", "other")
    readable = world.identifiers._do

    def refuse(path: Path) -> str:
        if path == song:
            raise OperationError(
                ErrorCode.FILE_NOT_READABLE, path=str(path), reason="Permission denied"
            )
        return readable(path)

    world.identifiers._do = refuse
    await world.scan()
    assert await world.lost() == {"a.mp3": "file_not_readable"}
    world.identifiers._do = readable
    assert (await world.scan()).heard == 1
    assert await world.lost() == {}
    assert len(await world.songs()) == 2


async def test_a_file_that_vanishes_between_two_looks_is_listed(world: World) -> None:
    song = write(world.folder / "a.mp3", "music")
    hear = world.listeners._do

    def vanish(task):
        song.unlink()
        raise OperationError(ErrorCode.FILE_NOT_READABLE, path=str(task.path), reason="gone")

    world.listeners._do = vanish
    await world.scan()
    assert await world.lost() == {"a.mp3": "file_not_readable"}
    world.listeners._do = hear
    await world.scan()
    assert await world.kept.size() == LibrarySize(0, 0, 0, 0.0)


async def test_a_folder_that_is_not_there_forgets_nothing(world: World) -> None:
    write(world.folder / "disk" / "a.mp3", "music")
    await world.scan(world.folder / "disk")
    (world.folder / "disk").rename(world.folder / "unplugged")
    with pytest.raises(OperationError) as caught:
        await world.scan(world.folder / "disk")
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE
    assert set(await world.songs()) == {"disk/a.mp3"}


async def test_scanning_one_folder_leaves_the_others_alone(world: World) -> None:
    for name in ("jazz/a.mp3", "jazz-old/b.mp3", "jazz0/c.mp3"):
        write(world.folder / name, name)
    await world.scan()
    for name in ("jazz/a.mp3", "jazz-old/b.mp3", "jazz0/c.mp3"):
        (world.folder / name).unlink()
    assert (await world.scan(world.folder / "jazz")).removed == 1
    assert set(await world.songs()) == {"jazz-old/b.mp3", "jazz0/c.mp3"}


async def test_a_song_moved_to_another_scanned_folder_keeps_its_number(world: World) -> None:
    song = write(world.folder / "in" / "a.mp3", "music")
    await world.scan(world.folder / "in")
    before = (await world.songs())["in/a.mp3"]
    (world.folder / "kept").mkdir()
    song.rename(world.folder / "kept" / "a.mp3")
    await world.scan(world.folder / "kept")
    assert (await world.scan(world.folder / "in")).moved == 1
    assert await world.songs() == {"kept/a.mp3": before}


async def test_more_songs_than_fit_a_page_are_all_heard_and_listed(world: World) -> None:
    count = 2 * PAGE + 1
    for number in range(count):
        write(world.folder / f"{number}.mp3", str(number))
    assert await world.scan() == report(count, new=count, heard=count)
    assert len(await world.songs()) == count


async def test_forgetting_takes_a_file_or_a_folder_out(world: World) -> None:
    for name in ("jazz/a.mp3", "jazz/b.mp3", "jazz-old/c.mp3", "d.mp3"):
        write(world.folder / name, name)
    await world.scan()
    assert await world.kept.forget(world.folder / "jazz") == 2
    assert await world.kept.forget(world.folder / "d.mp3") == 1
    assert await world.kept.forget(world.folder / "nothing") == 0
    assert set(await world.songs()) == {"jazz-old/c.mp3"}


async def test_the_nearest_songs_come_first_each_with_its_file(world: World) -> None:
    places = {"far": Affect(-1, -1), "near": Affect(0.6, 0.5), "right there": Affect(0.5, 0.5)}
    for name, affect in places.items():
        world.listener.affect = affect
        write(world.folder / f"{name}.mp3", name)
        await world.scan()
    found = await world.kept.near(Affect(0.5, 0.5), 2)
    assert [song.track.title for song in found] == ["right there", "near"]
    assert found[0].affect == places["right there"]
    assert found[0].track.file.path == world.folder / "right there.mp3"


async def test_everything_that_was_heard_is_kept(world: World, query: Query) -> None:
    write(world.folder / "a.mp3", "music")
    await world.scan()
    ((network, valence, arousal, reading, length_s),) = query(
        "SELECT network, valence, arousal, reading, duration_s FROM library_song"
    )
    assert (network, valence, arousal, length_s) == ("first", 0.25, -0.5, 60.0)
    heard = json.loads(reading)
    assert heard["affect"] == {"valence": 0.25, "arousal": -0.5}
    assert heard["spread"] == [0.2, 0.2]
    assert heard["moods"] == {"calm": 0.75, "tired": 0.25}
    assert heard["sound"]["tempo_bpm"] == 120.0
    assert heard["sound"]["key"] == {"tonic": 9, "mode": "minor", "confidence": 0.5}


async def test_names_that_are_no_text_are_kept_byte_by_byte(world: World) -> None:
    odd = os.fsencode(world.folder) + b"/caf\xe9 \xff.mp3"
    try:
        write(Path(os.fsdecode(odd)), "music")
    except OSError:
        pytest.skip("this file system takes no such names")
    assert (await world.scan()).heard == 1
    (song,) = await world.kept.near(Affect(0, 0), 1)
    assert os.fsencode(song.track.file.path) == odd
    assert song.track.title == "caf? ?"


async def test_an_answer_remembers_the_file_of_a_track_wherever_it_moves(
    world: World, database_file: Path
) -> None:
    song = write(world.folder / "a.mp3", "music")
    await world.scan()
    (own,) = await world.kept.near(Affect(0, 0), 1)
    mix = mix_of("Hello", "Mine")
    named = replace(mix.recommendations[1], rated=own)
    person = PersonId("a" * 64)
    store = await SqliteStore.open(database_file, VAULT, world.clock)
    try:
        mix_id = await store.save_mix(
            person, replace(mix, recommendations=(mix.recommendations[0], named))
        )
        assert (await store.track_of(mix_id, 1)).file is None
        assert (await store.track_of(mix_id, 2)).file == own.track.file
        song.rename(world.folder / "b.mp3")
        await world.scan()
        moved = await store.track_of(mix_id, 2)
        assert moved.file == OwnFile(own.track.file.number, world.folder / "b.mp3")
        (world.folder / "b.mp3").unlink()
        await world.scan()
        gone = await store.track_of(mix_id, 2)
        assert (gone.title, gone.file) == ("a", None)
    finally:
        await store.close()
