"""Many short texts in two arrays, so that a million of them cost no Python objects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class TextColumn:
    """n texts, each read only when asked for.

    letters: (m,) uint8, all texts one after another as UTF-8; starts: (n + 1,) int64, where each
    text begins in ``letters``, and at last m. Either may be memory-mapped.
    """

    letters: NDArray[np.uint8]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> TextColumn:
        """Pack texts; what has no UTF-8 form, half a surrogate pair, becomes a question mark."""
        encoded = [text.encode("utf-8", "replace") for text in texts]
        starts = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
        return cls(np.frombuffer(b"".join(encoded), np.uint8), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> str:
        if not 0 <= row < len(self):
            raise IndexError(row)
        return bytes(self.letters[self.starts[row] : self.starts[row + 1]]).decode()

    def take(self, rows: NDArray[np.int64]) -> TextColumn:
        """The texts of these rows (k,), in that order, as a column of their own."""
        lengths = np.diff(self.starts)[rows]
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
        places = np.repeat(self.starts[rows] - starts[:-1], lengths) + np.arange(starts[-1])
        return TextColumn(self.letters[places], starts)
