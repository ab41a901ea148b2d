from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.judgement import Judgement
from core.domain.mix import MIX_LENGTH, ReasonKind, Verdict
from core.domain.song_text import match_artist, match_key
from core.domain.track import OwnFile, RatedTrack, Track
from core.domain.track_table import SongFacts, TrackTable, TrackTableBuilder, song_hash
from core.domain.wishes import Context, Wishes
from core.services.preference import Preference
from core.services.ranking import rank, weights
from core.services.traits import Trait, TraitKind, crowd_trait
from tests.fakes.orders import SOMETHING_NEW, order_for
from tests.fakes.songs import face_reading, rated, unsure_reading

CATALOGUE = [
    rated("Someone Like You", "Adele", -0.6, -0.3, year=2011, genre="pop", language="en"),
    rated("Hello", "Adele", -0.5, -0.1, year=2015, genre="pop", language="en"),
    rated("Fast Car", "Tracy Chapman", -0.3, -0.2, year=1988, genre="folk", language="en"),
    rated("Hallelujah", "Jeff Buckley", -0.5, -0.5, year=1994, genre="rock", language="en"),
    rated("Uptown Funk", "Mark Ronson", 0.8, 0.8, year=2014, genre="funk", language="en"),
    rated("Happy", "Pharrell Williams", 0.9, 0.6, year=2013, genre="soul", language="en"),
    rated("La Vie en rose", "Édith Piaf", 0.5, -0.3, year=1947, genre="chanson", language="fr"),
    rated("Gymnopédie No. 1", "Erik Satie", 0.0, -0.9, year=1888, genre="classical"),
]
HERE = Affect(0.5, 0.5)

unit = st.floats(-1, 1, allow_nan=False)
points = st.builds(Affect, unit, unit)
names = st.sampled_from(["Ana", "Bo", "Cy", "Di", "Ed", "Flo"])
songs = st.builds(
    rated,
    st.text("abcdefgh", min_size=1, max_size=4),
    names,
    unit,
    unit,
    year=st.none() | st.integers(1950, 2025),
    genre=st.none() | st.sampled_from(["pop", "rock", "k-pop"]),
    language=st.none() | st.sampled_from(["en", "fr"]),
)
traits = st.sampled_from(
    [
        Trait(TraitKind.ARTIST, "bo"),
        Trait(TraitKind.GENRE, "rock"),
        Trait(TraitKind.GENRE_FAMILY, "pop"),
        Trait(TraitKind.DECADE, "1990"),
        Trait(TraitKind.LANGUAGE, "fr"),
        Trait(TraitKind.VALENCE),
        Trait(TraitKind.AROUSAL),
        Trait(TraitKind.BRIGHTER),
        Trait(TraitKind.LIVELIER),
        Trait(TraitKind.OFF_MOOD),
        *(crowd_trait(song_hash(Track(title, ("Cy",)))) for title in ("a", "b", "c")),
    ]
)
preferences = st.builds(Preference, st.dictionaries(traits, unit, max_size=6))
wishes = st.builds(
    Wishes,
    languages=st.sampled_from([frozenset(), frozenset({"fr"})]),
    not_artists=st.lists(names, max_size=1).map(tuple),
    like_artists=st.lists(names, max_size=1).map(tuple),
    like=st.lists(songs.map(lambda song: song.track), max_size=1).map(tuple),
    contexts=st.lists(st.sampled_from(Context), max_size=2, unique=True).map(tuple),
)
orders = st.builds(
    order_for,
    points,
    st.builds(Track, st.just("a"), st.just(("Ana",)), st.just(1990), st.just("pop"), st.just("en")),
    face=st.sampled_from([face_reading(Emotion.ANGRY), unsure_reading()]),
    intent=st.sampled_from(Intent),
    wishes=wishes,
    recent=st.lists(songs.map(lambda song: song.track), max_size=2).map(tuple),
    preference=preferences,
    length=st.integers(1, 8),
)


def titles(*tables: list[RatedTrack], target: Affect = HERE, seed: Track = SOMETHING_NEW, **parts):
    ranked = rank([TrackTable.of(songs) for songs in tables], order_for(target, seed, **parts))
    return [recommendation.track.title for recommendation in ranked]


def part(recommendation, kind: ReasonKind) -> float:
    return sum(r.contribution for r in recommendation.reasons if r.kind is kind)


