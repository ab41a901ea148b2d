"""What stands open, as JSON and back. Short-lived preview addresses are left out."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.track import SeedTrack, Service, Source, Track
from core.storage.columns import as_text


class _Stored(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", allow_inf_nan=False)


class _Face(_Stored):
    probabilities: dict[Emotion, float]
    faces_found: int
    frames_read: int
    detector: str
    engine: str


class _Track(_Stored):
    title: str
    artists: tuple[str, ...]
    year: int | None
    genre: str | None
    language: str | None
    isrc: str | None
    ids: dict[Service, str]
    links: dict[Service, str]


class _Seed(_Stored):
    track: _Track
    valence: float
    arousal: float
    identified_by: Source
    rated_by: Source


def face_as_json(face: FaceReading) -> str:
    """The seven probabilities and how they were read; nothing that tells one face from another."""
    probabilities = {label: float(p) for label, p in face.emotion.probabilities.items()}
    return _Face(
        probabilities=probabilities,
        faces_found=face.faces_found,
        frames_read=face.frames_read,
        detector=as_text(face.detector),
        engine=as_text(face.engine),
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
        )
    except ValueError:
        return None


def seed_as_json(seed: SeedTrack) -> str:
    """The song, its point on the circumplex and who said so."""
    track = seed.track
    return _Seed(
        track=_Track(
            title=as_text(track.title),
            artists=tuple(as_text(name) for name in track.artists),
            year=track.year,
            genre=_as_text(track.genre),
            language=_as_text(track.language),
            isrc=_as_text(track.isrc),
            ids={service: as_text(track_id) for service, track_id in track.ids.items()},
            links={service: as_text(link) for service, link in track.links.items()},
        ),
        valence=float(seed.affect.valence),
        arousal=float(seed.affect.arousal),
        identified_by=seed.identified_by,
        rated_by=seed.rated_by,
    ).model_dump_json()


def read_seed(column: str | None) -> SeedTrack | None:
    """The song ``seed_as_json`` wrote; None for nothing or for what an older moodmix wrote."""
    if column is None:
        return None
    try:
        stored = _Seed.model_validate_json(column)
        track = stored.track
        return SeedTrack(
            Track(
                title=track.title,
                artists=track.artists,
                year=track.year,
                genre=track.genre,
                language=track.language,
                isrc=track.isrc,
                ids=track.ids,
                links=track.links,
            ),
            Affect(stored.valence, stored.arousal),
            identified_by=stored.identified_by,
            rated_by=stored.rated_by,
        )
    except ValueError:
        return None


def _as_text(text: str | None) -> str | None:
    return None if text is None else as_text(text)
