"""Telemetry that keeps what it was told."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.domain.emotion import Emotion
from core.domain.mix import Verdict
from core.ports.telemetry import SourceFailure, Stage


@dataclass
class NotedTelemetry:
    """In the order it came."""

    stages: list[Stage] = field(default_factory=list)
    failures: list[tuple[str, SourceFailure]] = field(default_factory=list)
    verdicts: list[Verdict | None] = field(default_factory=list)
    corrections: list[tuple[Emotion, Emotion]] = field(default_factory=list)

    def took(self, stage: Stage, duration_s: float) -> None:
        assert duration_s >= 0
        self.stages.append(stage)

    def source_failed(self, address: str, failure: SourceFailure) -> None:
        self.failures.append((address, failure))

    def rated(self, verdict: Verdict | None) -> None:
        self.verdicts.append(verdict)

    def mood_corrected(self, read: Emotion, told: Emotion) -> None:
        self.corrections.append((read, told))
