"""Imported songs by name or id: any number of them, and nothing is loaded before it is asked for.

Titles must be spelled as ``song_text`` makes spellings alike; typos are not forgiven here, because
among a million titles nearly every typo is some other song.
"""

from __future__ import annotations

from collections.abc import Collection

from core.domain.catalogue_import import IndexedSongs
from core.domain.song_text import artist_keys, title_keys
from core.domain.track import RatedTrack, TrackLink
from core.providers.catalogue.known_songs import is_by

MOST_COMPARED = 200
"""Of more songs with one title, those whose artists are credited otherwise are not looked for."""


class ImportedSongs:
    """Songs of a table, by what its index tells."""

    def __init__(self, songs: IndexedSongs) -> None:
        self._table, self._index = songs.table, songs.index

    def with_id(self, link: TrackLink) -> RatedTrack | None:
        """The song behind a link, None where nobody told its id."""
        rows = self._index.with_id(link.service.value, link.track_id)
        return self._table.track(rows[0]) if rows else None

    def spelled(self, title: str, credited: Collection[str]) -> RatedTrack | None:
        """The song of that title by one of these artist keys; None where there are several."""
        for key in title_keys(title):
            rows = self._index.titled(key)
            codes = {self._table.artist_code(name) for name in credited}
            leading = [row for row in rows if int(self._table.lead_artist[row]) in codes]
            found = (
                leading
                or [row for row in rows if not codes.isdisjoint(self._codes(row))]
                or [row for row in rows[:MOST_COMPARED] if is_by(self._names(row), credited)]
            )
            if len(found) == 1:
                return self._table.track(found[0])
        return None

    def knows(self, title: str) -> bool:
        """Whether some song has that title."""
        return any(self._index.titled(key) for key in title_keys(title))

    def titled(self, title: str) -> RatedTrack | None:
        """The only song of that title."""
        for key in title_keys(title):
            rows = self._index.titled(key)
            if rows:
                return self._table.track(rows[0]) if len(rows) == 1 else None
        return None

    def _codes(self, row: int) -> list[int]:
        starts = self._table.artist_starts
        return [int(code) for code in self._table.artist_codes[starts[row] : starts[row + 1]]]

    def _names(self, row: int) -> list[str]:
        names = (self._table.artist_names[code] for code in self._codes(row))
        return [key for name in names for key in artist_keys(name)]
