"""The page itself: files that travel inside the package, words and the token written into one."""

from __future__ import annotations

import html
import re
from importlib.resources import files

from aiohttp import web

from bot.presenters.language import reads_from_right, say, spoken
from bot.web.words import page_words

_CONTENT_TYPES = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}

_INDEX = "index.html"

_PLACE = re.compile(r"\{\{([a-z-]+)\}\}")
"""Where a value belongs, or else the words of a message of the page, named without "page-"."""


class PageFiles:
    """Serves the assets from memory; only files that were there at the start have an address."""

    def __init__(self, token: str) -> None:
        folder = files("bot.web") / "assets"
        self._texts = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
        self._token = token

    async def index(self, _request: web.Request) -> web.Response:
        """The page, in the language being spoken."""
        own = {
            "token": self._token,
            "language": spoken(),
            "direction": "rtl" if reads_from_right() else "ltr",
            "mood-question": say("mood-question"),
            "forget-question": say("forget-question"),
            "forget-button": say("forget-button"),
            "keep-button": say("keep-button"),
        }

        def fill(place: re.Match[str]) -> str:
            name = place[1]
            return html.escape(own[name] if name in own else page_words(name))

        return self._response(_INDEX, _PLACE.sub(fill, self._texts[_INDEX]))

    async def asset(self, request: web.Request) -> web.Response:
        """A style, script or icon of the page; raises HTTPNotFound for anything else."""
        name = request.match_info["name"]
        if name not in self._texts or name == _INDEX:
            raise web.HTTPNotFound
        return self._response(name, self._texts[name])

    def _response(self, name: str, text: str) -> web.Response:
        suffix = name.rpartition(".")[2]
        return web.Response(text=text, content_type=_CONTENT_TYPES[suffix], charset="utf-8")
