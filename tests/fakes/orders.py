"""Orders for rankings, by default of a happy person whose list aims at one point."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.track import SeedTrack, Source, Track
from core.services.ranking import Order
from tests.fakes.songs import face_reading

SOMETHING_NEW = Track("Something New", ("Nobody",))


def order_for(target: Affect, seed: Track = SOMETHING_NEW, **parts: Any) -> Order:
    """Modulate to ``target``; parts take the place of any field of Order."""
    rated_seed = SeedTrack(seed, target, Source.CATALOGUE, Source.CATALOGUE)
    order = Order(face_reading(Emotion.HAPPY), rated_seed, Intent.MODULATE, target)
    return replace(order, **parts)
