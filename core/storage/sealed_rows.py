"""Rows with something sealed in them, sealed and opened.

What cannot be opened raises OperationError (DATABASE_UNUSABLE).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.domain.conversation import Consent, PersonId, Session
from core.domain.mix import Mix
from core.domain.mood import MoodPoint
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.domain.track import Track
from core.storage.columns import read_time
from core.storage.database import Rows, Run
from core.storage.diary_json import StoredPreferences, StoredWishes
from core.storage.failures import unusable
from core.storage.mix_json import AnswerNames, StoredAnswer
from core.storage.session_json import read_session, session_as_json
from core.storage.stored_json import StoredMood
from core.storage.vault import Vault

_SESSION, _MIX, _MOOD, _WISHES, _PREFERENCES = "session", "mix", "mood", "wishes", "preferences"


def seal_session(vault: Vault, person: PersonId, session: Session) -> bytes:
    """What stands open, for a row of table session."""
    return vault.seal(_SESSION, person, session_as_json(session))


def open_session(vault: Vault, person: PersonId, sealed: bytes) -> Session:
    """What stands open."""
    return read_session(vault.open(_SESSION, person, sealed))


def seal_mix(vault: Vault, person: PersonId, mix: Mix) -> bytes:
    """An answer, for a row of table mix."""
    return vault.seal(_MIX, person, StoredAnswer.of(mix).model_dump_json())


def open_mixes(vault: Vault, rows: Rows) -> dict[int, StoredAnswer]:
    """Answers by their numbers, from rows of id, person and sealed, in the same order."""
    with _readable():
        return {
            mix_id: StoredAnswer.model_validate_json(vault.open(_MIX, person, sealed))
            for mix_id, person, sealed in rows
        }


def open_names(vault: Vault, rows: Rows) -> dict[int, tuple[Track, ...]]:
    """Title and artists of the tracks of answers, from the same rows as ``open_mixes``."""
    with _readable():
        return {
            mix_id: tuple(
                Track(track.title, track.artists)
                for track in AnswerNames.model_validate_json(
                    vault.open(_MIX, person, sealed)
                ).tracks
            )
            for mix_id, person, sealed in rows
        }


def seal_mood(vault: Vault, person: PersonId, mood: MoodPoint) -> bytes:
    """A mood, for a row of table mood."""
    return vault.seal(_MOOD, person, StoredMood.of(mood).model_dump_json())


def open_moods(vault: Vault, person: PersonId, rows: Rows) -> tuple[MoodPoint, ...]:
    """Moods from rows of sealed, in the same order."""
    with _readable():
        return tuple(
            StoredMood.model_validate_json(vault.open(_MOOD, person, sealed)).read()
            for (sealed,) in rows
        )


def seal_wishes(vault: Vault, person: PersonId, wishes: StoredWishes) -> bytes:
    """What a person asked for, for a row of table wishes."""
    return vault.seal(_WISHES, person, wishes.model_dump_json())


async def read_wishes(run: Run, vault: Vault, person: PersonId) -> StoredWishes:
    """What a person asked for."""
    rows = await run("SELECT sealed FROM wishes WHERE person = ?", person)
    with _readable():
        return (
            StoredWishes.model_validate_json(vault.open(_WISHES, person, rows[0][0]))
            if rows
            else StoredWishes()
        )


def seal_preferences(vault: Vault, person: PersonId, preferences: Preferences) -> bytes:
    """What a person set, for a row of table preferences."""
    stored = StoredPreferences.of(preferences)
    return vault.seal(_PREFERENCES, person, stored.model_dump_json())


async def read_preferences(run: Run, vault: Vault, person: PersonId) -> Preferences:
    """What a person set, or the defaults."""
    rows = await run("SELECT sealed FROM preferences WHERE person = ?", person)
    if not rows:
        return DEFAULT_PREFERENCES
    with _readable():
        text = vault.open(_PREFERENCES, person, rows[0][0])
        return StoredPreferences.model_validate_json(text).read()


async def read_consent(run: Run, person: PersonId) -> Consent | None:
    """What a person agreed to, whether it is still in force or not."""
    rows = await run("SELECT version, given_at, withdrawn_at FROM consent WHERE person = ?", person)
    if not rows:
        return None
    version, given_at, withdrawn_at = rows[0]
    return Consent(version, read_time(given_at), withdrawn_at and read_time(withdrawn_at))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise unusable("something that is sealed in it cannot be read") from error
