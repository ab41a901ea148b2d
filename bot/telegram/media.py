"""What in a message is a face and what is a song, and how to get it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import PurePath

from telegram import Document, Message, MessageEntity, MessageOriginUser
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest, NetworkError
from telegram.ext import ExtBot

from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.media import Upload

DOWNLOAD_LIMIT_BYTES = int(FileSizeLimit.FILESIZE_DOWNLOAD)
"""Bots can fetch no larger file (20 MB)."""

DOWNLOAD_TIMEOUT_S = 60.0
_DOWNLOAD_ATTEMPTS = 3
_DOWNLOAD_PAUSE_S = 0.5

_FACE_SUFFIXES = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".webp",
        ".heic",
        ".heif",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".avif",
        ".mp4",
        ".m4v",
        ".mov",
        ".webm",
        ".mkv",
    ]
)
_SONG_SUFFIXES = frozenset(
    [".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".weba", ".wma"]
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message; size in bytes, name and type are claims."""

    file_id: str
    size: int | None = None
    filename: str | None = None
    content_type: str | None = None

    def __repr__(self) -> str:
        """Keep the file's id and name out of logs."""
        return "Attachment()"


@dataclass(frozen=True, slots=True)
class Contents:
    """The halves of a mix that a message holds.

    other: it holds a file that is neither. face_message: the message the face was found in.
    others_face: it holds a picture that somebody else sent first, which is not to be looked at.
    """

    face: Attachment | None = None
    song: str | Attachment | None = None
    other: bool = False
    face_message: Message | None = None
    others_face: bool = False


def contents_of(message: Message, bot_name: str) -> Contents:
    """The face and the song of a message, also of the person's own message it replies to."""
    contents = _contents_alone(message, bot_name)
    earlier = message.reply_to_message
    if earlier is None or not _same_sender(message, earlier):
        return contents
    before = _contents_alone(earlier, bot_name)
    return Contents(
        face=contents.face or before.face,
        song=contents.song or before.song,
        other=contents.other,
        face_message=contents.face_message or before.face_message,
        others_face=contents.others_face,
    )


def replies_to_others_picture(message: Message, bot_name: str) -> bool:
    """Whether the message answers a picture that somebody else sent."""
    earlier = message.reply_to_message
    if earlier is None or _same_sender(message, earlier):
        return False
    from_bot = earlier.from_user is not None and earlier.from_user.is_bot
    found = _contents_alone(earlier, bot_name)
    return not from_bot and (found.face is not None or found.others_face)


async def fetch(bot: ExtBot[None], attachment: Attachment) -> Upload:
    """Download a file into memory.

    Raises MediaError (MEDIA_TOO_LARGE), without a download where the size is known, and
    OperationError (TIMED_OUT).
    """
    if (attachment.size or 0) > DOWNLOAD_LIMIT_BYTES:
        raise _too_large()
    try:
        async with asyncio.timeout(DOWNLOAD_TIMEOUT_S):
            return await _download(bot, attachment)
    except TimeoutError as error:
        raise OperationError(ErrorCode.TIMED_OUT) from error


async def _download(bot: ExtBot[None], attachment: Attachment) -> Upload:
    for attempt in range(1, _DOWNLOAD_ATTEMPTS + 1):
        try:
            file = await bot.get_file(attachment.file_id)
            if (file.file_size or 0) > DOWNLOAD_LIMIT_BYTES:
                raise _too_large()
            data = await file.download_as_bytearray()
            return Upload(bytes(data), attachment.filename, attachment.content_type)
        except BadRequest as error:
            if "too big" in str(error).lower():
                raise _too_large() from error
            raise
        except NetworkError as error:
            if attempt == _DOWNLOAD_ATTEMPTS:
                raise OperationError(ErrorCode.TIMED_OUT) from error
        await asyncio.sleep(_DOWNLOAD_PAUSE_S * attempt)
    raise AssertionError("the last attempt returns or raises")


def _too_large() -> MediaError:
    return MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=DOWNLOAD_LIMIT_BYTES / 1_000_000)


def _same_sender(message: Message, other: Message) -> bool:
    if message.from_user is None or other.from_user is None or other.sender_chat is not None:
        return False
    return message.from_user.id == other.from_user.id


def _is_own(message: Message) -> bool:
    """Whether the sender made what they send, as far as Telegram tells of a forwarded message."""
    origin = message.forward_origin
    if origin is None:
        return True
    first_sender = origin.sender_user if isinstance(origin, MessageOriginUser) else None
    return first_sender is not None and first_sender == message.from_user


def _contents_alone(message: Message, bot_name: str) -> Contents:
    found = _face_of(message)
    own = _is_own(message)
    face = found if own else None
    audio = _audio_of(message)
    words = _words_of(message, bot_name)
    holds_file = message.effective_attachment is not None
    return Contents(
        face=face,
        song=words or audio,
        other=holds_file and found is None and audio is None,
        face_message=message if face else None,
        others_face=found is not None and not own,
    )


def _face_of(message: Message) -> Attachment | None:
    photo = message.live_photo.photo if message.live_photo else message.photo
    if photo:
        largest = max(photo, key=lambda size: size.width * size.height)
        return Attachment(largest.file_id, largest.file_size, content_type="image/jpeg")
    if message.video_note:
        note = message.video_note
        return Attachment(note.file_id, note.file_size, content_type="video/mp4")
    # An animation comes with a document of the same file, so it has to be looked for first.
    moving = message.animation or message.video
    if moving:
        return Attachment(moving.file_id, moving.file_size, moving.file_name, moving.mime_type)
    if message.document and _is_kind(message.document, ("image/", "video/"), _FACE_SUFFIXES):
        return _of_document(message.document)
    return None


def _audio_of(message: Message) -> Attachment | None:
    if message.voice:
        voice = message.voice
        return Attachment(voice.file_id, voice.file_size, content_type=voice.mime_type)
    if message.audio:
        audio = message.audio
        return Attachment(audio.file_id, audio.file_size, audio.file_name, audio.mime_type)
    if message.document and _is_kind(message.document, ("audio/",), _SONG_SUFFIXES):
        return _of_document(message.document)
    return None


def _is_kind(document: Document, types: tuple[str, ...], suffixes: frozenset[str]) -> bool:
    """By the claimed type; by the name where the type says nothing (HEIC often comes so)."""
    content_type = (document.mime_type or "").lower()
    if content_type.startswith(("image/", "video/", "audio/")):
        return content_type.startswith(types)
    return PurePath(document.file_name or "").suffix.lower() in suffixes


def _of_document(document: Document) -> Attachment:
    return Attachment(document.file_id, document.file_size, document.file_name, document.mime_type)


def _words_of(message: Message, bot_name: str) -> str | None:
    """Text or caption without a leading command and without the bot's name, or its hidden link."""
    entities = message.entities or message.caption_entities
    hidden = next((e.url for e in entities if e.type == MessageEntity.TEXT_LINK and e.url), None)
    shown = any(entity.type == MessageEntity.URL for entity in entities)
    if hidden and not shown:
        return hidden
    words = message.text or message.caption or ""
    if entities and entities[0].type == MessageEntity.BOT_COMMAND and entities[0].offset == 0:
        words = words[entities[0].length :]
    for name in {f"@{bot_name}", f"@{bot_name.lower()}"}:
        words = words.replace(name, " ")
    return words.strip() or None
