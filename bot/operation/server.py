"""``/healthz`` and ``/metrics`` for programs of this machine."""

from __future__ import annotations

from http import HTTPStatus

from aiohttp import hdrs, web

from bot.addresses import unusable_address
from bot.operation.health import CheckUp, Health, Status
from bot.operation.metrics import Metrics

HOST = "127.0.0.1"
"""Whoever shall look from elsewhere comes through a proxy or a collector on this machine."""

SETTING = "MOODMIX_METRICS_PORT"


class OperatorServer:
    """Answers on 127.0.0.1; port 0 takes a free one."""

    def __init__(self, port: int, health: Health, metrics: Metrics) -> None:
        self._port = port
        self._health = health
        self._metrics = metrics
        self._runner: web.AppRunner | None = None

    async def start(self) -> str:
        """Listen, and return the address; raises OperationError (ADDRESS_IN_USE, …_UNUSABLE)."""
        app = web.Application()
        app.add_routes([web.get("/healthz", self._healthz), web.get("/metrics", self._figures)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, HOST, self._port).start()
        except OSError as error:
            await self.stop()
            raise unusable_address(error, HOST, self._port, SETTING) from error
        return f"http://{HOST}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close every connection; harmless when not started."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def _healthz(self, _request: web.Request) -> web.Response:
        found = await self._health.check()
        is_well = found.status is Status.OK
        status = HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response(check_up_as_json(found), status=status, headers=_FRESH)

    async def _figures(self, request: web.Request) -> web.Response:
        body, content_type = self._metrics.render(request.headers.get(hdrs.ACCEPT, ""))
        return web.Response(body=body, headers=_FRESH | {hdrs.CONTENT_TYPE: content_type})


_FRESH = {hdrs.CACHE_CONTROL: "no-store"}


def check_up_as_json(found: CheckUp) -> dict[str, object]:
    """What ``/healthz`` says."""
    database = {True: "answers", False: "silent", None: "not open"}[found.database_answers]
    return {
        "status": found.status.value,
        "platforms": {name: state.value for name, state in found.platforms.items()},
        "database": database,
        "queue": {"in_hand": found.work_in_hand, "capacity": found.work_capacity},
    }
