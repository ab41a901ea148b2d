"""The answer: a mood, a song, an intent, and a short list with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.domain.affect import Affect
from core.domain.face_reading import FaceReading
from core.domain.intent import IntentDecision
from core.domain.track import RatedTrack, SeedTrack, Track
from core.domain.wishes import NO_WISHES, Wishes

MIX_LENGTH = 5

WHOLE_MIX = 0
"""The position that stands for a mix as a whole; its tracks count from 1."""


class Ranker(StrEnum):
    """How lists are ranked: our way, or the baseline it is measured against."""

    OURS = "ours"
    COSINE = "cosine"


class ReasonKind(StrEnum):
    """What spoke for a track or against it; presenters turn it into words."""

    MOOD = "mood"
    ARTIST = "artist"
    GENRE = "genre"
    ERA = "era"
    LANGUAGE = "language"
    SOUND = "sound"
    WISH = "wish"
    CONTEXT = "context"
    LEARNED = "learned"
    NOVELTY = "novelty"


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a track's score, negative where it spoke against the track.

    detail: the shared artist, genre, decade (its first year) or language; of a wish what was
    wished; of a context its name; of what was learned its most telling trait, as "kind:value".
    """

    kind: ReasonKind
    contribution: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A track with its score and the reasons for it, largest contribution first.

    aim: the point of the plane that its place in the list was to be near.
    """

    rated: RatedTrack
    score: float
    reasons: tuple[Reason, ...]
    aim: Affect

    @property
    def track(self) -> Track:
        """The song itself."""
        return self.rated.track


@dataclass(frozen=True, slots=True)
class Mix:
    """One complete answer.

    seed: None where the mood alone decides; timings_ms: wall time per stage, in milliseconds.
    """

    face: FaceReading
    seed: SeedTrack | None
    decision: IntentDecision
    target: Affect
    recommendations: tuple[Recommendation, ...]
    timings_ms: Mapping[str, float]
    wishes: Wishes = NO_WISHES
    ranker: Ranker = Ranker.OURS

    @property
    def weighed(self) -> tuple[tuple[ReasonKind, float], ...]:
        """What counted in the list as a whole: the share of each kind, largest first.

        Shares are of all that spoke for the tracks, and sum to 1; empty for an empty list.
        """
        sums: defaultdict[ReasonKind, float] = defaultdict(float)
        for recommendation in self.recommendations:
            for reason in recommendation.reasons:
                sums[reason.kind] += max(reason.contribution, 0.0)
        whole = sum(sums.values())
        shares = ((kind, part / whole) for kind, part in sums.items() if part)
        return tuple(sorted(shares, key=lambda share: -share[1]))


class Verdict(StrEnum):
    """What a person thinks of a recommendation."""

    UP = "up"
    DOWN = "down"
