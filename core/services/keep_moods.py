"""The mood that stands, corrected by the person, and what follows from moods over time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core.domain.conversation import Aside, PersonId, Session, Whose
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode
from core.domain.face_reading import FaceReading
from core.domain.mood import MoodPoint
from core.ports.store import Store
from core.services.help_line import SPAN, help_is_due


class MoodKeeper:
    """Keeps the session and the diary of one mind."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def correct(self, person: PersonId, session: Session, face: FaceReading) -> Session:
        """Put another mood in the place of the latest, in the session and in the diary."""
        latest = session.course[-1] if session.course else None
        at = latest.at if latest else self._clock()
        mood = MoodPoint.of(face, at, _read_as(session, face) if face.told else None)
        session = session.corrected(face, mood)
        await self._store.save_session(person, session)
        await self._store.diary.correct_mood(person, mood)
        return session

    async def care(self, person: PersonId) -> tuple[Aside, ...]:
        """Whether to say where help can be found, which is then noted."""
        diary, now = self._store.diary, self._clock()
        preferences = await diary.preferences_of(person)
        if not help_is_due(await diary.moods_of(person, now - SPAN), preferences, now):
            return ()
        await diary.set_preferences(person, replace(preferences, help_shown_at=now))
        return (Aside.HELP_LINE,)


def with_mood(face: FaceReading, mood: Emotion | Whose | None) -> FaceReading:
    """The reading with the mood that the person chose, if any.

    Raises ConversationError (ONE_FACE_ONLY) where everyone's is asked for and there was one face.
    """
    match mood:
        case None:
            return face
        case Emotion():
            return face.corrected(mood)
        case Whose.EVERYONE:
            if face.everyone is None:
                raise ConversationError(ErrorCode.ONE_FACE_ONLY)
            return face.of_everyone()


def _read_as(session: Session, face: FaceReading) -> Emotion | None:
    """What the network had said of a face whose person now says otherwise."""
    before = session.face
    if before and not before.told:
        read: Emotion | None = before.emotion.label
    else:
        read = session.course[-1].read_as if session.course else None
    return None if read is face.emotion.label else read
