"""Which of a service's search results is the song that was meant, and which might be."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.song_text import (
    artist_keys,
    bare_title,
    likeness,
    match_artist,
    match_key,
    match_title,
    similarity,
)
from core.domain.track import DoubtfulSong, Source, Track, TrackWords

TITLE_THRESHOLD = 0.82
ARTIST_THRESHOLD = 0.80
LINE_THRESHOLD = 0.88
"""Least likeness of title, of artist, and of a whole line where the two were not told apart."""

LINE_TRUST = 0.95
"""A line that fits counts less than an artist and a title that fit."""

NEAR_THRESHOLD = 0.6
"""How alike a title must look at least to be worth asking "is it this one?"."""

CANDIDATE_LIMIT = 15
CHOICE_LIMIT = 3
SEARCH_TEXT_LIMIT = 150


def choose(
    words: TrackWords, candidates: Sequence[Track], source: Source
) -> Track | DoubtfulSong | None:
    """The one song the words name, or up to three that they may name; None for neither.

    A title alone that several artists sing is in doubt, and so is a song that the words only come
    near to. source: who put the candidates forward.
    """
    best = best_match(words, candidates)
    if best is None:
        near = _likeliest(candidates, [_near_score(words, track) for track in candidates])
        return DoubtfulSong(near, source) if near else None
    if words.artist is None and _is_title_of(words.text, best):
        namesakes = [float(_is_title_of(words.text, track)) for track in candidates]
        several = _likeliest(candidates, namesakes)
        if len({match_key(track)[1] for track in several}) > 1:
            return DoubtfulSong(several, source)
    return best


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


def words_of(track: Track) -> TrackWords | None:
    """What to look a song up by that was named elsewhere; None where no artist is known."""
    if not track.artists:
        return None
    artist = track.artists[0]
    return TrackWords(track.title, artist, f"{artist} - {track.title}")


def field_text(part: str) -> str:
    """A title or artist without what would end a quoted field; of bounded length."""
    return " ".join(part.replace('"', " ").replace("\\", " ").split())[:SEARCH_TEXT_LIMIT]


def _likeliest(candidates: Sequence[Track], scores: Sequence[float]) -> tuple[Track, ...]:
    """Up to three different songs that score at all, the highest first."""
    songs: dict[tuple[str, str], Track] = {}
    for place in sorted(range(len(candidates)), key=lambda place: -scores[place]):
        if scores[place] > 0.0:
            songs.setdefault(match_key(candidates[place]), candidates[place])
    return tuple(songs.values())[:CHOICE_LIMIT]


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


def _near_score(words: TrackWords, track: Track) -> float:
    """How near words come to a song that they do not name for sure; 0 where they do not."""
    if words.artist is None:
        whole = match_title(words.text)
        if match_artist(words.text) in {match_artist(artist) for artist in track.artists}:
            return NEAR_THRESHOLD  # an artist alone: any of their songs
        return _near_title(whole, track)
    return max(
        _near_pair(words.title, words.artist, track), _near_pair(words.artist, words.title, track)
    )


def _near_pair(title: str, artist: str, track: Track) -> float:
    title_score = _near_title(match_title(title), track)
    artist_score = _artist_likeness(artist, track)
    sure = _title_likeness(title, track) >= TITLE_THRESHOLD or artist_score >= ARTIST_THRESHOLD
    return (title_score + artist_score) / 2 if sure and title_score else 0.0


def _near_title(key: str, track: Track) -> float:
    """Likeness of a title that looks alike, or of which some words are missing."""
    theirs = match_title(track.title)
    score = likeness(key, theirs)
    part = bool(key) and set(key.split()) < set(theirs.split())
    return max(score, NEAR_THRESHOLD) if part or score >= NEAR_THRESHOLD else 0.0


def _is_title_of(line: str, track: Track) -> bool:
    return match_title(line) in {match_title(track.title), bare_title(track.title)}


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
