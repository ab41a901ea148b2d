"""What every store remembers of a person over weeks, and hands to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.affect import Affect
from core.domain.conversation import Consent, PersonId, Session
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import WHOLE_MIX, Verdict
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredMix, StoredTrack
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.domain.track import Track
from core.domain.wishes import NO_WISHES, Context, Wishes
from core.ports.store import Store
from tests.contract.store.conftest import NOW, Clock
from tests.fakes.answers import mix_of
from tests.fakes.songs import face_reading

ANN, BEN = PersonId("a" * 64), PersonId("b" * 64)
LONG_AGO = NOW - timedelta(days=400)
SET = Preferences("fa", frozenset({"fa", "de"}), Context.SLEEP, help_line=False, help_shown_at=NOW)


def mood(hours: float, label: Emotion = Emotion.SAD, **known: object) -> MoodPoint:
    return MoodPoint(NOW + timedelta(hours=hours), label, Affect(-0.1, 0.123456789012345), **known)


class TestMoods:
    async def test_nothing_is_known_at_first(self, store: Store) -> None:
        assert list(await store.diary.moods_of(ANN, LONG_AGO)) == []

    async def test_they_come_back_as_noted_oldest_first(self, store: Store) -> None:
        later = mood(2, told=True, read_as=Emotion.FEAR, sure=False)
        await store.diary.note_mood(ANN, later)
        await store.diary.note_mood(ANN, mood(1, Emotion.HAPPY))
        await store.diary.note_mood(BEN, mood(3))
        assert list(await store.diary.moods_of(ANN, LONG_AGO)) == [mood(1, Emotion.HAPPY), later]
        assert list(await store.diary.moods_of(ANN, later.at)) == [later]
        assert list(await store.diary.moods_of(ANN, later.at + timedelta(microseconds=1))) == []

    async def test_a_correction_takes_the_place_of_what_was_noted_then(self, store: Store) -> None:
        await store.diary.note_mood(ANN, mood(1))
        await store.diary.note_mood(ANN, mood(2))
        corrected = mood(2, Emotion.HAPPY, told=True, read_as=Emotion.SAD)
        await store.diary.correct_mood(ANN, corrected)
        assert list(await store.diary.moods_of(ANN, LONG_AGO)) == [mood(1), corrected]

    async def test_a_correction_of_nothing_is_a_mood(self, store: Store) -> None:
        await store.diary.note_mood(ANN, mood(0))
        await store.diary.note_mood(BEN, mood(1))
        await store.diary.correct_mood(ANN, mood(1))
        assert list(await store.diary.moods_of(ANN, LONG_AGO)) == [mood(0), mood(1)]
        assert list(await store.diary.moods_of(BEN, LONG_AGO)) == [mood(1)]


class TestPreferences:
    async def test_who_set_nothing_has_the_defaults(self, store: Store) -> None:
        assert await store.diary.preferences_of(ANN) == DEFAULT_PREFERENCES

    @pytest.mark.parametrize("preferences", [SET, Preferences(language="vi"), DEFAULT_PREFERENCES])
    async def test_they_are_what_was_set_last(self, store: Store, preferences: Preferences) -> None:
        await store.diary.set_preferences(ANN, SET)
        await store.diary.set_preferences(ANN, preferences)
        assert await store.diary.preferences_of(ANN) == preferences
        assert await store.diary.preferences_of(BEN) == DEFAULT_PREFERENCES


class TestConsent:
    async def test_a_withdrawn_one_is_not_in_force_and_stays_known(
        self, store: Store, clock: Clock
    ) -> None:
        await store.give_consent(ANN, Consent(1, LONG_AGO))
        await store.withdraw_consent(ANN)
        clock.now += timedelta(days=1)
        await store.withdraw_consent(ANN)
        assert await store.consent_of(ANN) is None
        assert (await store.diary.all_of(ANN)).consent == Consent(1, LONG_AGO, withdrawn_at=NOW)

    async def test_it_can_be_given_again(self, store: Store) -> None:
        await store.give_consent(ANN, Consent(1, LONG_AGO))
        await store.withdraw_consent(ANN)
        await store.give_consent(ANN, Consent(1, NOW))
        assert await store.consent_of(ANN) == Consent(1, NOW)

    async def test_who_never_gave_any_withdraws_none(self, store: Store) -> None:
        await store.withdraw_consent(ANN)
        assert (await store.diary.all_of(ANN)).consent is None


class TestAllOfIt:
    async def test_of_a_stranger_there_is_nothing(self, store: Store) -> None:
        assert await store.diary.all_of(ANN) == PersonalData(
            None, None, DEFAULT_PREFERENCES, Session(), (), (), NO_WISHES, 0
        )

    async def test_everything_that_was_stored_is_handed_out(
        self, store: Store, clock: Clock
    ) -> None:
        mix = mix_of("One", "Two")
        await store.give_consent(ANN, Consent(1, NOW))
        clock.now += timedelta(hours=1)
        await store.diary.set_preferences(ANN, SET)
        await store.save_session(ANN, Session(face=mix.face))
        await store.diary.note_mood(ANN, mood(1))
        await store.tastes.want_without(ANN, "Nickelback")
        first = await store.save_mix(ANN, mix)
        second = await store.save_mix(ANN, replace(mix, seed=None))
        others = await store.save_mix(BEN, mix)
        await store.rate(ANN, first, 2, Verdict.UP)
        await store.rate(ANN, second, WHOLE_MIX, Verdict.DOWN)
        await store.rate(BEN, first, 1, Verdict.DOWN)
        for position in (WHOLE_MIX, 1):
            await store.rate(ANN, others, position, Verdict.UP)
        stored = StoredMix(
            mix_id=first,
            made_at=clock.now,
            label=Emotion.SAD,
            affect=mix.face.affect,
            seed=("One", ("Queen",)),
            intent=Intent.ENHANCE,
            target=mix.target,
            tracks=(
                StoredTrack("One", ("Queen",), None),
                StoredTrack("Two", ("Queen",), Verdict.UP),
            ),
            verdict=None,
        )
        unrated = tuple(replace(track, verdict=None) for track in stored.tracks)
        assert await store.diary.all_of(ANN) == PersonalData(
            met_at=NOW,
            consent=Consent(1, NOW),
            preferences=SET,
            session=Session(face=mix.face),
            moods=(mood(1),),
            mixes=(
                stored,
                replace(stored, mix_id=second, seed=None, tracks=unrated, verdict=Verdict.DOWN),
            ),
            wishes=Wishes(not_artists=("Nickelback",)),
            verdicts_elsewhere=2,
        )

    async def test_what_is_forgotten_is_gone(self, store: Store) -> None:
        for person in (ANN, BEN):
            await store.diary.note_mood(person, mood(0))
            await store.diary.set_preferences(person, SET)
            await store.tastes.want_more_like(person, Track("One"))
        await store.forget(ANN)
        assert await store.diary.all_of(ANN) == PersonalData(
            None, None, DEFAULT_PREFERENCES, Session(), (), (), NO_WISHES, 0
        )
        assert (await store.diary.all_of(BEN)).preferences == SET


class TestSessionsOverTime:
    async def test_it_is_told_when_one_was_last_touched(self, store: Store, clock: Clock) -> None:
        assert await store.session_since(ANN) is None
        await store.save_session(ANN, Session(face=face_reading()))
        clock.now += timedelta(hours=1)
        await store.save_session(ANN, Session(songless=True, face=face_reading()))
        assert await store.session_since(ANN) == clock.now
        await store.save_session(ANN, Session())
        assert await store.session_since(ANN) is None
