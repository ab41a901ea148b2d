"""Songs written to disk: tones with a noise of their own, so that no two contents are the same."""

from __future__ import annotations

from pathlib import Path

import mutagen
import numpy as np
import soundfile

RATE_HZ = 22_050


def write_song(path: Path, number: int = 0, seconds: float = 4.0, **tags: str) -> Path:
    """A song in the format its name ends with; the same number gives the same sound."""
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    noise = np.random.default_rng(number).normal(0, 0.01, time_s.size)
    samples = 0.4 * np.sin(2 * np.pi * (220 + 10 * number) * time_s) + noise
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, samples, RATE_HZ)
    if tags:
        file = mutagen.File(path, easy=True)
        if file.tags is None:
            file.add_tags()
        file.tags.update({name: [text] for name, text in tags.items()})
        file.save()
    return path
