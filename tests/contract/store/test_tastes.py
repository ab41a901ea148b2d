"""What every store remembers of what people like and ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.affect import Affect
from core.domain.conversation import PersonId
from core.domain.intent import Intent, IntentCause, IntentDecision
from core.domain.mix import WHOLE_MIX, Recommendation, Verdict
from core.domain.track import Track
from core.domain.wishes import NO_WISHES
from core.ports.store import Store
from tests.fakes.answers import mix_of
from tests.fakes.songs import rated

ANN, BEN = PersonId("a" * 64), PersonId("b" * 64)
EVERYTHING = 1000


async def verdicts(store: Store, person: PersonId = ANN) -> list[tuple[str, Verdict, bool]]:
    judgements = await store.tastes.judgements_of(person, EVERYTHING)
    return [(each.rated.track.title, each.verdict, each.of_mix) for each in judgements]


class TestJudgements:
    async def test_who_rated_nothing_has_none(self, store: Store) -> None:
        await store.save_mix(ANN, mix_of("One"))
        assert await verdicts(store) == []

    async def test_they_know_the_song_and_where_the_list_aimed(self, store: Store) -> None:
        song = rated("Gole Yakh", "Kourosh", -0.5, 0.25, year=1974, genre="rock", language="fa")
        mix = mix_of("One")
        given = mix.recommendations[0]
        mix_id = await store.save_mix(
            ANN, replace(mix, recommendations=(Recommendation(song, 0.5, (), given.aim),))
        )
        await store.rate(ANN, mix_id, 1, Verdict.UP)
        (judgement,) = await store.tastes.judgements_of(ANN, EVERYTHING)
        assert judgement.rated.affect == song.affect
        track = judgement.rated.track
        assert (track.title, track.artists) == ("Gole Yakh", ("Kourosh",))
        assert (track.year, track.genre, track.language) == (1974, "rock", "fa")
        assert judgement.target == mix.target == Affect(0.5, 0.25)

    async def test_the_latest_come_first_and_older_ones_are_left(self, store: Store) -> None:
        first = await store.save_mix(ANN, mix_of("One", "Two"))
        second = await store.save_mix(ANN, mix_of("Three"))
        await store.rate(ANN, first, 2, Verdict.DOWN)
        await store.rate(ANN, second, 1, Verdict.UP)
        assert [title for title, _, _ in await verdicts(store)] == ["Three", "Two"]
        assert len(await store.tastes.judgements_of(ANN, 1)) == 1

    async def test_a_verdict_taken_back_is_as_if_it_had_never_been(self, store: Store) -> None:
        mix_id = await store.save_mix(ANN, mix_of("One"))
        await store.rate(ANN, mix_id, 1, Verdict.UP)
        await store.rate(ANN, mix_id, 1, None)
        assert await verdicts(store) == []

    async def test_a_mix_speaks_for_its_tracks_that_have_no_verdict(self, store: Store) -> None:
        mix_id = await store.save_mix(ANN, mix_of("One", "Two", "Three"))
        await store.rate(ANN, mix_id, WHOLE_MIX, Verdict.UP)
        await store.rate(ANN, mix_id, 2, Verdict.DOWN)
        assert sorted(await verdicts(store)) == [
            ("One", Verdict.UP, True),
            ("Three", Verdict.UP, True),
            ("Two", Verdict.DOWN, False),
        ]

    async def test_they_are_the_raters_whoever_the_mix_was_for(self, store: Store) -> None:
        mix_id = await store.save_mix(ANN, mix_of("One"))
        await store.rate(BEN, mix_id, 1, Verdict.DOWN)
        assert await verdicts(store, ANN) == []
        assert await verdicts(store, BEN) == [("One", Verdict.DOWN, False)]


class TestAnswersSoFar:
    async def test_the_last_tracks_are_known_newest_first(self, store: Store) -> None:
        await store.save_mix(ANN, mix_of("One", "Two"))
        await store.save_mix(ANN, mix_of("Three"))
        await store.save_mix(BEN, mix_of("Four"))
        given = await store.tastes.given_lately(ANN, 2)
        assert given == [Track("Three", ("Queen",)), Track("One", ("Queen",))]
        assert await store.tastes.mixes_made(ANN) == 2

    async def test_an_intent_is_told_only_where_somebody_chose_it(self, store: Store) -> None:
        mix = mix_of("One")
        decided = await store.save_mix(ANN, mix)
        chosen = await store.save_mix(
            ANN, replace(mix, decision=IntentDecision(Intent.MODULATE, IntentCause.CHOSEN))
        )
        assert await store.chosen_intent(decided) is None
        assert await store.chosen_intent(chosen) is Intent.MODULATE
        assert await store.chosen_intent(2**70) is None


class TestVotes:
    async def test_people_are_told_apart_and_not_named(self, store: Store) -> None:
        mix_id = await store.save_mix(ANN, mix_of("One", "Two"))
        await store.rate(ANN, mix_id, 1, Verdict.UP)
        await store.rate(ANN, mix_id, 2, Verdict.UP)
        await store.rate(BEN, mix_id, 1, Verdict.DOWN)
        await store.rate(BEN, mix_id, WHOLE_MIX, Verdict.DOWN)
        votes = await store.tastes.votes()
        assert [(vote.rater, vote.track.title, vote.verdict) for vote in votes] == [
            (1, "One", Verdict.UP),
            (1, "Two", Verdict.UP),
            (2, "One", Verdict.DOWN),
        ]


class TestWishes:
    async def test_nobody_wishes_anything_at_first(self, store: Store) -> None:
        assert await store.tastes.wishes_of(ANN) == NO_WISHES

    async def test_they_add_up_and_asking_twice_is_fine(self, store: Store) -> None:
        tastes, song = store.tastes, Track("Gole Yakh", ("Kourosh", "A guest"))
        for _ in range(2):
            await tastes.want_without(ANN, "Nickelback")
            await tastes.want_more_like(ANN, song)
        wishes = await tastes.wishes_of(ANN)
        assert wishes.not_artists == ("Nickelback",)
        assert wishes.like == (song,)
        assert await tastes.wishes_of(BEN) == NO_WISHES

    async def test_a_new_round_keeps_who_is_left_out(self, store: Store) -> None:
        await store.tastes.want_without(ANN, "Nickelback")
        await store.tastes.want_more_like(ANN, Track("One"))
        await store.tastes.end_round(ANN)
        wishes = await store.tastes.wishes_of(ANN)
        assert (wishes.not_artists, wishes.like) == (("Nickelback",), ())

    @pytest.mark.parametrize("way", ["drop_wishes", "forget"])
    async def test_they_can_be_taken_back(self, store: Store, way: str) -> None:
        for person in (ANN, BEN):
            await store.tastes.want_without(person, "Nickelback")
        await getattr(store if way == "forget" else store.tastes, way)(ANN)
        assert await store.tastes.wishes_of(ANN) == NO_WISHES
        assert await store.tastes.wishes_of(BEN) != NO_WISHES
