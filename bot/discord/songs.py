"""Songs of the library as attachments, which Discord plays in place."""

from __future__ import annotations

import io
from http import HTTPStatus

import aiohttp
import discord
from discord.utils import escape_markdown

from bot.discord.outlets import InteractionOutlet
from bot.presenters.library import heading, sent_name
from core.domain.errors import ErrorCode, OperationError
from core.domain.library import PlayableSong


async def send_song(song: PlayableSong, outlet: InteractionOutlet) -> None:
    """Send a song under its name.

    Raises OperationError: SONG_FILE_TOO_LARGE, SONG_FILE_REFUSED, TIMED_OUT; and
    discord.HTTPException where the press is forgotten or Discord itself fails.
    """
    file = discord.File(io.BytesIO(song.data), sent_name(song))
    try:
        await outlet.send(escape_markdown(heading(song.track)), files=[file])
    except discord.HTTPException as error:
        if error.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            limit_mb = outlet.file_limit_bytes // 1_000_000
            raise OperationError(ErrorCode.SONG_FILE_TOO_LARGE, limit_mb=limit_mb) from error
        if error.status in (HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN):
            raise OperationError(ErrorCode.SONG_FILE_REFUSED) from error
        raise
    except (aiohttp.ClientError, OSError) as error:  # the connection broke; it may have been slow
        raise OperationError(ErrorCode.TIMED_OUT) from error
