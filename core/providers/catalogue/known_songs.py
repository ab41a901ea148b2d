"""Songs known well enough to be found by a part of their title, or misspelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from core.domain.song_text import artist_keys, match_title, short_title_keys, title_keys
from core.domain.track import RatedTrack, Track
from core.providers.catalogue.spellings import Spellings

TITLE_THRESHOLD = 0.86
"""How alike a title must be where the artist is named too."""

ARTIST_THRESHOLD = 0.82
"""How alike an artist must be where the title is named too."""

TITLE_ONLY_THRESHOLD = 0.92
"""How alike a title must be where nothing else is known."""

MIN_NAME_LENGTH = 4
"""Shorter parts of an artist's name do not stand for the artist."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One song with the keys it answers to; title is the first and surest of them."""

    rated: RatedTrack
    title: str
    artists: frozenset[str]


class KnownSongs:
    """An index of a few thousand songs, built once, here."""

    def __init__(self, songs: Iterable[RatedTrack]) -> None:
        titled: dict[str, list[_Entry]] = defaultdict(list)
        for rated in songs:
            entry = _Entry(rated, match_title(rated.track.title), _artists_of(rated.track))
            names = (*title_keys(rated.track.title), *short_title_keys(rated.track.title))
            for key in dict.fromkeys(names):
                titled[key].append(entry)
        self._titled: Mapping[str, Sequence[_Entry]] = dict(titled)
        self._titles = Spellings(titled)
        self._artists = Spellings(
            artist for entries in titled.values() for entry in entries for artist in entry.artists
        )

    def spelled(self, title: str, credited: Iterable[str]) -> RatedTrack | None:
        """The song of that title by one of these artist keys; None where there are several."""
        artists = tuple(credited)
        for key in title_keys(title):
            entries = self._titled.get(key, ())
            entry = _only(key, (e for e in entries if is_by(e.artists, artists)))
            if entry:
                return entry.rated
        return None

    def nearly_spelled(self, title: str, artist: str) -> RatedTrack | None:
        """The song whose title and artist are most alike to these; None where in doubt."""
        near_artists = {
            known: alike
            for key in artist_keys(artist)
            for known, alike in self._artists.near(key, ARTIST_THRESHOLD).items()
        }
        if not near_artists:
            return None
        scored = [
            (likeness + max(near_artists.get(artist, 0.0) for artist in entry.artists), entry)
            for key in title_keys(title)
            for known, likeness in self._titles.near(key, TITLE_THRESHOLD).items()
            for entry in self._titled[known]
            if not entry.artists.isdisjoint(near_artists)
        ]
        best = max(scored, key=itemgetter(0), default=None)
        if best is None or any(
            score == best[0] and entry is not best[1] for score, entry in scored
        ):
            return None
        return best[1].rated

    def titled(self, title: str) -> RatedTrack | None:
        """The only song of that title, spelled right or very nearly so."""
        for key in title_keys(title):
            if key in self._titled:
                entry = _only(key, self._titled[key])
                return entry.rated if entry else None
        near = self._titles.near(match_title(title), TITLE_ONLY_THRESHOLD)
        if not near:
            return None
        best = max(near.values())
        keys = [key for key, alike in near.items() if alike == best]
        entry = _only(keys[0], self._titled[keys[0]]) if len(keys) == 1 else None
        return entry.rated if entry else None

    def sharing(self, title: str) -> tuple[Track, ...]:
        """All songs of exactly that title."""
        key = match_title(title)
        entries = self._titled.get(key, ())
        return tuple(entry.rated.track for entry in entries if entry.title == key)


def is_by(artists: Iterable[str], credited: Iterable[str]) -> bool:
    """Whether two sets of artist keys meet; a shorter form of ours counts ("Jimi Hendrix")."""
    ours = frozenset(artists)
    return any(
        key in ours
        or (
            len(key) >= MIN_NAME_LENGTH
            and any(set(key.split()) <= set(name.split()) for name in ours)
        )
        for key in credited
    )


def _artists_of(track: Track) -> frozenset[str]:
    keys = {key for name in track.artists for key in artist_keys(name)}
    if track.genre == "classical":  # composers go by their surname
        keys |= {key.split()[-1] for key in keys}
    return frozenset(keys)


def _only(key: str, entries: Iterable[_Entry]) -> _Entry | None:
    """The one song meant: a full title goes before a shortened one, and two are one too many."""
    found = list(entries)
    full = [entry for entry in found if entry.title == key]
    candidates = full or found
    return candidates[0] if len(candidates) == 1 else None
