"""Track links of music services: which address is which service's track, and nothing else.

Hosts are compared whole; an address with user info, a port or a look-alike host is never taken for
a service's. What comes out is built anew from the id, so nothing of the pasted address is followed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from core.domain.errors import ErrorCode, SongError
from core.domain.service_links import READERS, Address, not_a_track, read_spotify
from core.domain.track import Service, ShortLink, TrackLink

_HOST_SHOWN_LIMIT = 80

SHORT_HOSTS: Mapping[str, Service] = {
    "spotify.link": Service.SPOTIFY,
    "spotify.app.link": Service.SPOTIFY,
    "spoti.fi": Service.SPOTIFY,
    "link.deezer.com": Service.DEEZER,
    "deezer.page.link": Service.DEEZER,
    "on.soundcloud.com": Service.SOUNDCLOUD,
}
"""Hosts whose addresses tell nothing until they are followed."""


def read_link(url: str) -> TrackLink | ShortLink:
    """Tell the track or short link behind an address with its scheme.

    Raises SongError: LINK_UNSUPPORTED for any other host or scheme, and for albums, playlists,
    artists, podcasts and the like the code that says so.
    """
    address = _take_apart(url)
    if address.host in SHORT_HOSTS:
        if not address.path:
            raise not_a_track(service=SHORT_HOSTS[address.host])
        return ShortLink("https://" + urlsplit(url).netloc.lower() + _rest_of(url))
    reader = READERS.get(address.host)
    if reader is None:
        raise _unsupported(address.host)
    return reader(address)


def read_spotify_uri(uri: str) -> TrackLink:
    """Read ``spotify:track:…``; raises SongError for every other kind."""
    return read_spotify(Address("open.spotify.com", tuple(uri.split(":")[1:]), {}))


def is_known_host(host: str) -> bool:
    """Whether links of this host can be read, in whatever case it is written."""
    return host.lower() in SHORT_HOSTS or host.lower() in READERS


def _take_apart(url: str) -> Address:
    try:
        parts = urlsplit(url)
        parameters = parse_qs(parts.query, max_num_fields=50)
    except ValueError as error:
        raise _unsupported("") from error
    host = parts.netloc.lower()
    genuine = re.fullmatch(r"[a-z0-9.-]+", host) is not None and "\\" not in url
    if parts.scheme.lower() not in {"http", "https"} or not genuine:
        raise _unsupported(re.split(r"[@\\]", host)[-1].partition(":")[0] or parts.scheme)
    return Address(
        host=host,
        path=tuple(segment for segment in parts.path.split("/") if segment),
        parameters={name: values[0] for name, values in parameters.items()},
    )


def _rest_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _unsupported(host: str) -> SongError:
    shown = host[:_HOST_SHOWN_LIMIT]
    if not shown.isascii():
        # A look-alike must not be shown looking like the real host.
        shown = shown.encode("punycode").decode("ascii")
    return SongError(ErrorCode.LINK_UNSUPPORTED, host=shown)
