"""The catalogue that ships with moodmix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files

from core.domain.errors import ErrorCode, OperationError
from core.domain.track import RatedTrack
from core.domain.track_table import TrackTable
from core.providers.catalogue.parser import parse_catalogue

_FILE_NAME = "starter.csv"


class StarterCatalogue:
    """A fixed list of rated songs, for recommendations and as a source of its own."""

    def __init__(self, tracks: Iterable[RatedTrack]) -> None:
        self._tracks = tuple(tracks)
        self._tables = (TrackTable.of(self._tracks),)

    @classmethod
    def load(cls) -> StarterCatalogue:
        """Read and check the shipped file; raises OperationError (FILE_NOT_READABLE)."""
        try:
            text = (files(__package__) / _FILE_NAME).read_text(encoding="utf-8")
            return cls(parse_catalogue(text))
        except (OSError, ValueError) as error:
            raise OperationError(
                ErrorCode.FILE_NOT_READABLE, path=_FILE_NAME, reason=str(error)
            ) from error

    def tracks(self) -> Sequence[RatedTrack]:
        """Every song, in the order of the file."""
        return self._tracks

    def tables(self) -> Sequence[TrackTable]:
        """The same songs as columns."""
        return self._tables


class WholeCatalogue:
    """The starter catalogue and, after it, what was imported: our own ratings go first."""

    def __init__(self, starter: StarterCatalogue, imported: TrackTable) -> None:
        self._tables = (*starter.tables(), imported)

    def tables(self) -> Sequence[TrackTable]:
        """All songs as columns."""
        return self._tables
