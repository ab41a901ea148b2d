"""The figures of a running moodmix in Prometheus's form, in a registry of its own.

Every label has few values that are known beforehand; none of them tells of a person.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import choose_encoder

from core.domain.emotion import Emotion
from core.domain.mix import Verdict
from core.ports.telemetry import SourceFailure, Stage

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 8, 13, 20, 30, 60, 120)
"""From ranking (5 to 50 ms) over a photo (some 40 ms), half a minute of music (180 ms) and a music
service's answer (4 s) to what the workers give up on (120 s); see models/README.md."""

OTHER_SOURCE = "other"
"""Where samples lie and short links lead, which is on many hosts."""

_TAKEN_BACK = "taken_back"


class Metrics:
    """Takes note of everything, as ``Telemetry`` for the core and ``Traffic`` for the platforms.

    sources: the address of each music service by its name.
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        by_length = sorted(sources.items(), key=lambda source: -len(source[1]))
        self._sources = tuple((name, address.rstrip("/")) for name, address in by_length)
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._stages = self._histogram(
            "moodmix_stage_seconds", "Time that each stage of an answer took.", "stage"
        )
        self._requests = self._histogram(
            "moodmix_request_seconds", "Time from a request's arrival to its answer.", "platform"
        )
        self._received = self._counter(
            "moodmix_requests_received", "Messages, commands and presses that came.", "platform"
        )
        self._answered = self._counter(
            "moodmix_requests_answered", "Those that were seen to their end.", "platform"
        )
        self._in_hand = self._gauge("moodmix_requests_in_hand", "Those under way.", "platform")
        self._failed = self._counter(
            "moodmix_requests_failed",
            "Those that were answered with the words of an error; 'incident' is a fault of ours.",
            *("platform", "code"),
        )
        self._source_failures = self._counter(
            "moodmix_source_failures",
            "Answers that music services did not give.",
            *("source", "failure"),
        )
        self._ratings = self._counter("moodmix_ratings", "Judgements of people.", "verdict")
        self._corrections = self._counter(
            "moodmix_mood_corrections",
            "What people said they feel, by what was read in their face.",
            *("read", "told"),
        )
        for verdict in (*Verdict, _TAKEN_BACK):  # what has not happened yet is told as 0
            self._ratings.labels(verdict)
        for stage in Stage:
            self._stages.labels(stage)

    def took(self, stage: Stage, duration_s: float) -> None:
        """See ``Telemetry``."""
        self._stages.labels(stage).observe(duration_s)

    def source_failed(self, address: str, failure: SourceFailure) -> None:
        """See ``Telemetry``."""
        known = (name for name, base in self._sources if address.startswith(base))
        self._source_failures.labels(next(known, OTHER_SOURCE), failure).inc()

    def rated(self, verdict: Verdict | None) -> None:
        """See ``Telemetry``."""
        self._ratings.labels(verdict or _TAKEN_BACK).inc()

    def mood_corrected(self, read: Emotion, told: Emotion) -> None:
        """See ``Telemetry``."""
        self._corrections.labels(read, told).inc()

    @contextmanager
    def handling(self, platform: str) -> Iterator[None]:
        """See ``Traffic``."""
        started_s = time.perf_counter()
        self._received.labels(platform).inc()
        with self._in_hand.labels(platform).track_inprogress():
            yield
        self._answered.labels(platform).inc()
        self._requests.labels(platform).observe(time.perf_counter() - started_s)

    def failed(self, platform: str, code: str) -> None:
        """See ``Traffic``."""
        self._failed.labels(platform, code).inc()

    def watch_work(self, in_hand: Callable[[], int], capacity: int) -> None:
        """Tell how much heavy work runs or waits, and how much may."""
        self._gauge("moodmix_work_in_hand", "Heavy work that runs or waits.").set_function(in_hand)
        self._gauge("moodmix_work_capacity", "Beyond this people hear 'busy'.").set(capacity)

    def watch_platforms(self, are_connected: Mapping[str, Callable[[], bool]]) -> None:
        """Tell of each platform that is switched on whether it is connected (1 or 0)."""
        gauge = self._gauge("moodmix_platform_connected", "1 where people are heard.", "platform")
        for platform, is_connected in are_connected.items():
            gauge.labels(platform).set_function(is_connected)
            for each in (self._received, self._answered, self._in_hand, self._requests):
                each.labels(platform)

    def render(self, accept: str) -> tuple[bytes, str]:
        """Everything as of now, and its content type, in the form that ``accept`` asks for."""
        encode, content_type = choose_encoder(accept)
        return encode(self._registry), content_type

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(name, what, labels, registry=self._registry)

    def _gauge(self, name: str, what: str, *labels: str) -> Gauge:
        return Gauge(name, what, labels, registry=self._registry)

    def _histogram(self, name: str, what: str, *labels: str) -> Histogram:
        return Histogram(name, what, labels, registry=self._registry, buckets=BUCKETS_S)
