"""What stands open, as JSON and back. Short-lived preview addresses are left out."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.mood_timeline import Moment, MoodTimeline
from core.domain.music_reading import MusicReading
from core.domain.track import DoubtfulSong, Opinion, SeedTrack, Service, Source, Track
from core.storage.columns import as_text


class _Stored(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)


class _Timeline(_Stored):
    """Column by column: a film has up to 150 moments, and their names need not be repeated."""

    times_s: tuple[float, ...]
    probabilities: dict[Emotion, tuple[float, ...]]


class _Face(_Stored):
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


class _Track(_Stored):
    title: str
    artists: tuple[str, ...]
    year: int | None
    genre: str | None
    language: str | None
    isrc: str | None
    mbid: str | None = None
    ids: dict[Service, str]
    links: dict[Service, str]


class _Opinion(_Stored):
    source: Source
    valence: float
    arousal: float


class _Seed(_Stored):
    track: _Track
    valence: float
    arousal: float
    identified_by: Source
    rated_by: Source
    heard: MusicReading | None = None
    opinions: tuple[_Opinion, ...] = ()


class _Doubt(_Stored):
    candidates: tuple[_Track, ...]
    named_by: Source


def face_as_json(face: FaceReading) -> str:
    """The seven probabilities and how they were read; nothing that tells one face from another."""
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
    ).model_dump_json()


def read_face(column: str | None) -> FaceReading | None:
    """The reading ``face_as_json`` wrote; None for nothing or for what an older moodmix wrote."""
    if column is None:
        return None
    try:
        stored = _Face.model_validate_json(column)
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
        )
    except ValueError:
        return None


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


def seed_as_json(seed: SeedTrack) -> str:
    """The song, its point on the circumplex and who said so."""
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
    ).model_dump_json()


def read_seed(column: str | None) -> SeedTrack | None:
    """The song ``seed_as_json`` wrote; None for nothing or for what an older moodmix wrote."""
    if column is None:
        return None
    try:
        stored = _Seed.model_validate_json(column)
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
    except ValueError:
        return None


def doubt_as_json(doubt: DoubtfulSong) -> str:
    """The songs that were asked about; it stands where otherwise the song would."""
    return _Doubt(
        candidates=tuple(map(_as_track, doubt.candidates)), named_by=doubt.named_by
    ).model_dump_json()


def read_doubt(column: str | None) -> DoubtfulSong | None:
    """The songs ``doubt_as_json`` wrote; None for anything else."""
    if column is None:
        return None
    try:
        stored = _Doubt.model_validate_json(column)
        return DoubtfulSong(tuple(map(_read_track, stored.candidates)), stored.named_by)
    except ValueError:
        return None


def _as_track(track: Track) -> _Track:
    return _Track(
        title=as_text(track.title),
        artists=tuple(as_text(name) for name in track.artists),
        year=track.year,
        genre=_as_text(track.genre),
        language=_as_text(track.language),
        isrc=_as_text(track.isrc),
        mbid=_as_text(track.mbid),
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


def _as_text(text: str | None) -> str | None:
    return None if text is None else as_text(text)
