"""Our network listening to files on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.library import UnheardSong
from core.inference.music.listener import network_version, prepare_listener
from tests.fakes.song_files import write_song


def test_a_real_song_is_heard_and_named(shared_data: Path) -> None:
    song = shared_data / "audio_samples" / "skyward-storm.mp3"
    heard = prepare_listener()(UnheardSong(song, ""))
    assert heard.tags.title == "skyward-storm"
    assert heard.tags.duration_s == pytest.approx(46.1, abs=0.5)


def test_tags_name_the_song(tmp_path: Path) -> None:
    song = write_song(tmp_path / "x.flac", title="Hello", artist="Adele", date="2015")
    heard = prepare_listener()(UnheardSong(song, ""))
    assert (heard.tags.title, heard.tags.artists, heard.tags.year) == ("Hello", ("Adele",), 2015)


def test_an_album_in_one_file_is_heard(tmp_path: Path) -> None:
    song = write_song(tmp_path / "album.wav", seconds=900)
    assert song.stat().st_size > 20_000_000
    assert prepare_listener()(UnheardSong(song, "")).tags.duration_s == 900


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", ErrorCode.MEDIA_EMPTY),
        (b"no song at all " * 99, ErrorCode.MEDIA_UNSUPPORTED),
    ],
)
def test_what_is_no_song_is_refused(tmp_path: Path, content: bytes, code: ErrorCode) -> None:
    song = tmp_path / "a.mp3"
    song.write_bytes(content)
    with pytest.raises(MediaError) as caught:
        prepare_listener()(UnheardSong(song, ""))
    assert caught.value.code is code


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(OperationError) as caught:
        prepare_listener()(UnheardSong(tmp_path / "a.mp3", ""))
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE
    assert caught.value.params["path"] == str(tmp_path / "a.mp3")


def test_the_version_names_weights_and_features() -> None:
    assert network_version() == network_version()
    assert len(network_version()) > 16
