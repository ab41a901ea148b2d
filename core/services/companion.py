"""The conversation, on any platform: a mood, a song, an answer, feedback, and the next mood."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from core.domain.affect import Affect
from core.domain.conversation import (
    LAST_SONG,
    NO_SONG,
    Aside,
    Change,
    Farewell,
    HowNow,
    NeedFace,
    NeedSong,
    PersonId,
    Reply,
    Session,
    WhichSong,
    Wish,
    Wished,
)
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.media import Upload
from core.domain.mood import MoodPoint
from core.domain.same_song import song_tag
from core.domain.track import SeedTrack
from core.ports.library import Library
from core.ports.store import Store
from core.ports.telemetry import NO_TELEMETRY, Telemetry
from core.services.given_mixes import GivenMixes
from core.services.keep_moods import MoodKeeper, with_mood
from core.services.know_listener import RECENT_TRACKS, ListenerMemory
from core.services.make_list import ListMaker
from core.services.make_mix import MixMaker, Understanding

UNFINISHED_FOR = timedelta(days=1)
"""What was begun and not answered for so long is put away."""


class Companion(GivenMixes):
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
        super().__init__(store, clock, library, telemetry)
        self._mixes = mixes
        self._moods = MoodKeeper(store, clock)
        self._lists = ListMaker(store, mixes, ListenerMemory(store.tastes, store.diary, clock))

    async def receive(
        self,
        person: PersonId,
        *,
        face: Upload | None = None,
        song: str | Upload | None = None,
        intent: Intent | None = None,
    ) -> Reply:
        """Take a photo or video, a song (link, words or audio file), or both, and answer.

        What was understood is kept until the other half arrives, also when one half fails. After an
        answer a new round begins, unless the person was asked how they feel now: then a face goes
        on with the song that was there. Raises ConversationError (CONSENT_NEEDED) before a face is
        touched, and whatever reading the face or finding the song raises.
        """
        if face is None and song is None:
            raise ValueError("a face, a song or both")
        async with self._turn_of(person):
            if face is not None and not await self.has_consented(person):
                raise ConversationError(ErrorCode.CONSENT_NEEDED)
            return await self._take(person, await self._mixes.understand(face, song), intent)

    async def take_reading(
        self, person: PersonId, face: FaceReading, song: str | None = None
    ) -> Reply:
        """Take a face that was read while it was observed, with or without a song, and answer.

        As ``receive`` takes a photo. Raises ConversationError (CONSENT_NEEDED), and whatever
        finding the song raises.
        """
        async with self._turn_of(person):
            if not await self.has_consented(person):
                raise ConversationError(ErrorCode.CONSENT_NEEDED)
            understood = await self._mixes.understand(None, song)
            return await self._take(person, replace(understood, face=face), None)

    async def tell_mood(self, person: PersonId, mood: Emotion | Affect) -> Reply:
        """Take a person's word for how they feel, as an expression or as a point, and answer.

        Just as a face would be taken, but nothing is read, so that no consent is needed.
        """
        async with self._turn_of(person):
            return await self._take(person, _told(mood), None)

    async def change(self, person: PersonId, change: Change) -> Reply:
        """Take a person's choice under a reply: a mood, another intent, or which song or none.

        A mood corrects the one that stands; where it was awaited, beside a song or after a list,
        it is taken as ``tell_mood`` would. What is known is answered again, else what is missing
        is asked for. Raises ConversationError: NOTHING_TO_CHANGE where nothing stands that
        could be changed, NOTHING_IN_DOUBT where that song was not asked about, ONE_FACE_ONLY where
        everyone's mood is asked for and there was one face; and SongError where nobody knows how
        the song feels.
        """
        async with self._turn_of(person):
            session, put_away = await self._opened(person)
            if change.song is not None:
                return await self._choose_song(person, session, change.song)
            awaited = session.checking or (session.face is None and (session.seed or put_away))
            if isinstance(change.mood, Emotion) and awaited:
                return await self._take(person, _told(change.mood), change.intent)
            if session.face is None or (change.mood is None and not session.answered):
                raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
            face = with_mood(session.face, change.mood)
            if face == session.face:
                return await self._reply(person, session.stayed(), change.intent)
            if isinstance(change.mood, Emotion) and not session.face.told:
                self._telemetry.mood_corrected(session.face.emotion.label, change.mood)
            session = await self._moods.correct(person, session, face)
            return await self._reply(person, session, change.intent, await self._moods.care(person))

    async def standing(self, person: PersonId) -> Reply | None:
        """What the person was asked last and has not answered, None where nothing is awaited."""
        session, _ = await self._opened(person)
        if session.checking:
            return HowNow(session.course[-1])
        if session.doubt:
            return WhichSong(session.doubt)
        if session.answered:
            return None
        if session.face:
            return NeedSong(session.face, session.remembered)
        return NeedFace(session.seed) if session.seed else None

    async def can_go_on(self, person: PersonId) -> bool:
        """Whether there is a list that ``check_in`` can go on from."""
        return (await self._store.session_of(person)).answered

    async def check_in(self, person: PersonId) -> HowNow:
        """After listening: ask how they feel now; the next mood then goes on from there.

        Raises ConversationError (NOTHING_TO_CHANGE) where there was no list.
        """
        async with self._turn_of(person):
            session = await self._store.session_of(person)
            if session.face is None or not session.answered:
                raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
            course = session.course or (MoodPoint.of(session.face, self._clock()),)
            await self._store.save_session(person, replace(session, course=course, checking=True))
            return HowNow(course[-1])

    async def finish(self, person: PersonId) -> Farewell:
        """They have had enough for now: what moved, and the last list stays as it is."""
        async with self._turn_of(person):
            session = await self._store.session_of(person)
            await self._store.save_session(
                person,
                replace(session.stayed(), checking=False)
                if session.answered
                else session.next_round(),
            )
            return Farewell(session.moved)

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
            return Wished(track, await self._lists.make_again(person, mix_id))

    async def artists_like(self, person: PersonId, text: str, limit: int) -> tuple[str, ...]:
        """Artists that somebody may mean by what they have typed, of their last lists first."""
        recent = await self._store.tastes.given_lately(person, RECENT_TRACKS)
        names = [name for track in recent for name in track.artists]
        return await asyncio.to_thread(self._mixes.artists.like, text, limit, names)

    async def _take(
        self, person: PersonId, understood: Understanding, intent: Intent | None
    ) -> Reply:
        """Keep what was understood, and go on from there; raises what went wrong with the rest."""
        song = understood.seed or understood.doubt
        if understood.face is None and song is None:
            raise understood.failure or AssertionError("nothing was sent")
        session, asides = await self._opened(person)
        is_over = session.answered and not (session.checking and understood.face)
        if is_over:
            session = session.next_round()
        if is_over or Aside.PUT_AWAY in asides:
            await self._store.tastes.end_round(person)
        mood = MoodPoint.of(understood.face, self._clock()) if understood.face else None
        if understood.face and mood:
            session = session.felt(understood.face, mood)
        if song:
            session = session.with_song(song)
        elif understood.failure:
            session = session.awaiting_song()
        await self._store.save_session(person, session)
        if mood:
            await self._store.diary.note_mood(person, mood)
        if understood.failure:
            raise understood.failure
        if mood and not session.doubt:
            asides += await self._moods.care(person)
        return await self._reply(person, session, intent, asides, understood.timings_ms)

    async def _opened(self, person: PersonId) -> tuple[Session, tuple[Aside, ...]]:
        """What stands open; what was left unfinished for long is put away, which is told."""
        session = await self._store.session_of(person)
        since = await self._store.session_since(person)
        if session.unfinished and since and self._clock() - since >= UNFINISHED_FOR:
            session = session.put_away()
        return (session.next_round(), (Aside.PUT_AWAY,)) if session.lapsed else (session, ())

    async def _choose_song(self, person: PersonId, session: Session, tag: str) -> Reply:
        """The song of the round before, none, or one that was asked about."""
        if tag in {LAST_SONG, NO_SONG}:
            last = session.remembered if tag == LAST_SONG else None
            if session.face is None or (tag == LAST_SONG and last is None):
                raise ConversationError(ErrorCode.NOTHING_TO_CHANGE)
            session = session.with_song(last) if last else session.without_song()
        else:
            session = session.with_song(await self._settled(session, tag))
        await self._store.save_session(person, session)
        return await self._reply(person, session, None)

    async def _settled(self, session: Session, tag: str) -> SeedTrack:
        """The song they meant of those in doubt; raises ConversationError and SongError."""
        doubt = session.doubt
        song = next((s for s in doubt.candidates if song_tag(s) == tag), None) if doubt else None
        if doubt is None or song is None:
            raise ConversationError(ErrorCode.NOTHING_IN_DOUBT)
        return await self._mixes.settle(song, doubt.named_by)

    async def _reply(
        self,
        person: PersonId,
        session: Session,
        intent: Intent | None,
        asides: tuple[Aside, ...] = (),
        timings_ms: Mapping[str, float] = MappingProxyType({}),
    ) -> Reply:
        """Answer, or ask for what is missing."""
        if session.doubt:
            return WhichSong(session.doubt, asides)
        if session.answered:
            return await self._lists.make(person, session, intent, asides, timings_ms)
        if session.face:
            return NeedSong(session.face, session.remembered, asides)
        if session.seed:
            return NeedFace(session.seed, asides)
        raise AssertionError("something was understood")


def _told(mood: Emotion | Affect) -> Understanding:
    return Understanding(FaceReading.of_word(mood), None, None, None, {})
