"""The page itself: files that travel inside the package, the token written into the first."""

from __future__ import annotations

from importlib.resources import files

from aiohttp import web

TOKEN_PLACE = "{{token}}"  # noqa: S105 - the place of a secret, not one

_CONTENT_TYPES = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}

_INDEX = "index.html"


class PageFiles:
    """Serves the assets from memory; only files that were there at the start have an address."""

    def __init__(self, token: str) -> None:
        folder = files("bot.web") / "assets"
        self._texts = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
        self._texts[_INDEX] = self._texts[_INDEX].replace(TOKEN_PLACE, token)

    async def index(self, _request: web.Request) -> web.Response:
        """The page."""
        return self._response(_INDEX)

    async def asset(self, request: web.Request) -> web.Response:
        """A style, script or icon of the page; raises HTTPNotFound for anything else."""
        name = request.match_info["name"]
        if name not in self._texts or name == _INDEX:
            raise web.HTTPNotFound
        return self._response(name)

    def _response(self, name: str) -> web.Response:
        suffix = name.rpartition(".")[2]
        return web.Response(
            text=self._texts[name], content_type=_CONTENT_TYPES[suffix], charset="utf-8"
        )
