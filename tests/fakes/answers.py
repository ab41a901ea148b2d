"""Finished answers for stores to keep."""

from __future__ import annotations

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent, IntentCause, IntentDecision
from core.domain.mix import Mix, Reason, ReasonKind, Recommendation
from tests.fakes.songs import face_reading, rated, seed_of


def mix_of(*titles: str, artist: str = "Queen", emotion: Emotion = Emotion.SAD) -> Mix:
    """A mix whose tracks bear these titles; the seed is the first of them."""
    songs = [rated(title, artist, 0.5, 0.25) for title in titles]
    reasons = (Reason(ReasonKind.MOOD, 0.5),)
    return Mix(
        face=face_reading(emotion),
        seed=seed_of(songs[0]),
        decision=IntentDecision(Intent.ENHANCE, IntentCause.BRIGHTER),
        target=Affect(0.5, 0.25),
        recommendations=tuple(Recommendation(song, 0.75, reasons, song.affect) for song in songs),
        timings_ms={"face": 12.0},
    )
