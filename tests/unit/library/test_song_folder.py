"""Walking a real folder, with everything in it that people's disks hold."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import ErrorCode, OperationError
from core.domain.library import LostPath, SongFile
from core.storage.song_folder import DiskFolder
from tests.fakes.library_parts import write

NOBODY = 65534


def songs(folder: Path) -> set[str]:
    found = [place for place in DiskFolder().songs(folder) if isinstance(place, SongFile)]
    assert len({song.path for song in found}) == len(found)
    return {str(song.path.relative_to(folder)) for song in found}


def lost(folder: Path) -> dict[str, str]:
    return {
        str(place.path.relative_to(folder)): str(place.error.params["reason"])
        for place in DiskFolder().songs(folder)
        if isinstance(place, LostPath)
    }


def test_songs_are_told_by_their_names_in_any_case(tmp_path: Path) -> None:
    for name in ("a.mp3", "B.FLAC", "c.Opus", "d/e.m4a", "d/cover.jpg", "list.m3u", "film.mp4"):
        write(tmp_path / name, name)
    assert songs(tmp_path) == {"a.mp3", "B.FLAC", "c.Opus", "d/e.m4a"}


def test_a_song_comes_with_its_size_and_time(tmp_path: Path) -> None:
    song = write(tmp_path / "a.mp3", "12345")
    os.utime(song, ns=(7, 7))
    assert list(DiskFolder().songs(tmp_path)) == [SongFile(song, 5, 7)]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    for name in ("._a.mp3", ".Trash/b.mp3", "c.mp3"):
        write(tmp_path / name, name)
    assert songs(tmp_path) == {"c.mp3"}


def test_links_are_followed_and_each_folder_visited_once(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "music", tmp_path / "elsewhere"
    write(folder / "here" / "a.mp3", "a")
    write(elsewhere / "b.mp3", "b")
    (folder / "there").symlink_to(elsewhere)
    (folder / "here" / "back").symlink_to(folder)
    (folder / "round.mp3").symlink_to(folder / "here" / "a.mp3")
    assert songs(folder) == {"here/a.mp3", "there/b.mp3", "round.mp3"}


def test_links_that_lead_nowhere_are_listed(tmp_path: Path) -> None:
    (tmp_path / "gone.mp3").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop.mp3").symlink_to(tmp_path / "loop.mp3")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert set(lost(tmp_path)) == {"gone.mp3", "loop.mp3"}


def test_what_is_no_ordinary_file_is_listed_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp3")
    assert stat.S_ISFIFO((tmp_path / "pipe.mp3").stat().st_mode)
    assert lost(tmp_path) == {"pipe.mp3": "it is no ordinary file"}


@pytest.mark.parametrize("name", ["nothing", "a.mp3"])
def test_a_place_that_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "a.mp3", "a")
    with pytest.raises(OperationError) as caught:
        list(DiskFolder().songs(tmp_path / name))
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE


def test_names_that_are_no_text_are_found(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9 \n.mp3"
    try:
        write(Path(os.fsdecode(odd)), "a")
    except OSError:
        pytest.skip("this file system takes no such names")
    (song,) = DiskFolder().songs(tmp_path)
    assert os.fsencode(song.path) == odd


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder where we are not the administrator, who may read everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        write(folder / "closed" / "a.mp3", "a")
        write(folder / "open" / "b.mp3", "b")
        (folder / "closed").chmod(0)
        administrator = os.geteuid() == 0
        if administrator:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if administrator:
                os.seteuid(0)
            (folder / "closed").chmod(0o755)


def test_a_folder_that_may_not_be_read_is_listed_and_the_rest_found(as_nobody: Path) -> None:
    assert songs(as_nobody) == {"open/b.mp3"}
    assert lost(as_nobody) == {"closed": "Permission denied"}
