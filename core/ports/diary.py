"""What is remembered of a person over weeks: moods, and what they set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.domain.conversation import PersonId
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData
from core.domain.preferences import Preferences


class Diary(Protocol):
    """Moods and settings. What a person has forgotten is gone at once."""

    async def note_mood(self, person: PersonId, mood: MoodPoint) -> None:
        """Add a mood to the diary."""
        ...

    async def correct_mood(self, person: PersonId, mood: MoodPoint) -> None:
        """Put a mood in the place of the one of the same moment; adds it where there is none."""
        ...

    async def moods_of(self, person: PersonId, since: datetime) -> Sequence[MoodPoint]:
        """The moods noted since then, oldest first."""
        ...

    async def preferences_of(self, person: PersonId) -> Preferences:
        """What they set; the defaults where they set nothing."""
        ...

    async def set_preferences(self, person: PersonId, preferences: Preferences) -> None:
        """Replace what they set."""
        ...

    async def all_of(self, person: PersonId) -> PersonalData:
        """Everything that is stored about them, to be handed to them."""
        ...
