"""What every chat adapter is given: the companion, pseudonyms, the painter and the error funnel."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import structlog

from bot.line import Line
from bot.platforms import NO_TRAFFIC, Traffic
from bot.presenters.language import LANGUAGES, known_language, say, speaking
from bot.presenters.words import explain_error
from core.domain.conversation import PersonId
from core.domain.errors import MoodmixError
from core.domain.mix import Mix
from core.domain.track import Track
from core.ports.journal import NO_JOURNAL, Journal
from core.ports.songs import PreviewFetcher
from core.services.companion import Companion
from core.services.identity import Pseudonyms
from core.services.observe import Observations
from core.services.own_faces import OwnFaces
from core.services.play_mix import MixSounds

_log = structlog.get_logger()

Thing = TypeVar("Thing")


def sample_type(data: bytes) -> str:
    """The media type of a sample: services offer M4A and MP3."""
    return "audio/mp4" if data[4:8] == b"ftyp" else "audio/mpeg"


@dataclass(frozen=True, slots=True)
class Sample:
    """About half a minute of a song, as a music service offers it."""

    track: Track
    data: bytes

    @property
    def filename(self) -> str:
        """What the file is called where it is sent."""
        return "preview.m4a" if sample_type(self.data) == "audio/mp4" else "preview.mp3"


@dataclass(frozen=True, slots=True)
class Chat:
    """One conversation partner for all platforms.

    paint_card: draws the mix card (PNG) off the event loop; previews: fetches how songs sound;
    traffic: counts what is asked for and what failed; own_faces, observations: the album of the
    person whose machine this is, and live looks at their face, for them alone; journal: remembers
    which requests are in hand; sounds: what is played in voice channels; keep_days: when what is
    stored of people is erased by itself, 0 for never; line: where people wait for their turn.
    """

    companion: Companion
    pseudonyms: Pseudonyms
    paint_card: Callable[[Mix], Awaitable[bytes]]
    previews: PreviewFetcher | None = None
    traffic: Traffic = NO_TRAFFIC
    own_faces: OwnFaces | None = None
    observations: Observations | None = None
    journal: Journal = NO_JOURNAL
    sounds: MixSounds | None = None
    keep_days: int = 0
    line: Line = field(default_factory=Line)

    @asynccontextmanager
    async def speaking_with(self, person: PersonId, tag: str | None) -> AsyncIterator[None]:
        """Speak the language of a person in the block: what they set, else what their app tells.

        tag: the platform's word for the language, such as "pt-BR"; None where it has none.
        """
        with speaking(await self._language_set_by(person) or known_language(tag) or LANGUAGES[0]):
            yield

    async def paint(self, draw: Callable[[Thing], bytes], thing: Thing) -> bytes:
        """A picture (PNG) of something, drawn off the event loop."""
        return await asyncio.to_thread(draw, thing)

    async def first_sample(self, mix: Mix) -> Sample | None:
        """How the first track sounds; None for a file of the library or where nobody tells."""
        track = next((song.track for song in mix.recommendations), None)
        if track is None or track.file or self.previews is None:
            return None
        sample = await self.previews.fetch(track)
        return Sample(track, sample.data) if sample else None

    async def _language_set_by(self, person: PersonId) -> str | None:
        try:
            return (await self.companion.preferences(person)).language
        except MoodmixError as error:
            # whoever asks hears in some language what is wrong
            _log.warning("preferences_unread", code=error.code.value)
            return None

    def explain_failure(self, error: Exception, platform: str) -> str:
        """Words for any failure, which is counted; see the function of this name."""
        self.traffic.failed(platform, code_of(error))
        return explain_failure(error, platform)


def code_of(error: Exception) -> str:
    """The name of a failure, for machines."""
    return error.code.value if isinstance(error, MoodmixError) else "incident"


def explain_failure(error: Exception, platform: str) -> str:
    """Words for any failure.

    Expected errors are explained and logged by code. Unexpected ones get an incident number, and
    the log a traceback under the same number; call it inside the ``except`` block.
    """
    if isinstance(error, MoodmixError):
        causes = " < ".join(_causes(error))
        _log.info("request_failed", platform=platform, code=error.code.value, causes=causes)
        return explain_error(error)
    incident = secrets.token_hex(4)
    _log.error("incident", platform=platform, incident=incident, exc_info=error)
    return say("incident", number=incident)


def _causes(error: BaseException) -> Iterator[str]:
    """Type names of what led to an error, nearest first; their texts may hold private things."""
    cause = error.__cause__
    while cause is not None:
        yield type(cause).__name__
        cause = cause.__cause__
