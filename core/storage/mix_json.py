"""An answer as JSON and back, as far as it is remembered."""

from __future__ import annotations

from typing import Self

from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent, IntentCause
from core.domain.mix import Mix, Recommendation
from core.domain.track import RatedTrack, SeedTrack, Source, Track
from core.storage.columns import as_text
from core.storage.stored_json import Stored, StoredName, as_optional_text


class MixSeed(StoredName):
    """The song that was sent, its point, and who named and rated it."""

    valence: float
    arousal: float
    identified_by: Source
    rated_by: Source

    @classmethod
    def of(cls, seed: SeedTrack) -> Self:
        """As it is stored."""
        return cls(
            title=as_text(seed.track.title),
            artists=tuple(map(as_text, seed.track.artists)),
            valence=float(seed.affect.valence),
            arousal=float(seed.affect.arousal),
            identified_by=seed.identified_by,
            rated_by=seed.rated_by,
        )


class MixTrack(StoredName):
    """A recommendation. library_song: the song's number where it came from the library."""

    valence: float
    arousal: float
    score: float
    library_song: int | None
    year: int | None
    genre: str | None
    language: str | None

    @classmethod
    def of(cls, recommendation: Recommendation) -> Self:
        """As it is stored."""
        track, affect = recommendation.track, recommendation.rated.affect
        return cls(
            title=as_text(track.title),
            artists=tuple(map(as_text, track.artists)),
            valence=float(affect.valence),
            arousal=float(affect.arousal),
            score=float(recommendation.score),
            library_song=track.file.number if track.file else None,
            year=track.year,
            genre=as_optional_text(track.genre),
            language=as_optional_text(track.language),
        )

    @property
    def name(self) -> Track:
        """Title and artists."""
        return Track(self.title, self.artists)

    @property
    def rated(self) -> RatedTrack:
        """The song and its point."""
        track = Track(self.title, self.artists, self.year, self.genre, self.language)
        return RatedTrack(track, Affect(self.valence, self.arousal))


class AnswerNames(Stored):
    """Of an answer only what its tracks are called, which is opened in half the time."""

    tracks: tuple[StoredName, ...]


class StoredAnswer(Stored):
    """A mix: the mood (label, confidence and point), the song, where it aims, and its tracks."""

    label: Emotion
    confidence: float
    valence: float
    arousal: float
    seed: MixSeed | None
    intent: Intent
    cause: IntentCause
    target_valence: float
    target_arousal: float
    tracks: tuple[MixTrack, ...]

    @classmethod
    def of(cls, mix: Mix) -> Self:
        """As it is stored."""
        return cls(
            label=mix.face.emotion.label,
            confidence=float(mix.face.emotion.confidence),
            valence=float(mix.face.affect.valence),
            arousal=float(mix.face.affect.arousal),
            seed=None if mix.seed is None else MixSeed.of(mix.seed),
            intent=mix.decision.intent,
            cause=mix.decision.cause,
            target_valence=float(mix.target.valence),
            target_arousal=float(mix.target.arousal),
            tracks=tuple(map(MixTrack.of, mix.recommendations)),
        )

    @property
    def affect(self) -> Affect:
        """The mood's point."""
        return Affect(self.valence, self.arousal)

    @property
    def target(self) -> Affect:
        """Where the list aimed."""
        return Affect(self.target_valence, self.target_arousal)
