import httpx
import pytest

from core.providers.http import MusicHttp
from tests.fakes.music_services import Behaviour, MusicServices


class Clock:
    """Time that passes only when told to."""

    def __init__(self):
        self.now_s = 1000.0

    def __call__(self):
        return self.now_s

    def pass_s(self, seconds):
        self.now_s += seconds


class ToLocalServer(httpx.AsyncBaseTransport):
    """Carries requests for any https host to one local port; the Host header stays as it was."""

    def __init__(self, origin):
        self._origin = httpx.URL(origin)
        self._inner = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request):
        assert request.url.scheme == "https"
        request.url = request.url.copy_with(
            scheme="http", host=self._origin.host, port=self._origin.port
        )
        return await self._inner.handle_async_request(request)

    async def aclose(self):
        await self._inner.aclose()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def services():
    async with MusicServices() as running:
        yield running


@pytest.fixture
def timeout_s(request):
    """Long where a machine under load must still answer in time, short where nobody answers."""
    parameters = getattr(request.node, "callspec", None)
    behaviour = parameters and parameters.params.get("behaviour")
    return 0.5 if behaviour in {Behaviour.HANGING, Behaviour.DRIPPING} else 20.0


@pytest.fixture
async def http(clock, timeout_s):
    async with MusicHttp(timeout_s, clock=clock) as client:
        yield client


@pytest.fixture
async def short_http(clock, services, timeout_s):
    transport = ToLocalServer(services.origin("short"))
    async with MusicHttp(timeout_s, clock=clock, transport=transport) as client:
        yield client
