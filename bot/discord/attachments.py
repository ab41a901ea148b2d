"""Attachments: which is the face, which is the song, and their bytes, bounded in size and time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import PurePath

import aiohttp
import discord

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.media import Upload

LIMIT_MB = 20
"""Nothing larger is downloaded."""

DOWNLOAD_TIMEOUT_S = 60.0

_AUDIO_SUFFIXES = frozenset(
    {".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".weba"}
)


def is_audio(attachment: discord.Attachment) -> bool:
    """Whether the sender's side calls it a sound file; what it really is shows in decoding."""
    if attachment.content_type and not attachment.content_type.startswith("application/"):
        return attachment.content_type.startswith("audio/")
    return PurePath(attachment.filename.lower()).suffix in _AUDIO_SUFFIXES


def face_among(attachments: Iterable[discord.Attachment]) -> discord.Attachment | None:
    """The first that may show a face."""
    return next((item for item in attachments if not is_audio(item)), None)


def song_among(attachments: Iterable[discord.Attachment]) -> discord.Attachment | None:
    """The first sound file or voice message."""
    return next((item for item in attachments if is_audio(item)), None)


async def download(attachment: discord.Attachment) -> Upload:
    """Read an attachment into memory.

    Raises MediaError (MEDIA_TOO_LARGE before a byte is read, MEDIA_NOT_FETCHED) and OperationError
    (TIMED_OUT).
    """
    _check_size(attachment.size)
    try:
        async with asyncio.timeout(DOWNLOAD_TIMEOUT_S):
            data = await attachment.read()
    except TimeoutError as error:
        raise OperationError(ErrorCode.TIMED_OUT) from error
    except (discord.HTTPException, aiohttp.ClientError) as error:
        raise MediaError(ErrorCode.MEDIA_NOT_FETCHED) from error
    _check_size(len(data))
    return Upload(data, attachment.filename, attachment.content_type)


def _check_size(size_bytes: int) -> None:
    if size_bytes > LIMIT_MB * 2**20:
        raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=LIMIT_MB)
