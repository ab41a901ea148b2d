"""Our network listening to files on disk."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.library import UnheardSong
from core.domain.music_reading import Mode
from core.inference.media.audio import AUDIO_BOUNDS
from core.inference.music.ear import EAR_VERSION, MusicEar
from core.inference.music.listener import (
    NETWORKS,
    network_version,
    prepare_listener,
    version_of,
)
from core.inference.music.regressor import MusicRegressor
from core.inference.music.speech import speech_score
from core.inference.weights import read_manifest
from tests.fakes.song_files import write_song
from tests.fakes.sounds import RATE, playing, talking

HEARD = {
    1: [
        *(2.5, 17.5, 32.5, 47.5, 62.5, 77.5),
        *(120.0, 2, 0.9311, -18.09, 0.7174, 73.42, 329.6, 2619.0),
        *(-30.25, 5.312),
    ]
}
"""By version of the ear: moments and sound of ``playing``; speech in it and in ``talking``."""


def as_wav(samples: NDArray[np.float32]) -> bytes:
    buffer = io.BytesIO()
    soundfile.write(buffer, samples, RATE, format="WAV")
    return buffer.getvalue()


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


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"preprocessing": {"window_s": 5.0}},
        {"calibration": {"spread": 2.0}},
    ],
)
def test_another_network_or_use_of_it_is_another_version(change: dict[str, Any]) -> None:
    cards = [read_manifest()[name] for name in NETWORKS]
    for number, card in enumerate(cards):
        changed = [*cards[:number], replace(card, **change), *cards[number + 1 :]]
        assert version_of(changed) != version_of(cards) == network_version()


def test_what_is_only_told_of_a_network_is_no_new_version() -> None:
    cards = [read_manifest()[name] for name in NETWORKS]
    told = [replace(card, measured={}, terms="others") for card in cards]
    assert version_of(told) == version_of(cards)


def test_every_network_that_is_not_for_faces_is_part_of_the_version() -> None:
    others = {name for name, card in read_manifest().items() if "facial" not in card.task}
    assert others == set(NETWORKS)


def test_what_is_heard_beside_the_network_changes_only_with_the_version() -> None:
    """Where this fails, raise EAR_VERSION and put what is heard now beside the new one."""
    reading = MusicEar(MusicRegressor.load()).listen(as_wav(playing(seconds=90)))
    sound = reading.sound
    assert sound.key is not None
    assert sound.key.mode is Mode.MAJOR
    heard = [moment.time_s for moment in reading.moments]
    heard += [sound.tempo_bpm, sound.key.tonic, sound.key.confidence]
    heard += [sound.loudness_db, sound.energy, sound.low_hz, sound.high_hz, sound.brightness_hz]
    heard += [speech_score(samples, RATE) for samples in (playing(), talking())]
    assert heard == pytest.approx(HEARD[EAR_VERSION], rel=1e-2)
