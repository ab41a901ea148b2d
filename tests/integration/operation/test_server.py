"""What programs of the operator are told, over a real socket."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.operation.health import Health, Vitals
from bot.operation.metrics import Metrics
from bot.operation.server import OperatorServer
from bot.platforms import PlatformState
from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.domain.mix import Verdict
from core.ports.telemetry import SourceFailure, Stage

SOURCES = {
    "deezer": "https://api.deezer.com",
    "spotify": "https://api.spotify.com/v1/",
    "spotify_oembed": "https://open.spotify.com/oembed",
}


@dataclass
class Operator:
    """Somebody who looks at a health and figures that the test changes."""

    health: Health
    metrics: Metrics
    address: str
    http: aiohttp.ClientSession
    changes: list[tuple[str, PlatformState]] = field(default_factory=list)

    async def healthz(self) -> tuple[int, dict[str, Any]]:
        async with self.http.get(f"{self.address}/healthz") as response:
            return response.status, await response.json()

    async def figures(self) -> dict[tuple[str, ...], float]:
        """Name and label values, in the order of the labels' names → value."""
        async with self.http.get(f"{self.address}/metrics") as response:
            text = await response.text()
        return {
            (sample.name, *(sample.labels[label] for label in sorted(sample.labels))): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }


async def answering() -> None:
    """A database that is well."""


async def silent() -> None:
    raise OperationError(ErrorCode.DATABASE_UNUSABLE, reason="the disk is gone")


def vitals(ask: Callable[[], Awaitable[None]] = answering) -> Vitals:
    return Vitals(ask, lambda: 3, 18)


@pytest.fixture
async def operator() -> AsyncIterator[Operator]:
    changes: list[tuple[str, PlatformState]] = []
    health = Health(("web", "telegram"), lambda name, state: changes.append((name, state)))
    metrics = Metrics(SOURCES)
    server = OperatorServer(0, health, metrics)
    address = await server.start()
    async with aiohttp.ClientSession() as http:
        yield Operator(health, metrics, address, http, changes)
    await server.stop()


def connect(operator: Operator, *platforms: str) -> None:
    for platform in platforms:
        operator.health.tell(platform, PlatformState.CONNECTED)


async def test_before_anything_is_open_it_is_starting(operator: Operator) -> None:
    status, told = await operator.healthz()
    assert status == 503
    assert told["status"] == "starting"
    assert told["database"] == "not open"
    assert told["platforms"] == {"web": "connecting", "telegram": "connecting"}


async def test_it_is_well_when_everything_that_is_switched_on_works(operator: Operator) -> None:
    operator.health.began(vitals())
    connect(operator, "web", "telegram")
    assert await operator.healthz() == (
        200,
        {
            "status": "ok",
            "platforms": {"web": "connected", "telegram": "connected"},
            "database": "answers",
            "queue": {"in_hand": 3, "capacity": 18},
        },
    )


@pytest.mark.parametrize("state", [PlatformState.CONNECTING, PlatformState.REFUSED])
async def test_a_platform_without_a_connection_is_trouble(
    operator: Operator, state: PlatformState
) -> None:
    operator.health.began(vitals())
    connect(operator, "web", "telegram")
    operator.health.tell("telegram", state)
    status, told = await operator.healthz()
    assert (status, told["status"]) == (503, "troubled")
    assert told["platforms"]["telegram"] == state


async def test_a_silent_database_is_trouble(operator: Operator) -> None:
    operator.health.began(vitals(silent))
    connect(operator, "web", "telegram")
    status, told = await operator.healthz()
    assert (status, told["status"], told["database"]) == (503, "troubled", "silent")


async def test_while_it_ends_it_says_so(operator: Operator) -> None:
    operator.health.began(vitals())
    connect(operator, "web", "telegram")
    operator.health.is_ending()
    status, told = await operator.healthz()
    assert (status, told["status"]) == (503, "stopping")


def test_changes_are_told_once_and_repeated_when_asked() -> None:
    heard: list[tuple[str, PlatformState]] = []
    health = Health(["telegram"], lambda name, state: heard.append((name, state)))
    for state in (PlatformState.CONNECTING, PlatformState.CONNECTED, PlatformState.CONNECTED):
        health.tell("telegram", state)
    health.repeat("telegram")
    assert heard == [("telegram", PlatformState.CONNECTED)] * 2


