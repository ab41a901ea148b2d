"""Finding the known spellings near a mistyped one without comparing it with all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from core.domain.song_text import similarity

MIN_LENGTH = 5
"""Shorter keys must be spelled right: one slip turns them into another word."""

_SHARED_PAIRS = 0.4
"""Share of letter pairs two keys need in common before they are compared in full."""


class Spellings:
    """A set of keys that can be searched for near matches."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self._with_pair: Mapping[str, list[str]] = defaultdict(list)
        for key in sorted(self._keys):
            for pair in _letter_pairs(key):
                self._with_pair[pair].append(key)

    def near(self, key: str, threshold: float) -> dict[str, float]:
        """Known keys with their similarity, at least ``threshold``; 1 for the key itself."""
        found = {key: 1.0} if key in self._keys else {}
        if len(key) < MIN_LENGTH:
            return found
        pairs = _letter_pairs(key)
        shared = Counter(
            known for pair in pairs if pair in self._with_pair for known in self._with_pair[pair]
        )
        for known, count in shared.items():
            if len(known) < MIN_LENGTH or count < _SHARED_PAIRS * len(pairs):
                continue
            alike = similarity(key, known)
            if alike >= threshold:
                found[known] = alike
        return found


def _letter_pairs(key: str) -> set[str]:
    framed = f" {key} "
    return {framed[start : start + 2] for start in range(len(framed) - 1)}
