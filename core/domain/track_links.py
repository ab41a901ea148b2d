"""Addresses of a song: of the song itself where known, else where people can look it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import quote, quote_plus

from core.domain.track import Service, Track, TrackLink

QUERY_LIMIT = 200
"""Longest search text, in characters, put into an address."""


def search_links(track: Track) -> Mapping[Service, str]:
    """Search addresses (https, percent-encoded) for the song by service, best known first.

    What YouTube finds first is the music video.
    """
    words = _words_of(track)
    path, query = quote(words, safe=""), quote_plus(words)
    return MappingProxyType(
        {
            Service.SPOTIFY: f"https://open.spotify.com/search/{path}",
            Service.YOUTUBE: f"https://www.youtube.com/results?search_query={query}",
            Service.APPLE: f"https://music.apple.com/search?term={query}",
            Service.DEEZER: f"https://www.deezer.com/search/{path}",
        }
    )


def playable_links(track: Track) -> Mapping[Service, str]:
    """The song's own address on every service that has one, a search on the four best known."""
    searched = search_links(track)
    own = {service: url for service, url in track.links.items() if service not in searched}
    known = {service: track.links.get(service, url) for service, url in searched.items()}
    return MappingProxyType({**known, **own})


def with_link(track: Track, link: TrackLink) -> Track:
    """The track with its id and address on one more service; what is known already stays."""
    if link.service in track.ids:
        return track
    return replace(
        track,
        ids={**track.ids, link.service: link.track_id},
        links={**track.links, link.service: link.url},
    )


def spotify_link(spotify_id: str) -> TrackLink:
    """The track with this id on Spotify."""
    url = f"https://open.spotify.com/track/{spotify_id}"
    return TrackLink(Service.SPOTIFY, spotify_id, url)


def _words_of(track: Track) -> str:
    text = " ".join(" ".join((*track.artists, track.title)).split())[:QUERY_LIMIT].strip()
    # half a surrogate pair has no UTF-8 form
    return text.encode("utf-8", "replace").decode()
