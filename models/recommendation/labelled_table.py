"""Tables of songs with a mood label, as people find them: CSV, plain or gzipped.

Column names are guessed, and so is the scale of valence and arousal. Energy stands for arousal
where there is none. Songs without a title are numbered, so that bare feature tables work as well.
"""

from __future__ import annotations

import csv
import gzip
import io
import math
import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, OperationError
from core.domain.track import Track
from core.domain.track_table import SongFacts, SoundFeature, TrackTable, TrackTableBuilder
from models.recommendation.mood_labels import MoodLabel, read_labels

_LABEL_NAMES = (
    *("mood", "moods", "mood_label", "label", "labels", "emotion", "emotions", "quadrant"),
    *("label_quadrant", "mood_cats", "mood_category", "category", "cluster", "class", "target"),
)
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "name", "track_name", "track", "song", "song_name"),
    "artist": ("artist", "artists", "track_artist", "artist_name", "artist_names", "singer"),
    "valence": ("valence", "valence_mean_1_9", "valence_mean", "valence_tags", "v", "pleasure"),
    "arousal": (
        *("arousal", "arousal_mean_1_9", "arousal_mean", "arousal_tags", "a", "energy"),
        "energy_mean",
    ),
    "year": ("year", "release_date", "track_album_release_date", "album_release_date"),
    "genre": ("genre", "genres", "track_genre", "playlist_genre"),
    "popularity": ("popularity", "track_popularity", "plays", "playcount", "play_count", "views"),
    SoundFeature.TEMPO_BPM.name: ("tempo_bpm", "tempo", "bpm"),
    SoundFeature.ENERGY.name: ("energy",),
    SoundFeature.DANCEABILITY.name: ("danceability",),
    SoundFeature.ACOUSTICNESS.name: ("acousticness",),
    SoundFeature.INSTRUMENTALNESS.name: ("instrumentalness",),
}

_LIKELY_LABELS = 0.8
"""A column of which so many values are mood words holds the labels, whatever it is called."""

_SCALES = (
    # (lowest, highest, middle, half): from narrow to wide, the first that holds all numbers
    (0.0, 1.0, 0.5, 0.5),
    (-1.0, 1.0, 0.0, 1.0),
    (1.0, 5.0, 3.0, 2.0),
    (1.0, 7.0, 4.0, 3.0),
    (0.0, 9.0, 5.0, 4.0),
    (0.0, 10.0, 5.0, 5.0),
    (0.0, 100.0, 50.0, 50.0),
)
_DEVIATIONS = (-10.0, 10.0, 0.0, 2.0)
"""z-scores: two standard deviations reach the edge of the plane."""


@dataclass(frozen=True, slots=True)
class LabelledTable:
    """Songs with the mood that somebody else wrote beside them.

    labels: of each row of the table; column: where they stood; left_out: rows without a usable
    label or without numbers; strange: the labels among them that are no known word, with counts.
    """

    table: TrackTable
    labels: tuple[MoodLabel, ...]
    column: str
    left_out: int
    strange: Mapping[str, int]

    @property
    def known(self) -> AbstractSet[MoodLabel]:
        """The labels that occur."""
        return frozenset(self.labels)


def read_labelled(path: Path, label_column: str | None = None) -> LabelledTable:
    """Read a table; ``label_column`` is guessed by its name or its words where it is not given.

    Raises OperationError: FILE_NOT_READABLE, or TABLE_UNUSABLE where there are no labels, no
    valence and arousal, or no rows.
    """
    header, rows = _records(path)
    names = [re.sub(r"\W+", "_", name.strip().lower()).strip("_") for name in header]
    columns = {thing: _found(names, options) for thing, options in _NAMES.items()}
    valence = _column_like(names, columns["valence"], "valence")
    arousal = _column_like(names, columns["arousal"], "arousal")
    if valence is None or arousal is None:
        raise _unusable(path, f"no valence or no arousal or energy among {_told(header)}")
    label = _label_place(path, header, names, rows, label_column)
    labels = read_labels([row[label] for row in rows])
    numbers = _on_plane(_floats(rows, valence), _floats(rows, arousal))
    popularity = _shares(_floats(rows, columns["popularity"]))
    builder, songs, moods = TrackTableBuilder(), list[Track](), list[MoodLabel]()
    strange: Counter[str] = Counter()
    for number, (row, mood, (x, y)) in enumerate(zip(rows, labels, numbers, strict=True)):
        if mood is None and row[label].strip():
            strange[row[label].strip()] += 1
        if mood is None or not (math.isfinite(x) and math.isfinite(y)):
            continue
        sound = tuple(_number(row, columns[feature.name]) for feature in SoundFeature)
        facts = SongFacts(popularity=popularity[number], sound=sound)
        songs.append(_track(row, columns, number))
        moods.append(mood)
        builder.add(songs[-1], Affect.clipped(x, y), facts)
    if not moods:
        raise _unusable(path, f"no row of it has a mood that is known in {header[label]!r}")
    table = replace(builder.build(), originals=tuple(songs))
    return LabelledTable(table, tuple(moods), header[label], len(rows) - len(moods), strange)


