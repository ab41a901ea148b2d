"""Moods in people's own words."""

from __future__ import annotations

import pytest

from bot.presenters.language import LANGUAGES, say, speaking
from bot.presenters.mood_words import mood_of
from core.domain.emotion import Emotion


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("emotion", Emotion)
def test_what_moodmix_calls_a_mood_is_understood_in_every_language(language, emotion):
    with speaking(language):
        name, feel = say("emotion-name", emotion=emotion), say("emotion-feel", emotion=emotion)
        assert {mood_of(name), mood_of(feel), mood_of(name.upper())} == {emotion}


@pytest.mark.parametrize(
    ("words", "emotion"),
    [
        ("  HAPPY!! ", Emotion.HAPPY),
        ("Heartbroken…", Emotion.SAD),
        ("grossed   out", Emotion.DISGUST),
        ("Ängry", Emotion.ANGRY),
        ("so-so", Emotion.NEUTRAL),
        ("neutral", Emotion.NEUTRAL),
        ("Toto - Africa", None),
        ("😀", None),
        ("", None),
    ],
)
def test_words_count_however_they_are_written_and_other_words_do_not(words, emotion):
    assert mood_of(words) is emotion
