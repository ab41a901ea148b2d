"""What moodmix says outside of answers: greeting, notice, help, privacy."""

from __future__ import annotations

from bot.presenters.moods import emotion_word, present_face
from bot.presenters.song import describe_song
from bot.presenters.words import ERROR_WORDS
from core.domain.conversation import NeedFace, NeedSong
from core.domain.errors import ErrorCode
from core.domain.track import DoubtfulSong

GREETING = (
    "Hi, I am moodmix. Send me a selfie or a short video and a song you are into, "
    "and I will answer with five tracks for your mood and the reason for them."
)

CONSENT_NOTICE = (
    "Before the first face: moodmix uses software that estimates emotion from a facial expression. "
    "It may be wrong, and it does not know how you really feel.\n\n"
    "Your photo or video is looked at in memory and dropped at once. What is kept is the mood that "
    "was read, the songs and your 👍 and 👎, under a pseudonym, until you say /forget. "
    "Nothing that shows or identifies a face is ever stored.\n\n"
    "Please agree only if you are at least 16 and the face is yours or its owner agrees."
)

CONSENT_BUTTON = "I agree"

CONSENT_THANKS = "Thank you. Now send me a selfie and a song."

HELP = (
    "Send a photo or a short video of your face together with a song: write its name in the "
    'caption ("artist - title"), paste a link, or send the audio file. You can also send one after '
    "the other.\n\n"
    "I compare the mood of your face with the mood of the song. If they are alike I stay with that "
    "mood; if the song is brighter or more energetic I lead you there step by step; and if you are "
    "upset and the song is calm I calm things down. The buttons under an answer change that, and "
    "I learn from your 👍 and 👎; they also bring up buttons for more like a track, or for nothing "
    "by its artist.\n\n"
    "Where I am not sure how you look, I ask. In a group photo I can take everyone's mood.\n\n"
    "/moodmix – start a mix\n/privacy – what is kept\n/forget – erase everything about you"
)

PRIVACY = (
    "What happens to your data:\n"
    "• Photos, videos and audio files are processed in memory and dropped. They are never stored "
    "and never sent to anybody.\n"
    "• Kept in a local database: that you agreed and when; the mood that was read (percentages of "
    "seven expressions, of a video from moment to moment) or that you told me; the songs of your "
    "mixes, and what I heard in the last one (numbers, no sound); your 👍 and 👎, and whom you "
    "want to hear nothing by. All of it under a keyed pseudonym instead of your user id.\n"
    "• Your next lists learn from your 👍 and 👎. Where many people use this bot, what at least "
    "five of them think of the same songs helps the others; nobody learns who they are.\n"
    "• Names and links of songs are looked up at music services; they learn nothing about you.\n"
    "• It is kept until you say /forget, which erases all of it at once."
)

FORGOTTEN = (
    "Done: your consent, your moods, your mixes and your ratings are erased. "
    "If you send a selfie again, I will ask for your consent again."
)

WELCOME_BACK = "Welcome back. Send me a selfie and a song you are into."

UNREACHABLE = (
    "I cannot be reached. Please look whether moodmix is still running, start it again if not, "
    "and send your message once more."
)

FORGET_QUESTION = (
    "Shall I erase everything about you: your consent, your moods, your mixes and your ratings? "
    "This cannot be undone."
)
FORGET_BUTTON = "Erase everything"
KEEP_BUTTON = "Keep it"
KEPT = "Nothing was erased."

OTHERS_FACE_NOTICE = (
    "That photo was sent by somebody else. I read a face only if it is yours or its owner agrees."
)
OWNER_AGREES_BUTTON = "It is mine, or its owner agrees"

NO_FACE_IN_MESSAGE = (
    "There is no photo or video in that message. Please choose a message that holds one."
)
REQUEST_EXPIRED = "I no longer have that request. Please send it once more."
NEXT_BY_COMMAND = "Run /moodmix again with it, or send it to me in a direct message."

START_MIX = (
    "Send me a selfie or a short video of your face, and the song you are into: its name, a link "
    "or the audio file. One message or two, in any order."
)
CONSENT_THANKS_WAITING = "Thank you. I am looking at what you sent."
CONSENT_NOTED = "Thank you, noted for you. Now send me a selfie of your own and a song."
OTHERS_BUTTON = "That button belongs to somebody else."
OTHERS_PICTURE = "I only look at pictures that you sent yourself. Please send me your own."
NOT_UNDERSTOOD = (
    "I understand photos, short videos and songs (a name, a link or an audio file). "
    "/help shows how it works."
)
UNKNOWN_COMMAND = "I do not know that command. /help shows what I can do."
WRITE_AS_YOURSELF = (
    "I can only talk with people who write as themselves, not as a group or channel."
)
INTENT_STANDS = "This list is made that way already."

COMMANDS = (
    ("moodmix", "Start a mix: a selfie and a song"),
    ("help", "How it works"),
    ("privacy", "What is kept about you"),
    ("forget", "Erase everything about you"),
)
"""Command names with what they do, for the platform's command list."""

WORKING = "Looking and listening …"
SENDING_SONG = "Sending the song …"

RATED_UP = "Noted: you like {title}."
RATED_DOWN = "Noted: {title} is not for you."
RATING_TAKEN_BACK = "Noted: you have no opinion on {title} any more."

PLAY_BUTTON = "▶ Play {position}"
MODULATE_BUTTON = "Stay with this mood"
ENHANCE_BUTTON = "Lift me up"
SOOTHE_BUTTON = "Calm me down"
EVERYONE_BUTTON = "Everyone's mood"

MOOD_QUESTION = "How do you feel?"
WHOSE_QUESTION = "Whose mood counts?"
INTENT_QUESTION = "What shall the list do?"
SONG_QUESTION = "Which song is it?"
"""What groups of buttons are about, for people who do not see where they stand."""

ANSWER_BY_REPLY = "Please write it as a reply to this message."
ONE_FACE_NOTE = "I saw only one face there, so everyone's mood is the mood of that one."


def question_of(reply: NeedFace | NeedSong | DoubtfulSong) -> str:
    """What is said while the answer has to wait for something."""
    match reply:
        case NeedFace():
            return ask_for_face(reply)
        case NeedSong():
            return ask_for_song(reply)
        case DoubtfulSong():
            return ask_which(reply)


def ask_which(doubt: DoubtfulSong) -> str:
    """The song is in doubt: say so and ask which it is."""
    first, *others = doubt.candidates
    if others:
        asked = "I am not sure which song you mean. Is it one of these?"
    else:
        by = f" by {first.artist}" if first.artist else ""
        asked = f'I am not sure which song you mean. Is it this one: "{first.title}"{by}?'
    return f'{asked} Press it, or else write "artist - title" or paste a link.'


def ask_for_song(need: NeedSong) -> str:
    """The face is read, or the person said what they feel: say so and ask for the song."""
    face = need.face
    said = (
        f"Noted: you feel {emotion_word(face.emotion.label)}." if face.told else present_face(face)
    )
    if face.guesses:
        said += " Press what fits."
    return f"{said} {ERROR_WORDS[ErrorCode.SONG_EMPTY]}"


def ask_for_face(need: NeedFace) -> str:
    """The song is understood: say so and ask for the face."""
    track = need.seed.track
    by = f" by {track.artist}" if track.artist else ""
    heard = describe_song(need.seed.heard) if need.seed.heard else ""
    said = f'"{track.title}"{by}, good. {heard}'.rstrip()
    return f"{said} Now send me a selfie or a short video of your face."
