"""The operator is told of every answer that a music service did not give, and of no other."""

import pytest

from core.ports.telemetry import SourceFailure
from core.providers.http import JSON_LIMIT_BYTES, MusicHttp
from core.providers.spotify.client import SpotifyClient
from tests.fakes.music_services import BOHEMIAN, Behaviour, closed_port
from tests.fakes.telemetry import NotedTelemetry


@pytest.fixture
def telemetry():
    return NotedTelemetry()


@pytest.fixture
async def watched_http(clock, timeout_s, telemetry):
    async with MusicHttp(timeout_s, clock=clock, telemetry=telemetry) as client:
        yield client


@pytest.fixture
def spotify(services, clock, timeout_s, telemetry):
    client = SpotifyClient(
        services.client_id,
        services.client_secret,
        api_url=services.spotify_api_url,
        token_url=services.spotify_token_url,
        timeout_s=timeout_s,
        clock=clock,
        telemetry=telemetry,
    )
    yield client
    client.close()


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        (Behaviour.RATE_LIMITED, SourceFailure.ASKED_TO_WAIT),
        (Behaviour.SERVER_ERROR, SourceFailure.SERVER_ERROR),
        (Behaviour.HANGING, SourceFailure.TOO_SLOW),
        (Behaviour.DRIPPING, SourceFailure.TOO_SLOW),
        (Behaviour.TRUNCATED, SourceFailure.BROKEN),
        (Behaviour.HUGE, SourceFailure.TOO_LARGE),
    ],
)
async def test_a_service_over_http(watched_http, services, telemetry, behaviour, failure):
    services.behave("deezer", behaviour)
    url = f"{services.deezer_url}/track/12"
    await watched_http.get(url, limit_bytes=JSON_LIMIT_BYTES)
    assert telemetry.failures == [(url, failure)]


async def test_a_service_that_asks_for_a_rest_in_its_own_way(watched_http, services, telemetry):
    watched_http.rest(services.itunes_url, 60.0)
    assert telemetry.failures == [(services.itunes_url, SourceFailure.ASKED_TO_WAIT)]


async def test_a_service_that_is_not_there(watched_http, telemetry):
    url = f"http://127.0.0.1:{closed_port()}/"
    await watched_http.get(url)
    assert telemetry.failures == [(url, SourceFailure.UNREACHABLE)]


@pytest.mark.parametrize("behaviour", [Behaviour.NORMAL, Behaviour.FORBIDDEN, Behaviour.EMPTY])
async def test_an_answer_is_no_failure_whatever_it_says(
    watched_http, services, telemetry, behaviour
):
    services.behave("deezer", behaviour)
    await watched_http.get(f"{services.deezer_url}/track/12")
    assert telemetry.failures == []


@pytest.mark.parametrize(
    ("behaviour", "failure"),
    [
        (Behaviour.RATE_LIMITED, SourceFailure.ASKED_TO_WAIT),
        (Behaviour.SERVER_ERROR, SourceFailure.SERVER_ERROR),
        (Behaviour.FORBIDDEN, SourceFailure.REFUSED),
        (Behaviour.HANGING, SourceFailure.TOO_SLOW),
    ],
)
async def test_spotify(spotify, services, telemetry, behaviour, failure):
    services.behave("spotify", behaviour)
    assert await spotify.track(BOHEMIAN.spotify_id) is None
    assert telemetry.failures[0] == (services.spotify_api_url, failure)
