"""Where songs are found and rated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from core.domain.affect import Affect
from core.domain.media import Upload
from core.domain.track import RatedTrack, SongQuery, Source, Track, TrackLink, TrackWords
from core.domain.track_table import TrackTable


class TrackFinder(Protocol):
    """Names the song behind a link or words."""

    @property
    def source(self) -> Source:
        """Whose word this is."""
        ...

    async def find(self, query: SongQuery) -> Track | None:
        """The song, or None where this source cannot say (unknown, unreachable, not its link)."""
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


class Catalogue(Protocol):
    """Songs that recommendations come from."""

    def tracks(self) -> Sequence[RatedTrack]:
        """The songs that are kept as objects, in a fixed order."""
        ...

    def tables(self) -> Sequence[TrackTable]:
        """Every song as columns, in a fixed order; of a song in several tables the first counts."""
        ...
