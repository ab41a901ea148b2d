"""Looking at a face live: what each still tells, also where somebody else comes into view."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.domain.emotion import Emotion
from core.domain.media import Upload
from core.inference.faces.detector import FaceBox
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from tests.fakes.faces import FakeDetector, FakeEngine
from tests.fakes.media_files import encode

NEAR, FAR = FaceBox(20, 20, 80, 80, 1.0), FaceBox(150, 100, 40, 40, 1.0)
LIGHT, BETWEEN, DIM = 220, 170, 120


class ByLight(FakeEngine):
    """Light faces are happy, others sad."""

    def read(self, faces: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        return np.concatenate([FakeEngine(_mood(face)).read([face]) for face in faces])


def _mood(face: NDArray[np.uint8]) -> Emotion:
    return Emotion.HAPPY if face.mean() > BETWEEN else Emotion.SAD


def still(grey: int) -> Upload:
    return Upload(encode(Image.new("RGB", (200, 150), (grey, grey, grey)), "PNG"), "still.png")


def faces_in(picture: NDArray[np.uint8]) -> list[FaceBox]:
    return [NEAR if picture.mean() > BETWEEN else FAR]


@pytest.fixture
def workers():
    pool = Workers(threads=1)
    yield pool
    pool.close()


async def test_whoever_is_in_view_is_told_and_whoever_was_first_still_counts(workers) -> None:
    watch = MoodFaceReader(workers, FakeDetector(faces_in), ByLight()).watch()
    for time_s in (0.0, 0.5, 1.0):
        first = await watch.look(time_s, still(LIGHT))
    assert first.emotion is not None
    assert first.emotion.label is Emotion.HAPPY

    second = await watch.look(6.0, still(DIM))

    assert second.place is not None
    assert second.place.width == FAR.width / 200
    assert second.emotion is not None
    assert second.emotion.label is Emotion.SAD
    assert second.seconds == first.seconds
