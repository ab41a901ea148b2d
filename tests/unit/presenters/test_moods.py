from __future__ import annotations

from dataclasses import replace

import pytest

from bot.presenters.answer import mix_as_json, present_mix
from bot.presenters.choices import choices_under
from bot.presenters.moods import face_as_json, present_face
from bot.presenters.questions import ask_for_song
from core.domain.conversation import Answer, Change, NeedFace, NeedSong, Whose
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.intent import Intent, IntentCause, IntentDecision
from core.domain.mood_timeline import MoodTimeline
from tests.fakes.answers import mix_of
from tests.fakes.songs import face_reading, film_reading, group_reading, unsure_reading


def test_the_persons_own_word_is_not_put_down_to_the_network() -> None:
    told = replace(unsure_reading(), faces_found=3).corrected(Emotion.SURPRISE)

    assert present_face(told) == "You told me you feel surprised."
    assert ask_for_song(NeedSong(told)).startswith("Noted: you feel surprised. Which song")


@pytest.mark.parametrize(
    ("probabilities", "words"),
    [
        (
            {"sad": 0.38, "neutral": 0.35, "angry": 0.15},
            "sad (38\xa0%), neutral (35\xa0%) or angry (15\xa0%)?",
        ),
        ({"sad": 0.48, "neutral": 0.4}, "sad (48\xa0%) or neutral (40\xa0%)?"),
        ({"fear": 0.45}, "maybe frightened (45\xa0%)?"),
    ],
)
def test_an_unsure_face_names_what_it_could_be(probabilities, words) -> None:
    rest = (1 - sum(probabilities.values())) / (7 - len(probabilities))
    estimate = EmotionEstimate({e: probabilities.get(e.value, rest) for e in Emotion})
    face = replace(unsure_reading(), emotion=estimate)

    assert present_face(face) == f"I am not sure how you look: {words}"
    assert len(choices_under(NeedSong(face)).guesses) == len(probabilities)


def test_a_mix_for_an_unsure_face_says_what_its_list_follows() -> None:
    mix = replace(mix_of("A"), face=unsure_reading())

    assert present_mix(mix).face.endswith("This list follows a mix of all I see.")
    assert "mix of all" not in present_mix(mix_of("A")).face


def test_everyones_mood_is_not_told_as_one_persons() -> None:
    assert present_face(group_reading().of_everyone()) == (
        "All of you together look happy to me (60\xa0% sure)."
    )


H, N, S, W = Emotion.HAPPY, Emotion.NEUTRAL, Emotion.SAD, Emotion.SURPRISE


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        ([(H, 12)], "Over 12 seconds you looked happy all the time."),
        (
            [(H, 9), (W, 2), (S, 1)],
            (
                "Over 12 seconds you looked mostly happy (9 s), a little surprised (2 s) and "
                "a little sad (1 s)."
            ),
        ),
        ([(S, 2), (H, 4)], "Over 6 seconds you looked mostly happy (4 s) and also sad (2 s)."),
        (
            [(S, 3), (H, 4), (N, 3), (W, 1)],
            (
                "Over 11 seconds you looked most often happy (4 s), also sad (3 s) and "
                "also neutral (3 s)."
            ),
        ),
        ([(H, 1)], "You look happy to me (88\xa0% sure)."),
    ],
)
def test_a_film_is_told_by_its_seconds(seconds, words) -> None:
    assert present_face(film_reading(*seconds)) == words


def test_a_blink_in_a_film_is_not_named_and_a_reading_apart_from_the_majority_is() -> None:
    film = film_reading((H, 10))
    moments = list(film.timeline.moments)
    moments[20:23] = [replace(moment, emotion=face_reading(W).emotion) for moment in moments[:3]]
    moments = [replace(moment, time_s=0.2 * n) for n, moment in enumerate(moments)]
    blinked = replace(film, timeline=MoodTimeline(tuple(moments)))

    assert present_face(blinked) == "Over 10 seconds you looked happy nearly all the time."
    apart = replace(blinked, emotion=face_reading(S, 0.6).emotion)
    assert present_face(apart).endswith("All in all you look sad to me (60\xa0% sure).")


def test_in_a_film_of_several_the_largest_face_is_followed() -> None:
    words = present_face(film_reading((H, 5), faces_found=2))
    assert words.endswith("I saw 2 faces and followed the largest one.")


def test_guesses_and_everyones_mood_are_offered_together_and_only_where_they_say_something() -> (
    None
):
    crowd = replace(group_reading(), emotion=unsure_reading().emotion, sure=False)

    both = choices_under(NeedSong(crowd))
    assert [choice.change.mood for choice in both.guesses] == [
        Emotion.SAD,
        Emotion.NEUTRAL,
        Emotion.ANGRY,
    ]
    assert [choice.change for choice in both.whose] == [Change(Whose.EVERYONE)]
    for reading in (face_reading(), crowd.of_everyone(), unsure_reading().corrected(Emotion.SAD)):
        none = choices_under(NeedSong(reading))
        assert (none.guesses, none.whose) == ((), ())
    assert choices_under(NeedFace(mix_of("A").seed)).intents == ()


def test_a_mood_keeps_an_intent_only_where_the_person_chose_it() -> None:
    mix = replace(mix_of("A"), face=unsure_reading())
    chosen = replace(mix, decision=IntentDecision(Intent.MODULATE, IntentCause.CHOSEN))

    kept = {
        choice.change.intent
        for made in (mix, chosen)
        for choice in choices_under(Answer(1, made)).guesses
    }
    assert kept == {None, Intent.MODULATE}
    stands = [choice.stands for choice in choices_under(Answer(1, chosen)).intents]
    assert stands == [True, False, False]


@pytest.mark.parametrize("emotion", list(Emotion))
def test_soothing_is_offered_to_the_angry_the_frightened_and_the_disgusted(emotion) -> None:
    mix = replace(mix_of("A"), face=face_reading(emotion))
    offered = [choice.change.intent for choice in choices_under(Answer(1, mix)).intents]
    agitated = emotion in {Emotion.ANGRY, Emotion.FEAR, Emotion.DISGUST}
    assert (Intent.SOOTHE in offered) is agitated
    assert offered[:2] == [Intent.MODULATE, Intent.ENHANCE]


def test_soothing_that_was_chosen_stays_on_offer() -> None:
    mix = replace(
        mix_of("A"),
        face=face_reading(Emotion.SAD),
        decision=IntentDecision(Intent.SOOTHE, IntentCause.CHOSEN),
    )
    standing = [choice for choice in choices_under(Answer(1, mix)).intents if choice.stands]
    assert [choice.change.intent for choice in standing] == [Intent.SOOTHE]


def test_json_tells_what_is_unsure_and_everyones_mood() -> None:
    crowd = replace(group_reading(), emotion=unsure_reading().emotion, sure=False)

    face = mix_as_json(replace(mix_of("A"), face=crowd))["face"]

    assert face["sure"] is False
    assert face["guesses"] == ["sad", "neutral", "angry"]
    assert set(face["everyone"]) == {"label", "confidence", "probabilities", "valence", "arousal"}
    assert face["everyone"]["label"] == "happy"
    alone = face_as_json(face_reading())
    assert (alone["sure"], alone["guesses"], alone["everyone"]) == (True, [], None)
