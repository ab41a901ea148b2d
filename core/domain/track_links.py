"""Addresses where people can look a song up when no address of the song itself is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, quote_plus

from core.domain.track import Service, Track

QUERY_LIMIT = 200
"""Longest search text, in characters, put into an address."""


def search_links(track: Track) -> Mapping[Service, str]:
    """Search addresses (https, percent-encoded) for the song by service, best known first."""
    text = " ".join(" ".join((*track.artists, track.title)).split())[:QUERY_LIMIT].strip()
    # half a surrogate pair has no UTF-8 form
    words = text.encode("utf-8", "replace").decode()
    path, query = quote(words, safe=""), quote_plus(words)
    return MappingProxyType(
        {
            Service.SPOTIFY: f"https://open.spotify.com/search/{path}",
            Service.YOUTUBE: f"https://www.youtube.com/results?search_query={query}",
            Service.APPLE: f"https://music.apple.com/search?term={query}",
            Service.DEEZER: f"https://www.deezer.com/search/{path}",
        }
    )
