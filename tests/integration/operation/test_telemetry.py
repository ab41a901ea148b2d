"""What the conversation tells the operator: each stage, each judgement, each corrected mood."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.conversation import Answer, Change
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError
from core.domain.media import Upload
from core.domain.mix import Verdict
from core.domain.track import Source
from core.ports.telemetry import Stage
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from core.storage.sqlite_store import SqliteStore
from tests.fakes.songs import (
    FakeCatalogue,
    FakeFaceReader,
    FakeFinder,
    FakeMusicReader,
    FakeRater,
    rated,
)
from tests.fakes.telemetry import NotedTelemetry
from tests.fakes.vaults import VAULT

HAPPY = rated("Happy", "Pharrell Williams", 0.9, 0.6)
TRACKS = [rated(f"Song {n}", f"Artist {n}", 0.1 * n, 0.1 * n) for n in range(8)]
NAMES = Pseudonyms(bytes(32))
ADA = NAMES.person("test", 1)
SAD_FACE = Upload(b"sad")


def clock() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def telemetry() -> NotedTelemetry:
    return NotedTelemetry()


@pytest.fixture
async def companion(telemetry: NotedTelemetry, tmp_path: Path) -> AsyncIterator[Companion]:
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles={"Happy": HAPPY.track})],
        raters=[FakeRater(Source.CATALOGUE, {"Happy": HAPPY.affect})],
        music_reader=FakeMusicReader(),
    )
    mixes = MixMaker(FakeFaceReader(), seeds, FakeCatalogue(TRACKS), telemetry=telemetry)
    store = await SqliteStore.open(tmp_path / "moodmix.sqlite3", VAULT, clock)
    yield Companion(store, mixes, clock, telemetry=telemetry)
    await store.close()


@pytest.fixture
async def answer(companion: Companion) -> Answer:
    await companion.give_consent(ADA)
    reply = await companion.receive(ADA, face=SAD_FACE, song="Happy")
    assert isinstance(reply, Answer)
    return reply


async def test_every_stage_is_told_once_and_stands_in_the_answer(
    answer: Answer, telemetry: NotedTelemetry
) -> None:
    assert sorted(telemetry.stages) == ["candidates", "face", "ranking", "song"]
    assert set(answer.mix.timings_ms) == set(telemetry.stages)


async def test_a_stage_that_fails_is_told_too(
    companion: Companion, telemetry: NotedTelemetry
) -> None:
    await companion.give_consent(ADA)
    with pytest.raises(Exception, match="song_not_found"):
        await companion.receive(ADA, song="nobody knows this")
    assert telemetry.stages == [Stage.SONG]


async def test_judgements_are_told_when_they_are_kept(
    companion: Companion, answer: Answer, telemetry: NotedTelemetry
) -> None:
    message = NAMES.message("test", 1, 2)
    await companion.rate(ADA, answer.mix_id, 1, Verdict.UP)
    await companion.rate(ADA, answer.mix_id, 1, None)
    await companion.rate_message(ADA, message, Verdict.DOWN)  # no answer of ours
    await companion.link_message(message, answer.mix_id)
    await companion.rate_message(ADA, message, Verdict.DOWN)
    with pytest.raises(ConversationError):
        await companion.rate(ADA, answer.mix_id, 99, Verdict.UP)
    assert telemetry.verdicts == [Verdict.UP, None, Verdict.DOWN]


async def test_a_mood_is_corrected_once_however_often_the_person_changes_their_mind(
    companion: Companion, answer: Answer, telemetry: NotedTelemetry
) -> None:
    assert answer.mix.face.emotion.label is Emotion.SAD
    await companion.change(ADA, Change(Emotion.NEUTRAL))
    await companion.change(ADA, Change(Emotion.HAPPY))
    assert telemetry.corrections == [(Emotion.SAD, Emotion.NEUTRAL)]
