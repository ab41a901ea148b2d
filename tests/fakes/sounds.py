"""Sound that is made, not recorded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 22_050


def talking(seconds: int = 10, seed: int = 0) -> NDArray[np.float32]:
    """Made-up talk: syllables of a gliding voice that begin with a hiss, in phrases."""
    rng = np.random.default_rng(seed)
    sound = 1e-3 * rng.normal(size=seconds * RATE)
    at = 0.2
    while at < seconds - 0.5:
        for _ in range(rng.integers(3, 9)):
            length = rng.uniform(0.08, 0.22)
            start, count = round(at * RATE), round(length * RATE)
            time = np.arange(count) / RATE
            pitch = rng.uniform(100, 180) * (1 + rng.uniform(-1.5, 1.5) * time)
            phase = 2 * np.pi * np.cumsum(pitch) / RATE
            voice = sum(np.sin(n * phase) / n**1.2 for n in range(1, 20))
            hiss = np.diff(rng.normal(size=count + 1)) * (time < 0.04)
            syllable = (voice + 0.5 * hiss) * np.hanning(count)
            sound[start : start + count] += syllable[: sound.size - start]
            at += length + rng.uniform(0, 0.06)
            if at > seconds - 0.5:
                break
        at += rng.uniform(0.25, 0.8)
    return (0.1 * sound).astype(np.float32)


def playing(seconds: int = 10, bpm: int = 120) -> NDArray[np.float32]:
    """A bass, chords that last a bar, and a drum on every beat."""
    time = np.arange(seconds * RATE) / RATE
    beat = 60 / bpm
    chord = np.where((time // (4 * beat)) % 2 == 0, 1.0, 1.335)
    tones = sum(np.sin(2 * np.pi * hz * chord * time) for hz in (55, 220, 277.2, 329.6))
    drum = np.random.default_rng(0).normal(size=time.size) * np.exp(-(time % beat) * 30)
    return (0.1 * (tones + drum)).astype(np.float32)
