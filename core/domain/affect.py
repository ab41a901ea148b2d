"""The circumplex of affect: valence and arousal, each in [-1, 1].

Russell, "A circumplex model of affect", Journal of Personality and Social Psychology 39 (1980).
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Affect:
    """A point on the circumplex: valence from unpleasant to pleasant, arousal from calm to excited.

    Raises ValueError for anything that is not a finite number in [-1, 1].
    """

    valence: float
    arousal: float

    def __post_init__(self) -> None:
        for name, value in (("valence", self.valence), ("arousal", self.arousal)):
            if not (math.isfinite(value) and -1.0 <= value <= 1.0):
                raise ValueError(f"{name} must lie in [-1, 1], got {value!r}")

    @classmethod
    def clipped(cls, valence: float, arousal: float) -> Affect:
        """The nearest point inside the plane, for results of arithmetic."""
        return cls(min(1.0, max(-1.0, valence)), min(1.0, max(-1.0, arousal)))

    def distance(self, other: Affect) -> float:
        """Euclidean distance in the plane, from 0 to 2√2."""
        return math.hypot(self.valence - other.valence, self.arousal - other.arousal)

    def toward(self, other: Affect, share: float) -> Affect:
        """The point ``share`` of the way (0 = here, 1 = there) to ``other``."""
        return Affect.clipped(
            self.valence + (other.valence - self.valence) * share,
            self.arousal + (other.arousal - self.arousal) * share,
        )


MAX_DISTANCE = 2 * math.sqrt(2)
"""Distance between opposite corners of the plane."""
