"""The way from the present mood to the target: one step of the plane for each place in the list.

Music therapy's iso principle: meet people in the mood they are in, then change the music step by
step to where they want to be. Altshuler, "A Psychiatrist's Experience with Music as a Therapeutic
Agent" (1948); reviewed and tried in Heiderscheit and Madson, "Use of the Iso Principle as a Central
Method in Mood Management", Music Therapy Perspectives 33 (2015), doi:10.1093/mtp/miu042.
"""

from __future__ import annotations

from core.domain.affect import Affect
from core.domain.intent import Intent


def steps_of(face: Affect, target: Affect, intent: Intent, length: int) -> tuple[Affect, ...]:
    """Where each of ``length`` tracks should lie.

    Modulate stays at the target. Enhance and soothe go in equal steps on a straight line from the
    face, where the first step sets out, to the target, which the last one reaches.
    """
    if intent is Intent.MODULATE:
        return (target,) * length
    return (*(face.toward(target, place / length) for place in range(1, length)), target)


def progress(point: Affect, face: Affect, target: Affect) -> float:
    """How far along the way a point lies: 0 beside the face, 1 beside the target."""
    ahead = (target.valence - face.valence, target.arousal - face.arousal)
    gone = (point.valence - face.valence, point.arousal - face.arousal)
    squared = ahead[0] ** 2 + ahead[1] ** 2
    return (ahead[0] * gone[0] + ahead[1] * gone[1]) / squared if squared else 0.0
