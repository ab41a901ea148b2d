"""Which of a service's search results is the song that was meant, if any."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.song_text import artist_keys, bare_title, match_artist, match_title, similarity
from core.domain.track import Track, TrackWords

TITLE_THRESHOLD = 0.82
ARTIST_THRESHOLD = 0.80
LINE_THRESHOLD = 0.88
"""Least likeness of title, of artist, and of a whole line where the two were not told apart."""

LINE_TRUST = 0.95
"""A line that fits counts less than an artist and a title that fit."""

CANDIDATE_LIMIT = 15
SEARCH_TEXT_LIMIT = 150


def best_match(words: TrackWords, candidates: Sequence[Track]) -> Track | None:
    """The likest candidate above the thresholds; on a tie the one the service put first."""
    scored = [(match_score(words, track), track) for track in candidates[:CANDIDATE_LIMIT]]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score > 0.0 else None


def match_score(words: TrackWords, track: Track) -> float:
    """How well the words name the track, in [0, 1]; 0 where they name another song.

    Both orders of artist and title are tried, and the line as a whole.
    """
    scores = [LINE_TRUST * _line_score(words.text, track)]
    if words.artist:
        scores.append(_pair_score(words.title, words.artist, track))
        scores.append(_pair_score(words.artist, words.title, track))
    return max(scores)


def search_lines(words: TrackWords) -> tuple[str, ...]:
    """What to type into a service's free-text search, in turn: artist and title, then the line."""
    whole = field_text(words.text.replace(" - ", " "))
    if words.artist is None:
        return (whole,)
    parts = field_text(f"{words.artist} {words.title}")
    return (parts,) if set(parts.split()) == set(whole.split()) else (parts, whole)


def field_text(part: str) -> str:
    """A title or artist without what would end a quoted field; of bounded length."""
    return " ".join(part.replace('"', " ").replace("\\", " ").split())[:SEARCH_TEXT_LIMIT]


def _pair_score(title: str, artist: str, track: Track) -> float:
    title_score = _title_likeness(title, track)
    artist_score = _artist_likeness(artist, track)
    if title_score < TITLE_THRESHOLD or artist_score < ARTIST_THRESHOLD:
        return 0.0
    return (title_score + artist_score) / 2


def _line_score(line: str, track: Track) -> float:
    title_alone = _title_likeness(line, track)
    keys = {match_title(line), match_artist(line)}  # the latter for "The Weeknd Often"
    artists = [match_artist(artist) for artist in track.artists]
    credited = {" ".join(artists), *artists[:1]} - {""}
    with_artist = max(
        (
            similarity(key, line_key)
            for key in keys
            for artist in credited
            for title in {match_title(track.title), bare_title(track.title)}
            for line_key in (f"{artist} {title}", f"{title} {artist}")
        ),
        default=0.0,
    )
    score = max(title_alone, with_artist)
    return score if score >= LINE_THRESHOLD else 0.0


def _title_likeness(title: str, track: Track) -> float:
    return max(
        similarity(match_title(title), match_title(track.title)),
        similarity(bare_title(title), bare_title(track.title)),
    )


def _artist_likeness(artist: str, track: Track) -> float:
    """Likeness of the closest pair among everyone credited on either side."""
    theirs = [key for credit in track.artists for key in artist_keys(credit)]
    return max(
        (similarity(mine, other) for mine in artist_keys(artist) for other in theirs), default=0.0
    )
