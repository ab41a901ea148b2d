"""Whether two sources speak of one song, and what they know of it together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from core.domain.song_text import artist_keys, match_key, match_title
from core.domain.track import Track


def is_same_song(one: Track, other: Track) -> bool:
    """By recording code or id where both have it, else by title and an artist in common.

    Remasters, live takes and differently credited guests are the same song; remixes are not.
    """
    if one.isrc and one.isrc == other.isrc:
        return True
    if one.mbid and one.mbid == other.mbid:
        return True
    if any(other.ids.get(service) == track_id for service, track_id in one.ids.items()):
        return True
    return match_title(one.title) == match_title(other.title) and not _artists_of(one).isdisjoint(
        _artists_of(other)
    )


def joined(track: Track, other: Track) -> Track:
    """The track with whatever the other knows besides; where both know something, the track wins.

    Both must be the same song.
    """
    return replace(
        track,
        artists=track.artists or other.artists,
        year=track.year or other.year,
        genre=track.genre or other.genre,
        language=track.language or other.language,
        isrc=track.isrc or other.isrc,
        mbid=track.mbid or other.mbid,
        ids={**other.ids, **track.ids},
        links={**other.links, **track.links},
        preview_url=track.preview_url or other.preview_url,
        file=track.file or other.file,
    )


def song_tag(track: Track) -> str:
    """Eight hexadecimal digits by which buttons tell a few songs apart."""
    return hashlib.blake2s("\n".join(match_key(track)).encode(), digest_size=4).hexdigest()


def without_repeats(tracks: Iterable[Track]) -> tuple[Track, ...]:
    """Each song once, where it comes first, with all that any of its takes knows."""
    kept: dict[tuple[str, str], Track] = {}
    by_code: dict[str, tuple[str, str]] = {}
    for track in tracks:
        key = by_code.get(track.isrc or "", match_key(track))
        kept[key] = joined(kept[key], track) if key in kept else track
        if track.isrc:
            by_code.setdefault(track.isrc, key)
    return tuple(kept.values())


def _artists_of(track: Track) -> set[str]:
    return {key for name in track.artists for key in artist_keys(name)}
