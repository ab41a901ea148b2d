"""Faces missed and made up by each detector: as OpenCV sets them, and as moodmix does.

Run: python tests/benchmarks/face_detectors.py [FOLDER] (the folder that holds ``faces`` and
``models``). Films and broken files are left out.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import cv2.data
import numpy as np
from numpy.typing import NDArray

from core.domain.errors import MediaError
from core.domain.media import Upload
from core.inference.faces.choose import make_detector
from core.inference.faces.detector import FaceDetector
from core.inference.faces.haar import HaarDetector
from core.inference.faces.locate import find_faces
from core.inference.media.images import decode_image
from core.inference.media.sniff import sniff_format
from core.inference.weights_fetch import YUNET

DEFAULT_FOLDER = Path(__file__).parents[2] / "../shared/data"
FILMS = (".mp4", ".webm")
NO_HUMAN = ("hard/statue.jpg", "hard/cartoon_boy.jpg")
WITHOUT_FACE = frozenset({"no_face", "statue, cartoon"})

Counter = Callable[[NDArray[np.uint8]], int]


def haar_by_default(image: NDArray[np.uint8]) -> int:
    """OpenCV's tutorial: the default frontal cascade on the grey picture."""
    cascade = cv2.CascadeClassifier(
        str(Path(cv2.data.haarcascades) / "haarcascade_frontalface_default.xml")
    )
    return len(cascade.detectMultiScale(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)))


def yunet_by_default(model: Path) -> Counter:
    """YuNet with half of the score to believe in a face, on the picture as it is."""

    def count(image: NDArray[np.uint8]) -> int:
        size = (image.shape[1], image.shape[0])
        _, rows = cv2.FaceDetectorYN.create(str(model), "", size, 0.5).detect(image)
        return 0 if rows is None else len(rows)

    return count


def ours(detector: FaceDetector) -> Counter:
    """The detector behind our search, turned looks included."""
    return lambda image: len(find_faces(detector, image))


def pictures(folder: Path) -> Iterator[tuple[str, str, NDArray[np.uint8]]]:
    """Group, name and (height, width, 3) uint8 BGR pixels of every picture that opens."""
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as handle:
        names = [row["file"] for row in csv.DictReader(handle)]
    for name in names:
        if name.endswith(FILMS):
            continue
        upload = Upload((folder / name).read_bytes(), name)
        try:
            image = decode_image(upload.data, sniff_format(upload))
        except MediaError:
            continue
        yield "statue, cartoon" if name in NO_HUMAN else name.split("/")[0], name, image


def main() -> None:
    """Print, for each detector and group of pictures, in how many a face is found."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    model = folder / "models" / YUNET.file
    counters: dict[str, Counter] = {
        "Haar, as OpenCV sets it": haar_by_default,
        "Haar, ours": ours(HaarDetector()),
        "YuNet from 0.5 on": yunet_by_default(model),
        "YuNet, ours": ours(make_detector("yunet", model, folder)),
    }
    found: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for group, name, image in pictures(folder / "faces"):
        for title, count in counters.items():
            has_face = count(image) > 0
            found[title][group].append(has_face)
            if has_face is (group in WITHOUT_FACE):
                print(f"{title}: {'made up a face in' if has_face else 'missed'} {name}")
    groups = list(next(iter(found.values())))
    print(f"{'pictures with a face found':<26}", *(f"{group:>16}" for group in groups))
    for title, by_group in found.items():
        cells = (f"{sum(by_group[group])} of {len(by_group[group])}" for group in groups)
        print(f"{title:<26}", *(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()
