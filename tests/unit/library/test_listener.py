"""Our network listening to files on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.library import UnheardSong
from core.inference.media.audio import AUDIO_BOUNDS
from core.inference.music.ear import MusicEar
from core.inference.music.listener import network_version, prepare_listener
from core.inference.music.regressor import MusicRegressor
from tests.fakes.song_files import write_song


def test_a_real_song_is_heard_and_named(shared_data: Path) -> None:
    song = shared_data / "audio_samples" / "skyward-storm.mp3"
    heard = prepare_listener()(UnheardSong(song, ""))
    assert heard.tags.title == "skyward-storm"
    assert heard.tags.duration_s == pytest.approx(46.1, abs=0.5)
    assert sum(heard.reading.moods.values()) == pytest.approx(1)
    assert heard.reading.sound.loudness_db < 0


def test_tags_name_the_song(tmp_path: Path) -> None:
    song = write_song(tmp_path / "x.flac", title="Hello", artist="Adele", date="2015")
    heard = prepare_listener()(UnheardSong(song, ""))
    assert (heard.tags.title, heard.tags.artists, heard.tags.year) == ("Hello", ("Adele",), 2015)


@pytest.mark.parametrize("name", ["album.wav", "album.flac"])
def test_an_album_in_one_file_is_heard_in_passages(tmp_path: Path, name: str) -> None:
    song = write_song(tmp_path / name, seconds=900)
    assert song.stat().st_size > AUDIO_BOUNDS.max_bytes
    heard = prepare_listener()(UnheardSong(song, ""))
    assert heard.tags.duration_s == 900
    assert heard.reading.moments[0].time_s < 100
    assert heard.reading.moments[-1].time_s > 800


def test_a_file_on_disk_is_heard_as_one_in_memory_is(shared_data: Path) -> None:
    song = shared_data / "audio_samples" / "volcanic_depths.flac"
    from_memory = MusicEar(MusicRegressor.load()).listen(song.read_bytes())
    assert prepare_listener()(UnheardSong(song, "")).reading == from_memory


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", ErrorCode.MEDIA_EMPTY),
        (b"no song at all " * 99, ErrorCode.MEDIA_UNSUPPORTED),
        (b"RIFF\xff\xff\x00\x00WAVEfmt ", ErrorCode.MEDIA_TRUNCATED),
        (b"\x00\x00\x00\x18ftypM4A \x00\x00\x00\x00", ErrorCode.MEDIA_TRUNCATED),
        (b"fLaC" + bytes(99), ErrorCode.MEDIA_CORRUPT),
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