async def test_stages_requests_and_work_are_timed_and_counted(operator: Operator) -> None:
    operator.metrics.watch_platforms({"web": lambda: True, "telegram": lambda: False})
    operator.metrics.watch_work(lambda: 5, 18)
    operator.metrics.took(Stage.RANKING, 0.02)
    operator.metrics.took(Stage.RANKING, 0.3)
    with operator.metrics.handling("web"):
        during = await operator.figures()
    after = await operator.figures()
    assert during["moodmix_requests_in_hand", "web"] == 1
    assert during["moodmix_requests_answered_total", "web"] == 0
    assert after["moodmix_requests_in_hand", "web"] == 0
    assert after["moodmix_requests_received_total", "web"] == 1
    assert after["moodmix_requests_answered_total", "web"] == 1
    assert after["moodmix_requests_received_total", "telegram"] == 0
    assert after["moodmix_request_seconds_count", "web"] == 1
    assert after["moodmix_stage_seconds_sum", "ranking"] == pytest.approx(0.32)
    assert after["moodmix_stage_seconds_bucket", "0.025", "ranking"] == 1
    assert after["moodmix_stage_seconds_bucket", "0.5", "ranking"] == 2
    assert after["moodmix_stage_seconds_count", "card"] == 0
    assert after["moodmix_platform_connected", "web"] == 1
    assert after["moodmix_platform_connected", "telegram"] == 0
    assert after["moodmix_work_in_hand",] == 5
    assert after["moodmix_work_capacity",] == 18
    assert after["process_resident_memory_bytes",] > 0


async def test_a_request_that_breaks_off_is_not_answered(operator: Operator) -> None:
    with pytest.raises(TimeoutError), operator.metrics.handling("web"):
        raise TimeoutError
    figures = await operator.figures()
    assert figures["moodmix_requests_received_total", "web"] == 1
    assert ("moodmix_requests_answered_total", "web") not in figures
    assert figures["moodmix_requests_in_hand", "web"] == 0


async def test_feedback_is_counted_by_what_it_says(operator: Operator) -> None:
    for verdict in (Verdict.UP, Verdict.UP, Verdict.DOWN, None):
        operator.metrics.rated(verdict)
    operator.metrics.mood_corrected(Emotion.NEUTRAL, Emotion.HAPPY)
    operator.metrics.failed("web", "no_face")
    figures = await operator.figures()
    assert figures["moodmix_ratings_total", "up"] == 2
    assert figures["moodmix_ratings_total", "down"] == 1
    assert figures["moodmix_ratings_total", "taken_back"] == 1
    assert figures["moodmix_mood_corrections_total", "neutral", "happy"] == 1
    assert figures["moodmix_requests_failed_total", "no_face", "web"] == 1


async def test_of_what_was_asked_of_a_source_only_the_source_is_kept(operator: Operator) -> None:
    failed = operator.metrics.source_failed
    failed("https://api.deezer.com/search?q=secret+song", SourceFailure.ASKED_TO_WAIT)
    failed("https://open.spotify.com/oembed?url=secret", SourceFailure.TOO_SLOW)
    failed("https://cdns-preview-7.dzcdn.net/stream/secret.mp3", SourceFailure.SERVER_ERROR)
    async with operator.http.get(f"{operator.address}/metrics") as response:
        assert "secret" not in await response.text()
    figures = await operator.figures()
    assert figures["moodmix_source_failures_total", "asked_to_wait", "deezer"] == 1
    assert figures["moodmix_source_failures_total", "too_slow", "spotify_oembed"] == 1
    assert figures["moodmix_source_failures_total", "server_error", "other"] == 1


async def test_openmetrics_is_spoken_to_those_who_ask_for_it(operator: Operator) -> None:
    wanted = {"Accept": "application/openmetrics-text; version=1.0.0"}
    async with operator.http.get(f"{operator.address}/metrics", headers=wanted) as response:
        assert response.headers["Content-Type"].startswith("application/openmetrics-text")
        assert (await response.text()).endswith("# EOF\n")


async def test_a_taken_port_is_named_with_its_setting(operator: Operator) -> None:
    port = int(operator.address.rpartition(":")[2])
    second = OperatorServer(port, operator.health, operator.metrics)
    with pytest.raises(OperationError) as failure:
        await second.start()
    assert failure.value.code is ErrorCode.ADDRESS_IN_USE
    assert failure.value.params == {
        "host": "127.0.0.1",
        "port": port,
        "setting": "MOODMIX_METRICS_PORT",
    }
