from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from bot.presenters.answer import mix_as_json, present_mix
from bot.presenters.questions import ask_for_face
from bot.presenters.song import describe_song, reading_as_json, sound_words
from bot.telegram.render import CAPTION_LIMIT, render_mix
from core.domain.affect import Affect
from core.domain.conversation import NeedFace
from core.domain.music_reading import Key, Mode, MusicMood, SongMoment, Sound
from tests.fakes.answers import mix_of
from tests.fakes.songs import SLOW_MINOR_SOFT, music_reading

CALM, WILD = Affect(-0.1, -0.6), Affect(0.4, 0.5)
MOVING = music_reading(
    Affect(0.1, 0), *(SongMoment(40.0 * n, CALM if n < 3 else WILD) for n in range(6))
)
PLAIN = Sound(104.0, None, -18.0, 0.4, None, None, 2000.0)


def test_a_slow_soft_song_in_minor_is_told_so_with_tempo_and_key() -> None:
    words = describe_song(music_reading(CALM))
    assert words == "It sounds slow, minor and soft (about 72 BPM in A minor)."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tempo_bpm": 89.0}, ("slow",)),
        ({"tempo_bpm": 90.0}, ()),
        ({"tempo_bpm": 130.0}, ()),
        ({"tempo_bpm": 131.0}, ("fast",)),
        ({"tempo_bpm": None}, ()),
        ({"key": Key(0, Mode.MAJOR, 0.9)}, ("major",)),
        ({"key": Key(0, Mode.MAJOR, 0.3)}, ()),
        ({"loudness_db": -25.0}, ("soft",)),
        ({"loudness_db": -11.0}, ("loud",)),
        ({"brightness_hz": 1100.0}, ("mellow",)),
        ({"brightness_hz": 3100.0}, ("crisp",)),
    ],
)
def test_only_what_stands_out_has_a_word(change: dict[str, object], words: tuple[str]) -> None:
    assert sound_words(replace(PLAIN, **change)) == words


def test_a_song_in_which_nothing_stands_out_tells_its_tempo_or_nothing() -> None:
    assert describe_song(music_reading(CALM, sound=PLAIN)) == "It moves at about 104 BPM."
    silent = replace(PLAIN, tempo_bpm=None)
    assert describe_song(music_reading(CALM, sound=silent)) == ""


def test_a_key_that_is_not_sure_is_not_named() -> None:
    unsure = replace(SLOW_MINOR_SOFT, key=Key(9, Mode.MINOR, 0.2))
    words = describe_song(music_reading(CALM, sound=unsure))
    assert words == "It sounds slow and soft (about 72 BPM)."


def test_a_song_that_moves_is_told_to_move_and_when() -> None:
    assert describe_song(MOVING).endswith(
        "It starts calm, and grows brighter and more energetic from about 2:00 on."
    )


def test_a_song_that_stays_is_not_told_to_move() -> None:
    steady = music_reading(CALM, *(SongMoment(40.0 * n, CALM) for n in range(6)))
    assert "starts" not in describe_song(steady)


def test_what_was_heard_is_in_the_explanation_the_json_and_the_question_for_a_face() -> None:
    mix = mix_of("A", "B")
    heard = replace(mix, seed=replace(mix.seed, heard=MOVING))
    sentence = describe_song(MOVING)
    assert present_mix(heard).song.endswith(sentence)
    assert sentence in ask_for_face(NeedFace(heard.seed))
    told = json.loads(json.dumps(mix_as_json(heard)))["seed"]["heard"]
    assert told == reading_as_json(MOVING)
    assert told["sound"]["key"] == {"tonic": "A", "mode": "minor", "confidence": 0.8}
    assert set(told["moods"]) == {mood.value for mood in MusicMood}
    assert [moment["time_s"] for moment in told["moments"]] == [0, 40, 80, 120, 160, 200]


def test_of_a_song_somebody_else_rated_nothing_is_said_to_be_heard() -> None:
    mix = mix_of("A", "B")
    assert mix_as_json(mix)["seed"]["heard"] is None
    assert "sounds" not in present_mix(mix).song
    assert ask_for_face(NeedFace(mix.seed)).count(".") == 2


@pytest.mark.parametrize("name", ["Water", "T" * 300])
def test_on_telegram_what_was_heard_fits_under_the_card_with_any_name(name: str) -> None:
    mix = mix_of(name, "B", artist="A" * len(name))
    text = present_mix(replace(mix, seed=replace(mix.seed, heard=MOVING)))
    caption = unescape(re.sub("<[^>]+>", "", render_mix(text).caption))
    assert len(caption) <= CAPTION_LIMIT
    assert (describe_song(MOVING) in caption) is (name == "Water")
