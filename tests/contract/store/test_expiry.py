"""What every store erases for its age."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.mix import Verdict
from core.domain.preferences import Preferences
from core.ports.store import Expired, Store
from tests.contract.store.conftest import NOW, Clock
from tests.contract.store.test_diary import mood
from tests.fakes.answers import mix_of
from tests.fakes.songs import HELLOS, face_reading, rated, seed_of

ANN, BEN = PersonId("a" * 64), PersonId("b" * 64)
DAY, YEAR = timedelta(days=1), timedelta(days=365)
SEED = seed_of(rated("Hello", "Adele", -0.5, -0.1))
MESSAGE = MessageRef("1" * 64)


class TestSessions:
    @pytest.mark.parametrize(
        "session",
        [
            Session(face=face_reading()),
            Session(seed=SEED),
            Session(doubt=HELLOS),
            Session(face_reading(), SEED, checking=True),
        ],
    )
    async def test_an_unfinished_one_is_put_away_which_can_be_told(
        self, store: Store, clock: Clock, session: Session
    ) -> None:
        await store.save_session(ANN, session)
        clock.now += 2 * DAY
        assert await store.expire(None, clock.now - DAY) == Expired(sessions=1)
        assert await store.session_of(ANN) == Session(remembered=session.seed, lapsed=True)
        assert await store.session_since(ANN) == NOW
        assert await store.expire(None, clock.now - DAY) == Expired()
        await store.save_session(ANN, session)
        assert await store.session_of(ANN) == session
        assert await store.session_since(ANN) == clock.now

    async def test_a_recent_one_stays(self, store: Store) -> None:
        await store.save_session(ANN, Session(seed=SEED))
        assert await store.expire(None, NOW) == Expired()
        assert await store.session_of(ANN) == Session(seed=SEED)

    @pytest.mark.parametrize(
        "session",
        [
            Session(face_reading(), SEED),
            Session(face_reading(), songless=True),
            Session(remembered=SEED),
        ],
    )
    async def test_one_where_nothing_is_unfinished_stays_until_it_is_old(
        self, store: Store, clock: Clock, session: Session
    ) -> None:
        await store.save_session(ANN, session)
        clock.now += 2 * DAY
        assert await store.expire(clock.now - YEAR, clock.now - DAY) == Expired()
        assert await store.session_of(ANN) == session
        clock.now += YEAR
        assert await store.expire(clock.now - YEAR, clock.now - DAY) == Expired(people=1)
        assert await store.session_since(ANN) is None


class TestEverything:
    async def test_what_is_old_goes_and_what_is_young_stays(
        self, store: Store, clock: Clock
    ) -> None:
        old = await store.save_mix(ANN, mix_of("One"))
        await store.link_message(MESSAGE, old)
        await store.rate(BEN, old, 1, Verdict.UP)
        await store.diary.note_mood(ANN, mood(0))
        clock.now += DAY
        young = await store.save_mix(ANN, mix_of("Two"))
        await store.rate(BEN, young, 1, Verdict.UP)
        await store.diary.note_mood(ANN, mood(24))
        expired = await store.expire(clock.now, clock.now)
        assert expired == Expired(moods=1, mixes=1, verdicts=1)
        assert await store.track_of(old, 1) is None
        assert await store.mix_of_message(MESSAGE) is None
        assert await store.track_of(young, 1) is not None
        assert list(await store.diary.moods_of(ANN, NOW - YEAR)) == [mood(24)]
        assert len(await store.tastes.judgements_of(BEN, 10)) == 1

    async def test_a_verdict_goes_with_its_mix(self, store: Store, clock: Clock) -> None:
        old = await store.save_mix(ANN, mix_of("One"))
        clock.now += DAY
        await store.rate(BEN, old, 1, Verdict.UP)
        assert await store.expire(clock.now, clock.now) == Expired(mixes=1, people=1)
        assert list(await store.tastes.judgements_of(BEN, 10)) == []

    @pytest.mark.parametrize(
        "kept",
        ["consent", "withdrawal", "preferences", "wish", "session", "mood", "mix", "verdict"],
    )
    async def test_whoever_was_there_lately_is_remembered_with_all_they_set(
        self, store: Store, clock: Clock, kept: str
    ) -> None:
        await store.give_consent(ANN, Consent(1, NOW))
        await store.tastes.want_without(ANN, "Nickelback")
        clock.now += YEAR
        match kept:
            case "consent":
                await store.give_consent(ANN, Consent(1, clock.now))
            case "withdrawal":
                await store.withdraw_consent(ANN)
            case "preferences":
                await store.diary.set_preferences(ANN, Preferences(language="fa"))
            case "wish":
                await store.tastes.want_without(ANN, "Creed")
            case "session":
                await store.save_session(ANN, Session(seed=SEED))
            case "mood":
                await store.diary.note_mood(ANN, mood(366 * 24))
            case "mix":
                await store.save_mix(ANN, mix_of("One"))
            case "verdict":
                await store.rate(ANN, await store.save_mix(BEN, mix_of("One")), 1, Verdict.UP)
        assert await store.expire(clock.now, clock.now) == Expired()
        assert "Nickelback" in (await store.tastes.wishes_of(ANN)).not_artists
        clock.now += 2 * YEAR
        assert (await store.expire(clock.now, clock.now)).people == (2 if kept == "verdict" else 1)
        data = await store.diary.all_of(ANN)
        assert (data.met_at, data.consent) == (None, None)

    async def test_without_an_age_everything_is_kept(self, store: Store, clock: Clock) -> None:
        mix_id = await store.save_mix(ANN, mix_of("One"))
        clock.now += 10 * YEAR
        assert await store.expire(None, clock.now) == Expired()
        assert await store.track_of(mix_id, 1) is not None
