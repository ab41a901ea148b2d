"""What every store promises; the one in memory and the one in SQLite alike."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from core.domain.affect import Affect
from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode
from core.domain.mix import Verdict
from core.domain.track import Opinion, Source
from core.ports.store import Store
from tests.fakes.answers import mix_of
from tests.fakes.songs import HELLOS, face_reading, rated, seed_of

ANN, BEN = PersonId("a" * 64), PersonId("b" * 64)
FIRST_MESSAGE, SECOND_MESSAGE = MessageRef("1" * 64), MessageRef("2" * 64)
GIVEN_AT = datetime(2026, 11, 21, 9, 30, 0, 123456, tzinfo=UTC)
LARGE = 2**70
OPINIONS = (
    Opinion(Source.SPOTIFY, Affect(0.5, 0.25)),
    Opinion(Source.LASTFM, Affect(-0.5, 0.0)),
)


async def assert_not_rateable(store: Store, mix_id: int, position: int) -> None:
    with pytest.raises(ConversationError) as caught:
        await store.rate(ANN, mix_id, position, Verdict.UP)
    assert caught.value.code is ErrorCode.NOTHING_TO_RATE


class TestConsent:
    async def test_nobody_has_consented_at_first(self, store: Store) -> None:
        assert await store.consent_of(ANN) is None

    async def test_it_comes_back_as_given(self, store: Store) -> None:
        await store.give_consent(ANN, Consent(1, GIVEN_AT))
        assert await store.consent_of(ANN) == Consent(1, GIVEN_AT)
        assert await store.consent_of(BEN) is None

    async def test_the_later_one_replaces_the_earlier(self, store: Store) -> None:
        later = Consent(2, GIVEN_AT + timedelta(days=1))
        await store.give_consent(ANN, Consent(1, GIVEN_AT))
        await store.give_consent(ANN, later)
        assert await store.consent_of(ANN) == later

    async def test_another_time_zone_is_the_same_moment(self, store: Store) -> None:
        in_tokyo = GIVEN_AT.astimezone(timezone(timedelta(hours=9)))
        await store.give_consent(ANN, Consent(1, in_tokyo))
        assert await store.consent_of(ANN) == Consent(1, GIVEN_AT)


class TestSession:
    async def test_nothing_stands_open_at_first(self, store: Store) -> None:
        assert await store.session_of(ANN) == Session()

    @pytest.mark.parametrize(
        "session",
        [
            Session(face=face_reading(Emotion.FEAR)),
            Session(seed=seed_of(rated("99 Luftballons", "Nena", 0.4, 0.6, year=1983))),
            Session(face_reading(), seed_of(rated("Ça plane pour moi", "Plastic Bertrand", 1, 1))),
            Session(face_reading(), doubt=HELLOS),
            Session(seed=replace(seed_of(rated("Gold", "Prince", 1, 1)), opinions=OPINIONS)),
        ],
        ids=["face", "seed", "both", "doubt", "opinions"],
    )
    async def test_it_comes_back_as_saved(self, store: Store, session: Session) -> None:
        await store.save_session(ANN, session)
        assert await store.session_of(ANN) == session
        assert await store.session_of(BEN) == Session()

    async def test_saving_replaces_both_halves(self, store: Store) -> None:
        await store.save_session(ANN, Session(face=face_reading()))
        only_seed = Session(seed=seed_of(rated("Hello", "Adele", -0.5, -0.1)))
        await store.save_session(ANN, only_seed)
        assert await store.session_of(ANN) == only_seed

    async def test_saving_an_empty_one_closes_it(self, store: Store) -> None:
        await store.save_session(ANN, Session(face=face_reading()))
        await store.save_session(ANN, Session())
        assert await store.session_of(ANN) == Session()


class TestMixes:
    async def test_tracks_are_found_by_position_from_one(self, store: Store) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy", artist="Beyoncé"))
        first, second = await store.track_of(mix_id, 1), await store.track_of(mix_id, 2)
        assert first is not None
        assert (first.title, first.artists) == ("Hello", ("Beyoncé",))
        assert second is not None
        assert second.title == "Happy"

    @pytest.mark.parametrize("position", [0, -1, 3, LARGE])
    async def test_there_is_no_track_elsewhere(self, store: Store, position: int) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy"))
        assert await store.track_of(mix_id, position) is None

    @pytest.mark.parametrize("mix_id", [0, -1, 77, LARGE])
    async def test_an_unknown_mix_has_no_track(self, store: Store, mix_id: int) -> None:
        await store.save_mix(ANN, mix_of("Hello"))
        assert await store.track_of(mix_id, 1) is None

    async def test_the_latest_of_a_person_is_known_until_it_is_forgotten(
        self, store: Store
    ) -> None:
        assert await store.latest_mix(ANN) is None
        await store.save_mix(ANN, mix_of("One"))
        latest = await store.save_mix(ANN, mix_of("Two"))
        await store.save_mix(BEN, mix_of("Three"))
        assert await store.latest_mix(ANN) == latest
        await store.forget(ANN)
        assert await store.latest_mix(ANN) is None

    async def test_the_number_of_an_erased_mix_is_not_used_again(self, store: Store) -> None:
        first = await store.save_mix(ANN, mix_of("Hello"))
        await store.forget(ANN)
        assert await store.save_mix(BEN, mix_of("Happy")) > first
        assert await store.track_of(first, 1) is None

    async def test_text_without_a_unicode_form_does_no_harm(self, store: Store) -> None:
        odd = mix_of("half \ud83d of an emoji", artist="nul \x00 inside")
        mix_id = await store.save_mix(ANN, odd)
        await store.save_session(ANN, Session(odd.face, odd.seed))
        track = await store.track_of(mix_id, 1)
        assert track is not None
        assert track.title.startswith("half ")
        assert track.artists == ("nul \x00 inside",)
        assert (await store.session_of(ANN)).seed is not None


class TestMessages:
    async def test_a_message_leads_to_its_mix(self, store: Store) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello"))
        await store.link_message(FIRST_MESSAGE, mix_id)
        assert await store.mix_of_message(FIRST_MESSAGE) == mix_id
        assert await store.mix_of_message(SECOND_MESSAGE) is None

    async def test_an_edited_message_leads_to_the_new_mix(self, store: Store) -> None:
        old = await store.save_mix(ANN, mix_of("Hello"))
        new = await store.save_mix(ANN, mix_of("Happy"))
        await store.link_message(FIRST_MESSAGE, old)
        await store.link_message(FIRST_MESSAGE, new)
        assert await store.mix_of_message(FIRST_MESSAGE) == new

    @pytest.mark.parametrize("mix_id", [77, LARGE])
    async def test_a_message_of_a_mix_that_is_gone_leads_nowhere(
        self, store: Store, mix_id: int
    ) -> None:
        await store.link_message(FIRST_MESSAGE, mix_id)
        assert await store.mix_of_message(FIRST_MESSAGE) is None


class TestRating:
    @pytest.mark.parametrize("position", [0, 1, 2])
    @pytest.mark.parametrize("verdict", [Verdict.UP, Verdict.DOWN, None])
    async def test_a_mix_and_its_tracks_can_be_rated_by_anybody(
        self, store: Store, position: int, verdict: Verdict | None
    ) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy"))
        for person in (ANN, BEN):
            await store.rate(person, mix_id, position, verdict)

    @pytest.mark.parametrize("position", [-1, 3, LARGE])
    async def test_a_position_that_is_not_there_cannot_be_rated(
        self, store: Store, position: int
    ) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy"))
        await assert_not_rateable(store, mix_id, position)

    @pytest.mark.parametrize("position", [0, 1])
    @pytest.mark.parametrize("mix_id", [-1, 0, 77, LARGE])
    async def test_a_mix_that_is_not_there_cannot_be_rated(
        self, store: Store, mix_id: int, position: int
    ) -> None:
        await assert_not_rateable(store, mix_id, position)

    async def test_nothing_can_be_taken_back_where_nothing_is(self, store: Store) -> None:
        with pytest.raises(ConversationError):
            await store.rate(ANN, 1, 1, None)


class TestForgetting:
    async def test_everything_of_one_person_goes_at_once(self, store: Store) -> None:
        await store.give_consent(ANN, Consent(1, GIVEN_AT))
        await store.save_session(ANN, Session(face=face_reading()))
        mix_id = await store.save_mix(ANN, mix_of("Hello"))
        await store.link_message(FIRST_MESSAGE, mix_id)
        await store.rate(BEN, mix_id, 1, Verdict.UP)

        await store.forget(ANN)

        assert await store.consent_of(ANN) is None
        assert await store.session_of(ANN) == Session()
        assert await store.track_of(mix_id, 1) is None
        assert await store.mix_of_message(FIRST_MESSAGE) is None
        await assert_not_rateable(store, mix_id, 0)

    async def test_other_people_keep_what_is_theirs(self, store: Store) -> None:
        session = Session(face=face_reading())
        await store.give_consent(BEN, Consent(1, GIVEN_AT))
        await store.save_session(BEN, session)
        mix_id = await store.save_mix(BEN, mix_of("Hello"))
        await store.link_message(FIRST_MESSAGE, mix_id)
        await store.rate(ANN, mix_id, 1, Verdict.UP)

        await store.forget(ANN)

        assert await store.consent_of(BEN) == Consent(1, GIVEN_AT)
        assert await store.session_of(BEN) == session
        assert await store.track_of(mix_id, 1) is not None
        assert await store.mix_of_message(FIRST_MESSAGE) == mix_id

    async def test_a_stranger_and_a_second_time_are_fine(self, store: Store) -> None:
        await store.forget(ANN)
        await store.give_consent(ANN, Consent(1, GIVEN_AT))
        await store.forget(ANN)
        await store.forget(ANN)
        assert await store.consent_of(ANN) is None

    async def test_a_forgotten_person_can_come_back(self, store: Store) -> None:
        await store.give_consent(ANN, Consent(1, GIVEN_AT))
        await store.forget(ANN)
        await store.give_consent(ANN, Consent(2, GIVEN_AT))
        assert await store.consent_of(ANN) == Consent(2, GIVEN_AT)


async def test_many_people_at_once_do_not_mix_up(store: Store) -> None:
    async def visit(number: int) -> tuple[int, int]:
        person = PersonId(f"{number:064}")
        await store.give_consent(person, Consent(number + 1, GIVEN_AT))
        seed = seed_of(rated(f"song {number}", "somebody", 0, 0))
        await store.save_session(person, Session(face_reading(), seed))
        mix_id = await store.save_mix(person, mix_of(f"song {number}", "Hello", "Happy"))
        await store.link_message(MessageRef(f"m{number:063}"), mix_id)
        await store.rate(person, mix_id, number % 4, Verdict.DOWN)
        return number, mix_id

    visits = await asyncio.gather(*(visit(number) for number in range(40)))

    assert len({mix_id for _, mix_id in visits}) == len(visits)
    for number, mix_id in visits:
        person = PersonId(f"{number:064}")
        assert await store.consent_of(person) == Consent(number + 1, GIVEN_AT)
        seed, track = (await store.session_of(person)).seed, await store.track_of(mix_id, 1)
        assert seed is not None
        assert track is not None
        assert seed.track.title == track.title == f"song {number}"
        assert await store.mix_of_message(MessageRef(f"m{number:063}")) == mix_id
