"""Fitting the weights of ``core.inference.music.speech``: somebody talking against music.

Run as ``python -m models.music.speech MUSIC TALK``. MUSIC holds labelled clips and their csv files
(columns file and artist), TALK one folder of recordings per speaker. Utterances of a speaker are
strung together with pauses, put into rooms, noise and telephone bands, and cut to windows. What is
printed was measured on artists and speakers that the weights had not met.
"""

from __future__ import annotations

import csv
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, sosfiltfilt
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from core.inference.media.audio import AudioBounds, decode_audio
from core.inference.music.features import SAMPLE_RATE_HZ, WINDOW_S
from core.inference.music.speech import CUES, hear_cues

WINDOWS_S = (WINDOW_S, WINDOW_S / 2)
WINDOWS_A_SPEAKER = 24
FOLDS = 5
REFUSED_MUSIC = 0.0015
"""Share of the music to fit on that may be taken for talking."""

_SHORTEST_S = 0.15
_LEVEL = 0.08
_ANY_LENGTH = AudioBounds(minimum_s=_SHORTEST_S)
_BANDS_HZ = (0, 3400, 7000)
_KINDS = ("clean", "noisy", "room")

Floats = NDArray[np.float64]


def main(music: Path, talk: Path) -> None:
    """Measure and print, then fit on everything and print the weights."""
    rng = np.random.default_rng(5)
    songs, artists = _songs(music)
    speakers = [folder for folder in sorted(talk.iterdir()) if folder.is_dir()]
    spoken = [(folder.name, cues) for folder in speakers for cues in _spoken(folder, rng)]
    cues, names = np.array([each for _, each in spoken]), [name for name, _ in spoken]
    song_folds, talk_folds = _folds(artists), _folds(names)
    refused = found = 0
    for fold in range(FOLDS):
        weights, bias = _fit(cues[talk_folds != fold], songs[song_folds != fold])
        refused += int((songs[song_folds == fold] @ weights + bias > 0).sum())
        found += int((cues[talk_folds == fold] @ weights + bias > 0).sum())
    print(f"music taken for talking: {refused} of {len(songs)} clips")
    print(f"talking found: {found} of {len(cues)} windows of {len(speakers)} speakers")
    weights, bias = _fit(cues, songs)
    named = zip(CUES, weights.tolist(), strict=True)
    print("weights:", *(f"{name} {weight:.3f}" for name, weight in named), f"bias {bias:.3f}")


def _songs(music: Path) -> tuple[Floats, list[str]]:
    rows = []
    for table in sorted(music.glob("*.csv")):
        with table.open(newline="", encoding="utf-8") as handle:
            rows += list(csv.DictReader(handle))
    return (
        np.array([_cues_of(music / row["file"]) for row in rows]),
        [row["artist"] or row["file"] for row in rows],
    )


def _cues_of(clip: Path) -> Floats:
    samples = decode_audio(clip.read_bytes(), SAMPLE_RATE_HZ, _ANY_LENGTH)
    return hear_cues(samples[: round(WINDOW_S * SAMPLE_RATE_HZ)], SAMPLE_RATE_HZ)


def _spoken(speaker: Path, rng: np.random.Generator) -> Iterator[Floats]:
    """Cues of windows cut from what a speaker says, whole and half as long."""
    utterances = [samples for path in sorted(speaker.rglob("*.*")) for samples in _utterance(path)]
    for number in range(WINDOWS_A_SPEAKER if utterances else 0):
        for seconds in WINDOWS_S:
            window = _window(utterances, round(seconds * SAMPLE_RATE_HZ), rng)
            heard = _elsewhere(window, _KINDS[number % len(_KINDS)], rng)
            yield hear_cues(heard.astype(np.float32), SAMPLE_RATE_HZ)


def _utterance(path: Path) -> Iterator[Floats]:
    """The sound of a recording, in the formats of telephones too; nothing where there is none."""
    try:
        with av.open(str(path), format="g722" if path.suffix == ".g722" else None) as container:
            resampler = av.AudioResampler("fltp", "mono", SAMPLE_RATE_HZ)
            frames = [
                part for frame in container.decode(audio=0) for part in resampler.resample(frame)
            ]
    except (av.error.FFmpegError, IndexError):
        return
    samples = np.concatenate([np.zeros(0), *(frame.to_ndarray()[0] for frame in frames)])
    level = float(np.sqrt(np.mean(np.square(samples)))) if samples.size else 0.0
    if samples.size > _SHORTEST_S * SAMPLE_RATE_HZ and level > 0:
        yield samples / level * _LEVEL


def _window(utterances: list[Floats], length: int, rng: np.random.Generator) -> Floats:
    parts: list[Floats] = []
    place = int(rng.integers(len(utterances)))
    while sum(part.size for part in parts) < length:
        pause = np.zeros(round(rng.uniform(0.1, 0.7) * SAMPLE_RATE_HZ))
        parts += [utterances[place % len(utterances)] * 10 ** rng.uniform(-0.15, 0.15), pause]
        place += 1
    samples = np.concatenate(parts)
    start = int(rng.integers(samples.size - length + 1))
    return samples[start : start + length]


def _elsewhere(samples: Floats, kind: str, rng: np.random.Generator) -> Floats:
    """The same in a room, in noise, through a telephone or a microphone without bass."""
    if kind == "room":
        time = np.arange(SAMPLE_RATE_HZ // 2) / SAMPLE_RATE_HZ
        echo = rng.normal(size=time.size) * 10 ** (-3 * time / rng.uniform(0.2, 0.6))
        echo *= rng.uniform(0.3, 1.0) / np.linalg.norm(echo)
        echo[0] = 1.0
        samples = fftconvolve(samples, echo)[: samples.size]
    above_noise_db = rng.uniform(35, 55) if kind == "clean" else rng.uniform(12, 30)
    level = np.sqrt(np.mean(np.square(samples))) * 10 ** (-above_noise_db / 20)
    samples = samples + rng.normal(size=samples.size) * level
    band_hz = rng.choice(_BANDS_HZ)
    if band_hz:
        samples = sosfiltfilt(butter(6, band_hz, fs=SAMPLE_RATE_HZ, output="sos"), samples)
    return np.asarray(samples)


def _folds(groups: list[str]) -> NDArray[np.int64]:
    return np.array([zlib.crc32(group.lower().encode()) % FOLDS for group in groups])


def _fit(talk: Floats, music: Floats) -> tuple[Floats, float]:
    """Weights and bias on the cues as they are; above 0 lies hardly any of the music."""
    cues = np.concatenate([talk, music])
    labels = np.repeat([1, 0], [len(talk), len(music)])
    scale = StandardScaler().fit(cues)
    model = LogisticRegression(class_weight="balanced", max_iter=2000)
    model.fit(scale.transform(cues), labels)
    weights = model.coef_[0] / scale.scale_
    return weights, -float(np.quantile(music @ weights, 1 - REFUSED_MUSIC, method="higher"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
