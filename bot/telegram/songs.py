"""Songs of the library in the form in which Telegram plays them."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from telegram import InputFile, Message, ReplyParameters
from telegram.constants import ChatAction, FileSizeLimit
from telegram.error import BadRequest, NetworkError

from bot.presenters.library import heading, sent_name
from core.domain.errors import ErrorCode, OperationError
from core.domain.library import PlayableSong

UPLOAD_LIMIT_BYTES = int(FileSizeLimit.FILESIZE_UPLOAD)
"""Bots can send no larger file (50 MB)."""

UPLOAD_TIMEOUT_S = 300.0
"""For the whole of a file at the limit: 170 kB a second."""

ANSWER_TIMEOUT_S = 60.0
"""How long Telegram may take over a file it has."""

_TOO_LARGE = "Too Large"
"""Of the words that status 413 comes with."""

_LONGEST_WORDS = 200
"""Of artists and titles, which come from files."""

_MUSIC = frozenset({".mp3", ".m4a"})
_OGG, _OPUS_AT, _OPUS = b"OggS", 28, b"OpusHead"
"""The first page of an Ogg file, and what follows its header where it holds Opus (RFC 7845)."""


class SongForm(Enum):
    """As what a song is sent."""

    MUSIC = auto()
    VOICE = auto()
    FILE = auto()

    @property
    def action(self) -> ChatAction:
        """What the chat shows meanwhile."""
        return ChatAction.UPLOAD_DOCUMENT if self is SongForm.FILE else ChatAction.UPLOAD_VOICE


def form_of(song: PlayableSong) -> SongForm:
    """Music where Telegram's player takes it, a voice message for Opus, else a file."""
    if song.suffix in _MUSIC:
        return SongForm.MUSIC
    if song.data.startswith(_OGG) and song.data.startswith(_OPUS, _OPUS_AT):
        return SongForm.VOICE
    return SongForm.FILE


async def send_song(
    message: Message, song: PlayableSong, form: SongForm, quote: ReplyParameters | None
) -> None:
    """Send a song to the chat of ``message``; people who take no voice messages get a file.

    Raises OperationError: SONG_FILE_TOO_LARGE, SONG_FILE_REFUSED.
    """
    try:
        await _upload(message, song, form, quote)
    except BadRequest as error:
        if form is SongForm.VOICE:
            await send_song(message, song, SongForm.FILE, quote)
            return
        raise OperationError(ErrorCode.SONG_FILE_REFUSED) from error
    except NetworkError as error:
        if _TOO_LARGE not in error.message:
            raise
        limit_mb = UPLOAD_LIMIT_BYTES // 1_000_000
        raise OperationError(ErrorCode.SONG_FILE_TOO_LARGE, limit_mb=limit_mb) from error


async def _upload(
    message: Message, song: PlayableSong, form: SongForm, quote: ReplyParameters | None
) -> None:
    file = InputFile(song.data, sent_name(song))
    caption = heading(song.track)[:_LONGEST_WORDS]
    duration_s = None if song.duration_s is None else round(song.duration_s)
    where: dict[str, Any] = {
        "do_quote": False,
        "reply_parameters": quote,
        "write_timeout": UPLOAD_TIMEOUT_S,
        "read_timeout": ANSWER_TIMEOUT_S,
    }
    match form:
        case SongForm.MUSIC:
            await message.reply_audio(
                file,
                duration=duration_s,
                performer=song.track.artist[:_LONGEST_WORDS] or None,
                title=song.track.title[:_LONGEST_WORDS],
                **where,
            )
        case SongForm.VOICE:
            await message.reply_voice(file, duration=duration_s, caption=caption, **where)
        case SongForm.FILE:
            await message.reply_document(file, caption=caption, **where)
