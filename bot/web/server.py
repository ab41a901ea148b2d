"""The chat page's server: binds the address and puts guard, page and calls together."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from bot.addresses import unusable_address
from bot.chat import Chat
from bot.platforms import PlatformState, TellState, ignore_state
from bot.presenters.language import LANGUAGES
from bot.web.api import ChatApi
from bot.web.camera_api import FACE, STILL, FacesApi, ObserveApi
from bot.web.desk import Desk
from bot.web.failures import PLATFORM, explain_failures
from bot.web.guard import PageGuard, add_security_headers
from bot.web.limits import PageLimits
from bot.web.own_data_api import OwnDataApi
from bot.web.page import PageFiles
from core.domain.conversation import PersonId

DRAIN_S = 5.0
"""How long answers under way may take after the stop was asked for."""

_MIX = r"/api/mixes/{mix_id:\d{1,18}}"
_MEDIA = frozenset({"card", "picture", "sample", "sound"})
"""Routes that elements of the page ask for, not its scripts."""

_IN_A_ROW = frozenset({STILL, FACE})
"""Routes that are called several times for one thing that a person does."""


class PageServer:
    """Serves the local chat page over HTTP; port 0 takes a free one."""

    def __init__(
        self,
        host: str,
        port: int,
        chat: Chat,
        *,
        limits: PageLimits | None = None,
        drain_s: float = DRAIN_S,
        tell_state: TellState = ignore_state,
    ) -> None:
        self._host = host
        self._port = port
        self._chat = chat
        self._limits = limits or PageLimits()
        self._drain_s = drain_s
        self._tell_state = tell_state
        self._runner: web.AppRunner | None = None
        self._address = ""

    @property
    def address(self) -> str:
        """What to open in a browser, with the real port; empty before the start."""
        return self._address

    async def start(self) -> None:
        """Listen; raises OperationError (ADDRESS_IN_USE, ADDRESS_UNUSABLE)."""
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=self._drain_s)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as error:
            await runner.cleanup()
            raise unusable_address(
                error, self._host, self._port, "MOODMIX_WEB_PORT", "MOODMIX_WEB_HOST"
            ) from error
        self._runner = runner
        self._address = _as_url(*runner.addresses[0][:2])
        self._tell_state(PlatformState.CONNECTED)

    async def stop(self) -> None:
        """Finish answers under way, close every connection; harmless when not started."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def _application(self) -> web.Application:
        guard = PageGuard(self._host)
        page = PageFiles(guard.token)
        desk = Desk(self._chat, self._limits)
        api = ChatApi(desk)
        app = web.Application(
            middlewares=[
                _counted(self._chat),
                _speaking(self._chat, desk.person),
                explain_failures(self._chat),
                _guarded(guard),
            ],
            client_max_size=self._limits.body_bytes,
        )
        app.on_response_prepare.append(add_security_headers)
        app.add_routes(
            [
                web.get("/", page.index),
                web.get("/assets/{name}", page.asset),
                web.get(rf"{_MIX}/card.png", api.card, name="card"),
                web.get(r"/api/pictures/{name:[0-9a-f]{16}}.png", api.picture, name="picture"),
                web.get(rf"{_MIX}/sample", api.sample, name="sample"),
                web.get(rf"{_MIX}/tracks/{{position:\d}}/sound", api.sound, name="sound"),
                *api.routes(),
                *OwnDataApi(desk).routes(),
                *self._camera_routes(desk),
            ]
        )
        return app

    def _camera_routes(self, desk: Desk) -> Iterator[web.RouteDef]:
        if self._chat.observations:
            yield from ObserveApi(desk, self._chat.observations).routes()
        if self._chat.own_faces:
            yield from FacesApi(desk, self._chat.own_faces).routes()


def _counted(chat: Chat) -> Middleware:
    """What people ask for is sent by POST, but for stills; the rest belongs to the page itself."""

    @web.middleware
    async def count(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method != hdrs.METH_POST or request.match_info.route.name in _IN_A_ROW:
            return await handler(request)
        with chat.traffic.handling(PLATFORM):
            return await handler(request)

    return count


def _speaking(chat: Chat, person: PersonId) -> Middleware:
    """Whatever is said, is said in the language that the browser asks for."""

    @web.middleware
    async def speak(request: web.Request, handler: Handler) -> web.StreamResponse:
        wanted = parse_accept_header(request.headers.get(hdrs.ACCEPT_LANGUAGE), LanguageAccept)
        async with chat.speaking_with(person, wanted.best_match(LANGUAGES)):
            return await handler(request)

    return speak


def _guarded(guard: PageGuard) -> Middleware:
    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        guard.check_host(request)
        if request.match_info.route.name in _MEDIA:
            guard.check_media(request)
        elif request.path.startswith("/api/"):
            guard.check_call(request)
        return await handler(request)

    return check


def _as_url(host: str, port: int) -> str:
    address = ip_address(host)
    if address.is_unspecified:
        return f"http://localhost:{port}/"
    name = f"[{host}]" if isinstance(address, IPv6Address) else host
    return f"http://{name}:{port}/"
