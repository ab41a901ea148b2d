"""What stands open, as JSON and back. Short-lived preview addresses are left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import TypeVar

from pydantic import ValidationError

from core.domain.affect import Affect
from core.domain.conversation import Session
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.mood import MoodPoint
from core.domain.mood_timeline import Moment, MoodTimeline
from core.domain.music_reading import MusicReading
from core.domain.track import DoubtfulSong, Opinion, SeedTrack, Service, Source, Track
from core.storage.columns import as_text
from core.storage.stored_json import Stored, StoredMood, as_optional_text

StoredT = TypeVar("StoredT")
ReadT = TypeVar("ReadT")


class _Timeline(Stored):
    """Column by column: a film has up to 150 moments, and their names need not be repeated."""

    times_s: tuple[float, ...]
    probabilities: dict[Emotion, tuple[float, ...]]


class _Face(Stored):
    """What has a default came later than the first version of moodmix."""

    probabilities: dict[Emotion, float]
    faces_found: int
    frames_read: int
    detector: str
    engine: str
    sure: bool = True
    told: bool = False
    everyone: dict[Emotion, float] | None = None
    timeline: _Timeline | None = None
    point: tuple[float, float] | None = None


class _Track(Stored):
    title: str
    artists: tuple[str, ...]
    year: int | None
    genre: str | None
    language: str | None
    isrc: str | None
    mbid: str | None = None
    ids: dict[Service, str]
    links: dict[Service, str]


class _Opinion(Stored):
    source: Source
    valence: float
    arousal: float


class _Seed(Stored):
    track: _Track
    valence: float
    arousal: float
    identified_by: Source
    rated_by: Source
    heard: MusicReading | None = None
    opinions: tuple[_Opinion, ...] = ()


class _Doubt(Stored):
    candidates: tuple[_Track, ...]
    named_by: Source


class _Session(Stored):
    face: _Face | None = None
    seed: _Seed | None = None
    doubt: _Doubt | None = None
    songless: bool = False
    remembered: _Seed | None = None
    course: tuple[StoredMood, ...] = ()
    checking: bool = False
    lapsed: bool = False


def session_as_json(session: Session) -> str:
    """All of it; of a face nothing that tells it from another."""
    return _Session(
        face=None if session.face is None else _as_face(session.face),
        seed=None if session.seed is None else _as_seed(session.seed),
        doubt=None if session.doubt is None else _as_doubt(session.doubt),
        songless=session.songless,
        remembered=None if session.remembered is None else _as_seed(session.remembered),
        course=tuple(map(StoredMood.of, session.course)),
        checking=session.checking,
        lapsed=session.lapsed,
    ).model_dump_json()


def read_session(text: str) -> Session:
    """The session ``session_as_json`` wrote.

    What an older moodmix wrote in another form counts as absent, part by part.
    """
    try:
        stored = _Session.model_validate_json(text)
    except ValidationError as error:
        stored = _without({str(part["loc"][0]) for part in error.errors() if part["loc"]}, text)
    seed = _readable(_read_seed, stored.seed)
    return Session(
        _readable(_read_face, stored.face),
        seed,
        None if seed else _readable(_read_doubt, stored.doubt),
        songless=stored.songless,
        remembered=_readable(_read_seed, stored.remembered),
        course=_readable(_read_course, stored.course) or (),
        checking=stored.checking,
        lapsed=stored.lapsed,
    )


def _without(parts: Collection[str], text: str) -> _Session:
    try:
        kept = {name: part for name, part in json.loads(text).items() if name not in parts}
        return _Session.model_validate_json(json.dumps(kept))
    except (ValueError, AttributeError, RecursionError):
        return _Session()


def _read_course(stored: tuple[StoredMood, ...]) -> tuple[MoodPoint, ...]:
    return tuple(mood.read() for mood in stored)


def _readable(read: Callable[[StoredT], ReadT], stored: StoredT | None) -> ReadT | None:
    try:
        return None if stored is None else read(stored)
    except ValueError:
        return None


def _as_face(face: FaceReading) -> _Face:
    return _Face(
        probabilities=_probabilities(face.emotion),
        faces_found=face.faces_found,
        frames_read=face.frames_read,
        detector=as_text(face.detector),
        engine=as_text(face.engine),
        sure=face.sure,
        told=face.told,
        everyone=None if face.everyone is None else _probabilities(face.everyone),
        timeline=None if face.timeline is None else _as_columns(face.timeline),
        point=None if face.point is None else _as_point(face.point),
    )


def _read_face(stored: _Face) -> FaceReading:
    return FaceReading(
        EmotionEstimate(stored.probabilities),
        faces_found=stored.faces_found,
        frames_read=stored.frames_read,
        detector=stored.detector,
        engine=stored.engine,
        sure=stored.sure,
        told=stored.told,
        everyone=None if stored.everyone is None else EmotionEstimate(stored.everyone),
        timeline=None if stored.timeline is None else _as_timeline(stored.timeline),
        point=None if stored.point is None else Affect(*stored.point),
    )


def _as_point(point: Affect) -> tuple[float, float]:
    return float(point.valence), float(point.arousal)


def _probabilities(emotion: EmotionEstimate) -> dict[Emotion, float]:
    return {label: float(p) for label, p in emotion.probabilities.items()}


def _as_columns(timeline: MoodTimeline) -> _Timeline:
    moments = timeline.moments
    return _Timeline(
        times_s=tuple(float(moment.time_s) for moment in moments),
        probabilities={
            label: tuple(float(moment.emotion.probabilities[label]) for moment in moments)
            for label in Emotion
        },
    )


def _as_timeline(stored: _Timeline) -> MoodTimeline:
    """Raises ValueError where the columns are not of one length or hold no probabilities."""
    labels, columns = stored.probabilities.keys(), stored.probabilities.values()
    return MoodTimeline(
        tuple(
            Moment(time_s, EmotionEstimate(dict(zip(labels, row, strict=True))))
            for time_s, *row in zip(stored.times_s, *columns, strict=True)
        )
    )


def _as_seed(seed: SeedTrack) -> _Seed:
    return _Seed(
        track=_as_track(seed.track),
        valence=float(seed.affect.valence),
        arousal=float(seed.affect.arousal),
        identified_by=seed.identified_by,
        rated_by=seed.rated_by,
        heard=seed.heard,
        opinions=tuple(
            _Opinion(
                source=opinion.source,
                valence=float(opinion.affect.valence),
                arousal=float(opinion.affect.arousal),
            )
            for opinion in seed.opinions
        ),
    )


def _read_seed(stored: _Seed) -> SeedTrack:
    return SeedTrack(
        _read_track(stored.track),
        Affect(stored.valence, stored.arousal),
        identified_by=stored.identified_by,
        rated_by=stored.rated_by,
        heard=stored.heard,
        opinions=tuple(
            Opinion(opinion.source, Affect(opinion.valence, opinion.arousal))
            for opinion in stored.opinions
        ),
    )


def _as_doubt(doubt: DoubtfulSong) -> _Doubt:
    return _Doubt(candidates=tuple(map(_as_track, doubt.candidates)), named_by=doubt.named_by)


def _read_doubt(stored: _Doubt) -> DoubtfulSong:
    return DoubtfulSong(tuple(map(_read_track, stored.candidates)), stored.named_by)


def _as_track(track: Track) -> _Track:
    return _Track(
        title=as_text(track.title),
        artists=tuple(as_text(name) for name in track.artists),
        year=track.year,
        genre=as_optional_text(track.genre),
        language=as_optional_text(track.language),
        isrc=as_optional_text(track.isrc),
        mbid=as_optional_text(track.mbid),
        ids={service: as_text(track_id) for service, track_id in track.ids.items()},
        links={service: as_text(link) for service, link in track.links.items()},
    )


def _read_track(stored: _Track) -> Track:
    return Track(
        title=stored.title,
        artists=stored.artists,
        year=stored.year,
        genre=stored.genre,
        language=stored.language,
        isrc=stored.isrc,
        mbid=stored.mbid,
        ids=stored.ids,
        links=stored.links,
    )
