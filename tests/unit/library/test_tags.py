"""Tags of real files in every format that carries them."""

from __future__ import annotations

import random
from pathlib import Path

import mutagen.id3
import mutagen.wave
import pytest

from core.domain.library import SongTags
from core.inference.media.tags import read_tags
from tests.fakes.song_files import write_song


@pytest.mark.parametrize("name", ["a.mp3", "a.flac", "a.ogg"])
def test_every_tag_is_read(tmp_path: Path, name: str) -> None:
    song = write_song(
        tmp_path / name,
        title="Hello",
        artist="Adele; Somebody Else",
        album="25",
        date="2015-11-20",
        genre="Soul",
    )
    tags = read_tags(song)
    assert tags.duration_s == pytest.approx(4.0, abs=0.2)
    assert (tags.title, tags.artists) == ("Hello", ("Adele", "Somebody Else"))
    assert (tags.album, tags.year, tags.genre) == ("25", 2015, "soul")


def test_wav_has_tags_too(tmp_path: Path) -> None:
    song = write_song(tmp_path / "a.wav")
    file = mutagen.wave.WAVE(song)
    file.add_tags()
    file.tags.add(mutagen.id3.TIT2(text=["Hello"]))
    file.tags.add(mutagen.id3.TPE1(text=["Adele", "Adele"]))
    file.tags.add(mutagen.id3.TCON(text=["(17)"]))
    file.tags.add(mutagen.id3.TDRC(text=["2015"]))
    file.save()
    tags = read_tags(song)
    assert (tags.title, tags.artists, tags.genre, tags.year) == ("Hello", ("Adele",), "rock", 2015)


def test_real_m4a_tells_its_length(shared_data: Path) -> None:
    tags = read_tags(shared_data / "audio_samples" / "crystal_grotto.m4a")
    assert tags.duration_s == pytest.approx(20.0, abs=0.1)


def test_a_song_without_tags_has_its_length_only(tmp_path: Path) -> None:
    assert read_tags(write_song(tmp_path / "a.flac")) == SongTags(duration_s=4.0)


def test_the_album_artist_stands_in_for_the_artist(tmp_path: Path) -> None:
    assert read_tags(write_song(tmp_path / "a.mp3", albumartist="Queen")).artists == ("Queen",)


def test_unprintable_and_endless_texts_are_cut(tmp_path: Path) -> None:
    song = write_song(tmp_path / "a.flac", title="a\x00b\n" + "c" * 999, date="12345", genre="  ")
    tags = read_tags(song)
    assert tags.title.startswith("a b c")
    assert len(tags.title) == 200
    assert (tags.year, tags.genre) == (None, None)


@pytest.mark.parametrize("content", [b"", b"no song at all", b"ID3", b"fLaC", b"OggS" * 50])
def test_what_is_no_song_has_no_tags(tmp_path: Path, content: bytes) -> None:
    song = tmp_path / "a.mp3"
    song.write_bytes(content)
    assert read_tags(song) == SongTags()


@pytest.mark.parametrize("name", ["a.mp3", "a.flac", "a.ogg", "a.wav"])
def test_damaged_files_never_raise(tmp_path: Path, name: str) -> None:
    song = write_song(tmp_path / name, seconds=0.2, **({} if name == "a.wav" else {"title": "x"}))
    whole = song.read_bytes()
    dice = random.Random(name)
    for _ in range(300):
        damaged = bytearray(whole[: dice.randrange(1, len(whole))])
        for _ in range(dice.randrange(1, 9)):
            damaged[dice.randrange(min(len(damaged), 400))] = dice.randrange(256)
        song.write_bytes(damaged)
        assert isinstance(read_tags(song), SongTags)
