"""The one tree of errors: a stable code and the parameters its words need.

Presenters turn codes into what happened and what to do next; a test proves every code has words.
"""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """Everything that can go wrong in a way a person can understand."""

    # media
    MEDIA_EMPTY = "media_empty"
    MEDIA_TOO_LARGE = "media_too_large"  # limit_mb
    MEDIA_TOO_MANY_PIXELS = "media_too_many_pixels"  # limit_megapixels
    MEDIA_TOO_LONG = "media_too_long"  # limit_s
    MEDIA_CORRUPT = "media_corrupt"
    MEDIA_TRUNCATED = "media_truncated"
    MEDIA_MISLABELLED = "media_mislabelled"  # claimed
    MEDIA_UNSUPPORTED = "media_unsupported"
    MEDIA_ENCRYPTED = "media_encrypted"  # copy protection
    MEDIA_TOO_DARK = "media_too_dark"
    MEDIA_NOT_A_FACE_PICTURE = "media_not_a_face_picture"  # audio where a photo or video belongs
    MEDIA_NOT_FETCHED = "media_not_fetched"  # the platform no longer hands out the file
    AUDIO_TOO_SHORT = "audio_too_short"  # minimum_s
    AUDIO_SILENT = "audio_silent"
    AUDIO_SPEECH_ONLY = "audio_speech_only"  # somebody talks where music belongs
    LISTENING_BROKE = "listening_broke"  # the process that listened to a file died or failed
    LISTENING_TOO_SLOW = "listening_too_slow"  # limit_s
    # faces
    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"  # where one person's own face is wanted
    FACE_AS_BEFORE = "face_as_before"  # hardly differs from the capture before
    FACES_ENOUGH = "faces_enough"  # limit: captures of one emotion
    ENGINE_UNAVAILABLE = "engine_unavailable"  # engine, reason
    DETECTOR_UNAVAILABLE = "detector_unavailable"  # detector, reason
    # songs
    SONG_EMPTY = "song_empty"
    SONG_TOO_LONG = "song_too_long"
    SONG_NOT_FOUND = "song_not_found"  # text
    SONG_NO_EMOTION = "song_no_emotion"  # title: found, but nobody can say how it feels
    LINK_NOT_RESOLVED = "link_not_resolved"  # service: a track link nobody could look up
    LINK_IS_ALBUM = "link_is_album"  # service
    LINK_IS_PLAYLIST = "link_is_playlist"  # service: a playlist, mix or station
    LINK_IS_ARTIST = "link_is_artist"  # service
    LINK_IS_TALK = "link_is_talk"  # service: a podcast, an episode of one or an audiobook
    LINK_NOT_A_TRACK = "link_not_a_track"  # service: any other page
    SONG_DOUBTFUL = "song_doubtful"  # songs: those it may be, where nobody can be asked
    LINK_UNSUPPORTED = "link_unsupported"  # host
    # conversation
    CONSENT_NEEDED = "consent_needed"
    NOTHING_TO_RATE = "nothing_to_rate"
    NOTHING_TO_CHANGE = "nothing_to_change"
    NOTHING_IN_DOUBT = "nothing_in_doubt"  # the question which song it is stands no more
    ONE_FACE_ONLY = "one_face_only"  # everyone's mood is asked for
    OBSERVATION_OVER = "observation_over"  # the live look at a face ended, or another one began
    # operation
    BUSY = "busy"
    TIMED_OUT = "timed_out"
    WEIGHTS_BROKEN = "weights_broken"  # name, reason
    WEIGHTS_NOT_FETCHED = "weights_not_fetched"  # name, reason, file, address, folder
    DATABASE_TOO_NEW = "database_too_new"  # found, known
    DATABASE_UNUSABLE = "database_unusable"  # reason
    MIGRATION_FAILED = "migration_failed"  # file, reason
    DATA_KEY_LOST = "data_key_lost"  # place, database: what is stored is sealed with another key
    DATA_KEY_UNUSABLE = "data_key_unusable"  # place, reason
    DATA_KEY_GIVEN = "data_key_given"  # place: a setting, which moodmix cannot change
    DATA_KEY_EXPOSED = "data_key_exposed"  # path: others may read the key
    TELEGRAM_REFUSED = "telegram_refused"  # the bot token is not accepted
    NOTHING_TO_SERVE = "nothing_to_serve"
    ALREADY_RUNNING = "already_running"  # folder, process
    SETTINGS_INVALID = "settings_invalid"  # problems
    DISCORD_REFUSED = "discord_refused"
    DISCORD_INTENT_REFUSED = "discord_intent_refused"
    FILE_NOT_READABLE = "file_not_readable"  # path, reason
    ADDRESS_IN_USE = "address_in_use"  # host, port, setting
    ADDRESS_UNUSABLE = "address_unusable"  # host, port, reason, setting
    NETWORK_UNAVAILABLE = "network_unavailable"  # name, reason, mend: one to measure, not to run
    SPLIT_UNKNOWN = "split_unknown"  # split, known: part of labelled data
    DATA_UNUSABLE = "data_unusable"  # path, reason: labelled data to train or measure with
    TABLE_UNUSABLE = "table_unusable"  # path, reason: songs with moods to measure on
    # lists played aloud in voice channels
    LIST_GONE = "list_gone"  # forgotten by whoever asked for it
    NO_LIST_YET = "no_list_yet"
    VOICE_OFF = "voice_off"
    VOICE_PACKAGES_MISSING = "voice_packages_missing"  # packages
    VOICE_NOT_THERE = "voice_not_there"  # moodmix is no member of the server
    VOICE_NOT_JOINED = "voice_not_joined"  # the person sits in no voice channel
    VOICE_ON_STAGE = "voice_on_stage"
    VOICE_FORBIDDEN = "voice_forbidden"  # permission, room
    VOICE_ROOM_FULL = "voice_room_full"  # room
    VOICE_TAKEN = "voice_taken"  # room: where another list is playing
    VOICE_UNREACHABLE = "voice_unreachable"  # room
    VOICE_NOTHING_TO_HEAR = "voice_nothing_to_hear"  # no song of the list has a sample
    VOICE_NOT_PLAYING = "voice_not_playing"
    VOICE_LISTENERS_ONLY = "voice_listeners_only"  # room
    NOTHING_TO_BACK_UP = "nothing_to_back_up"  # folder
    BACKUP_UNUSABLE = "backup_unusable"  # path, reason
    RESTORE_WOULD_OVERWRITE = "restore_would_overwrite"  # folder, what
    # the chat page
    PAGE_OUTDATED = "page_outdated"  # loaded before the last restart
    REQUEST_REFUSED = "request_refused"  # comes from another site
    REQUEST_INVALID = "request_invalid"
    REQUEST_UNKNOWN = "request_unknown"
    # the library
    NOT_IN_LIBRARY = "not_in_library"  # path
    SONG_FILE_GONE = "song_file_gone"  # a track of the library whose file is not there any more
    SONG_FILE_UNREADABLE = "song_file_unreadable"  # reason; its path is nobody else's business
    SONG_FILE_TOO_LARGE = "song_file_too_large"  # limit_mb: what the chat platform takes
    SONG_FILE_REFUSED = "song_file_refused"  # by the chat platform
    LIBRARY_NOT_SHARED = "library_not_shared"  # on chat platforms
    FILE_NOT_WRITABLE = "file_not_writable"  # path, reason
    # imported catalogues
    CATALOGUE_UNKNOWN = "catalogue_unknown"  # path, found, known: columns of no known layout
    CATALOGUE_UNUSABLE = "catalogue_unusable"  # path, reason
    IMPORTS_CHANGED = "imports_changed"  # another import ended while this one was under way
    IMPORTS_DAMAGED = "imports_damaged"  # folder, reason
    NOT_IMPORTED = "not_imported"  # name


class MoodmixError(Exception):
    """An expected failure: ``code`` names it, ``params`` fill its words."""

    def __init__(self, code: ErrorCode, **params: str | float) -> None:
        super().__init__(code.value, params)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by code and parameters, so that a failure can come from another process."""
        return _rebuild, (type(self), self.code, self.params)

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code.value}({details})"


def _rebuild(
    kind: type[MoodmixError], code: ErrorCode, params: dict[str, str | float]
) -> MoodmixError:
    return kind(code, **params)


class MediaError(MoodmixError):
    """What was sent cannot be decoded or is out of bounds."""


class FaceError(MoodmixError):
    """The picture is fine, the face is not there or cannot be read."""


class SongError(MoodmixError):
    """The song cannot be understood, found or rated."""


class ConversationError(MoodmixError):
    """The request does not fit what was said before."""


class RequestError(MoodmixError):
    """The chat page's server was asked for something it does not do."""


class OperationError(MoodmixError):
    """moodmix itself is busy, misconfigured or missing something."""
