import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.music_reading import Mode
from core.inference.music.descriptors import describe_sound

RATE_HZ = 22_050
MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)


def heard(samples):
    return describe_sound(np.asarray(samples, np.float32), RATE_HZ)


def tone(hz, seconds, level=0.1):
    time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    sound = sum(np.sin(2 * np.pi * hz * part * time) / part for part in range(1, 7))
    return level * sound * np.exp(-2 * time / seconds)


def song(tonic, mode, per_minute=100, tuning=0.0):
    """A cadence in chords over its bass, a chord a beat."""
    scale = MAJOR if mode is Mode.MAJOR else MINOR
    beats = []
    for degree in (0, 3, 4, 0, 5, 3, 4, 0):
        notes = [
            48 + tonic + scale[(degree + third) % 7] + 12 * ((degree + third) // 7)
            for third in (0, 2, 4)
        ]
        pitches = [notes[0] - 12, *notes]
        hz = [440 * 2 ** ((pitch + tuning - 69) / 12) for pitch in pitches]
        beats.append(sum(tone(each, 60 / per_minute) for each in hz))
    return np.concatenate(beats)


def clicks(per_minute, seconds=12):
    samples = 1e-4 * np.random.default_rng(0).normal(size=seconds * RATE_HZ)
    burst = 0.5 * np.random.default_rng(1).normal(size=800) * np.hanning(800)
    for start in np.arange(0.1, seconds - 0.1, 60 / per_minute):
        samples[round(start * RATE_HZ) :][:800] += burst
    return samples


@pytest.mark.parametrize("per_minute", [75, 104, 133])
def test_clicks_are_counted_as_they_come_not_at_half_or_double(per_minute):
    assert heard(clicks(per_minute)).tempo_bpm == pytest.approx(per_minute, rel=0.04)


def swelling_chord():
    time = np.arange(12 * RATE_HZ) / RATE_HZ
    held = sum(np.sin(2 * np.pi * hz * time) for hz in (220, 277, 330))
    return 0.1 * np.sin(np.pi * time / 12) * held


@pytest.mark.parametrize(
    "samples",
    [0.1 * np.random.default_rng(0).normal(size=12 * RATE_HZ), swelling_chord(), clicks(100, 2)],
    ids=["noise", "one chord", "two seconds"],
)
def test_without_a_steady_pulse_there_is_no_tempo(samples):
    assert heard(samples).tempo_bpm is None


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("tonic", [0, 5, 10])
def test_a_cadence_has_its_key_even_out_of_tune(tonic, mode):
    key = heard(song(tonic, mode, tuning=0.3)).key
    assert (key.tonic, key.mode) == (tonic, mode)
    assert 0.5 < key.confidence <= 1


def test_every_pitch_alike_leaves_the_key_in_doubt():
    notes = np.concatenate([tone(220 * 2 ** (step / 12), 0.5) for step in range(24)])
    doubtful, clear = heard(notes).key, heard(song(0, Mode.MAJOR)).key
    assert doubtful is None or doubtful.confidence < clear.confidence / 2


def test_noise_has_neither_key_nor_pitch():
    sound = heard(0.1 * np.random.default_rng(0).normal(size=6 * RATE_HZ))
    assert (sound.key, sound.low_hz, sound.high_hz) == (None, None, None)


@pytest.mark.parametrize("level_db", [0.0, -20.0])
def test_loudness_is_that_of_the_standard(level_db):
    time = np.arange(5 * RATE_HZ) / RATE_HZ
    sine = 10 ** (level_db / 20) * np.sin(2 * np.pi * 997 * time)
    # ITU-R BS.1770-4: 0 dB of full scale at 997 Hz reads -3.01
    assert heard(sine).loudness_db == pytest.approx(level_db - 3.01, abs=0.1)


def test_pauses_are_gated_out_of_the_loudness():
    music = song(0, Mode.MAJOR)
    paused = np.concatenate([music, np.zeros(music.size)])
    assert heard(paused).loudness_db == pytest.approx(heard(music).loudness_db, abs=0.5)


@settings(max_examples=3, deadline=None)
@given(gain_db=st.floats(-30, 10))
def test_the_level_moves_loudness_by_itself_and_leaves_tempo_key_and_brightness(gain_db):
    before = heard(0.2 * song(7, Mode.MINOR))
    after = heard(0.2 * song(7, Mode.MINOR) * 10 ** (gain_db / 20))
    assert after.loudness_db - before.loudness_db == pytest.approx(gain_db, abs=0.1)
    assert after.tempo_bpm == before.tempo_bpm
    assert (after.key.tonic, after.key.mode) == (before.key.tonic, before.key.mode)
    assert after.brightness_hz == pytest.approx(before.brightness_hz, rel=1e-3)


def test_loud_and_busy_has_more_energy_than_soft_and_held():
    busy, held = heard(clicks(170) * 2), heard(0.05 * swelling_chord())
    assert 0 <= held.energy < busy.energy <= 1


def test_the_range_spans_the_lowest_and_highest_tone_and_not_their_harmonics():
    tones = [tone(hz, 0.5) for hz in (110, 220, 330, 440, 660)]
    sound = heard(np.concatenate(tones * 3))
    assert sound.low_hz == pytest.approx(110, rel=0.07)
    assert sound.high_hz == pytest.approx(660, rel=0.07)


def test_brightness_is_the_middle_of_white_noise():
    sound = heard(0.1 * np.random.default_rng(0).normal(size=5 * RATE_HZ))
    assert sound.brightness_hz == pytest.approx(RATE_HZ / 4, rel=0.02)


@pytest.mark.parametrize("seconds", [1, 5])
def test_silence_is_described_as_nothing(seconds):
    sound = heard(np.zeros(seconds * RATE_HZ))
    assert (sound.tempo_bpm, sound.key, sound.low_hz, sound.high_hz) == (None,) * 4
    assert (sound.loudness_db, sound.energy, sound.brightness_hz) == (-70.0, 0.0, 0.0)


def test_any_rate_tells_the_same():
    music = song(2, Mode.MAJOR)
    half = describe_sound(np.asarray(music[::2], np.float32), RATE_HZ // 2)
    assert half.tempo_bpm == pytest.approx(heard(music).tempo_bpm, rel=0.04)
    assert (half.key.tonic, half.key.mode) == (2, Mode.MAJOR)
