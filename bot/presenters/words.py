"""Errors into words: what happened and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.domain.errors import ErrorCode, MoodmixError
from core.domain.track import Service

SERVICE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        Service.SPOTIFY: "Spotify",
        Service.YOUTUBE: "YouTube",
        Service.APPLE: "Apple Music",
        Service.DEEZER: "Deezer",
        Service.TIDAL: "Tidal",
        Service.SOUNDCLOUD: "SoundCloud",
        Service.AMAZON: "Amazon Music",
    }
)
"""How the services write their own names."""

_WORDS: Mapping[ErrorCode, tuple[str, str]] = MappingProxyType(
    {
        ErrorCode.MEDIA_EMPTY: ("That file is empty.", "Please send it again."),
        ErrorCode.MEDIA_TOO_LARGE: (
            "That file is larger than {limit_mb:g} MB.",
            "Please send a smaller one.",
        ),
        ErrorCode.MEDIA_TOO_MANY_PIXELS: (
            "That picture has more than {limit_megapixels:g} megapixels.",
            "Please send it scaled down.",
        ),
        ErrorCode.MEDIA_TOO_LONG: (
            "That recording is longer than {limit_s:g} seconds.",
            "Please send a shorter one.",
        ),
        ErrorCode.MEDIA_CORRUPT: (
            "That file is damaged and cannot be opened.",
            "Please send another one.",
        ),
        ErrorCode.MEDIA_TRUNCATED: (
            "That file breaks off before its end, as after a cut-off download.",
            "Please send it again.",
        ),
        ErrorCode.MEDIA_MISLABELLED: (
            "That file is named like {claimed}, but holds something else.",
            "Please send a real photo, video or song.",
        ),
        ErrorCode.MEDIA_UNSUPPORTED: (
            "I cannot open that kind of file.",
            (
                "I understand JPEG, PNG, WebP, HEIC and GIF pictures, MP4, MOV and WebM videos, "
                "and MP3, M4A, OGG, FLAC and WAV songs."
            ),
        ),
        ErrorCode.MEDIA_ENCRYPTED: (
            "That file is copy-protected, so I cannot listen to it.",
            'Please send an unprotected file, paste a link, or write "artist - title".',
        ),
        ErrorCode.MEDIA_TOO_DARK: (
            "It is too dark to see a face there.",
            "Please try again with more light.",
        ),
        ErrorCode.MEDIA_NOT_A_FACE_PICTURE: (
            "That is a sound file, and I need to see a face.",
            "Please send a photo or a short video.",
        ),
        ErrorCode.MEDIA_NOT_FETCHED: (
            "I could not fetch that file; it may have been deleted.",
            "Please send it again.",
        ),
        ErrorCode.AUDIO_TOO_SHORT: (
            "That recording is too short to tell how it feels.",
            "Please send at least {minimum_s:g} seconds.",
        ),
        ErrorCode.AUDIO_SILENT: (
            "I hear nothing but silence there.",
            "Please send another recording.",
        ),
        ErrorCode.AUDIO_SPEECH_ONLY: (
            "I hear somebody talking there, and no music.",
            'Please send a recording of a song, or write "artist - title".',
        ),
        ErrorCode.LISTENING_BROKE: (
            "Something broke while I listened to that file, so I left it out.",
            "It may be damaged: please play it to the end in another program, or save it again.",
        ),
        ErrorCode.LISTENING_TOO_SLOW: (
            (
                "I listened to that file for {limit_s:g} seconds without coming to an end, so I "
                "left it out."
            ),
            "It may be damaged: please save it again.",
        ),
        ErrorCode.NO_FACE: (
            "I cannot find a face there.",
            (
                "Please send a photo with your face in full view, looking at the camera, in good "
                "light."
            ),
        ),
        ErrorCode.ENGINE_UNAVAILABLE: (
            "The emotion engine {engine} cannot be used: {reason}.",
            "Set MOODMIX_EMOTION_ENGINE=moodnet to use the built-in one.",
        ),
        ErrorCode.DETECTOR_UNAVAILABLE: (
            "The face detector {detector} cannot be used: {reason}.",
            "Set MOODMIX_FACE_DETECTOR=haar to use the built-in one.",
        ),
        ErrorCode.SONG_EMPTY: (
            "Which song are you into?",
            'Write "artist - title", paste a link or send an audio file.',
        ),
        ErrorCode.SONG_TOO_LONG: (
            "That is too long for the name of a song.",
            'Please write "artist - title" or paste a link.',
        ),
        ErrorCode.SONG_NOT_FOUND: (
            'I do not know the song "{text}".',
            (
                'Please check the spelling, write "artist - title", paste a link, or send the '
                "audio file itself."
            ),
        ),
        ErrorCode.SONG_NO_EMOTION: (
            'I found "{title}", but none of my sources can tell how it feels.',
            "Please send the audio file itself, or choose another song.",
        ),
        ErrorCode.LINK_NOT_RESOLVED: (
            "I could not look up that {service} link: no music service knew it or answered.",
            'Please write "artist - title" instead, or try again in a minute.',
        ),
        ErrorCode.LINK_IS_ALBUM: (
            "That {service} link leads to an album, not to one song.",
            (
                "Please open it, choose the song you are into, and paste the link of that one, "
                'or write "artist - title".'
            ),
        ),
        ErrorCode.LINK_IS_PLAYLIST: (
            "That {service} link leads to a playlist, not to one song.",
            'Please paste the link of one song of it, or write "artist - title".',
        ),
        ErrorCode.LINK_IS_ARTIST: (
            "That {service} link leads to an artist, not to one song.",
            'Please paste the link of a song of theirs, or write "artist - title".',
        ),
        ErrorCode.LINK_IS_TALK: (
            "That {service} link leads to a podcast or audiobook, and I know music only.",
            'Please paste the link of a song, or write "artist - title".',
        ),
        ErrorCode.LINK_NOT_A_TRACK: (
            "That {service} link does not lead to a song.",
            'Please paste the link of a single track or write "artist - title".',
        ),
        ErrorCode.SONG_DOUBTFUL: (
            "I am not sure which song you mean.",
            (
                "Is it one of these: {songs}? "
                'Please write it as "artist - title", or paste its link.'
            ),
        ),
        ErrorCode.LINK_UNSUPPORTED: (
            "I cannot read links of {host}.",
            (
                "I understand Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud and Amazon "
                'Music, or simply "artist - title".'
            ),
        ),
        ErrorCode.CONSENT_NEEDED: (
            "Before I look at a face I need your consent.",
            "Please read the notice and agree first.",
        ),
        ErrorCode.NOTHING_TO_RATE: (
            "I no longer know that recommendation.",
            "Please ask for a new mix and rate that one.",
        ),
        ErrorCode.NOTHING_TO_CHANGE: (
            "There is no answer to change yet.",
            "Please send a selfie and a song first.",
        ),
        ErrorCode.NOTHING_IN_DOUBT: (
            "I no longer know which songs I asked you about.",
            "Please send me the song again.",
        ),
        ErrorCode.ONE_FACE_ONLY: (
            "I saw only one face in your last picture.",
            "Please send a photo with everybody in it first.",
        ),
        ErrorCode.BUSY: ("Many people are asking at once.", "Please try again in a minute."),
        ErrorCode.TIMED_OUT: ("That took too long, so I stopped.", "Please try again in a minute."),
        ErrorCode.WEIGHTS_BROKEN: (
            "The network {name} cannot be used: {reason}.",
            "Please install moodmix again.",
        ),
        ErrorCode.WEIGHTS_NOT_FETCHED: (
            "The network {name} could not be fetched: {reason}.",
            (
                'Please try "moodmix weights fetch {name}" again, which goes on where it stopped; '
                "or download {address} by other means and put the file as {file} into {folder}; or "
                "set MOODMIX_WEIGHTS_URL to a mirror."
            ),
        ),
        ErrorCode.DATABASE_TOO_NEW: (
            "The database is of version {found}, this moodmix knows only {known}.",
            "Please install the newer moodmix again, or choose another MOODMIX_DATA_DIR.",
        ),
        ErrorCode.DATABASE_UNUSABLE: (
            "The database cannot be used: {reason}.",
            "Please check MOODMIX_DATA_DIR and who may write there.",
        ),
        ErrorCode.MIGRATION_FAILED: (
            "The database could not be brought up to date: {file} failed ({reason}).",
            "It was left as it was; please report this.",
        ),
        ErrorCode.TELEGRAM_REFUSED: (
            "Telegram refused the bot token.",
            "Please check MOODMIX_TELEGRAM_TOKEN; @BotFather shows the right one with /token.",
        ),
        ErrorCode.NOTHING_TO_SERVE: (
            "The chat page is switched off and no bot token is set, so there is nothing to run.",
            "Set MOODMIX_TELEGRAM_TOKEN or MOODMIX_DISCORD_TOKEN, or remove MOODMIX_WEB_ENABLED.",
        ),
        ErrorCode.SETTINGS_INVALID: (
            (
                "Some settings are wrong:\n{problems}\nPlease correct them in the environment or "
                "in .env; .env.example explains each."
            ),
            "",
        ),
        ErrorCode.FILE_NOT_WRITABLE: (
            "{path} cannot be written: {reason}.",
            "Please choose another place.",
        ),
        ErrorCode.DISCORD_REFUSED: (
            "Discord does not accept the bot token.",
            (
                "Please copy it again from the Bot page of your app at "
                "https://discord.com/developers/applications into MOODMIX_DISCORD_TOKEN."
            ),
        ),
        ErrorCode.DISCORD_INTENT_REFUSED: (
            "Discord does not let your app read messages in servers.",
            (
                'Please switch on "Message Content Intent" on the Bot page of your app at '
                "https://discord.com/developers/applications, or set "
                "MOODMIX_DISCORD_MESSAGE_CONTENT=false."
            ),
        ),
        ErrorCode.FILE_NOT_READABLE: (
            "{path} cannot be read: {reason}.",
            "Please check the name and the permissions.",
        ),
        ErrorCode.NETWORK_UNAVAILABLE: (
            "The network {name} cannot be measured here: {reason}.",
            "To mend it: {mend}.",
        ),
        ErrorCode.SPLIT_UNKNOWN: (
            "There is no split {split} in that data.",
            "Please choose one of these: {known}.",
        ),
        ErrorCode.DATA_UNUSABLE: (
            "{path} holds no labelled faces that I can use: {reason}.",
            (
                "Please give me a folder or zip with one sub-folder of pictures per expression "
                "(angry, disgust, fear, happy, sad, surprise, neutral), with or without a folder "
                "per split above, or labels.csv beside mosaic_00.webp and so on."
            ),
        ),
        ErrorCode.ADDRESS_IN_USE: (
            "Another program, perhaps another moodmix, already uses port {port} of {host}.",
            "Stop it, or set MOODMIX_WEB_PORT to another port (0 takes a free one).",
        ),
        ErrorCode.ADDRESS_UNUSABLE: (
            "The chat page cannot listen on {host}, port {port}: {reason}.",
            "Please check MOODMIX_WEB_HOST and MOODMIX_WEB_PORT.",
        ),
        ErrorCode.PAGE_OUTDATED: (
            "moodmix was started again since this page was opened.",
            "Please reload the page.",
        ),
        ErrorCode.REQUEST_REFUSED: (
            "That request comes from another page, so I did not follow it.",
            "Please open moodmix at the address it printed when it started.",
        ),
        ErrorCode.REQUEST_INVALID: (
            "I could not make sense of that request.",
            "Please reload the page and try again.",
        ),
        ErrorCode.REQUEST_UNKNOWN: (
            "There is nothing at this address.",
            "Please go back to the chat page.",
        ),
        ErrorCode.NOT_IN_LIBRARY: (
            "Nothing of {path} is in the library.",
            'Please look at what "moodmix library list" shows, or scan the folder first.',
        ),
        ErrorCode.TABLE_UNUSABLE: (
            "{path} cannot be measured on: {reason}.",
            "Please give me a CSV file with a mood, valence, and arousal or energy for each song.",
        ),
        ErrorCode.CATALOGUE_UNKNOWN: (
            "{path} has columns that I do not know: {found}.",
            "Please name them as one of these has them; others may stand beside them:\n{known}.",
        ),
        ErrorCode.CATALOGUE_UNUSABLE: (
            "{path} cannot be imported: {reason}.",
            "What was imported before is unchanged; please choose another file.",
        ),
        ErrorCode.IMPORTS_CHANGED: (
            "Another import ended while this one was under way, so I kept that one.",
            "Please run this command again.",
        ),
        ErrorCode.IMPORTS_DAMAGED: (
            "The imported songs in {folder} cannot be read: {reason}.",
            "Please delete that folder and import the files again.",
        ),
        ErrorCode.NOT_IMPORTED: (
            "Nothing was imported under the name {name}.",
            '"moodmix catalog list" shows the names.',
        ),
        ErrorCode.SONG_FILE_GONE: (
            "I do not have the file of that track any more; it may have been moved or deleted.",
            "Scanning the folder again brings the library up to date.",
        ),
        ErrorCode.SONG_FILE_UNREADABLE: (
            "I cannot read the file of that track: {reason}.",
            "Please try again later, or choose another track.",
        ),
        ErrorCode.SONG_FILE_TOO_LARGE: (
            "The file of that track is larger than {limit_mb:g} MB, the most I can send here.",
            "Please choose another track.",
        ),
        ErrorCode.SONG_FILE_REFUSED: (
            "This chat did not take the file of that track.",
            "Please choose another track, or ask me for a mix in a private chat.",
        ),
        ErrorCode.LIBRARY_NOT_SHARED: (
            "That track is from somebody's own library, whose songs are not played here any more.",
            "Please ask for a new mix.",
        ),
    }
)
"""What happened, and what to do next where something was sent in a chat."""

ERROR_WORDS: Mapping[ErrorCode, str] = MappingProxyType(
    {code: " ".join(words).strip() for code, words in _WORDS.items()}
)
"""Both in one."""


def explain_error(error: MoodmixError) -> str:
    """What happened and what to do next, in one or two plain sentences."""
    return _filled(ERROR_WORDS[error.code], error)


def tell_error(error: MoodmixError) -> str:
    """What happened, in one sentence, where nobody is there to send anything again."""
    return _filled(_WORDS[error.code][0], error)


def _filled(words: str, error: MoodmixError) -> str:
    params = dict(error.params)
    if "service" in params:
        params["service"] = SERVICE_NAMES.get(str(params["service"]), params["service"])
    return words.format_map(params)


def explain_incident(incident: str) -> str:
    """Words for a failure nobody foresaw; the number finds it in the log."""
    return (
        "Something went wrong on my side, and I have written it down. "
        f"Please try again; if it stays, report incident {incident}."
    )