def test_the_mood_comes_first() -> None:
    assert titles(CATALOGUE, target=Affect(0.9, 0.55), length=2) == ["Happy", "Uptown Funk"]
    assert titles(CATALOGUE, target=Affect(0.0, -0.9), length=1) == ["Gymnopédie No. 1"]


def test_the_seed_itself_is_never_recommended_however_it_is_spelled() -> None:
    seed = Track("HAPPY (Official Video)", ("Pharrell Williams",))
    assert "Happy" not in titles(CATALOGUE, target=Affect(0.9, 0.6), seed=seed, length=8)


def test_one_artist_has_one_place_guests_included() -> None:
    both = {"Someone Like You", "Hello"}
    assert len(both & set(titles(CATALOGUE, target=Affect(-0.55, -0.2), length=8))) == 1
    guest = rated("Duet", "Somebody", 0.5, 0.5)
    guest = replace(guest, track=replace(guest.track, artists=("Somebody", "Solo")))
    assert len(titles([guest, rated("Alone", "Solo", 0.5, 0.5)])) == 1


def test_live_takes_and_remasters_are_one_song() -> None:
    takes = [rated(f"Hurt{take}", "Johnny Cash", 0.5, 0.5) for take in ("", " (Live at X)")]
    takes += [rated("Hurt - 2011 Remaster", "Johnny Cash", 0.5, 0.5)]
    assert titles(takes) == ["Hurt"]


def test_taste_decides_between_equal_moods() -> None:
    pair = [
        rated("Rock One", "A", 0.5, 0.5, genre="rock", language="en", year=1975),
        rated("Pop One", "B", 0.5, 0.5, genre="pop", language="en", year=1975),
    ]
    seed = Track("X", ("C",), genre="pop", year=1976)
    first = rank([TrackTable.of(pair)], order_for(HERE, seed))[0]
    assert first.track.title == "Pop One"
    kinds = {reason.kind for reason in first.reasons}
    assert kinds == {ReasonKind.MOOD, ReasonKind.GENRE, ReasonKind.ERA}


def test_an_artists_other_songs_tell_the_seeds_genre_and_language() -> None:
    seed = Track("Rolling in the Deep", ("Adele",))
    ranked = rank([TrackTable.of(CATALOGUE)], order_for(Affect(-0.5, -0.1), seed))
    hello = next(each for each in ranked if each.track.artists == ("Adele",))
    assert part(hello, ReasonKind.GENRE) == pytest.approx(weights.GENRE)
    assert part(hello, ReasonKind.LANGUAGE) == pytest.approx(weights.LANGUAGE)


def test_a_genre_of_the_same_family_counts_less_than_the_genre_itself() -> None:
    trio = [rated(g, g, 0.5, 0.5, genre=g) for g in ("rock", "k-pop", "pop")]
    seed = Track("X", ("Y",), genre="pop")
    same, akin, other = rank([TrackTable.of(trio)], order_for(HERE, seed))
    assert [each.track.title for each in (same, akin, other)] == ["pop", "k-pop", "rock"]
    assert part(same, ReasonKind.GENRE) > part(akin, ReasonKind.GENRE) > 0
    assert {"pop"} == {
        reason.detail
        for each in (same, akin)
        for reason in each.reasons
        if reason.kind is ReasonKind.GENRE
    }


def test_era_fades_with_the_years_between() -> None:
    def era_part(year: int) -> float:
        seed = Track("X", ("Y",), year=year)
        table = TrackTable.of([rated("T", "A", 0, 0, year=1980)])
        return part(rank([table], order_for(Affect(0, 0), seed))[0], ReasonKind.ERA)

    assert era_part(1980) > era_part(1985) > era_part(1994) > era_part(1996) == 0


def with_sound(title: str, tempo: float, energy: float) -> tuple[Track, Affect, SongFacts]:
    facts = SongFacts(sound=(tempo, energy, np.nan, np.nan, np.nan))
    return Track(title, (f"Artist of {title}",)), HERE, facts


def test_what_sounds_like_the_seed_goes_first_and_half_the_tempo_is_the_same_tempo() -> None:
    builder = TrackTableBuilder()
    for song in (
        with_sound("Unlike", 97, 0.2),
        with_sound("Seed", 140, 0.8),
        with_sound("Half", 70, 0.8),
    ):
        builder.add(*song)
    builder.add(Track("Unknown", ("U",)), HERE)
    seed = Track("Seed", ("Artist of Seed",))
    ranked = rank([builder.build()], order_for(HERE, seed))
    assert ranked[0].track.title == "Half"
    assert part(ranked[0], ReasonKind.SOUND) == pytest.approx(weights.TEMPO + weights.ENERGY)


