"""What people like and ask for, over a real SQLite file and the real ranking."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.conversation import Answer, Change, PersonId, Wish
from core.domain.errors import ConversationError, ErrorCode
from core.domain.intent import Intent
from core.domain.media import Upload
from core.domain.mix import ReasonKind, Verdict
from core.domain.track import Source
from core.domain.wishes import NO_WISHES
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
from tests.fakes.vaults import VAULT

ADA, BOB = (Pseudonyms(bytes(32)).person("test", number) for number in (1, 2))
SEED = rated("Hurt", "Johnny Cash", -0.7, -0.3)
GENRES = ("rock", "pop", "jazz", "folk")
SONGS = [
    rated(f"Song {n}", f"Artist {n // 2}", -0.6, -0.3 + n / 1000, genre=GENRES[n % 4], year=1990)
    for n in range(120)
]


def clock() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
async def companion(tmp_path: Path) -> AsyncIterator[Companion]:
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles={"Hurt": SEED.track})],
        raters=[FakeRater(Source.CATALOGUE, {"Hurt": SEED.affect})],
        music_reader=FakeMusicReader(),
    )
    store = await SqliteStore.open(tmp_path / "moodmix.sqlite3", VAULT, clock)
    mixes = MixMaker(FakeFaceReader(), seeds, FakeCatalogue(SONGS))
    yield Companion(store, mixes, clock)
    await store.close()


async def answer_for(companion: Companion, person: PersonId = ADA) -> Answer:
    await companion.give_consent(person)
    reply = await companion.receive(person, face=Upload(b"sad"), song="Hurt")
    assert isinstance(reply, Answer)
    return reply


def titles(answer: Answer) -> list[str]:
    return [each.track.title for each in answer.mix.recommendations]


def genres(answer: Answer) -> list[str | None]:
    return [each.track.genre for each in answer.mix.recommendations]


async def rate_by_genre(companion: Companion, answer: Answer, liked: str) -> None:
    for position, genre in enumerate(genres(answer), start=1):
        verdict = Verdict.UP if genre == liked else Verdict.DOWN
        await companion.rate(ADA, answer.mix_id, position, verdict)


async def test_lists_come_to_hold_what_was_liked_and_say_so(companion: Companion) -> None:
    for _ in range(4):
        answer = await answer_for(companion)
        await rate_by_genre(companion, answer, "jazz")
    answer = await answer_for(companion)
    assert genres(answer).count("jazz") >= 4
    first = answer.mix.recommendations[0]
    assert any(reason.kind is ReasonKind.LEARNED for reason in first.reasons)


async def test_somebody_elses_verdicts_change_nothing(companion: Companion) -> None:
    before = await answer_for(companion, BOB)
    await rate_by_genre(companion, await answer_for(companion), "jazz")
    await companion.forget(BOB)
    assert titles(await answer_for(companion, BOB)) == titles(before)


async def test_verdicts_taken_back_leave_nothing(companion: Companion) -> None:
    answer = await answer_for(companion)
    await rate_by_genre(companion, answer, "jazz")
    for position in range(1, 6):
        await companion.rate(ADA, answer.mix_id, position, None)
    other = await answer_for(companion, BOB)
    assert titles(other) == titles(answer)  # nobody has verdicts, so nobody is treated otherwise
    again = await answer_for(companion)
    assert all(
        reason.kind is not ReasonKind.LEARNED
        for each in again.mix.recommendations
        for reason in each.reasons
    )


async def test_no_song_comes_again_in_the_next_answers(companion: Companion) -> None:
    given: list[str] = []
    for _ in range(8):
        given += titles(await answer_for(companion))
    assert len(set(given)) == len(given)


async def test_an_artist_that_is_not_wanted_is_gone_at_once_and_stays_away(
    companion: Companion,
) -> None:
    answer = await answer_for(companion)
    artist = answer.mix.recommendations[1].track.artist
    wished = await companion.wish(ADA, Wish.NOT_ARTIST, answer.mix_id, 2)
    assert wished.track
    assert wished.track.artist == artist
    assert wished.answer is not None
    assert wished.answer.mix.wishes.not_artists == (artist,)
    for later in (wished.answer, await answer_for(companion)):
        assert artist not in [each.track.artist for each in later.mix.recommendations]


async def test_left_out_artists_may_come_again_once_wishes_are_dropped(
    companion: Companion,
) -> None:
    answer = await answer_for(companion)
    await companion.wish(ADA, Wish.NOT_ARTIST, answer.mix_id, 1)
    again = await companion.wish(ADA, Wish.ANYTHING, answer.mix_id, 0)
    assert again.answer is not None
    assert again.answer.mix.wishes == NO_WISHES


async def test_more_like_a_track_holds_until_a_new_round(companion: Companion) -> None:
    answer = await answer_for(companion)
    liked = answer.mix.recommendations[0].track
    wished = await companion.wish(ADA, Wish.MORE_LIKE, answer.mix_id, 1)
    assert wished.answer is not None
    assert genres(wished.answer).count(liked.genre) >= 4
    changed = await companion.change(ADA, Change(intent=Intent.ENHANCE))
    assert isinstance(changed, Answer)
    assert [song.title for song in changed.mix.wishes.like] == [liked.title]
    assert (await answer_for(companion)).mix.wishes.like == ()


async def test_a_wish_keeps_the_intent_that_was_chosen(companion: Companion) -> None:
    await answer_for(companion)
    chosen = await companion.change(ADA, Change(intent=Intent.ENHANCE))
    assert isinstance(chosen, Answer)
    wished = await companion.wish(ADA, Wish.MORE_LIKE, chosen.mix_id, 1)
    assert wished.answer is not None
    assert wished.answer.mix.decision == chosen.mix.decision


async def test_a_wish_without_a_face_and_a_song_is_kept_for_later(companion: Companion) -> None:
    answer = await answer_for(companion)
    wished = await companion.wish(BOB, Wish.NOT_ARTIST, answer.mix_id, 1)
    assert wished.answer is None
    assert wished.track
    later = await answer_for(companion, BOB)
    assert later.mix.wishes.not_artists == (wished.track.artist,)


async def test_a_track_that_is_not_there_cannot_be_wished_for(companion: Companion) -> None:
    answer = await answer_for(companion)
    for wish in (Wish.MORE_LIKE, Wish.NOT_ARTIST):
        with pytest.raises(ConversationError) as refusal:
            await companion.wish(ADA, wish, answer.mix_id, 6)
        assert refusal.value.code is ErrorCode.NOTHING_TO_RATE
