"""Everything that is kept about a person, handed to them: for programs, and to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from babel.dates import format_datetime

from bot.presenters.language import all_of, digits, language_name, one_of, say, spoken_locale
from bot.presenters.moods import point_words
from bot.presenters.song import named
from core.domain.conversation import Consent, Session
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredMix
from core.domain.preferences import Preferences
from core.domain.track import Track
from core.domain.wishes import Wishes

JSON_NAME, TEXT_NAME = "moodmix-export.json", "moodmix-export.txt"

FORMAT = 1
"""Raise it when the form of the JSON changes."""

_SIGNS = {Verdict.UP: "👍", Verdict.DOWN: "👎", None: ""}


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to be sent. data: UTF-8 text."""

    name: str
    media_type: str
    data: bytes


def export_files(data: PersonalData, at: datetime) -> tuple[ExportFile, ExportFile]:
    """The text and the JSON, as they stood at that moment."""
    as_json = json.dumps(export_as_json(data, at), ensure_ascii=False, indent=2)
    return (
        ExportFile(TEXT_NAME, "text/plain", export_as_text(data, at).encode()),
        ExportFile(JSON_NAME, "application/json", f"{as_json}\n".encode()),
    )


def export_as_json(data: PersonalData, at: datetime) -> dict[str, Any]:
    """All of it as plain JSON values, field by field, so that nothing can be left out.

    Times are ISO 8601 in UTC, valence and arousal lie in [-1, 1].
    """
    return {"format": FORMAT, "exported_at": _plain(at), **_plain(data)}


def export_as_text(data: PersonalData, at: datetime) -> str:
    """All of it in paragraphs to read; of what is under way the words, not every number."""
    if data.met_at is None:
        return f"{say('export-nothing')}\n"
    told = (
        _paragraph(
            say("export-title"),
            say("export-as-of", time=_time(at), file=JSON_NAME),
            say("export-since", day=_time(data.met_at)),
            _consent(data.consent),
        ),
        _paragraph(say("export-settings"), *_settings(data.preferences, data.wishes)),
        _paragraph(say("export-open"), *_under_way(data.session)),
        _paragraph(say("export-moods", count=len(data.moods)), *map(_mood, data.moods)),
        say("export-lists", count=len(data.mixes)) if data.mixes else "",
        *map(_list, data.mixes),
        say("export-elsewhere", count=data.verdicts_elsewhere) if data.verdicts_elsewhere else "",
    )
    return "\n\n".join(part for part in told if part) + "\n"


def _paragraph(heading: str, *lines: str) -> str:
    """Lines under a heading; "" where there are none."""
    return "\n".join((heading, *lines)) if lines else ""


def _consent(consent: Consent | None) -> str:
    if consent is None:
        return say("export-consent-none")
    version, time = digits(consent.version), _time(consent.given_at)
    if consent.withdrawn_at:
        withdrawn = _time(consent.withdrawn_at)
        return say("export-consent-withdrawn", version=version, time=time, withdrawn=withdrawn)
    return say("export-consent", version=version, time=time)


def _settings(preferences: Preferences, wishes: Wishes) -> Iterator[str]:
    if preferences.language:
        yield say("export-language", language=language_name(preferences.language))
    else:
        yield say("export-language-platform")
    if preferences.song_languages:
        names = [language_name(code) for code in sorted(preferences.song_languages)]
        yield say("export-song-languages", languages=all_of(names))
    if preferences.occasion:
        yield say("export-occasion", occasion=preferences.occasion)
    yield say("export-help-line", on="yes" if preferences.help_line else "no")
    if preferences.help_shown_at:
        yield say("export-help-shown", time=_time(preferences.help_shown_at))
    if wishes.not_artists:
        yield say("export-without", artists=one_of(wishes.not_artists))
    if wishes.like:
        yield say("export-like", songs=all_of([named(song) for song in wishes.like]))


def _under_way(session: Session) -> Iterator[str]:
    if session.course:
        yield say("export-open-mood", mood=point_words(session.course[-1]))
    if session.seed:
        yield say("export-open-song", song=named(session.seed.track))
    if session.doubt:
        songs = [named(song) for song in session.doubt.candidates]
        yield say("export-open-doubt", songs=one_of(songs))
    if session.songless:
        yield say("export-open-songless")
    if session.remembered:
        yield say("export-open-remembered", song=named(session.remembered.track))


def _mood(mood: MoodPoint) -> str:
    kind = "told" if mood.told else "read" if mood.sure else "unsure"
    said: dict[str, str | float] = {
        "time": _time(mood.at),
        "mood": point_words(mood),
        "valence": round(mood.affect.valence, 2),
        "arousal": round(mood.affect.arousal, 2),
    }
    if mood.read_as:
        read = say("emotion-name", emotion=mood.read_as)
        return say("export-mood-corrected", read=read, **said)
    return say(f"export-mood-{kind}", **said)


def _list(mix: StoredMix) -> str:
    said: dict[str, str | float] = {
        "time": _time(mix.made_at),
        "mood": say("emotion-feel", emotion=mix.label),
        "intent": mix.intent,
    }
    if mix.seed:
        heading = say("export-list", song=named(Track(*mix.seed)), **said)
    else:
        heading = say("export-list-songless", **said)
    songs = [(named(Track(track.title, track.artists)), track.verdict) for track in mix.tracks]
    tracks = [
        f"{digits(position)}. {song} {_SIGNS[verdict]}".rstrip()
        for position, (song, verdict) in enumerate(songs, start=1)
    ]
    judged = [say("export-list-verdict", sign=_SIGNS[mix.verdict])] if mix.verdict else []
    return "\n".join((heading, *tracks, *judged))


def _time(at: datetime) -> str:
    return digits(format_datetime(at.astimezone(UTC), "medium", locale=spoken_locale()))


def _plain(value: Any) -> Any:
    """Dataclasses by field, enumerations by value, times in UTC, sets in order."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
