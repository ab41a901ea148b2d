from dataclasses import replace
from pathlib import Path

import librosa
import numpy as np
import pytest

from core.domain.errors import ErrorCode, OperationError
from core.inference.media.audio import decode_audio
from core.inference.music.encoder import (
    BANDS,
    ENCODER,
    ENCODING,
    FRAMES,
    PATCHES,
    MusicEncoder,
    hear_patches,
)
from core.inference.music.features import SAMPLE_RATE_HZ, split_windows
from core.inference.weights import load_network


@pytest.fixture(scope="module")
def encoder():
    return MusicEncoder.load()


def noise(seconds, seed=0):
    size = round(seconds * SAMPLE_RATE_HZ)
    return (0.1 * np.random.default_rng(seed).normal(size=size)).astype(np.float32)


def test_patches_are_what_librosa_shows_at_the_rate_of_the_encoder():
    samples = noise(10)
    samples[:: SAMPLE_RATE_HZ // 4] = 1.0
    patches = hear_patches(samples)
    level = 0.17 / np.sqrt(np.mean(np.square(samples)))
    whole = librosa.resample(samples * level, orig_sr=SAMPLE_RATE_HZ, target_sr=16_000)
    mel = librosa.feature.melspectrogram(y=whole, sr=16_000, n_fft=512, hop_length=256, n_mels=96)
    expected = np.log10(10_000 * mel + 1).T
    assert patches.shape == (PATCHES, FRAMES, BANDS)
    np.testing.assert_allclose(patches[0], expected[:FRAMES], atol=1e-4)
    np.testing.assert_allclose(patches[-1], expected[-FRAMES:], atol=1e-4)


@pytest.mark.parametrize(("seconds", "count"), [(0.1, 1), (2, 1), (5, 1), (7, 3), (60, 3)])
def test_only_sound_that_is_long_enough_makes_several_patches(seconds, count):
    assert hear_patches(noise(seconds)).shape == (count, FRAMES, BANDS)


def test_what_is_heard_does_not_depend_on_the_level(encoder):
    samples = noise(10)
    loud, soft = encoder.encode(samples), encoder.encode(samples / 30)
    assert loud.shape == (ENCODING,)
    np.testing.assert_allclose(loud, soft, atol=1e-3)


@pytest.mark.parametrize(
    "samples",
    [np.zeros(SAMPLE_RATE_HZ * 10, np.float32), noise(0.01), noise(1), noise(60)],
    ids=["silence", "a click", "a second", "a minute"],
)
def test_any_sound_comes_to_finite_values(encoder, samples):
    assert np.isfinite(encoder.encode(samples)).all()


def test_two_places_of_a_song_are_closer_than_two_songs(encoder, shared_data: Path):
    songs = sorted((shared_data / "audio_samples").glob("*.ogg"))[:4]
    heard = []
    for song in songs:
        windows = split_windows(decode_audio(song.read_bytes(), SAMPLE_RATE_HZ), most=6)
        heard.append([encoder.encode(windows[0]), encoder.encode(windows[-1])])
    first, last = np.array(heard).transpose(1, 0, 2)
    distances = np.linalg.norm(first[:, None] - last[None], axis=2)
    own = np.diag(distances)
    others = distances[~np.eye(len(songs), dtype=bool)]
    assert len(songs) > 1
    assert own.mean() < others.mean()


def test_an_encoder_for_other_patches_is_refused():
    session, card = load_network(ENCODER)
    with pytest.raises(OperationError) as caught:
        MusicEncoder(session, replace(card, preprocessing={"patch_version": -1}))
    assert caught.value.code is ErrorCode.WEIGHTS_BROKEN
