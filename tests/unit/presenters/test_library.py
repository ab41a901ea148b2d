"""What a scan says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.presenters.library import present_losses, present_pace, present_scan, present_size
from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.library import LibrarySize, LostPath, ScanReport


def test_a_scan_tells_what_came_and_went_and_how_long_it_took() -> None:
    report = ScanReport(found=7, new=3, changed=2, moved=1, removed=4, heard=1)
    assert present_scan(report, took_s=74) == (
        "7 song files there: 3 new, 2 changed, 1 moved, 4 gone. I listened to 1 song in 2 min."
    )


def test_a_scan_that_found_nothing_new_says_so() -> None:
    report = ScanReport(found=1, new=0, changed=0, moved=0, removed=0, heard=0)
    assert present_scan(report, took_s=1) == (
        "1 song file there: nothing new. There was nothing to listen to."
    )


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (1, "2.0 a second, 1 s left"),
        (118, "2.0 a second, 59 s left"),
        (120, "2.0 a second, 1 min left"),
        (7200, "2.0 a second, 1 h 0 min left"),
        (7202, "2.0 a second, 1 h 1 min left"),
    ],
)
def test_the_pace_is_told_with_the_time_left(left: int, words: str) -> None:
    assert present_pace(2.0, left) == words


def test_a_fast_pace_is_rounded() -> None:
    assert present_pace(1234.5, 5) == "1234 a second, 1 s left"


def test_what_cannot_be_used_is_listed_without_asking_to_send_it_again() -> None:
    gone = OperationError(ErrorCode.FILE_NOT_READABLE, path="/m/b.mp3", reason="No such file")
    lost = [
        LostPath(Path("/m/a.mp3"), MediaError(ErrorCode.MEDIA_TRUNCATED)),
        LostPath(Path("/m/b.mp3"), gone),
    ]
    assert present_losses(lost).splitlines() == [
        "What I cannot use (2):",
        "- /m/a.mp3: That file breaks off before its end, as after a cut-off download.",
        "- /m/b.mp3 cannot be read: No such file.",
        "A later scan tries them again once something about them has changed.",
    ]


def test_the_size_counts_songs_files_and_their_time() -> None:
    assert present_size(LibrarySize(songs=2, files=3, lost=1, duration_s=5400)) == (
        "The library holds 2 songs in 3 files, 1 h 30 min of music. 1 file cannot be used."
    )
    assert present_size(LibrarySize(0, 0, 0, 0.0)).startswith("The library is empty.")
