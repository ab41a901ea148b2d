"""What a person set for good, until they set it otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.domain.wishes import Context


@dataclass(frozen=True, slots=True)
class Preferences:
    """A person's settings.

    language: the ISO 639-1 code of the language to speak with them, None for the platform's;
    song_languages: codes of the only languages songs may be in, empty for any; occasion: what their
    lists are for; help_line: whether a line with where to find help may come; help_shown_at: when
    it last came (UTC), which moodmix notes by itself.
    """

    language: str | None = None
    song_languages: frozenset[str] = frozenset()
    occasion: Context | None = None
    help_line: bool = True
    help_shown_at: datetime | None = None


DEFAULT_PREFERENCES = Preferences()
