"""Reads what the page sends: in memory, bounded while it arrives, never by way of a file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.web.limits import PageLimits
from core.domain.errors import ErrorCode, MediaError, OperationError, RequestError
from core.domain.intent import Intent
from core.domain.media import Upload

Body = TypeVar("Body", bound=BaseModel)

_BROKEN = (
    ValueError,
    RuntimeError,
    AssertionError,
    HttpProcessingError,
    web.RequestPayloadError,
    ConnectionError,
)
"""What aiohttp's readers raise for broken framing and for a browser that hung up."""

_CHUNK_BYTES = 256 * 1024


class Empty(BaseModel):
    """A call that needs no words."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Message:
    """What a person sent from the page; a song is words or an audio file."""

    face: Upload | None
    song: str | Upload | None
    intent: Intent | None


async def read_message(request: web.Request, limits: PageLimits) -> Message:
    """Read a multipart message with the parts face, song, audio and intent, each at most once.

    Raises MediaError (MEDIA_TOO_LARGE), RequestError (REQUEST_INVALID) for anything malformed, and
    OperationError (TIMED_OUT).
    """
    if request.content_type != "multipart/form-data":
        raise RequestError(ErrorCode.REQUEST_INVALID)
    if (request.content_length or 0) > limits.body_bytes:
        raise _too_large(limits.body_bytes)
    async with _arriving(limits):
        parts = await _read_parts(request, limits)
    return _as_message(parts)


async def read_json(request: web.Request, shape: type[Body], limits: PageLimits) -> Body:
    """Read a small JSON object of the given shape; raises RequestError (REQUEST_INVALID)."""
    if request.content_type != "application/json":
        raise RequestError(ErrorCode.REQUEST_INVALID)
    body = await _read_body(request, limits, limits.text_bytes)
    if body is None:
        raise RequestError(ErrorCode.REQUEST_INVALID)
    try:
        return shape.model_validate_json(body)
    except ValidationError as error:
        raise RequestError(ErrorCode.REQUEST_INVALID) from error


async def read_still(request: web.Request, limits: PageLimits) -> Upload:
    """Read a small JPEG; raises RequestError, MediaError (MEDIA_TOO_LARGE), OperationError."""
    if request.content_type != "image/jpeg":
        raise RequestError(ErrorCode.REQUEST_INVALID)
    body = await _read_body(request, limits, limits.still_bytes)
    if body is None:
        raise _too_large(limits.still_bytes)
    return Upload(body, content_type="image/jpeg")


async def _read_body(request: web.Request, limits: PageLimits, limit: int) -> bytes | None:
    """The whole body; None where it is longer than that."""
    body = bytearray()
    async with _arriving(limits):
        async for chunk in request.content.iter_chunked(min(limit, _CHUNK_BYTES)):
            body += chunk
            if len(body) > limit:
                return None
    return bytes(body)


@asynccontextmanager
async def _arriving(limits: PageLimits) -> AsyncIterator[None]:
    """Bounds the wait and names what goes wrong on the way."""
    try:
        async with asyncio.timeout(limits.read_s):
            yield
    except TimeoutError as error:
        raise OperationError(ErrorCode.TIMED_OUT) from error
    except _BROKEN as error:
        raise RequestError(ErrorCode.REQUEST_INVALID) from error


async def _read_parts(request: web.Request, limits: PageLimits) -> dict[str, Upload]:
    bounds = {
        "face": limits.file_bytes,
        "audio": limits.file_bytes,
        "song": limits.text_bytes,
        "intent": limits.text_bytes,
    }
    parts: dict[str, Upload] = {}
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name not in bounds or part.name in parts:
            raise RequestError(ErrorCode.REQUEST_INVALID)
        data = await _read_part(part, bounds[part.name])
        parts[part.name] = Upload(data, part.filename, part.headers.get("Content-Type"))
    return parts


async def _read_part(part: BodyPartReader, limit: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk(_CHUNK_BYTES):
        data += chunk
        if len(data) > limit:
            raise _too_large(limit)
    return bytes(data)


def _as_message(parts: dict[str, Upload]) -> Message:
    words, audio = parts.get("song"), parts.get("audio")
    if words and audio:
        raise RequestError(ErrorCode.REQUEST_INVALID)
    try:
        intent = Intent(parts["intent"].data.decode()) if "intent" in parts else None
        song = words.data.decode() if words else audio
    except ValueError as error:
        raise RequestError(ErrorCode.REQUEST_INVALID) from error
    face = parts.get("face")
    if face is None and not song:
        raise RequestError(ErrorCode.REQUEST_INVALID)
    return Message(face, song or None, intent)


def _too_large(limit: int) -> MediaError:
    return MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=limit / 1e6)
