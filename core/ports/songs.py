"""Where songs are found and rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from core.domain.affect import Affect
from core.domain.media import Upload
from core.domain.music_reading import MusicReading
from core.domain.track import (
    DoubtfulSong,
    SeedTrack,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.domain.track_table import TrackTable


class TrackFinder(Protocol):
    """Names the song behind a link or words."""

    @property
    def source(self) -> Source:
        """Whose word this is."""
        ...

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        """The song, or those it may be where only the person can tell.

        None where this source cannot say (unknown, unreachable, not its link).
        """
        ...


class IdentitySource(Protocol):
    """Knows songs that were named elsewhere."""

    async def find_same(self, track: Track) -> Track | None:
        """The same song here; None where this source cannot say or would add nothing."""
        ...


class AffectSource(Protocol):
    """Knows how a named song feels."""

    @property
    def source(self) -> Source:
        """Whose word this is."""
        ...

    async def affect_of(self, track: Track) -> Affect | None:
        """Valence and arousal, or None where this source cannot say."""
        ...


class OwnSongs(TrackFinder, AffectSource, Protocol):
    """The asker's own music, which our network has listened to before."""

    async def reading_of(self, track: Track) -> MusicReading | None:
        """All that was heard in this song; None where it is not there."""
        ...


class LinkNamer(Protocol):
    """Says in words what stands behind a track link, for finders that do not know the link."""

    async def name(self, link: TrackLink) -> TrackWords | None:
        """Title and, where told, artist; None where this source cannot say."""
        ...


class LinkExpander(Protocol):
    """Follows short links of known music services, and nothing else."""

    async def expand(self, url: str) -> TrackLink:
        """The track behind a short link; raises SongError where it leads to no track."""
        ...


class PreviewFetcher(Protocol):
    """Fetches the short audio sample that a music service offers for a track."""

    async def fetch(self, track: Track) -> Upload | None:
        """The sample in memory, or None where there is none or it cannot be had."""
        ...


class CandidateSource(Protocol):
    """Knows songs that people who like the seed may like."""

    async def near(self, seed: SeedTrack, count: int) -> Sequence[Track]:
        """At most ``count`` songs, the likeliest first; none where this source cannot say."""
        ...


class SpotifyIdFinder(Protocol):
    """Tells under which id Spotify, and whoever speaks of its songs, knows many songs at once."""

    async def spotify_ids_of(self, tracks: Sequence[Track]) -> Sequence[str | None]:
        """One for each track; None where this source cannot say."""
        ...


class BatchAffectSource(Protocol):
    """Knows how many songs feel at once."""

    async def affects_of(self, spotify_ids: Sequence[str]) -> Mapping[str, Affect]:
        """Valence and arousal of those it knows, by their id."""
        ...


class Catalogue(Protocol):
    """Songs that recommendations come from."""

    def tables(self) -> Sequence[TrackTable]:
        """Every song as columns, in a fixed order; of a song in several tables the first counts."""
        ...
