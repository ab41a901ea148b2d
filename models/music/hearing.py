"""The sound of clips as a network takes it, kept on disk so that it is heard only once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.inference.media.audio import AudioBounds, decode_audio
from core.inference.music.encoder import PATCH_VERSION, MusicEncoder
from core.inference.music.features import (
    FEATURE_VERSION,
    SAMPLE_RATE_HZ,
    WINDOW_S,
    split_windows,
)
from core.inference.music.regressor import take_in
from models.music.mel import BANDS, FRAMES_PER_S, MEL_VERSION, hear_mel

FRAMES = round(WINDOW_S * FRAMES_PER_S)
"""Of one clip; shorter ones are repeated to this length."""

_SHORTEST_S = 0.5
"""Two of the quadrants' clips last a second."""
_REPEATED_TO_S = 3.0
_PART = 50


@dataclass(frozen=True, slots=True)
class Heard:
    """features: (n, f) float32, all the network takes; mel: (n, ``BANDS``, ``FRAMES``) float16."""

    features: NDArray[np.float32]
    mel: NDArray[np.float16]

    def __getitem__(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Heard:
        return Heard(self.features[chosen], self.mel[chosen])


def hear_clips(folder: Path, files: Sequence[str], cache: Path) -> Heard:
    """Hear every file below ``folder``; about ten minutes for 2,800 clips on one core.

    What was heard is kept in ``cache``, fifty clips a file, and an interrupted call goes on there.
    Raises OperationError (FILE_NOT_READABLE, or DATA_UNUSABLE where a clip cannot be decoded).
    """
    cache.mkdir(parents=True, exist_ok=True)
    encoder = MusicEncoder.load()
    parts = [files[start : start + _PART] for start in range(0, len(files), _PART)]
    heard = [
        _hear_part(folder, part, encoder, cache) for part in tqdm(parts, "hearing", disable=None)
    ]
    return Heard(
        np.concatenate([part.features for part in heard]),
        np.concatenate([part.mel for part in heard]),
    )


def hear_clip(path: Path, encoder: MusicEncoder) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Features (f,) and mel (``BANDS``, ``FRAMES``) of the middle of one clip; raises as above."""
    samples = read_samples(path)
    window = split_windows(samples, most=1)[0]
    mel = hear_mel(window)
    repeated = np.resize(mel.T, (FRAMES, BANDS)).T
    return take_in(window, encoder), repeated


def read_samples(path: Path) -> NDArray[np.float32]:
    """(n,) float32 at ``SAMPLE_RATE_HZ``, at least three seconds; raises as ``hear_clips``."""
    try:
        data = path.read_bytes()
        samples = decode_audio(data, SAMPLE_RATE_HZ, AudioBounds(minimum_s=_SHORTEST_S))
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
    except MediaError as error:
        raise OperationError(
            ErrorCode.DATA_UNUSABLE, path=str(path), reason=f"it cannot be heard ({error})"
        ) from error
    least = round(_REPEATED_TO_S * SAMPLE_RATE_HZ)
    return np.resize(samples, least) if samples.size < least else samples


def _hear_part(folder: Path, files: Sequence[str], encoder: MusicEncoder, cache: Path) -> Heard:
    versions = (str(FEATURE_VERSION), str(PATCH_VERSION), encoder.sha256, str(MEL_VERSION))
    key = hashlib.sha256("\n".join((*versions, *files)).encode()).hexdigest()[:16]
    kept = cache / f"{key}.npz"
    if not kept.exists():
        features, mel = zip(*(hear_clip(folder / name, encoder) for name in files), strict=True)
        draft = kept.with_suffix(".new.npz")
        np.savez(draft, features=np.stack(features), mel=np.stack(mel).astype(np.float16))
        draft.replace(kept)
    with np.load(kept) as stored:
        return Heard(stored["features"], stored["mel"])
