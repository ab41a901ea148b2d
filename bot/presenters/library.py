"""The library in words: what a scan did, what cannot be used, what there is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.presenters.moods import feeling
from bot.presenters.words import tell_error
from core.domain.library import LibrarySize, LostPath, PlayableSong, ScanReport, ScanStage
from core.domain.track import RatedTrack, Track

STAGE_WORDS = {
    ScanStage.FINDING: "Looking for songs",
    ScanStage.IDENTIFYING: "Looking through files",
    ScanStage.HEARING: "Listening",
}

SCAN_STOPPED = "Stopped. What I have heard is kept; the same command goes on from here."

_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_LONGEST_NAME = 100
_MINUTE_S = 60
_FAST = 10

EMPTY = "The library is empty. Fill it with: moodmix library scan FOLDER"


def present_scan(report: ScanReport, took_s: float) -> str:
    """What a scan found and did, in two sentences."""
    changes = [
        f"{count} {word}"
        for count, word in (
            (report.new, "new"),
            (report.changed, "changed"),
            (report.moved, "moved"),
            (report.removed, "gone"),
        )
        if count
    ]
    news = ", ".join(changes) or "nothing new"
    heard = f"I listened to {_count(report.heard, 'song')} in {_span(took_s)}."
    return (
        f"{_count(report.found, 'song file')} there: {news}. "
        f"{heard if report.heard else 'There was nothing to listen to.'}"
    )


def present_pace(songs_a_second: float, left: int) -> str:
    """How fast a scan is, and when it will be done with so many more."""
    digits = 1 if songs_a_second < _FAST else 0
    return f"{songs_a_second:.{digits}f} a second, {_span(left / songs_a_second)} left"


def present_losses(lost: Sequence[LostPath]) -> str:
    """What cannot be used, one line each, and what becomes of it."""
    return "\n".join(
        [
            f"What I cannot use ({len(lost)}):",
            *(f"- {present_lost(one)}" for one in lost),
            "A later scan tries them again once something about them has changed.",
        ]
    )


def present_lost(lost: LostPath) -> str:
    """One line on what cannot be used, and why."""
    words = tell_error(lost.error)
    return words if "path" in lost.error.params else f"{printable(str(lost.path))}: {words}"


def present_song(rated: RatedTrack) -> str:
    """One line on a song of the library."""
    track = rated.track
    place = f" ({printable(str(track.file.path))})" if track.file else ""
    return f"{heading(track)}: {feeling(rated.affect)}{place}"


def heading(track: Track) -> str:
    """Artists and title in one line."""
    return f"{track.artist} – {track.title}" if track.artist else track.title


def sent_name(song: PlayableSong) -> str:
    """What a song's file is called where it is sent; how its owner calls it stays with them."""
    name = "".join("_" if sign in _NOT_IN_NAMES else sign for sign in heading(song.track))
    return f"{name[:_LONGEST_NAME].strip()}{song.suffix}"


def present_size(size: LibrarySize) -> str:
    """How much the library holds."""
    if not (size.songs or size.lost):
        return EMPTY
    broken = f" {_count(size.lost, 'file')} cannot be used." if size.lost else ""
    return (
        f"The library holds {_count(size.songs, 'song')} in {_count(size.files, 'file')}, "
        f"{_span(size.duration_s)} of music.{broken}"
    )


def printable(name: str) -> str:
    """A file's name for people: bytes that are no text become question marks."""
    return name.encode("utf-8", "replace").decode()


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _span(seconds: float) -> str:
    """A stretch of time, in the one or two units that matter."""
    whole = math.ceil(seconds)
    if whole < _MINUTE_S:
        return f"{whole} s"
    hours, minutes = divmod(math.ceil(seconds / _MINUTE_S), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
