"""The conversation, on any platform: consent, a face, a song, an answer, feedback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from weakref import WeakValueDictionary

from core.domain.conversation import (
    CONSENT_VERSION,
    Answer,
    Change,
    Consent,
    MessageRef,
    NeedFace,
    NeedSong,
    PersonId,
    Reply,
    Session,
    Whose,
    Wish,
    Wished,
)
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode, OperationError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.library import PlayableSong
from core.domain.media import Upload
from core.domain.mix import WHOLE_MIX, Verdict
from core.domain.same_song import song_tag
from core.domain.track import OwnFile, SeedTrack, Track
from core.ports.library import Library
from core.ports.store import Store
from core.ports.telemetry import NO_TELEMETRY, Telemetry
from core.services.know_listener import ListenerMemory
from core.services.make_mix import MixMaker

SONGS_AT_ONCE = 4
"""Songs of the library held in memory to be sent, at the same time over all people."""


class Companion:
    """What every chat adapter talks to. One person's messages are handled one after another."""

    def __init__(
        self,
        store: Store,
        mixes: MixMaker,
        clock: Callable[[], datetime],
        library: Library | None = None,
        telemetry: Telemetry = NO_TELEMETRY,
    ) -> None:
        """library: whose songs are sent to be played; without one, none are.

        telemetry: told of ratings, and of moods that people corrected.
        """
        self._store = store
        self._mixes = mixes
        self._clock = clock
        self._library = library
        self._telemetry = telemetry
        self._songs_in_hand = 0
        self._memory = ListenerMemory(store.tastes, clock)
        self._turns: WeakValueDictionary[PersonId, asyncio.Lock] = WeakValueDictionary()

    async def has_consented(self, person: PersonId) -> bool:
        """Whether the person agreed to the notice as it reads today."""
        consent = await self._store.consent_of(person)
        return consent is not None and consent.version == CONSENT_VERSION

    async def give_consent(self, person: PersonId) -> None:
        """Record that the person agreed to today's notice."""
        await self._store.give_consent(person, Consent(CONSENT_VERSION, self._clock()))

    async def receive(
        self,
        person: PersonId,
        *,
        face: Upload | None = None,
        song: str | Upload | None = None,
        intent: Intent | None = None,
    ) -> Reply:
        """Take a photo or video, a song (link, words or audio file), or both, and answer.

        What was understood is kept until the other half arrives, also when one half fails; after
        an answer a new round begins. Raises ConversationError (CONSENT_NEEDED) before a face is
        touched, and whatever reading the face or finding the song raises.
        """
        if face is None and song is None:
            raise ValueError("a face, a song or both")
        async with self._turn_of(person):
            if face is not None and not await self.has_consented(person):
                raise ConversationError(ErrorCode.CONSENT_NEEDED)
            earlier = await self._store.session_of(person)
            if earlier.face and earlier.seed:
                earlier = Session()
                await self._store.tastes.end_round(person)
            understood = await self._mixes.understand(face, song)
            session = Session(
                understood.face or earlier.face,
                understood.seed or (None if understood.doubt else earlier.seed),
                understood.doubt or (earlier.doubt if song is None else None),
            )
            await self._store.save_session(person, session)
            if understood.failure:
                raise understood.failure
            if session.face and session.seed:
                return await self._answer(
                    person, session.face, session.seed, intent, understood.timings_ms
                )
        return _what_is_missing(session)

    async def change(self, person: PersonId, change: Change) -> Reply:
        """Take a person's choice under a reply: another mood, another intent, or which song.

        With a song known the last face and song are answered again, else the song is asked for.
        Raises ConversationError: NOTHING_TO_CHANGE where nothing stands that could be changed,
        NOTHING_IN_DOUBT where that song was not asked about, ONE_FACE_ONLY where everyone's mood
        is asked for and there was one face; and SongError where nobody knows how the song feels.
        """
        async with self._turn_of(person):
            session = await self._store.session_of(person)
            if change.song is not None:
                return await self._settle(person, session, change.song)
            if session.face is None or (change.mood is None and session.seed is None):
                raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
            face = _with_mood(session.face, change.mood)
            if face != session.face:
                if isinstance(change.mood, Emotion) and not session.face.told:
                    self._telemetry.mood_corrected(session.face.emotion.label, change.mood)
                session = Session(face, session.seed, session.doubt)
                await self._store.save_session(person, session)
            if session.seed is None:
                return session.doubt or NeedSong(face)
            return await self._answer(person, face, session.seed, change.intent)

    async def _settle(self, person: PersonId, session: Session, tag: str) -> Reply:
        """The person said which song it is; raises ConversationError and SongError."""
        doubt = session.doubt
        song = next((s for s in doubt.candidates if song_tag(s) == tag), None) if doubt else None
        if doubt is None or song is None:
            raise ConversationError(ErrorCode.NOTHING_IN_DOUBT)
        seed = await self._mixes.settle(song, doubt.named_by)
        await self._store.save_session(person, Session(session.face, seed))
        if session.face:
            return await self._answer(person, session.face, seed, None)
        return NeedFace(seed)

    async def rate(
        self, person: PersonId, mix_id: int, position: int, verdict: Verdict | None
    ) -> Track:
        """Record 👍 or 👎 on one track (positions from 1), or take it back with None.

        Returns the track; raises ConversationError (NOTHING_TO_RATE) where there is none.
        """
        track = await self._store.track_of(mix_id, position)
        if track is None:
            raise ConversationError(ErrorCode.NOTHING_TO_RATE)
        await self._store.rate(person, mix_id, position, verdict)
        self._telemetry.rated(verdict)
        return track

    async def wish(self, person: PersonId, wish: Wish, mix_id: int, position: int) -> Wished:
        """Note a wish about a track (positions from 1) of a mix, and make the list anew.

        More of something holds until a new round begins, an artist is left out until the person
        takes their wishes back, which needs no track. Raises ConversationError (NOTHING_TO_RATE)
        where there is no such track, or nobody knows who it is by.
        """
        track = await self._store.track_of(mix_id, position)
        tastes = self._store.tastes
        async with self._turn_of(person):
            match wish:
                case Wish.ANYTHING:
                    await tastes.drop_wishes(person)
                case Wish.MORE_LIKE if track:
                    await tastes.want_more_like(person, track)
                case Wish.NOT_ARTIST if track and track.artists:
                    await tastes.want_without(person, track.artists[0])
                case _:
                    raise ConversationError(ErrorCode.NOTHING_TO_RATE)
            return Wished(track, await self._answer_again(person, mix_id))

    async def file_of(self, mix_id: int, position: int) -> OwnFile:
        """The person's own file behind a track (positions from 1), to be played in the chat.

        Raises ConversationError (SONG_FILE_GONE) where the library holds none (any more).
        """
        track = await self._store.track_of(mix_id, position)
        if track is None or track.file is None:
            raise ConversationError(ErrorCode.SONG_FILE_GONE)
        return track.file

    @asynccontextmanager
    async def song_of(
        self, mix_id: int, position: int, limit_bytes: int
    ) -> AsyncIterator[PlayableSong]:
        """The person's own song behind a track (positions from 1), in memory within the block.

        Raises OperationError (LIBRARY_NOT_SHARED, BUSY), what ``file_of`` raises, and what the
        library's ``load`` raises.
        """
        if self._library is None:
            raise OperationError(ErrorCode.LIBRARY_NOT_SHARED)
        file = await self.file_of(mix_id, position)
        if self._songs_in_hand >= SONGS_AT_ONCE:
            raise OperationError(ErrorCode.BUSY)
        self._songs_in_hand += 1
        try:
            yield await self._library.load(file.number, limit_bytes)
        finally:
            self._songs_in_hand -= 1

    async def link_message(self, message: MessageRef, mix_id: int) -> None:
        """Remember which chat message carries a mix."""
        await self._store.link_message(message, mix_id)

    async def rate_message(
        self, person: PersonId, message: MessageRef, verdict: Verdict | None
    ) -> bool:
        """Record a reaction on a whole mix; False where the message carries none."""
        mix_id = await self._store.mix_of_message(message)
        if mix_id is None:
            return False
        await self._store.rate(person, mix_id, WHOLE_MIX, verdict)
        self._telemetry.rated(verdict)
        return True

    async def forget(self, person: PersonId) -> None:
        """Erase everything about a person at once."""
        async with self._turn_of(person):
            await self._store.forget(person)

    async def _answer(
        self,
        person: PersonId,
        face: FaceReading,
        seed: SeedTrack,
        intent: Intent | None,
        timings_ms: Mapping[str, float] | None = None,
    ) -> Answer:
        listener = await self._memory.listener(person)
        mix = await self._mixes.answer(face, seed, intent, timings_ms, listener=listener)
        return Answer(await self._store.save_mix(person, mix), mix)

    async def _answer_again(self, person: PersonId, mix_id: int) -> Answer | None:
        """The list made anew, None where face or song are not there (any more)."""
        session = await self._store.session_of(person)
        if session.face is None or session.seed is None:
            return None
        intent = await self._store.chosen_intent(mix_id)
        return await self._answer(person, session.face, session.seed, intent)

    @asynccontextmanager
    async def _turn_of(self, person: PersonId) -> AsyncIterator[None]:
        lock = self._turns.setdefault(person, asyncio.Lock())
        async with lock:
            yield


def _what_is_missing(session: Session) -> Reply:
    if session.doubt:
        return session.doubt
    if session.seed:
        return NeedFace(session.seed)
    if session.face:
        return NeedSong(session.face)
    raise AssertionError("without a failure something was understood")


def _with_mood(face: FaceReading, mood: Emotion | Whose | None) -> FaceReading:
    match mood:
        case None:
            return face
        case Emotion():
            return face.corrected(mood)
        case Whose.EVERYONE:
            if face.everyone is None:
                raise ConversationError(ErrorCode.ONE_FACE_ONLY)
            return face.of_everyone()
