"""One row of a catalogue file, as its layout has it, to a rated song."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from core.domain.affect import Affect
from core.domain.track import Service, Track
from core.domain.track_table import ISRC, UNKNOWN, SongFacts, SoundFeature
from core.providers.catalogue.layouts import LAYOUTS, Layout
from core.providers.catalogue.parser import FIRST_YEAR, LAST_YEAR

LONGEST_TEXT = 500
"""Longest title or name, in characters."""

MOST_ARTISTS = 50

FASTEST_BPM = 500.0

_MISSING = "NA"
"""How R writes what is not there; as a title or a name alone it may be one."""

_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LIST = re.compile(r"""\[\s*['"].*['"]\s*\]""", re.DOTALL)
"""Not every bracket begins one: [:SITD:] are a band."""

_LISTED = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")
_ESCAPED = re.compile(r"\\(.)")
_YEAR = re.compile(r"(\d{4})(?:[^\d].*)?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2}")
_GENRE = re.compile(r".{1,60}")
_SPOTIFY = re.compile(r"(?:.*[:/])?([0-9A-Za-z]{22})")
_DEEZER = re.compile(r"([1-9][0-9]{0,14})")
_ISRC = re.compile(r"([A-Z]{2}[A-Z0-9]{3}[0-9]{7})")
_SERVICES = frozenset(service.value for service in Service)


class RowReader:
    """Reads the rows below one header."""

    def __init__(self, layout: Layout, header: Sequence[str]) -> None:
        """Raises ValueError for a header, of lower-case names, that is not of this layout."""
        places = layout.places(header)
        if places is None:
            raise ValueError(f"this is no header of {layout.kind}")
        self.layout = layout
        self._places = places
        self._width = len(header)

    @classmethod
    def for_header(cls, header: Sequence[str]) -> RowReader | None:
        """The reader for a file that begins with these names, None where no layout fits."""
        names = [re.sub(r"\W+", "_", name.lower()).strip("_") for name in header]
        for layout in LAYOUTS:
            if layout.places(names) is not None:
                return cls(layout, names)
        return None

    def read(self, fields: Sequence[str]) -> tuple[Track, Affect, SongFacts]:
        """The song of a row; raises ValueError saying, in words, why it is none.

        What is wrong with a number or word that a song can do without makes it unknown.
        """
        if len(fields) != self._width:
            raise ValueError(f"it has {len(fields)} fields instead of {self._width}")
        if self._field(fields, "title") == self._field(fields, "artists") == _MISSING:
            raise ValueError("it has neither title nor artist")
        title = _text(self._field(fields, "title"), "title")
        affect = Affect(self._coordinate(fields, "valence"), self._coordinate(fields, "arousal"))
        ids = self._ids(fields)
        language = self._field(fields, "language").strip().lower()
        track = Track(
            title=title,
            artists=_artists(self._field(fields, "artists")),
            year=_year(self._field(fields, "year").strip()),
            genre=_genre(self._field(fields, "genre")),
            language=language if _LANGUAGE.fullmatch(language) else None,
            isrc=ids.pop(ISRC, None),
            ids={Service(service): known for service, known in ids.items()},
        )
        most_popular = self.layout.most_popular
        facts = SongFacts(
            dominance=self._dominance(fields),
            popularity=_within(self._field(fields, "popularity"), most_popular) / most_popular,
            sound=tuple(
                _within(
                    self._field(fields, feature.name.lower()),
                    FASTEST_BPM if feature is SoundFeature.TEMPO_BPM else 1.0,
                )
                for feature in SoundFeature
            ),
            mood=self.layout.moods.get(self._field(fields, "mood").strip().lower(), UNKNOWN),
        )
        return track, affect, facts

    def _field(self, fields: Sequence[str], thing: str) -> str:
        place = self._places.get(thing)
        return "" if place is None else fields[place]

    def _coordinate(self, fields: Sequence[str], axis: str) -> float:
        """A number of the file on our scale, in [-1, 1]."""
        told = self._field(fields, axis).strip()
        if not told:
            raise ValueError(f"it has no {axis}")
        try:
            number = float(told)
        except ValueError:
            raise ValueError(f"its {axis} is no number") from None
        try:
            return self.layout.onto_plane(number)
        except ValueError as error:
            raise ValueError(f"its {axis} {error}") from None

    def _dominance(self, fields: Sequence[str]) -> float:
        try:
            return self._coordinate(fields, "dominance")
        except ValueError:
            return math.nan

    def _ids(self, fields: Sequence[str]) -> dict[str, str]:
        """Ids by service, or ISRC; what is no id of its service is left out."""
        ids = {}
        for word in self._field(fields, "ids").split():
            kind, _, known = word.partition(":")
            if known and (kind in _SERVICES or kind == ISRC):
                ids[kind] = known
        for kind, thing, form in (
            (Service.SPOTIFY.value, "spotify_id", _SPOTIFY),
            (Service.DEEZER.value, "deezer_id", _DEEZER),
            (ISRC, "isrc", _ISRC),
        ):
            match = form.fullmatch(self._field(fields, thing).strip())
            if match:
                ids[kind] = match[1]
        return ids


def _text(raw: str, what: str) -> str:
    """Raw without needless blanks and line ends; raises ValueError where it is no text."""
    text = " ".join(raw.split())
    if not text:
        raise ValueError(f"it has no {what}")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"its {what} is longer than {LONGEST_TEXT} characters")
    if _NO_TEXT.search(text):
        raise ValueError(f"its {what} is no UTF-8 text")
    return text


def _artists(raw: str) -> tuple[str, ...]:
    """Artists in credit order, of "A; B" or of a list as Python and JSON write it."""
    if _LIST.fullmatch(raw.strip()):
        listed = [_ESCAPED.sub(r"\1", one or other) for one, other in _LISTED.findall(raw)]
    else:
        listed = [raw]
    names = [name for part in listed for name in part.split(";") if name.strip()]
    if not names:
        raise ValueError("it has no artist")
    if len(names) > MOST_ARTISTS:
        raise ValueError(f"it has more than {MOST_ARTISTS} artists")
    return tuple(dict.fromkeys(_text(name, "artist") for name in names))


def _year(text: str) -> int | None:
    """The year of a date that begins with it."""
    match = _YEAR.fullmatch(text)
    year = int(match[1]) if match else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def _genre(raw: str) -> str | None:
    """The genre, or the first of a list, in lower case."""
    listed = _LISTED.search(raw) if _LIST.fullmatch(raw.strip()) else None
    genre = " ".join((listed[1] or listed[2] if listed else raw).lower().split())
    return genre if _GENRE.fullmatch(genre) and not _NO_TEXT.search(genre) else None


def _within(text: str, top: float) -> float:
    """The number a field holds, NaN unless it lies from 0 to top."""
    try:
        number = float(text)
    except ValueError:
        return math.nan
    return number if 0.0 <= number <= top else math.nan
