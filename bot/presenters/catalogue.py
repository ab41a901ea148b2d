"""The catalogue in words: what an import did, and what there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from bot.presenters.language import percent
from core.domain.catalogue_import import (
    BadLine,
    CatalogueLayout,
    ImportChange,
    Imported,
    ImportReport,
)
from core.domain.music_reading import MusicMood
from core.services.catalogue_stats import CatalogueStats

LAYOUT_NAMES = {
    CatalogueLayout.MOODMIX: "moodmix's own columns",
    CatalogueLayout.MUSE: "MuSe",
    CatalogueLayout.DEEZER: "the Deezer mood set",
    CatalogueLayout.QUADRANTS: "a table of quadrants",
    CatalogueLayout.SPOTIFY: "Spotify features",
}

NOTHING_IMPORTED = "Nothing is imported yet. Bring songs in with: moodmix catalog import FILE"
IMPORT_STOPPED = "Stopped. What was imported before is as it was."

_MOST_NAMED = 8


def present_import(report: ImportReport) -> str:
    """What an import did, bad lines included."""
    imported = report.imported
    total = f"{count_of(report.total, 'imported song')} in all."
    if report.change is ImportChange.NOTHING:
        return f"That file is here already, as {imported.name}: nothing changed. {total}"
    done = "Imported" if report.change is ImportChange.ADDED else "Imported again"
    spellings = imported.rows - imported.songs
    merged = f" ({spellings:,} other lines name one of them again)" if spellings else ""
    news = (
        f"{done} {count_of(imported.songs, 'song')}{merged} as {imported.name}, "
        f"read as {LAYOUT_NAMES[imported.layout]}. {total} A moodmix that is running uses them "
        "from its next start on."
    )
    lines = [news]
    if imported.bad_rows:
        lines.append(f"\n{count_of(imported.bad_rows, 'line')} skipped:")
        lines += [f"- {present_bad_line(line)}" for line in report.bad_lines]
        further = imported.bad_rows - len(report.bad_lines)
        lines += [f"- and {further:,} more"] if further else []
    return "\n".join(lines)


def present_bad_line(line: BadLine) -> str:
    """Where a line is and what is wrong with it."""
    return f"line {line.number}: {line.reason}"


def present_imports(imports: Sequence[Imported]) -> str:
    """One line for each import."""
    if not imports:
        return NOTHING_IMPORTED
    return "\n".join(
        f"{imported.name}: {count_of(imported.songs, 'song')}, read as "
        f"{LAYOUT_NAMES[imported.layout]}, {imported.imported_at:%Y-%m-%d}"
        for imported in imports
    )


def present_stats(stats: CatalogueStats) -> str:
    """What there is, in a few lines."""
    years = f"{stats.years[0]} to {stats.years[1]}" if stats.years else "no years told"
    moods = ", ".join(
        f"{mood_word(mood)} {percent(number / stats.songs)}"
        for mood, number in sorted(stats.moods.items(), key=lambda item: -item[1])
    )
    cells = "\n".join(
        " ".join(f"{number:>8,}" for number in row) for row in reversed(stats.grid.tolist())
    )
    return "\n".join(
        [
            f"{count_of(stats.songs, 'song')} by {count_of(stats.artists, 'artist')}, {years}.",
            f"Moods: {moods}.",
            f"Genres: {_named(stats.genres, stats.songs)}.",
            f"Languages: {_named(stats.languages, stats.songs)}.",
            f"Tempo and sound are known of {percent(stats.with_sound / max(1, stats.songs))}.",
            "",
            "Songs in 25 parts of the plane, from dark to bright and, upwards, calm to energetic:",
            cells,
        ]
    )


def stats_as_json(stats: CatalogueStats, imports: Sequence[Imported]) -> dict[str, Any]:
    """The same for programs. grid: rows of rising arousal, columns of rising valence."""
    return {
        "songs": stats.songs,
        "artists": stats.artists,
        "first_year": stats.years[0] if stats.years else None,
        "last_year": stats.years[1] if stats.years else None,
        "known": {
            "year": stats.dated,
            "genre": stats.with_genre,
            "language": stats.with_language,
            "sound": stats.with_sound,
        },
        "moods": {mood_word(mood): number for mood, number in stats.moods.items()},
        "genres": dict(stats.genres),
        "languages": dict(stats.languages),
        "grid": stats.grid.tolist(),
        "imports": [
            {
                "name": imported.name,
                "layout": imported.layout.value,
                "songs": imported.songs,
                "rows": imported.rows,
                "bad_rows": imported.bad_rows,
                "imported_at": imported.imported_at.isoformat(),
            }
            for imported in imports
        ],
    }


def mood_word(mood: MusicMood | None) -> str:
    """What a mood is called, none included."""
    return mood.value if mood else "neutral"


def _named(counts: Mapping[str, int], songs: int) -> str:
    """The most frequent words with their numbers, and of how many songs none is known."""
    if not counts:
        return "none told"
    named = ", ".join(f"{word} {number:,}" for word, number in islice(counts.items(), _MOST_NAMED))
    others = len(counts) - _MOST_NAMED
    further = f" and {others:,} more" if others > 0 else ""
    unknown = songs - sum(counts.values())
    return f"{named}{further}" + (f"; unknown of {unknown:,}" if unknown else "")


def count_of(number: int, what: str) -> str:
    """A number of things in words."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