def test_wishes_for_a_language_leave_out_every_other() -> None:
    assert titles(CATALOGUE, wishes=Wishes(languages=frozenset({"fr"}))) == ["La Vie en rose"]
    assert titles(CATALOGUE, wishes=Wishes(languages=frozenset({"xh"}))) == []


def test_an_unwanted_artist_is_left_out_even_as_a_guest() -> None:
    guest = rated("Duet", "Somebody", 0.5, 0.5)
    guest = replace(guest, track=replace(guest.track, artists=("Somebody", "The Wrong One")))
    wished = Wishes(not_artists=("wrong one",))
    assert titles([guest, rated("Fine", "Else", -0.5, -0.5)], wishes=wished) == ["Fine"]


def test_a_liked_artist_goes_before_a_song_that_is_as_near() -> None:
    pair = [rated("One", "A", 0.5, 0.5), rated("Two", "B", 0.6, 0.4)]
    assert titles(pair, wishes=Wishes(like_artists=("b",)))[0] == "Two"


def test_more_like_a_song_brings_its_kind_and_not_the_song() -> None:
    liked = rated("Liked", "L", 0.5, 0.5, genre="fado", language="pt", year=1999)
    kin = rated("Kin", "K", 0.45, 0.5, genre="fado", language="pt", year=2001)
    ranked = titles([liked, rated("Near", "N", 0.5, 0.5), kin], wishes=Wishes(like=(liked.track,)))
    assert ranked == ["Kin", "Near"]


@pytest.mark.parametrize(("context", "first"), [(Context.WORKOUT, "Fast"), (Context.SLEEP, "Slow")])
def test_a_context_prefers_the_tempo_that_suits_it(context, first) -> None:
    builder = TrackTableBuilder()
    for song in (with_sound("Slow", 70, 0.1), with_sound("Fast", 132, 0.9)):
        builder.add(*song)
    ranked = rank([builder.build()], order_for(HERE, wishes=Wishes(contexts=(context,))))
    assert ranked[0].track.title == first
    assert part(ranked[0], ReasonKind.CONTEXT) > 0 > part(ranked[1], ReasonKind.CONTEXT)


def test_songs_of_recent_answers_come_only_where_there_are_no_others() -> None:
    crowd = [rated(f"T{n}", f"A{n}", 0.5, 0.5) for n in range(7)]
    recent = tuple(song.track for song in crowd[:4])
    assert titles(crowd, recent=recent)[:3] == ["T4", "T5", "T6"]
    crowd += [rated(f"U{n}", f"B{n}", 0.5, 0.5) for n in range(2)]
    assert not {"T0", "T1", "T2", "T3"} & set(titles(crowd, recent=recent))


def test_another_song_by_an_artist_of_a_recent_answer_steps_back() -> None:
    pair = [rated("Again", "Known", 0.5, 0.5), rated("Fresh", "New", 0.5, 0.48)]
    assert titles(pair) == ["Again", "Fresh"]
    assert titles(pair, recent=(Track("Before", ("Known",)),)) == ["Fresh", "Again"]


def test_lists_are_not_all_of_one_genre_where_another_is_as_good() -> None:
    crowd = [rated(f"P{n}", f"A{n}", 0.5, 0.5, genre="pop", year=2001) for n in range(6)]
    crowd.append(rated("Other", "O", 0.5, 0.47, genre="jazz", year=1961))
    assert "Other" in titles(crowd)


def test_a_sure_rating_goes_before_an_unsure_one_at_the_same_place() -> None:
    pair = [rated("Unsure", "A", 0.5, 0.5), rated("Sure", "B", 0.5, 0.5)]
    table = replace(TrackTable.of(pair), spread=np.array([0.3, 0.1], np.float32))
    assert [each.track.title for each in rank([table], order_for(HERE))] == ["Sure", "Unsure"]


def test_an_unsure_face_leaves_more_to_taste() -> None:
    pair = [
        rated("Near", "A", 0.5, 0.5),
        rated("Liked", "B", 0.75, 0.2, genre="pop", language="en"),
    ]
    seed = Track("X", ("C",), genre="pop", language="en")
    sure = face_reading(Emotion.SAD).corrected(Emotion.SAD)
    assert titles(pair, seed=seed, face=sure) == ["Near", "Liked"]
    assert titles(pair, seed=seed, face=unsure_reading()) == ["Liked", "Near"]


