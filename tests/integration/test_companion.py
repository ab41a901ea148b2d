"""The conversation over a real SQLite file; only faces and song sources are stand-ins."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.conversation import Answer, Change, NeedFace, NeedSong, PersonId, Whose
from core.domain.emotion import EMOTION_AFFECT, Emotion, EmotionEstimate
from core.domain.errors import ConversationError, ErrorCode, FaceError, SongError
from core.domain.intent import Intent, IntentCause, IntentDecision
from core.domain.media import Upload
from core.domain.mix import WHOLE_MIX, Verdict
from core.domain.track import Source
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from core.storage.sealed_rows import open_mixes
from core.storage.sqlite_store import SqliteStore
from tests.fakes.songs import (
    FakeCatalogue,
    FakeFaceReader,
    FakeFinder,
    FakeMusicReader,
    FakeRater,
    group_reading,
    rated,
    unsure_reading,
)
from tests.fakes.vaults import VAULT

HAPPY = rated("Happy", "Pharrell Williams", 0.9, 0.6)
TRACKS = [rated(f"Song {n}", f"Artist {n}", 0.1 * n, 0.1 * n) for n in range(8)]
NAMES = Pseudonyms(bytes(32))
ADA, BOB = NAMES.person("test", 1), NAMES.person("test", 2)
SAD_FACE = Upload(b"sad")


def clock() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def faces() -> FakeFaceReader:
    return FakeFaceReader()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "moodmix.sqlite3"


@pytest.fixture
async def companion(faces: FakeFaceReader, database: Path) -> AsyncIterator[Companion]:
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles={"Happy": HAPPY.track})],
        raters=[FakeRater(Source.CATALOGUE, {"Happy": HAPPY.affect})],
        music_reader=FakeMusicReader(),
    )
    store = await SqliteStore.open(database, VAULT, clock)
    yield Companion(store, MixMaker(faces, seeds, FakeCatalogue(TRACKS)), clock)
    await store.close()


async def answer_for(companion: Companion, person: PersonId = ADA) -> Answer:
    await companion.give_consent(person)
    reply = await companion.receive(person, face=SAD_FACE, song="Happy")
    assert isinstance(reply, Answer)
    return reply


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


async def test_no_face_is_read_before_consent(companion: Companion, faces: FakeFaceReader) -> None:
    with pytest.raises(ConversationError) as refusal:
        await companion.receive(ADA, face=SAD_FACE, song="Happy")
    assert refusal.value.code is ErrorCode.CONSENT_NEEDED
    assert faces.read == 0


async def test_one_persons_consent_is_not_anothers(companion: Companion) -> None:
    await companion.give_consent(ADA)
    assert await companion.has_consented(ADA)
    assert not await companion.has_consented(BOB)


async def test_face_and_song_together_are_answered_and_stored(
    companion: Companion, database: Path
) -> None:
    answer = await answer_for(companion)
    assert len(answer.mix.recommendations) == 5
    stored = open_mixes(VAULT, rows(database, "SELECT id, person, sealed FROM mix"))
    assert [track.title for track in stored[answer.mix_id].tracks] == [
        recommendation.track.title for recommendation in answer.mix.recommendations
    ]


async def test_face_then_song(companion: Companion) -> None:
    await companion.give_consent(ADA)
    assert isinstance(await companion.receive(ADA, face=SAD_FACE), NeedSong)
    assert isinstance(await companion.receive(ADA, song="Happy"), Answer)


async def test_song_then_face_needs_no_consent_for_the_song(companion: Companion) -> None:
    assert isinstance(await companion.receive(ADA, song="Happy"), NeedFace)
    await companion.give_consent(ADA)
    assert isinstance(await companion.receive(ADA, face=SAD_FACE), Answer)


async def test_an_unknown_song_does_not_lose_the_face(companion: Companion) -> None:
    await companion.give_consent(ADA)
    with pytest.raises(SongError):
        await companion.receive(ADA, face=SAD_FACE, song="unknown")
    assert isinstance(await companion.receive(ADA, song="Happy"), Answer)


async def test_a_picture_without_a_face_does_not_lose_the_song(companion: Companion) -> None:
    await companion.give_consent(ADA)
    with pytest.raises(FaceError):
        await companion.receive(ADA, face=Upload(b"nobody"), song="Happy")
    assert isinstance(await companion.receive(ADA, face=SAD_FACE), Answer)


async def test_after_an_answer_a_new_round_begins(companion: Companion) -> None:
    await answer_for(companion)
    assert isinstance(await companion.receive(ADA, face=Upload(b"happy")), NeedSong)


async def test_halves_of_two_people_are_kept_apart(companion: Companion) -> None:
    await companion.give_consent(ADA)
    await companion.receive(ADA, face=SAD_FACE)
    assert isinstance(await companion.receive(BOB, song="Happy"), NeedFace)


async def test_the_intent_can_be_changed_after_the_answer(companion: Companion) -> None:
    first = await answer_for(companion)
    second = await companion.change(ADA, Change(intent=Intent.MODULATE))
    assert isinstance(second, Answer)
    assert first.mix.decision.intent is Intent.ENHANCE
    assert second.mix.decision.cause is IntentCause.CHOSEN
    assert second.mix.decision.intent is Intent.MODULATE
    assert second.mix_id != first.mix_id


async def test_there_is_nothing_to_change_before_an_answer(companion: Companion) -> None:
    await companion.give_consent(ADA)
    await companion.receive(ADA, face=SAD_FACE)
    with pytest.raises(ConversationError) as refusal:
        await companion.change(ADA, Change(intent=Intent.ENHANCE))
    assert refusal.value.code is ErrorCode.NOTHING_TO_CHANGE


async def test_a_persons_own_word_counts_before_and_after_the_song(companion: Companion) -> None:
    await companion.give_consent(ADA)
    await companion.receive(ADA, face=Upload(b"unsure"))
    noted = await companion.change(ADA, Change(Emotion.ANGRY))
    answer = await companion.receive(ADA, song="Happy")
    again = await companion.change(ADA, Change(Emotion.HAPPY))
    assert isinstance(noted, NeedSong)
    assert isinstance(answer, Answer)
    assert isinstance(again, Answer)
    assert noted.face.told
    assert answer.mix.face.emotion == EmotionEstimate.certain(Emotion.ANGRY)
    assert again.mix.face.affect == EMOTION_AFFECT[Emotion.HAPPY]
    assert again.mix.target != answer.mix.target


async def test_an_unsure_face_is_answered_by_the_mix_of_its_probabilities(
    companion: Companion,
) -> None:
    await companion.give_consent(ADA)
    reply = await companion.receive(ADA, face=Upload(b"unsure"), song="Happy")
    assert isinstance(reply, Answer)
    assert reply.mix.face.affect == unsure_reading().emotion.affect
    assert reply.mix.face.guesses == (Emotion.SAD, Emotion.NEUTRAL, Emotion.ANGRY)


async def test_a_mood_and_an_intent_are_changed_together(companion: Companion) -> None:
    await answer_for(companion)
    again = await companion.change(ADA, Change(Emotion.ANGRY, Intent.MODULATE))
    assert isinstance(again, Answer)
    assert again.mix.face.told
    assert again.mix.decision == IntentDecision(Intent.MODULATE, IntentCause.CHOSEN)


async def test_everyones_mood_is_the_mean_and_ones_own_word_still_wins(
    companion: Companion,
) -> None:
    await companion.give_consent(ADA)
    await companion.receive(ADA, face=Upload(b"group"), song="Happy")
    for _ in range(2):  # the second press is of no harm
        everyones = await companion.change(ADA, Change(Whose.EVERYONE))
        assert isinstance(everyones, Answer)
        assert everyones.mix.face.emotion == group_reading().everyone
    told = await companion.change(ADA, Change(Emotion.SAD))
    assert isinstance(told, Answer)
    assert told.mix.face.told


async def test_everyones_mood_of_one_face_is_refused_and_nothing_is_lost(
    companion: Companion,
) -> None:
    await answer_for(companion)
    with pytest.raises(ConversationError) as refusal:
        await companion.change(ADA, Change(Whose.EVERYONE))
    assert refusal.value.code is ErrorCode.ONE_FACE_ONLY
    assert isinstance(await companion.change(ADA, Change(intent=Intent.MODULATE)), Answer)


@pytest.mark.parametrize(
    ("song", "mood"), [(None, Emotion.SAD), (None, Whose.EVERYONE), ("Happy", Whose.EVERYONE)]
)
async def test_where_nothing_stands_there_is_no_mood_to_change(
    companion: Companion, song: str | None, mood: Emotion | Whose
) -> None:
    if song:
        await companion.receive(ADA, song=song)
    with pytest.raises(ConversationError) as refusal:
        await companion.change(ADA, Change(mood))
    assert refusal.value.code is ErrorCode.NOTHING_TO_CHANGE


async def test_a_change_of_nothing_is_no_change() -> None:
    with pytest.raises(ValueError, match="a mood, an intent or both"):
        Change()


async def test_feedback_is_found_in_sqlite_and_can_be_taken_back(
    companion: Companion, database: Path
) -> None:
    answer = await answer_for(companion)
    query = "SELECT mix_id, position, verdict FROM feedback"
    track = await companion.rate(ADA, answer.mix_id, 2, Verdict.UP)
    assert track.title == answer.mix.recommendations[1].track.title
    assert rows(database, query) == [(answer.mix_id, 2, "up")]
    await companion.rate(ADA, answer.mix_id, 2, Verdict.DOWN)
    assert rows(database, query) == [(answer.mix_id, 2, "down")]
    await companion.rate(ADA, answer.mix_id, 2, None)
    assert rows(database, query) == []


async def test_a_track_that_does_not_exist_cannot_be_rated(companion: Companion) -> None:
    answer = await answer_for(companion)
    for mix_id, position in ((answer.mix_id, 6), (answer.mix_id + 1, 1), (answer.mix_id, 0)):
        with pytest.raises(ConversationError) as refusal:
            await companion.rate(ADA, mix_id, position, Verdict.UP)
        assert refusal.value.code is ErrorCode.NOTHING_TO_RATE


async def test_a_reaction_rates_the_mix_its_message_carries(
    companion: Companion, database: Path
) -> None:
    answer = await answer_for(companion)
    message = NAMES.message("test", 5, 6)
    await companion.link_message(message, answer.mix_id)
    assert await companion.rate_message(BOB, message, Verdict.UP)
    assert not await companion.rate_message(BOB, NAMES.message("test", 5, 7), Verdict.UP)
    stored = rows(database, "SELECT mix_id, position, person, verdict FROM feedback")
    assert stored == [(answer.mix_id, WHOLE_MIX, BOB, "up")]


async def test_forget_erases_everything_of_one_person_only(
    companion: Companion, database: Path
) -> None:
    answer, others = await answer_for(companion), await answer_for(companion, BOB)
    await companion.rate(ADA, answer.mix_id, 1, Verdict.UP)
    await companion.forget(ADA)
    assert not await companion.has_consented(ADA)
    assert rows(database, "SELECT id FROM mix") == [(others.mix_id,)]
    assert rows(database, "SELECT count(*) FROM feedback") == [(0,)]
    with pytest.raises(ConversationError):
        await companion.change(ADA, Change(intent=Intent.ENHANCE))


async def test_one_persons_messages_are_handled_in_order(
    companion: Companion, faces: FakeFaceReader
) -> None:
    await companion.give_consent(ADA)
    replies = await asyncio.gather(
        companion.receive(ADA, face=SAD_FACE),
        companion.receive(ADA, song="Happy"),
        companion.receive(ADA, face=SAD_FACE),
        companion.receive(ADA, song="Happy"),
    )
    assert [type(reply) for reply in replies] == [NeedSong, Answer, NeedSong, Answer]


async def test_pseudonyms_hide_the_id_and_tell_platforms_apart() -> None:
    assert "12345" not in NAMES.person("telegram", 12345)
    assert NAMES.person("telegram", 1) != NAMES.person("discord", 1)
    assert NAMES.person("telegram", 1) == NAMES.person("telegram", "1")
    assert NAMES.person("telegram", 1) != Pseudonyms(bytes([1] * 32)).person("telegram", 1)
    with pytest.raises(ValueError, match="32 bytes"):
        Pseudonyms(b"short")