def _records(path: Path) -> tuple[list[str], list[list[str]]]:
    """The header and the rows as long as it; the others are no rows of this table."""
    try:
        raw = path.read_bytes()
        if raw.startswith(b"\x1f\x8b"):
            raw = gzip.decompress(raw)
        text = raw.decode("utf-8-sig", "replace")
        lines = csv.reader(io.StringIO(text, newline=""))
        header = next(lines, [])
        return header, [row for row in lines if len(row) == len(header)]
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or str(error)
        ) from error
    except (EOFError, zlib.error, csv.Error) as error:
        raise _unusable(path, str(error)) from error


def _label_place(
    path: Path,
    header: Sequence[str],
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    wanted: str | None,
) -> int:
    if wanted is not None:
        if wanted not in header:
            raise _unusable(path, f"no column is called {wanted!r} among {_told(header)}")
        return header.index(wanted)
    place = _found(names, _LABEL_NAMES)
    if place is not None:
        return place
    for place in range(len(header)):
        words = read_labels([row[place] for row in rows])
        if rows and sum(word is not None for word in words) >= _LIKELY_LABELS * len(rows):
            return place
    raise _unusable(path, f"no column of moods among {_told(header)}; please name it with --labels")


def _found(names: Sequence[str], options: Sequence[str]) -> int | None:
    return next((names.index(option) for option in options if option in names), None)


def _column_like(names: Sequence[str], place: int | None, word: str) -> int | None:
    """The place, else the first column whose name begins or ends with a word."""
    like = (n for n, name in enumerate(names) if name.startswith(word) or name.endswith(word))
    return place if place is not None else next(like, None)


def _floats(rows: Sequence[Sequence[str]], place: int | None) -> NDArray[np.float64]:
    return np.array([_number(row, place) for row in rows], np.float64)


def _number(row: Sequence[str], place: int | None) -> float:
    try:
        return float(row[place]) if place is not None else math.nan
    except ValueError:
        return math.nan


def _on_plane(valence: NDArray[np.float64], arousal: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 2) in [-1, 1] from whichever scale holds all the numbers of both columns."""
    numbers = np.stack([valence, arousal], axis=1)
    finite = numbers[np.isfinite(numbers)]
    low, high = (finite.min(), finite.max()) if len(finite) else (0.0, 1.0)
    scale = next((each for each in _SCALES if each[0] <= low and high <= each[1]), _DEVIATIONS)
    _, _, middle, half = scale
    return np.clip((numbers - middle) / half, -1.0, 1.0)


def _shares(popularity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Popularity as a share of the largest; NaN where it is not told."""
    largest = np.nanmax(popularity, initial=0.0, where=np.isfinite(popularity))
    return popularity / largest if largest > 0 else np.full_like(popularity, np.nan)


def _track(row: Sequence[str], columns: Mapping[str, int | None], number: int) -> Track:
    def text(thing: str) -> str:
        place = columns[thing]
        return " ".join(row[place].split()) if place is not None else ""

    year = re.match(r"\d{4}", text("year"))
    artist = text("artist")
    return Track(
        title=text("title") or f"row {number + 1}",
        artists=(artist,) if artist else (),
        year=int(year[0]) if year else None,
        genre=text("genre").lower() or None,
    )


def _told(header: Sequence[str]) -> str:
    return ", ".join(header)[:300] or "no columns at all"


def _unusable(path: Path, reason: str) -> OperationError:
    return OperationError(ErrorCode.TABLE_UNUSABLE, path=str(path), reason=reason)
