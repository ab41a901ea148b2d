"""What a person set and asks for beyond one answer, as JSON and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import AwareDatetime

from core.domain.preferences import Preferences
from core.domain.track import Track
from core.domain.wishes import Context, Wishes
from core.storage.columns import as_text
from core.storage.stored_json import Stored, StoredName, as_optional_text, utc


class StoredWishes(Stored):
    """Artists that are left out and songs to have more of, oldest first."""

    not_artists: tuple[str, ...] = ()
    like: tuple[StoredName, ...] = ()

    @classmethod
    def of(cls, not_artists: Iterable[str], like: Iterable[Track]) -> Self:
        """As they are stored, each once."""
        names = dict.fromkeys(
            (as_text(song.title), tuple(map(as_text, song.artists))) for song in like
        )
        return cls(
            not_artists=tuple(dict.fromkeys(map(as_text, not_artists))),
            like=tuple(StoredName(title=title, artists=artists) for title, artists in names),
        )

    def read(self) -> Wishes:
        """As they were."""
        like = tuple(Track(song.title, song.artists) for song in self.like)
        return Wishes(not_artists=self.not_artists, like=like)


class StoredPreferences(Stored):
    """A person's settings."""

    language: str | None = None
    song_languages: tuple[str, ...] = ()
    occasion: Context | None = None
    help_line: bool = True
    help_shown_at: AwareDatetime | None = None

    @classmethod
    def of(cls, preferences: Preferences) -> Self:
        """As they are stored."""
        return cls(
            language=as_optional_text(preferences.language),
            song_languages=tuple(sorted(map(as_text, preferences.song_languages))),
            occasion=preferences.occasion,
            help_line=preferences.help_line,
            help_shown_at=preferences.help_shown_at,
        )

    def read(self) -> Preferences:
        """As they were."""
        return Preferences(
            self.language,
            frozenset(self.song_languages),
            self.occasion,
            help_line=self.help_line,
            help_shown_at=self.help_shown_at and utc(self.help_shown_at),
        )
