"""What people thought of tracks that were recommended to them."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.affect import Affect
from core.domain.mix import Verdict
from core.domain.track import RatedTrack, Track


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its situation.

    target: the mood that the list aimed at; of_mix: the verdict was on the list as a whole, and
    says less about each of its tracks.
    """

    rated: RatedTrack
    target: Affect
    verdict: Verdict
    of_mix: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A verdict on one track by somebody; rater: a number that tells people apart, no more."""

    rater: int
    track: Track
    verdict: Verdict
