"""Tags of real files in every format that carries them."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zlib
from pathlib import Path

import mutagen.aiff
import mutagen.id3
import mutagen.wave
import pytest

from core.domain.library import SongTags
from core.inference.media.tags import read_tags
from tests.fakes.song_files import write_song


def tags_of(song: Path) -> SongTags:
    with song.open("rb") as file:
        return read_tags(file)


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
    tags = tags_of(song)
    assert tags.duration_s == pytest.approx(4.0, abs=0.2)
    assert (tags.title, tags.artists) == ("Hello", ("Adele", "Somebody Else"))
    assert (tags.album, tags.year, tags.genre) == ("25", 2015, "soul")


@pytest.mark.parametrize(
    ("name", "kind"), [("a.wav", mutagen.wave.WAVE), ("a.aiff", mutagen.aiff.AIFF)]
)
def test_wav_and_aiff_have_tags_too(
    tmp_path: Path, name: str, kind: type[mutagen.wave.WAVE | mutagen.aiff.AIFF]
) -> None:
    song = write_song(tmp_path / name)
    file = kind(song)
    file.add_tags()
    file.tags.add(mutagen.id3.TIT2(text=["Hello"]))
    file.tags.add(mutagen.id3.TPE1(text=["Adele", "Adele"]))
    file.tags.add(mutagen.id3.TCON(text=["(17)"]))
    file.tags.add(mutagen.id3.TDRC(text=["2015"]))
    file.save()
    tags = tags_of(song)
    assert (tags.title, tags.artists, tags.genre, tags.year) == ("Hello", ("Adele",), "rock", 2015)


@pytest.mark.parametrize("version", [3, 4])
def test_older_and_newer_id3_are_read(tmp_path: Path, version: int) -> None:
    song = write_song(tmp_path / "a.mp3")
    tags = mutagen.id3.ID3()
    tags.add(mutagen.id3.TIT2(encoding=1, text=["Água"]))
    tags.add(mutagen.id3.TDRC(text=["2015-03-01"]))
    tags.save(song, v2_version=version)
    assert (tags_of(song).title, tags_of(song).year) == ("Água", 2015)


def test_a_file_in_memory_has_the_tags_it_has_on_disk(tmp_path: Path) -> None:
    song = write_song(tmp_path / "a.mp3", title="Hello", artist="Adele")
    assert read_tags(io.BytesIO(song.read_bytes())) == tags_of(song)


@pytest.mark.parametrize("version", [3, 4])
def test_compressed_frames_are_never_unpacked(tmp_path: Path, version: int) -> None:
    unpacked = 64 * 2**20
    packed = zlib.compress(b"\0" + b"A" * unpacked, 9)
    song = write_song(tmp_path / "a.mp3", artist="Adele").read_bytes()
    bomb = id3_frame("TIT2", packed, version) + id3_frame("TALB", b"\x0025", version, 0)
    tag = b"ID3" + bytes([version, 0, 0]) + sync_safe(len(bomb)) + bomb
    tracemalloc.start()
    try:
        tags = read_tags(io.BytesIO(tag + song))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (tags.title, tags.album) == ("", "25")
    assert peak < unpacked / 4


def id3_frame(name: str, body: bytes, version: int, flags: int | None = None) -> bytes:
    """A compressed frame, or one with other ``flags``."""
    if flags is None:
        flags = 0x0080 if version == 3 else 0x0009
        body = bytes(4) + body
    size = struct.pack(">L", len(body)) if version == 3 else sync_safe(len(body))
    return name.encode() + size + struct.pack(">H", flags) + body


def sync_safe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def test_real_m4a_tells_its_length(shared_data: Path) -> None:
    tags = tags_of(shared_data / "audio_samples" / "crystal_grotto.m4a")
    assert tags.duration_s == pytest.approx(20.0, abs=0.1)


def test_a_song_without_tags_has_its_length_only(tmp_path: Path) -> None:
    assert tags_of(write_song(tmp_path / "a.flac")) == SongTags(duration_s=4.0)


def test_the_album_artist_stands_in_for_the_artist(tmp_path: Path) -> None:
    assert tags_of(write_song(tmp_path / "a.mp3", albumartist="Queen")).artists == ("Queen",)


def test_unprintable_and_endless_texts_are_cut(tmp_path: Path) -> None:
    song = write_song(tmp_path / "a.flac", title="a\x00b\n" + "c" * 999, date="12345", genre="  ")
    tags = tags_of(song)
    assert tags.title.startswith("a b c")
    assert len(tags.title) == 200
    assert (tags.year, tags.genre) == (None, None)


@pytest.mark.parametrize("content", [b"", b"no song at all", b"ID3", b"fLaC", b"OggS" * 50])
def test_what_is_no_song_has_no_tags(tmp_path: Path, content: bytes) -> None:
    song = tmp_path / "a.mp3"
    song.write_bytes(content)
    assert tags_of(song) == SongTags()


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
        assert isinstance(tags_of(song), SongTags)
