"""Titles and artists in a line of text, as people type them and as video sites write them."""

from __future__ import annotations

import re
import unicodedata

from core.domain.errors import ErrorCode, SongError
from core.domain.track import TrackWords

_QUOTES = "\"'`“”„‟«»\u2039\u203a\u2018\u2019"
_OPENING, _CLOSING = '"“„«', '"”“»'

_NOISE = (
    r"official|officiel|oficial|offizielles?|video\s*cl?ip|lyrics?|letra|visuali[sz]er|karaoke|"
    r"audio|video|m/?v|h[dq]|4k|uhd|(?:720|1080|2160)p|re-?master(?:ed)?|explicit|"
    r"(?:radio|single)\s+(?:edit|version)|album\s+version|full\s+song"
)
_NOISE_PART = re.compile(rf"\b(?:{_NOISE})\b", re.IGNORECASE)
_ONLY_NOISE = re.compile(
    rf"(?=.*\b(?:{_NOISE})\b)(?:(?:{_NOISE}|music|version|clip|digital|\d{{4}})\b[\s,/.-]*)+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】)")
_GUESTS_IN_BRACKETS = re.compile(r"(?:feat|ft|featuring|prod)\b\.?\s", re.IGNORECASE)
_GUESTS = re.compile(r"(?<=\S)\s+(?:feat|ft|featuring)\b\.?\s+\S.*$", re.IGNORECASE)
_DASH = re.compile(r"\s+[-\u2212\u2012–—―]+\s+|\s*[–—―]+\s*")
_BY = re.compile(r"(?P<title>\S.*)\s+by\s+(?P<artist>\S.*)", re.IGNORECASE)
_NOT_ARTISTS = re.compile(
    r"(?:me|you|him|her|us|them|it|my|your|night|day|now|heart|numbers|one|myself|yourself)\b",
    re.IGNORECASE,
)


def clean_text(text: str) -> str:
    """One line of visible text: no controls, no zero-width or direction-changing characters."""
    kept = (
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in text
        if unicodedata.category(character) not in {"Cf", "Cs", "Co"}
    )
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def read_words(text: str) -> TrackWords:
    """Tell title and artist apart in a line of text.

    "artist - title", "title by artist" and quoted titles are understood; which side of a dash is
    the artist is a guess that the search has to check. Raises SongError (SONG_EMPTY) where the
    line holds no letter or digit.
    """
    line = clean_text(text)
    if not any(character.isalnum() for character in line):
        raise SongError(ErrorCode.SONG_EMPTY)
    line = _without_noise(line) or line
    if _is_quoted(line) and not any(quote in line[1:-1] for quote in (line[0], line[-1])):
        line = line[1:-1].strip()
    parts = _dash_parts(line)
    if len(parts) > 1:
        artist, title = parts[0], " - ".join(parts[1:])
        if _is_quoted(artist) and not _is_quoted(title):
            artist, title = title, artist
    else:
        title, artist = _quoted_title(parts[0]) or _title_by_artist(parts[0]) or (parts[0], "")
    title, artist = _tidy(title), _tidy(artist)
    if not title or not artist:
        title, artist = title or artist or line, ""
    whole = " - ".join(_tidy(part) or part for part in parts)
    return TrackWords(title=title, artist=artist or None, text=whole)


def _without_noise(line: str) -> str:
    """Drop bracketed asides about the recording or its guests, and such asides after a bar."""

    def keep_or_drop(match: re.Match[str]) -> str:
        aside = next((group for group in match.groups() if group is not None), "").strip()
        noise = not aside or _NOISE_PART.search(aside) or _GUESTS_IN_BRACKETS.match(aside)
        return "" if noise else match.group()

    bare = _BRACKETED.sub(keep_or_drop, line)
    before, bar, after = bare.rpartition("|")
    return (before if bar and _NOISE_PART.search(after) else bare).strip()


def _dash_parts(line: str) -> list[str]:
    """The line cut at its dashes, without parts that only describe the recording."""
    parts = [part.strip() for part in _DASH.split(line) if part.strip()]
    meant = [part for place, part in enumerate(parts) if not _is_aside(place, part)]
    return meant or [line]


def _is_aside(place: int, part: str) -> bool:
    # "Video" alone after the first dash is a song's name, "Remastered 2011" is not.
    return place > 0 and (place > 1 or " " in part) and _ONLY_NOISE.fullmatch(part) is not None


def _is_quoted(text: str) -> bool:
    return len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES


def _quoted_title(line: str) -> tuple[str, str] | None:
    match = re.fullmatch(rf"([^{_OPENING}]*)[{_OPENING}]([^{_CLOSING}]+)[{_CLOSING}](.*)", line)
    if match is None:
        return None
    before, title, after = (group.strip(" ,") for group in match.groups())
    if before and after:
        return None
    return title, re.sub(r"^by\s+", "", before or after, flags=re.IGNORECASE)


def _title_by_artist(line: str) -> tuple[str, str] | None:
    match = _BY.fullmatch(line)
    if match is None or _NOT_ARTISTS.match(match["artist"]):
        return None
    if match["artist"].casefold() == match["title"].split()[-1].casefold():  # "side by side"
        return None
    return match["title"], match["artist"]


def _tidy(part: str) -> str:
    """A title or artist without guests, enclosing quotes and stray punctuation."""
    bare = _GUESTS.sub("", part).strip(" ,;:|/-–—")
    while _is_quoted(bare):
        bare = bare[1:-1].strip()
    return bare
