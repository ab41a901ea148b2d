"""A person's own labelled faces and the network learned from them, on their own disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion
from core.domain.own_faces import PersonalNetwork


class FaceAlbum(Protocol):
    """Faces by emotion, in the order they came: (48, 48) uint8 grey each.

    Everything raises OperationError (FILE_NOT_WRITABLE, FILE_NOT_READABLE) where the disk refuses.
    """

    def counts(self) -> Mapping[Emotion, int]:
        """How many there are of each emotion; every emotion is there."""
        ...

    def newest(self, emotion: Emotion) -> NDArray[np.uint8] | None:
        """The last one of this emotion, None where there is none."""
        ...

    def add(self, emotion: Emotion, face: NDArray[np.uint8]) -> None:
        """Keep one more."""
        ...

    def drop_newest(self, emotion: Emotion) -> bool:
        """Erase the last one of this emotion; False where there is none."""
        ...

    def clear(self) -> None:
        """Erase them all."""
        ...


class PersonalNetworks(Protocol):
    """The one network learned from a person's own faces."""

    def told(self) -> PersonalNetwork | None:
        """What it is worth, None where there is none that can be used."""
        ...

    def remove(self) -> None:
        """Erase it; the shipped network reads again at once. Raises OperationError."""
        ...
