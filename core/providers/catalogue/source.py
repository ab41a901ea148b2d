"""The catalogue as a source: it names songs from words and says how songs feel."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from core.domain.affect import Affect
from core.domain.song_text import artist_keys, match_title, short_title_keys, title_keys
from core.domain.track import RatedTrack, SongQuery, Source, Track, TrackLink, TrackWords
from core.ports.songs import Catalogue
from core.providers.catalogue.spellings import Spellings

TITLE_THRESHOLD = 0.86
"""How alike a title must be where the artist is named too."""

ARTIST_THRESHOLD = 0.82
"""How alike an artist must be where the title is named too."""

TITLE_ONLY_THRESHOLD = 0.92
"""How alike a title must be where nothing else is known."""

MIN_NAME_LENGTH = 4
"""Shorter parts of an artist's name do not stand for the artist."""

MAX_WORDS = 14
"""Longer lines without a dash are not searched for an artist between their words."""

_DASH = re.compile(r"\s+[-\u2212\u2012–—―|]+\s+|\s*[–—―]+\s*")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One song with the keys it answers to; title is the first and surest of them."""

    rated: RatedTrack
    title: str
    artists: frozenset[str]

    def is_by(self, credited: Iterable[str]) -> bool:
        """Whether one of these artist keys is among ours, or a shorter form ("Jimi Hendrix")."""
        return any(
            key in self.artists
            or (
                len(key) >= MIN_NAME_LENGTH
                and any(set(key.split()) <= set(name.split()) for name in self.artists)
            )
            for key in credited
        )


class CatalogueSource:
    """Finds and rates songs of a catalogue; the index is built once, here."""

    def __init__(self, catalogue: Catalogue) -> None:
        titled: dict[str, list[_Entry]] = defaultdict(list)
        for rated in catalogue.tracks():
            entry = _Entry(rated, match_title(rated.track.title), _artists_of(rated.track))
            names = (*title_keys(rated.track.title), *short_title_keys(rated.track.title))
            for key in dict.fromkeys(names):
                titled[key].append(entry)
        self._titled: Mapping[str, list[_Entry]] = dict(titled)
        self._titles = Spellings(titled)
        self._artists = Spellings(
            artist for entries in titled.values() for entry in entries for artist in entry.artists
        )

    @property
    def source(self) -> Source:
        """Whose word this is."""
        return Source.CATALOGUE

    async def find(self, query: SongQuery) -> Track | None:
        """The one song the words name, small typos allowed; None where in doubt or for a link.

        A title that several songs share, without an artist, is in doubt.
        """
        if isinstance(query, TrackLink):
            return None
        for title, artist in _readings(query):
            entry = self._by_artist(title, artist)
            if entry:
                return entry.rated.track
        entry = self._by_title(query.text) or (
            self._by_title(query.title) if query.artist is None else None
        )
        return entry.rated.track if entry else None

    async def affect_of(self, track: Track) -> Affect | None:
        """Our rating of a song with this title and an artist in common, spelled as it may be."""
        artists = frozenset(key for name in track.artists for key in artist_keys(name))
        for key in title_keys(track.title):
            entry = _only(key, (e for e in self._titled.get(key, ()) if e.is_by(artists)))
            if entry:
                return entry.rated.affect
        return None

    def _by_artist(self, title: str, artist: str) -> _Entry | None:
        """The song of that title and artist, spelled right or nearly so."""
        credited = artist_keys(artist)
        wanted = title_keys(title)
        for key in wanted:
            entry = _only(key, (e for e in self._titled.get(key, ()) if e.is_by(credited)))
            if entry:
                return entry
        near_artists = {
            known: alike
            for key in credited
            for known, alike in self._artists.near(key, ARTIST_THRESHOLD).items()
        }
        if not near_artists:
            return None
        scored = [
            (likeness + max(near_artists.get(artist, 0.0) for artist in entry.artists), entry)
            for key in wanted
            for known, likeness in self._titles.near(key, TITLE_THRESHOLD).items()
            for entry in self._titled[known]
            if not entry.artists.isdisjoint(near_artists)
        ]
        best = max(scored, key=itemgetter(0), default=None)
        if best is None or any(
            score == best[0] and entry is not best[1] for score, entry in scored
        ):
            return None
        return best[1]

    def _by_title(self, title: str) -> _Entry | None:
        """The only song of that title, spelled right or very nearly so."""
        for key in title_keys(title):
            if key in self._titled:
                return _only(key, self._titled[key])
        near = self._titles.near(match_title(title), TITLE_ONLY_THRESHOLD)
        if not near:
            return None
        best = max(near.values())
        keys = [key for key, alike in near.items() if alike == best]
        return _only(keys[0], self._titled[keys[0]]) if len(keys) == 1 else None


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


def _readings(query: TrackWords) -> Iterator[tuple[str, str]]:
    """Every way the words can be split into title and artist, the likeliest first."""
    if query.artist is not None:
        yield query.title, query.artist
        yield query.artist, query.title
    for line in dict.fromkeys((query.title, query.text)):
        dashes = list(_DASH.finditer(line))
        for dash in dashes[:2]:
            left, right = line[: dash.start()], line[dash.end() :]
            if left.strip() and right.strip():
                yield right, left
                yield left, right
    if query.artist is None:
        words = query.title.split()
        if len(words) <= MAX_WORDS:
            for cut in range(1, len(words)):
                left, right = " ".join(words[:cut]), " ".join(words[cut:])
                yield right, left
                yield left, right.removeprefix("by ")
