import numpy as np
import pytest

from core.inference.media.audio import decode_audio
from core.inference.music.speech import CUES, hear_cues, speech_score
from tests.fakes.sounds import RATE, playing, talking


@pytest.mark.parametrize("seconds", [4, 10])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_made_up_talk_sounds_like_talking(seconds, seed):
    assert speech_score(talking(seconds, seed), RATE) > 0


@pytest.mark.parametrize("bpm", [70, 120, 160])
def test_chords_over_a_beat_do_not(bpm):
    assert speech_score(playing(bpm=bpm), RATE) < -5


def test_talk_over_music_is_music():
    assert speech_score(talking() + playing(), RATE) < 0


def test_the_level_does_not_matter():
    loud, soft = talking(), np.float32(0.01) * talking()
    assert speech_score(loud, RATE) == pytest.approx(speech_score(soft, RATE), abs=0.01)


@pytest.mark.parametrize("sound", [np.zeros, np.ones])
def test_the_cues_of_the_dullest_sound_are_numbers(sound):
    cues = hear_cues(sound(RATE, np.float32), RATE)
    assert cues.shape == (len(CUES),)
    assert np.isfinite(cues).all()


def test_of_real_clips_of_music_hardly_any_sounds_like_talking(shared_data):
    folder = shared_data / "music" / "deam"
    if not folder.is_dir():
        pytest.skip(f"the clips are not there: {folder}")
    clips = sorted(folder.glob("*.opus"))[::24]
    scores = [speech_score(decode_audio(clip.read_bytes(), RATE), RATE) for clip in clips]
    assert len(scores) >= 50
    assert sum(score > 0 for score in scores) <= 1
