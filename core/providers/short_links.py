"""Following short links of known music services, hop by hop, and nothing else."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from core.domain.errors import ErrorCode, SongError
from core.domain.song_links import SHORT_HOSTS, read_link
from core.domain.track import Service, ShortLink, TrackLink
from core.providers.http import HttpAnswer, MusicHttp

HOP_LIMIT = 5
PAGE_LIMIT_BYTES = 256_000
RESOLVE_LIMIT_S = 2.0

_LINK_IN_PAGE = re.compile(rb"https://[a-z.]{1,40}/[\w./?=&;%~-]{1,200}", re.IGNORECASE)

_TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""IPv6 addresses that end in an IPv4 one: NAT64 (RFC 6052, 8215) and the old compatible form."""

HostResolver = Callable[[str], Awaitable[Sequence[str]]]


async def resolve_host(host: str) -> Sequence[str]:
    """The IP addresses a host name stands for; empty where it cannot be told in time."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(RESOLVE_LIMIT_S):
            found = await loop.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError:  # a TimeoutError is one too
        return []
    return [str(entry[4][0]) for entry in found]


class ShortLinkExpander:
    """Learns which track a short link leads to. Only listed short-link hosts are ever asked.

    resolve: tells a host's IP addresses, so that one inside the own network is never asked.
    """

    def __init__(self, http: MusicHttp, resolve: HostResolver = resolve_host) -> None:
        self._http = http
        self._resolve = resolve

    async def expand(self, url: str) -> TrackLink:
        """The track behind a short link.

        Raises SongError for where it leads as ``read_link`` does, LINK_NOT_RESOLVED where it
        cannot be followed.
        """
        link = read_link(url)
        for _ in range(HOP_LIMIT):
            if isinstance(link, TrackLink):
                return link
            link = await self._follow(link)
        if isinstance(link, TrackLink):
            return link
        raise _not_followed(link)

    async def _follow(self, link: ShortLink) -> TrackLink | ShortLink:
        host = urlsplit(link.url).netloc
        addresses = await self._resolve(host)
        if not addresses or not all(_is_public(address) for address in addresses):
            raise _not_followed(link)
        # The name may stand for another address a moment later, so the checked one is asked.
        answer = await self._http.get(
            link.url, limit_bytes=PAGE_LIMIT_BYTES, at_address=addresses[0]
        )
        if not isinstance(answer, HttpAnswer):
            raise _not_followed(link)
        target = answer.headers.get("location") if answer.is_redirect else None
        if target is None:
            return _only_track_in(answer.body, link)
        return _checked_hop(urljoin(link.url, target), link)


def _checked_hop(target: str, link: ShortLink) -> TrackLink | ShortLink:
    following = read_link(target)
    if isinstance(following, ShortLink) and not target.lower().startswith("https://"):
        raise _not_followed(link)
    return following


def _only_track_in(page: bytes, link: ShortLink) -> TrackLink:
    """The one track a page of the short-link service points to, as some send on by script."""
    tracks: set[TrackLink] = set()
    for match in _LINK_IN_PAGE.findall(page):
        try:
            found = read_link(match.decode("ascii", "replace"))
        except SongError:
            continue
        if isinstance(found, TrackLink) and found.service is _service_of(link):
            tracks.add(found)
    if len(tracks) != 1:
        raise _not_followed(link)
    return tracks.pop()


def _service_of(link: ShortLink) -> Service:
    return SHORT_HOSTS[urlsplit(link.url).netloc]


def _not_followed(link: ShortLink) -> SongError:
    return SongError(ErrorCode.LINK_NOT_RESOLVED, service=_service_of(link).value)


def _is_public(text: str) -> bool:
    """Whether an address lies outside every private network, also where it wraps another one."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(part.is_global and not part.is_multicast for part in _unwrapped(address))


def _unwrapped(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> Iterator[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """The address, or the IPv4 ones that an IPv6 address maps, tunnels or translates to."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    else:
        yield address
        if address.sixtofour:
            yield address.sixtofour
        if address.teredo:
            yield from address.teredo
        if any(address in network for network in _TRANSLATED):
            yield ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
