"""What moodmix asks while the answer has to wait for something."""

from __future__ import annotations

from bot.presenters.language import say
from bot.presenters.moods import mood_told, present_face
from bot.presenters.rounds import ask_how_now, said_first, said_last, say_farewell
from bot.presenters.song import describe_song, named
from bot.presenters.words import explain_error
from core.domain.conversation import Farewell, HowNow, NeedFace, NeedSong, WhichSong
from core.domain.errors import ErrorCode, SongError


def question_of(reply: NeedFace | NeedSong | WhichSong | HowNow | Farewell) -> str:
    """What is said where there is no list, with all that is said beside it."""
    parts = (said_first(reply), _asked(reply))
    return "\n\n".join(part for part in (" ".join(filter(None, parts)), said_last(reply)) if part)


def _asked(reply: NeedFace | NeedSong | WhichSong | HowNow | Farewell) -> str:
    match reply:
        case NeedFace():
            return ask_for_face(reply)
        case NeedSong():
            return ask_for_song(reply)
        case WhichSong():
            return ask_which(reply)
        case HowNow():
            return ask_how_now(reply)
        case Farewell():
            return say_farewell(reply)


def ask_which(which: WhichSong) -> str:
    """The song is in doubt: say so and ask which it is."""
    first, *others = which.doubt.candidates
    return say("ask-which") if others else say("ask-whether", song=named(first))


def ask_for_song(need: NeedSong) -> str:
    """The face is read, or the person said what they feel: say so and ask for the song."""
    face = need.face
    sentences = (
        say("face-noted", mood=mood_told(face)) if face.told else present_face(face),
        say("ask-mood") if face.guesses else "",
        explain_error(SongError(ErrorCode.SONG_EMPTY)),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def ask_for_face(need: NeedFace) -> str:
    """The song is understood: say so and ask for the face."""
    song = named(need.seed.track)
    heard = describe_song(need.seed.heard) if need.seed.heard else ""
    return say("ask-face-heard", song=song, heard=heard) if heard else say("ask-face", song=song)
