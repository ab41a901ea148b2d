import librosa
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.inference.music.features import (
    SAMPLE_RATE_HZ,
    feature_names,
    hear_features,
    split_windows,
)

SECONDS = 4


def named(samples):
    return dict(zip(feature_names(), hear_features(samples.astype(np.float32)), strict=True))


def noise(seed=0, seconds=SECONDS):
    return 0.1 * np.random.default_rng(seed).normal(size=seconds * SAMPLE_RATE_HZ)


def chords(triads_hz, seconds_each=1.0):
    time = np.arange(round(seconds_each * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    return np.concatenate(
        [sum(0.1 * np.sin(2 * np.pi * hz * time) for hz in triad) for triad in triads_hz]
    )


def clicks(per_minute, seconds=8):
    samples = np.zeros(seconds * SAMPLE_RATE_HZ)
    step = round(SAMPLE_RATE_HZ * 60 / per_minute)
    burst = np.random.default_rng(0).normal(size=1000) * np.hanning(1000)
    for start in range(0, samples.size - 1000, step):
        samples[start : start + 1000] = burst
    return samples


def test_every_value_has_a_name_of_its_own():
    names = feature_names()
    assert len(set(names)) == len(names) == hear_features(noise().astype(np.float32)).size


def test_the_values_are_those_of_librosa():
    samples = (noise(2) + chords([(262, 330, 392), (220, 262, 330)] * 2)).astype(np.float32)
    level = samples / np.sqrt(np.mean(np.square(samples)))
    magnitude = np.abs(librosa.stft(level))
    power = magnitude**2
    mel = librosa.feature.melspectrogram(S=power, sr=SAMPLE_RATE_HZ)
    struck = librosa.decompose.hpss(np.sqrt(mel), kernel_size=(17, 13), mask=True)[1] * mel
    expected = {
        "centroid_0": np.log1p(librosa.feature.spectral_centroid(S=magnitude)),
        "bandwidth_0": np.log1p(librosa.feature.spectral_bandwidth(S=magnitude)),
        "rolloff_85_0": np.log1p(librosa.feature.spectral_rolloff(S=magnitude)),
        "rolloff_25_0": np.log1p(librosa.feature.spectral_rolloff(S=magnitude, roll_percent=0.25)),
        "flatness_0": np.log(librosa.feature.spectral_flatness(S=power)),
        "crossings_0": librosa.feature.zero_crossing_rate(level),
        "percussive_over_time_0": struck.sum(axis=0) / mel.sum(axis=0),
    }
    heard = named(samples)
    for name, values in expected.items():
        assert heard[name] == pytest.approx(values.mean(), rel=1e-4), name
    onset = np.maximum(np.diff(librosa.power_to_db(mel, top_db=80), axis=1), 0).mean(axis=0)
    pulse = librosa.feature.tempogram(onset_envelope=onset, sr=SAMPLE_RATE_HZ).mean(axis=1)
    assert heard["pulse_at_lag_0"] == pytest.approx(pulse[8], rel=1e-4)


SOUNDS = {
    "silence": np.zeros(SECONDS * SAMPLE_RATE_HZ),
    "constant": np.ones(SECONDS * SAMPLE_RATE_HZ),
    "one sample": np.eye(1, SECONDS * SAMPLE_RATE_HZ, 5)[0],
    "noise": noise(),
    "sine": np.sin(np.arange(SECONDS * SAMPLE_RATE_HZ) * 0.2),
    "clicks": clicks(120),
    "tiny": noise() * 1e-7,
    "full scale square": np.sign(np.sin(np.arange(SECONDS * SAMPLE_RATE_HZ) * 0.05)),
    "one second": noise(seconds=1),
}


@pytest.mark.parametrize("sound", SOUNDS)
def test_the_vector_is_finite_float32_of_fixed_length_for_any_sound(sound):
    vector = hear_features(SOUNDS[sound].astype(np.float32))
    assert vector.dtype == np.float32
    assert vector.shape == (len(feature_names()),)
    assert np.isfinite(vector).all()


def test_the_same_sound_gives_the_same_vector():
    samples = noise().astype(np.float32)
    np.testing.assert_array_equal(hear_features(samples), hear_features(samples.copy()))


@settings(max_examples=6, deadline=None)
@given(gain_db=st.floats(-30, 12))
def test_of_all_values_only_loudness_knows_the_level_and_it_moves_by_the_gain(gain_db):
    song = noise(1) + chords([(262, 330, 392)] * SECONDS)
    before, after = named(song), named(song * 10 ** (gain_db / 20))
    assert after.pop("loudness") - before.pop("loudness") == pytest.approx(gain_db, abs=0.01)
    for name, value in before.items():
        assert after[name] == pytest.approx(value, rel=1e-3, abs=1e-3), name


def test_major_chords_sound_more_major_than_minor_chords():
    major = chords([(261.6, 329.6, 392.0), (349.2, 440.0, 523.3), (392.0, 493.9, 587.3)] * 2)
    minor = chords([(220.0, 261.6, 329.6), (293.7, 349.2, 440.0), (329.6, 392.0, 493.9)] * 2)
    lowered = chords([(261.6, 311.1, 392.0)] * 6)
    assert named(major)["major_over_minor"] > named(minor)["major_over_minor"]
    assert named(lowered)["major_over_minor"] < 0


def test_harmony_is_the_same_in_another_key():
    triads = [(261.6, 329.6, 392.0), (349.2, 440.0, 523.3), (392.0, 493.9, 587.3)] * 2
    third_up = [tuple(hz * 2 ** (4 / 12) for hz in triad) for triad in triads]
    low, high = named(chords(triads)), named(chords(third_up))
    for index in range(12):
        name = f"chroma_from_tonic_{index}"
        assert high[name] == pytest.approx(low[name], abs=0.12)


@pytest.mark.parametrize("per_minute", [80, 120, 160])
def test_the_pulse_of_clicks_is_their_rate_or_a_simple_part_of_it(per_minute):
    rate = 2 ** named(clicks(per_minute))["pulse_rate"] * 60
    assert min(abs(rate / per_minute - part) for part in (1 / 2, 1, 2)) < 0.05


def test_clicks_have_a_clearer_pulse_and_more_percussion_than_a_held_chord():
    beat, held = named(clicks(120)), named(chords([(262, 330, 392)], 8.0))
    assert beat["pulse_clarity"] > held["pulse_clarity"]
    assert beat["percussive_over_time_0"] > held["percussive_over_time_0"]


def test_bright_noise_has_the_higher_centroid():
    white = noise()
    dull = np.convolve(white, np.ones(40) / 40, mode="same")
    assert named(white)["centroid_0"] > named(dull)["centroid_0"]


@settings(max_examples=60, deadline=None)
@given(length=st.integers(1, 2_000), window=st.integers(1, 300), most=st.integers(1, 8))
def test_windows_have_the_length_asked_for_and_cover_both_ends(length, window, most):
    samples = np.arange(length, dtype=np.float32)
    windows = split_windows(samples, window / SAMPLE_RATE_HZ, most)
    assert 1 <= len(windows) <= most
    assert all(part.size == min(window, length) for part in windows)
    starts = [part[0] for part in windows]
    assert starts == sorted(set(starts))
    if len(windows) > 1:
        assert windows[0][0] == 0
        assert windows[-1][-1] == length - 1


def test_a_single_window_is_the_middle():
    samples = np.arange(100, dtype=np.float32)
    (middle,) = split_windows(samples, 10 / SAMPLE_RATE_HZ, 1)
    assert middle[0] == 45
