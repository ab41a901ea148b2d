"""``moodmix library`` as a person runs it, over a real folder, in real processes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes.bot_process import environment_for
from tests.fakes.bot_process import run_command as moodmix
from tests.fakes.song_files import write_song

WAIT_S = 110.0


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    for number in range(3):
        write_song(folder / "album" / f"{number}.flac", number, title=f"Song {number}")
    return folder


def heard_so_far(folder: Path) -> int:
    """Songs in the database of a scan that is running."""
    path = folder / "data" / "moodmix.sqlite3"
    if not path.exists():
        return 0
    connection = sqlite3.connect(path, timeout=5)
    try:
        return int(connection.execute("SELECT count(*) FROM library_song").fetchone()[0])
    except sqlite3.OperationalError:  # the tables are not made yet
        return 0
    finally:
        connection.close()


def interrupted_scan(folder: Path, music: Path, number: signal.Signals) -> tuple[int, str]:
    """Exit status and errors of a scan that gets a signal once it has heard something."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "library", "scan", str(music)],
        cwd=folder,
        env=environment_for(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    give_up = time.monotonic() + WAIT_S
    while not heard_so_far(folder) and process.poll() is None and time.monotonic() < give_up:
        time.sleep(0.02)
    if number is not signal.SIGKILL:  # Ctrl-C and service managers reach everybody
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    # the end comes only when every process that could write has gone
    errors = process.communicate(timeout=60)[1]
    return process.returncode, errors


def test_a_scan_names_what_is_broken_and_the_second_one_has_nothing_to_do(
    tmp_path: Path, music: Path
) -> None:
    (music / "empty.mp3").write_bytes(b"")
    (music / "words.mp3").write_text("no song at all " * 99, encoding="utf-8")
    whole = write_song(music / "cut.wav", 7).read_bytes()
    (music / "cut.wav").write_bytes(whole[: len(whole) // 2])
    os.mkfifo(music / "pipe.mp3")
    (music / "gone.mp3").symlink_to(music / "nothing")

    first = moodmix(tmp_path, "library", "scan", music)
    assert first.returncode == 0, first.stderr
    assert "6 song files there: 6 new. I listened to 3 songs in " in first.stdout
    assert "What I cannot use (5):\n" in first.stdout
    assert first.stdout.endswith("3 songs in 3 files, 12 s of music. 5 files cannot be used.\n")
    lines = [line for line in first.stdout.splitlines() if line.startswith("- ")]
    assert [line.split(": ")[0].removeprefix(f"- {music}/") for line in lines] == [
        "cut.wav",
        "empty.mp3",
        "gone.mp3 cannot be read",
        "pipe.mp3 cannot be read",
        "words.mp3",
    ]
    assert "breaks off before its end" in lines[0]

    second = moodmix(tmp_path, "library", "scan", music)
    assert "6 song files there: nothing new. There was nothing to listen to." in second.stdout
    assert [line for line in second.stdout.splitlines() if line.startswith("- ")] == lines
    assert "Traceback" not in first.stderr + second.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_scan_keeps_what_it_heard_and_goes_on(
    tmp_path: Path, music: Path, number: signal.Signals
) -> None:
    songs = 60  # some seconds of work, so that the signal comes in the middle of it
    for more in range(3, songs):
        write_song(music / f"{more}.wav", more)
    status, errors = interrupted_scan(tmp_path, music, number)
    before = heard_so_far(tmp_path)
    assert 0 < before < songs, errors
    if number is not signal.SIGKILL:
        assert status == 128 + number
        assert "Stopped. What I have heard is kept" in errors
    assert "Traceback" not in errors
    finished = moodmix(tmp_path, "library", "scan", music)
    assert f"I listened to {songs - before} songs in " in finished.stdout
    assert f"The library holds {songs} songs in {songs} files" in finished.stdout


def test_a_mix_draws_from_the_library_and_names_the_file(
    tmp_path: Path, music: Path, shared_data: Path
) -> None:
    own = {"title": "Mine", "artist": "Queen", "genre": "Rock", "date": "1975"}
    write_song(music / "mine.flac", 9, **own)
    assert moodmix(tmp_path, "library", "scan", music).returncode == 0
    photo = shared_data / "faces" / "single" / "posed_sad.jpg"
    ask = ("mix", photo, "--song", "Queen - Bohemian Rhapsody")
    target = json.loads(moodmix(tmp_path, *ask, "--json").stdout)["target"]
    # as if it had been heard to feel exactly so
    with closing(sqlite3.connect(tmp_path / "data" / "moodmix.sqlite3")) as database, database:
        database.execute(
            "UPDATE library_song SET valence = :valence, arousal = :arousal WHERE title = 'Mine'",
            target,
        )
    tracks = json.loads(moodmix(tmp_path, *ask, "--json").stdout)["tracks"]
    (mine,) = [track for track in tracks if track["file"]]
    assert (mine["title"], mine["file"], mine["links"]) == ("Mine", "mine.flac", {})
    assert "   Your file: mine.flac\n" in moodmix(tmp_path, *ask).stdout


def test_the_library_is_listed_counted_and_forgotten(tmp_path: Path, music: Path) -> None:
    assert "The library is empty." in moodmix(tmp_path, "library", "list").stdout
    moodmix(tmp_path, "library", "scan", music)
    listed = moodmix(tmp_path, "library", "list").stdout
    assert listed.count("\n") == 3
    assert f"({music / 'album' / '0.flac'})" in listed
    assert "3 songs in 3 files" in moodmix(tmp_path, "library", "stats").stdout
    forgotten = moodmix(tmp_path, "library", "forget", music / "album")
    assert "Forgotten: 3." in forgotten.stdout
    again = moodmix(tmp_path, "library", "forget", music / "album")
    assert again.returncode == 2
    assert "in the library" in again.stderr
    assert len(list((music / "album").iterdir())) == 3


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = moodmix(tmp_path, "library", "scan", tmp_path / "nothing")
    assert result.returncode == 2
    assert "nothing cannot be read" in result.stderr
    assert "Traceback" not in result.stderr