def test_of_a_song_in_several_tables_the_first_entry_counts() -> None:
    own = rated("Mine", "Me", 0.2, 0.2)
    own = replace(own, track=replace(own.track, file=OwnFile(7, Path("/music/mine.mp3"))))
    ranked = rank(
        [TrackTable.of([own]), TrackTable.of([rated("Mine", "Me", 0.5, 0.5)])], order_for(HERE)
    )
    assert [each.track.file for each in ranked] == [own.track.file]


def test_an_artist_with_more_songs_than_the_pool_holds_leaves_room_for_others() -> None:
    flood = [rated(f"T{n}", "Flood", 0.5, 0.5) for n in range(weights.POOL + 50)]
    others = [rated(f"U{n}", f"Other {n}", -0.5, -0.5) for n in range(4)]
    assert len(titles(flood + others)) == MIX_LENGTH


def test_verdicts_move_the_list_and_say_so() -> None:
    pair = [
        rated("Rock One", "A", 0.5, 0.5, genre="rock"),
        rated("Pop One", "B", 0.5, 0.5, genre="pop"),
    ]
    judgements = [
        Judgement(rated(f"{genre} {n}", f"X {genre} {n}", 0.5, 0.5, genre=genre), HERE, verdict)
        for n in range(10)
        for genre, verdict in (("pop", Verdict.UP), ("rock", Verdict.DOWN))
    ]
    learned = Preference.learned(judgements, [1])
    first, second = rank([TrackTable.of(pair)], order_for(HERE, preference=learned))
    assert first.track.title == "Pop One"
    assert part(first, ReasonKind.LEARNED) > 0 > part(second, ReasonKind.LEARNED)


def test_what_is_told_of_learned_taste_is_what_spoke_for_the_track() -> None:
    song = rated("Rock in French", "A", 0.5, 0.5, genre="rock", language="fr")
    mixed = Preference(
        {
            Trait(TraitKind.GENRE, "rock"): -0.5,
            Trait(TraitKind.LANGUAGE, "fr"): 0.3,
            Trait(TraitKind.ARTIST, "a"): 0.4,
        }
    )
    (track,) = rank([TrackTable.of([song])], order_for(HERE, preference=mixed))
    learned = next(reason for reason in track.reasons if reason.kind is ReasonKind.LEARNED)
    assert learned.contribution > 0
    assert learned.detail == "artist:a"


@given(st.lists(songs, min_size=1, max_size=8), points, preferences)
def test_what_was_learned_counts_as_the_preference_says(catalogue, target, preference) -> None:
    order = order_for(target, Track("z", ("Zed",)), preference=preference, length=8)
    for recommendation in rank([TrackTable.of(catalogue)], order):
        said = sum(preference.parts(recommendation.rated, target).values())
        expected = weights.LEARNED * min(1.0, max(-1.0, said))
        assert part(recommendation, ReasonKind.LEARNED) == pytest.approx(expected, abs=1e-5)


@settings(max_examples=150)
@given(st.lists(songs, max_size=20), orders)
def test_laws_of_a_ranking(catalogue, order) -> None:
    ranked = rank([TrackTable.of(catalogue)], order)
    leads = [recommendation.track.artists[0] for recommendation in ranked]
    assert len(ranked) <= order.length
    assert len(leads) == len(set(leads))
    assert ranked == rank([TrackTable.of(catalogue)], order)
    liked = {match_key(song) for song in order.wishes.like}
    unwanted = {match_artist(name) for name in order.wishes.not_artists}
    for recommendation in ranked:
        track = recommendation.track
        assert match_key(track) not in {match_key(order.seed.track), *liked}
        assert match_artist(track.artists[0]) not in unwanted
        assert not order.wishes.languages or track.language in order.wishes.languages
        parts = [reason.contribution for reason in recommendation.reasons]
        assert recommendation.score == pytest.approx(sum(parts))
        assert parts == sorted(parts, reverse=True)
        assert len({reason.kind for reason in recommendation.reasons}) == len(parts)
        assert parts[0] > 0
    if order.intent is Intent.MODULATE:
        scores = [recommendation.score for recommendation in ranked]
        assert scores == sorted(scores, reverse=True)
