"""What was heard in a song, in plain words and as JSON."""

from __future__ import annotations

from typing import Any

from bot.presenters.language import all_of, clock, say
from bot.presenters.moods import affect_as_json, feeling_of
from core.domain.music_reading import Key, MusicReading, Sound
from core.domain.song_course import Turn, find_turn
from core.domain.track import Track

_TONICS = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")

_KNOWN = {
    (True, True): "both",
    (True, False): "tempo",
    (False, True): "key",
    (False, False): "nothing",
}
"""By whether tempo and key are known."""

_SLOW_BPM, _FAST_BPM = 90, 130
"""A metronome's andante is under way at the first, its allegro at the second."""

_SOFT_DB, _LOUD_DB = -24, -12
"""Mean level: quiet acoustic recordings lie below the first, dense modern masters above."""

_MELLOW_HZ, _CRISP_HZ = 1200, 3000
"""Centre of the spectrum: below the first highs are hardly there, above the second they lead."""

_SURE_OF_KEY = 0.5
"""Below this confidence neither key nor mode is named."""


def named(track: Track) -> str:
    """A song inside a sentence, with who plays it where that is known."""
    return say("song-by" if track.artist else "song-alone", title=track.title, artist=track.artist)


def describe_song(heard: MusicReading) -> str:
    """What the song sounds like and how its emotion moves; "" where nothing stands out."""
    turn = find_turn(heard.moments)
    sentences = [_sound_sentence(heard.sound), _turn_sentence(turn) if turn else ""]
    return " ".join(sentence for sentence in sentences if sentence)


def sound_words(sound: Sound) -> tuple[str, ...]:
    """What stands out, such as "slow", "minor", "soft" and "mellow", as ``$sound`` in messages."""
    key = _sure_key(sound)
    words = (
        _extreme(sound.tempo_bpm, _SLOW_BPM, _FAST_BPM, "slow", "fast"),
        key.mode.value if key else "",
        _extreme(sound.loudness_db, _SOFT_DB, _LOUD_DB, "soft", "loud"),
        _extreme(sound.brightness_hz, _MELLOW_HZ, _CRISP_HZ, "mellow", "crisp"),
    )
    return tuple(word for word in words if word)


def reading_as_json(heard: MusicReading) -> dict[str, Any]:
    """All that was heard, as plain JSON values: times in seconds, levels in decibels."""
    valence, arousal = heard.spread
    sound = heard.sound
    return {
        "spread": {"valence": round(valence, 4), "arousal": round(arousal, 4)},
        "moods": {mood.value: round(share, 4) for mood, share in heard.moods.items()},
        "sound": {
            "words": list(sound_words(sound)),
            "tempo_bpm": _rounded(sound.tempo_bpm),
            "key": _key_as_json(sound.key) if sound.key else None,
            "loudness_db": _rounded(sound.loudness_db),
            "energy": round(sound.energy, 4),
            "low_hz": _rounded(sound.low_hz),
            "high_hz": _rounded(sound.high_hz),
            "brightness_hz": _rounded(sound.brightness_hz),
        },
        "moments": [
            {"time_s": round(moment.time_s, 1), **affect_as_json(moment.affect)}
            for moment in heard.moments
        ],
    }


def _sound_sentence(sound: Sound) -> str:
    words, key = sound_words(sound), _sure_key(sound)
    bpm = round(sound.tempo_bpm) if sound.tempo_bpm else 0
    if not words:
        return say("song-tempo", bpm=bpm) if bpm else ""
    return say(
        "song-sounds",
        words=all_of([say("song-sound", sound=word) for word in words]),
        known=_KNOWN[bool(bpm), bool(key)],
        bpm=bpm,
        tonic=_TONICS[key.tonic].replace("♯", "-sharp").replace("♭", "-flat") if key else "",
        mode=key.mode if key else "",
    )


def _turn_sentence(turn: Turn) -> str:
    """Such as: It starts calm and grows brighter and more energetic from about 2:10 on."""
    directions = (
        _direction(turn.brighter, "brighter", "darker"),
        _direction(turn.more_energetic, "energetic", "calmer"),
    )
    return say(
        "song-turn",
        feeling=feeling_of(turn.before),
        change="-".join(word for word in directions if word),
        time=clock(turn.time_s),
    )


def _direction(sign: int, up: str, down: str) -> str:
    return {1: up, 0: "", -1: down}[sign]


def _extreme(value: float | None, low: float, high: float, below: str, above: str) -> str:
    if value is None or low <= value <= high:
        return ""
    return below if value < low else above


def _sure_key(sound: Sound) -> Key | None:
    return sound.key if sound.key and sound.key.confidence >= _SURE_OF_KEY else None


def _key_as_json(key: Key) -> dict[str, Any]:
    return {
        "tonic": _TONICS[key.tonic],
        "mode": key.mode.value,
        "confidence": round(key.confidence, 4),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
