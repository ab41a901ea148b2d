"""What is remembered of what people like and ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from core.domain.conversation import PersonId
from core.domain.judgement import Judgement, Vote
from core.domain.track import Track
from core.domain.wishes import Wishes


class Tastes(Protocol):
    """Judgements and wishes. What a person takes back, or has forgotten, is gone at once."""

    async def judgements_of(self, person: PersonId, limit: int) -> Sequence[Judgement]:
        """What they think of tracks, the latest ``limit``, newest first.

        A verdict on a whole mix counts for each track of it that has none of its own.
        """
        ...

    async def given_lately(self, person: PersonId, limit: int) -> Sequence[Track]:
        """Title and artists of the last ``limit`` tracks of their mixes, newest first."""
        ...

    async def mixes_made(self, person: PersonId) -> int:
        """How many answers they have had."""
        ...

    async def votes(self) -> Sequence[Vote]:
        """What everybody thinks of single tracks, in a fixed order."""
        ...

    async def wishes_of(self, person: PersonId) -> Wishes:
        """What they asked for and have not taken back, oldest first."""
        ...

    async def want_without(self, person: PersonId, artist: str) -> None:
        """No track by this artist any more; asking twice is fine."""
        ...

    async def want_again(self, person: PersonId, artist: str) -> None:
        """Take back ``want_without`` for one artist, spelled as in ``wishes_of``."""
        ...

    async def want_more_like(self, person: PersonId, track: Track) -> None:
        """More like this track, until a new round begins; asking twice is fine."""
        ...

    async def end_round(self, person: PersonId) -> None:
        """Drop the tracks they wanted more like."""
        ...

    async def drop_wishes(self, person: PersonId) -> None:
        """Take back everything they asked for."""
        ...
