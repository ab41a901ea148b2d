from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import cv2
import numpy as np
import pytest

from bot.presenters.catalogue import (
    NOTHING_IMPORTED,
    present_import,
    present_imports,
    present_stats,
    stats_as_json,
)
from bot.presenters.catalogue_plot import SIZE_PX, draw_stats
from core.domain.affect import Affect
from core.domain.catalogue_import import (
    BadLine,
    CatalogueLayout,
    ImportChange,
    Imported,
    ImportReport,
)
from core.domain.track import RatedTrack, Track
from core.domain.track_table import TrackTable
from core.services.catalogue_stats import GRID, catalogue_stats

IMPORTED = Imported(
    "muse", CatalogueLayout.MUSE, "ab" * 32, 1200, 1100, 0, datetime(2026, 11, 21, tzinfo=UTC)
)


def song(title, valence, arousal, artist="Anna", **known):
    return RatedTrack(Track(title, (artist,), **known), Affect(valence, arousal))


ONE = TrackTable.of(
    [
        song("Up", 0.9, 0.9, year=1950, genre="pop", language="en"),
        song("Down", -0.9, -0.9, year=2025, genre="rock", language="en"),
        song("Edge", 1.0, -1.0, "Bert", genre="pop"),
    ]
)
OTHER = TrackTable.of([song("UP", -1.0, 1.0, genre="fado"), song("Middle", 0.0, 0.0, "Zoe")])


def test_songs_are_counted_once_and_by_the_first_table_that_has_them():
    stats = catalogue_stats([ONE, OTHER])
    assert (stats.songs, stats.artists, stats.years) == (4, 3, (1950, 2025))
    assert (dict(stats.genres), dict(stats.languages)) == ({"pop": 2, "rock": 1}, {"en": 2})
    assert (stats.dated, stats.with_genre, stats.with_language, stats.with_sound) == (2, 3, 2, 0)
    assert sum(stats.moods.values()) == 4
    expected = np.zeros((GRID, GRID), int)
    expected[4, 4] = expected[0, 0] = expected[0, 4] = expected[2, 2] = 1
    np.testing.assert_array_equal(stats.grid, expected)


def test_nothing_at_all_can_be_counted_told_and_drawn():
    stats = catalogue_stats([TrackTable.of(())])
    assert (stats.songs, stats.years, stats.grid.sum()) == (0, None, 0)
    assert present_stats(stats).startswith("0 songs by 0 artists")
    assert draw_stats(stats).startswith(b"\x89PNG")


def test_stats_are_told_with_energetic_songs_above():
    text = present_stats(catalogue_stats([ONE, OTHER]))
    assert text.startswith("4 songs by 3 artists, 1950 to 2025.")
    assert "Genres: pop 2, rock 1; unknown of 1." in text
    rows = [line.split() for line in text.splitlines()[-GRID:]]
    assert rows[0] == ["0", "0", "0", "0", "1"]
    assert rows[-1] == ["1", "0", "0", "0", "1"]


def test_stats_for_programs_are_json():
    told = json.loads(json.dumps(stats_as_json(catalogue_stats([ONE]), [IMPORTED])))
    assert (told["songs"], told["first_year"], told["known"]["year"]) == (3, 1950, 2)
    assert told["grid"][0] == [1, 0, 0, 0, 1]
    assert told["imports"][0]["name"] == "muse"
    assert sum(told["moods"].values()) == 3


def test_the_picture_shows_where_songs_lie():
    def pixels(valence, arousal):
        table = TrackTable.of([song(str(number), valence, arousal) for number in range(40)])
        png = np.frombuffer(draw_stats(catalogue_stats([table])), np.uint8)
        return cv2.imdecode(png, cv2.IMREAD_COLOR)

    left, right = pixels(-0.5, 0.3), pixels(0.5, 0.3)
    assert left.shape == (SIZE_PX[1], SIZE_PX[0], 3)
    differ = np.argwhere((left != right).any(axis=2))
    assert differ[:, 1].min() < SIZE_PX[0] / 2 < differ[:, 1].max()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (ImportChange.ADDED, "Imported 1,100 songs (100 other lines name one of them again)"),
        (ImportChange.REPLACED, "Imported again 1,100 songs"),
        (ImportChange.NOTHING, "here already, as muse: nothing changed"),
    ],
)
def test_an_import_is_told(change, words):
    assert words in present_import(ImportReport(IMPORTED, change, (), 5000))
    assert "5,000 imported songs in all" in present_import(ImportReport(IMPORTED, change, (), 5000))


def test_bad_lines_are_told_and_the_others_counted():
    bad = [BadLine(7, "it has no title"), BadLine(9, "it has no artist")]
    report = ImportReport(replace(IMPORTED, bad_rows=1002), ImportChange.ADDED, bad, 1)
    lines = present_import(report).splitlines()
    assert lines[-4:] == [
        "1,002 lines skipped:",
        "- line 7: it has no title",
        "- line 9: it has no artist",
        "- and 1,000 more",
    ]
    one = replace(report, imported=replace(IMPORTED, bad_rows=1), bad_lines=bad[:1])
    assert present_import(one).splitlines()[-2:] == ["1 line skipped:", "- line 7: it has no title"]


def test_imports_are_listed():
    assert present_imports([]) == NOTHING_IMPORTED
    assert present_imports([IMPORTED]) == "muse: 1,100 songs, read as MuSe, 2026-11-21"
