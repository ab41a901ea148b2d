"""What a ranking is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from core.domain.affect import Affect
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.mix import MIX_LENGTH, Ranker
from core.domain.track import SeedTrack, Track
from core.domain.wishes import NO_WISHES, Wishes
from core.services.preference import Preference

NO_PREFERENCE = Preference()


@dataclass(frozen=True, slots=True)
class Order:
    """A face and a song or none, where the list shall lead, and what is known of the person.

    recent: songs of their latest answers, which nothing new goes behind; preference: what their
    verdicts say.
    """

    face: FaceReading
    seed: SeedTrack | None
    intent: Intent
    target: Affect
    wishes: Wishes = NO_WISHES
    recent: tuple[Track, ...] = ()
    preference: Preference = NO_PREFERENCE
    ranker: Ranker = Ranker.OURS
    length: int = MIX_LENGTH
