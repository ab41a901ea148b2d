"""Hand-written stand-ins for the ports that find, rate and hear songs and read faces."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.errors import ErrorCode, FaceError, MoodmixError, SongError
from core.domain.face_reading import FaceReading
from core.domain.media import Upload
from core.domain.mood_timeline import Moment, MoodTimeline
from core.domain.music_reading import Key, Mode, MusicMood, MusicReading, SongMoment, Sound
from core.domain.track import (
    DoubtfulSong,
    RatedTrack,
    SeedTrack,
    Service,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.domain.track_table import TrackTable


def face_reading(emotion: Emotion = Emotion.SAD, confidence: float = 0.88) -> FaceReading:
    rest = (1 - confidence) / 6
    estimate = EmotionEstimate({e: confidence if e is emotion else rest for e in Emotion})
    return FaceReading(estimate, faces_found=1, frames_read=1, detector="haar", engine="moodnet")


def unsure_reading() -> FaceReading:
    """Sad, neutral or angry; the engine would not say which."""
    likely = {Emotion.SAD: 0.38, Emotion.NEUTRAL: 0.35, Emotion.ANGRY: 0.15}
    rest = (1 - sum(likely.values())) / (len(Emotion) - len(likely))
    estimate = EmotionEstimate({emotion: likely.get(emotion, rest) for emotion in Emotion})
    return replace(face_reading(), emotion=estimate, sure=False)


def group_reading() -> FaceReading:
    """Four people: the one near the middle is sad, all of them together are happy."""
    everyone = face_reading(Emotion.HAPPY, 0.6).emotion
    return replace(face_reading(), faces_found=4, everyone=everyone)


def film_reading(*seconds: tuple[Emotion, int], faces_found: int = 1) -> FaceReading:
    """A film in which the face shows these expressions for so many seconds each, in this order."""
    shown = [emotion for emotion, lasts_s in seconds for _ in range(lasts_s * 5)]
    moments = [Moment(0.2 * n, face_reading(emotion).emotion) for n, emotion in enumerate(shown)]
    timeline = MoodTimeline(tuple(moments))
    return replace(
        face_reading(),
        emotion=timeline.mean,
        faces_found=faces_found,
        frames_read=len(moments),
        timeline=timeline,
    )


def rated(
    title: str,
    artist: str,
    valence: float,
    arousal: float,
    *,
    year: int | None = None,
    genre: str | None = None,
    language: str | None = None,
) -> RatedTrack:
    links = {Service.YOUTUBE: f"https://www.youtube.com/results?search_query={len(title)}"}
    track = Track(title, (artist,), year=year, genre=genre, language=language, links=links)
    return RatedTrack(track, Affect(valence, arousal))


def seed_of(song: RatedTrack, *, rated_by: Source = Source.CATALOGUE) -> SeedTrack:
    return SeedTrack(song.track, song.affect, Source.CATALOGUE, rated_by)


SLOW_MINOR_SOFT = Sound(72.4, Key(9, Mode.MINOR, 0.8), -27.0, 0.1, 82.4, 880.0, 1500.0)


def music_reading(
    affect: Affect, *moments: SongMoment, sound: Sound = SLOW_MINOR_SOFT
) -> MusicReading:
    """Heard in a slow, soft song in A minor."""
    moods = dict.fromkeys(MusicMood, 1 / len(MusicMood))
    return MusicReading(affect, (0.2, 0.21), moods, sound, moments or (SongMoment(0.0, affect),))


HEARD = music_reading(Affect(0.1, 0.2))


HELLOS = DoubtfulSong(
    (Track("Hello", ("Adele",)), Track("Hello", ("Lionel Richie",))), Source.DEEZER
)
"""What people may mean who write "Hello"."""


class FakeFaceReader:
    """Reads what the upload's bytes name: ``b"sad"`` is a sad face, ``b"nobody"`` no face.

    ``b"unsure"``, ``b"group"`` and ``b"film"`` are like the readings above.
    """

    def __init__(self) -> None:
        self.read = 0

    async def read_face(self, upload: Upload) -> FaceReading:
        await asyncio.sleep(0)
        self.read += 1
        name = upload.data.decode()
        if name == "unsure":
            return unsure_reading()
        if name == "group":
            return group_reading()
        if name == "film":
            return film_reading((Emotion.HAPPY, 9), (Emotion.SURPRISE, 2))
        if name not in set(Emotion):
            raise FaceError(ErrorCode.NO_FACE)
        return face_reading(Emotion(name))


class FakeCatalogue:
    def __init__(self, tracks: Sequence[RatedTrack]) -> None:
        self._tracks = tuple(tracks)

    def tables(self) -> Sequence[TrackTable]:
        return (TrackTable.of(self._tracks),)

    def tracks(self) -> Sequence[RatedTrack]:
        return self._tracks


class FakeFinder:
    """Knows tracks by link id and by title."""

    def __init__(
        self,
        source: Source,
        *,
        links: Mapping[str, Track] | None = None,
        titles: Mapping[str, Track] | None = None,
        doubts: Mapping[str, DoubtfulSong] | None = None,
    ) -> None:
        self.source = source
        self._links = links or {}
        self._titles: dict[str, Track | DoubtfulSong] = {**(doubts or {}), **(titles or {})}
        self.asked: list[SongQuery] = []

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        self.asked.append(query)
        if isinstance(query, TrackLink):
            return self._links.get(query.track_id)
        return self._titles.get(query.title)


class FakeRater:
    def __init__(self, source: Source, affects: Mapping[str, Affect]) -> None:
        self.source = source
        self._affects = affects

    async def affect_of(self, track: Track) -> Affect | None:
        return self._affects.get(track.title)


class FakeOwnSongs:
    """One song of the asker's own, and what was heard in it."""

    source = Source.LIBRARY

    def __init__(self, track: Track, heard: MusicReading) -> None:
        self._track = track
        self._heard = heard

    async def find(self, query: SongQuery) -> Track | None:
        known = isinstance(query, TrackWords) and query.title == self._track.title
        return self._track if known else None

    async def affect_of(self, track: Track) -> Affect | None:
        return self._heard.affect if track.title == self._track.title else None

    async def reading_of(self, track: Track) -> MusicReading | None:
        return self._heard if track.title == self._track.title else None


class FakeIdentities:
    """Knows one song more about, and answers with it whatever is asked."""

    def __init__(self, track: Track | None) -> None:
        self._track = track

    async def find_same(self, track: Track) -> Track | None:
        return self._track


class FakeNamer:
    def __init__(self, words: TrackWords | None) -> None:
        self._words = words

    async def name(self, link: TrackLink) -> TrackWords | None:
        return self._words


class FakeExpander:
    def __init__(self, link: TrackLink | None = None) -> None:
        self._link = link

    async def expand(self, url: str) -> TrackLink:
        if self._link is None:
            raise SongError(ErrorCode.LINK_NOT_RESOLVED, service="spotify")
        return self._link


class FakePreviews:
    def __init__(self, preview: Upload | None = None) -> None:
        self.preview = preview
        self.asked: list[Track] = []

    async def fetch(self, track: Track) -> Upload | None:
        self.asked.append(track)
        return self.preview


class FakeMusicReader:
    """Hears the same in everything, or fails."""

    def __init__(self, heard: MusicReading | MoodmixError = HEARD) -> None:
        self._heard = heard

    async def read_music(self, audio: Upload) -> MusicReading:
        if isinstance(self._heard, MoodmixError):
            raise self._heard
        return self._heard

    async def describe(self, audio: Upload) -> Track:
        return Track(audio.filename or "your audio file")
