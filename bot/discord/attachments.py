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

AVATAR_SIDE_PX = 1024
"""Larger ones are not kept by Discord."""

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


async def download(item: discord.Attachment | discord.Asset) -> Upload:
    """Read an attachment, or somebody's picture on Discord, into memory; see the functions."""
    if isinstance(item, discord.Asset):
        return await _download_avatar(item)
    return await _download_attachment(item)


async def _download_avatar(asset: discord.Asset) -> Upload:
    """Read a picture as it stands still; raises MediaError and OperationError."""
    still = asset.replace(size=AVATAR_SIDE_PX, static_format="png", format="png")
    return Upload(await _read(still), "avatar.png", "image/png")


async def _read(item: discord.Attachment | discord.Asset) -> bytes:
    try:
        async with asyncio.timeout(DOWNLOAD_TIMEOUT_S):
            return await item.read()
    except TimeoutError as error:
        raise OperationError(ErrorCode.TIMED_OUT) from error
    except (discord.DiscordException, aiohttp.ClientError) as error:
        raise MediaError(ErrorCode.MEDIA_NOT_FETCHED) from error


async def _download_attachment(attachment: discord.Attachment) -> Upload:
    """Read an attachment into memory.

    Raises MediaError (MEDIA_TOO_LARGE before a byte is read, MEDIA_NOT_FETCHED) and OperationError
    (TIMED_OUT).
    """
    _check_size(attachment.size)
    data = await _read(attachment)
    _check_size(len(data))
    return Upload(data, attachment.filename, attachment.content_type)


def _check_size(size_bytes: int) -> None:
    if size_bytes > LIMIT_MB * 2**20:
        raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=LIMIT_MB)
