"""Everything that is stored about one person, as it is handed to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.domain.affect import Affect
from core.domain.conversation import Consent, Session
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.preferences import Preferences
from core.domain.wishes import Wishes


@dataclass(frozen=True, slots=True)
class StoredTrack:
    """A track of a stored list, and what the person thought of it."""

    title: str
    artists: tuple[str, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class StoredMix:
    """A stored answer (made_at in UTC); seed: title and artists of the song, None without one."""

    mix_id: int
    made_at: datetime
    label: Emotion
    affect: Affect
    seed: tuple[str, tuple[str, ...]] | None
    intent: Intent
    target: Affect
    tracks: tuple[StoredTrack, ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What is stored about a person, oldest first; met_at: when the first of it was stored (UTC).

    Verdicts on other people's lists are counted only, because the lists are not theirs.
    """

    met_at: datetime | None
    consent: Consent | None
    preferences: Preferences
    session: Session
    moods: tuple[MoodPoint, ...]
    mixes: tuple[StoredMix, ...]
    wishes: Wishes
    verdicts_elsewhere: int
