"""Who may talk to the chat page: its own page in a browser on this machine, and nobody else.

Other web sites can make a browser send requests here, and can give their own name this machine's
address (DNS rebinding). So the Host header has to name this server, everything that changes
something has to come from our own page, and calls carry a token that only the page was told.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from aiohttp import web

from core.domain.errors import ErrorCode, RequestError

TOKEN_HEADER = "X-Moodmix-Token"  # noqa: S105 - the name of a header, not a secret

SAFE_METHODS = frozenset({"GET", "HEAD"})

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()"
    ),
    # not no-referrer: some browsers would then send "Origin: null" from our own page
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Server": "moodmix",
}


async def add_security_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Signal handler: every answer carries the headers, and nothing is cached unasked."""
    response.headers.update(SECURITY_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")


class PageGuard:
    """Checks requests; the token lasts as long as the process."""

    def __init__(self, host: str) -> None:
        self._host = host.lower().strip("[]")
        self._anywhere = _is_wildcard(self._host)
        self.token = secrets.token_urlsafe(32)

    def check_host(self, request: web.Request) -> None:
        """Refuse names that are not this server's: raises RequestError (REQUEST_REFUSED).

        The port is left open, so that a forwarded one works; the origin check covers it.
        """
        name = _host_name(request.host)
        allowed = name in {self._host, "localhost", "127.0.0.1", "::1"}
        # listening on every address, any literal one may be ours; rebinding needs a name
        if not allowed and not (self._anywhere and _is_address(name)):
            raise RequestError(ErrorCode.REQUEST_REFUSED)

    def check_call(self, request: web.Request) -> None:
        """Refuse what our page did not send: raises RequestError (REQUEST_REFUSED, PAGE_OUTDATED).

        The token is asked for last, so that only our own page is told to reload.
        """
        if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise RequestError(ErrorCode.REQUEST_REFUSED)
        origin = request.headers.get("Origin")
        if origin is None and request.method not in SAFE_METHODS:
            raise RequestError(ErrorCode.REQUEST_REFUSED)
        if origin is not None and not _same_origin(origin, request.host):
            raise RequestError(ErrorCode.REQUEST_REFUSED)
        token = request.headers.get(TOKEN_HEADER, "")
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            raise RequestError(ErrorCode.PAGE_OUTDATED)

    def check_media(self, request: web.Request) -> None:
        """Refuse other sites what elements show and play without a token: raises RequestError."""
        if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
            raise RequestError(ErrorCode.REQUEST_REFUSED)


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _same_origin(origin: str, host: str) -> bool:
    # https as well: a proxy may stand in front
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_wildcard(host: str) -> bool:
    return not host or (_is_address(host) and ipaddress.ip_address(host).is_unspecified)
