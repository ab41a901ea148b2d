"""Names of artists, by what somebody has typed of them so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.domain.song_text import match_artist
from core.ports.songs import Catalogue

SEARCHED_AT_MOST = 50_000
"""Artists that are looked through, those of the first tables: a few hundredths of a second."""


class ArtistNames:
    """All artists of a catalogue, spelled as they may be; made ready by the first search."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names: Sequence[tuple[str, str]] | None = None

    def like(self, text: str, limit: int, first: Iterable[str] = ()) -> tuple[str, ...]:
        """At most ``limit`` names with a word that begins like the text, the shortest way first.

        Case, accents and a leading "the" do not matter. first: names that go before the others, and
        are all there is for no text.
        """
        if limit < 1:
            return ()
        typed = match_artist(text) if text.strip() else ""
        nearest = [name for key, name in _keyed(first) if _begins(key, typed)]
        if typed:
            known = [(key, name) for key, name in self._ready() if _begins(key, typed)]
            nearest += [name for _, name in sorted(known, key=lambda one: _distance(one[0], typed))]
        unique: dict[str, str] = {}
        for name in nearest:
            unique.setdefault(match_artist(name), name)
        return tuple(unique.values())[:limit]

    def _ready(self) -> Sequence[tuple[str, str]]:
        if self._names is None:
            self._names = tuple(_keyed(self._all()))
        return self._names

    def _all(self) -> Iterator[str]:
        searched = 0
        for table in self._catalogue.tables():
            searched += len(table.artist_names)
            if searched > SEARCHED_AT_MOST:
                return
            yield from (table.artist_names[code] for code in range(len(table.artist_names)))


def _keyed(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((match_artist(name), name) for name in names)


def _begins(key: str, typed: str) -> bool:
    return f" {key}".find(f" {typed}") >= 0


def _distance(key: str, typed: str) -> tuple[bool, int, str]:
    return not key.startswith(typed), len(key), key
