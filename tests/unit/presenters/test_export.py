"""What is handed to people who ask for all that is kept about them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.presenters.export import export_as_json, export_as_text, export_files
from core.domain.affect import Affect
from core.domain.conversation import Consent, Session
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.personal_data import PersonalData, StoredMix, StoredTrack
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.domain.track import Track
from core.domain.wishes import NO_WISHES, Context, Wishes
from tests.fakes.songs import HELLOS, film_reading, rated, seed_of

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SONG = seed_of(rated("Hej", "Robyn", 0.4, 0.2))
NOTHING = PersonalData(None, None, DEFAULT_PREFERENCES, Session(), (), (), NO_WISHES, 0)


def everything() -> PersonalData:
    """Something in every part."""
    sad = EMOTION_AFFECT[Emotion.SAD]
    film = film_reading((Emotion.HAPPY, 3))
    moods = (
        MoodPoint(NOON, Emotion.HAPPY, Affect(0.61, 0.4)),
        MoodPoint(NOON, Emotion.SAD, Affect(-0.3, 0.0), sure=False),
        MoodPoint(NOON, Emotion.SAD, sad, told=True, read_as=Emotion.NEUTRAL),
        MoodPoint.of(FaceReading.of_word(Affect(0.5, -0.5)), NOON),
    )
    mix = StoredMix(
        mix_id=7,
        made_at=NOON,
        label=Emotion.SAD,
        affect=sad,
        seed=("Hej", ("Robyn",)),
        intent=Intent.ENHANCE,
        target=Affect(0.3, 0.1),
        tracks=(
            StoredTrack("Uno", ("Ana", "Bo"), Verdict.UP),
            StoredTrack("Dos", (), Verdict.DOWN),
            StoredTrack("Tres", ("Cy",), None),
        ),
        verdict=Verdict.UP,
    )
    return PersonalData(
        met_at=NOON - timedelta(days=40),
        consent=Consent(2, NOON - timedelta(days=39)),
        preferences=Preferences(
            "de", frozenset({"sv", "fr"}), Context.SLEEP, help_line=False, help_shown_at=NOON
        ),
        session=Session(film, SONG, remembered=SONG, course=moods[:1]),
        moods=moods,
        mixes=(mix, replace(mix, mix_id=8, seed=None, tracks=(), verdict=None)),
        wishes=Wishes(not_artists=("Nickelback", "Creed"), like=(Track("Uno", ("Ana",)),)),
        verdicts_elsewhere=2,
    )


def test_the_text_tells_everything() -> None:
    text = export_as_text(everything(), NOON)
    for part in (
        "As of 21 Nov 2026, 12:00:00",
        "Kept since 12 Oct 2026",
        "You agreed to version 2 of the notice on 13 Oct 2026",
        "Language: German",
        "Songs only in French and Swedish",
        "Lists made to fall asleep",
        "No line with where to find help comes.",
        "That line last came on 21 Nov 2026",
        "Nothing by Nickelback or Creed",
        'More like "Uno" by Ana',
        'Your song: "Hej" by Robyn',
        "Your 4 moods",
        ": happy, read (valence 0.61, arousal 0.4)",
        ": perhaps sad, read but not for sure",
        ": sad, as you said; I had read: Neutral",
        ": bright and calm, as you said (valence 0.5, arousal -0.5)",
        "Your 2 lists",
        'for feeling sad, with "Hej" by Robyn. Lift the mood.',
        '1. "Uno" by Ana, Bo 👍',
        '2. "Dos" 👎',
        '3. "Tres" by Cy\n',
        "The whole list: 👍",
        "for feeling sad, without a song.",
        "You also judged 2 tracks or lists that were made for others.",
    ):
        assert part in text
    assert "\n\n\n" not in text
    assert "{" not in text


def test_consent_that_was_taken_back_or_never_given_is_told() -> None:
    given = everything()
    assert given.consent
    back = replace(given, consent=replace(given.consent, withdrawn_at=NOON))
    assert "and took that back on 21 Nov 2026" in export_as_text(back, NOON)
    never = replace(given, consent=None)
    assert "You have not agreed that faces are read." in export_as_text(never, NOON)


def test_what_was_asked_about_is_told_as_under_way() -> None:
    asked = replace(everything(), session=Session(doubt=HELLOS))
    words = 'A song, one of these: "Hello" by Adele or "Hello" by Lionel Richie'
    assert words in export_as_text(asked, NOON)
    without = replace(everything(), session=Session(songless=True))
    assert "Your last round\nWithout a song" in export_as_text(without, NOON)


def test_of_nobody_nothing_is_kept() -> None:
    assert export_as_text(NOTHING, NOON) == "Nothing is kept about you.\n"
    assert export_as_json(NOTHING, NOON)["moods"] == []


def test_json_holds_every_field_that_is_stored() -> None:
    data = everything()
    as_json = export_as_json(data, NOON.astimezone(timezone(timedelta(hours=9))))
    assert as_json["exported_at"] == "2026-11-21T12:00:00+00:00"
    assert set(as_json) == {"format", "exported_at", *PersonalData.__slots__}
    assert as_json["preferences"] == {
        "language": "de",
        "song_languages": ["fr", "sv"],
        "occasion": "sleep",
        "help_line": False,
        "help_shown_at": "2026-11-21T12:00:00+00:00",
    }
    assert as_json["moods"][2]["read_as"] == "neutral"
    assert as_json["moods"][3]["affect"] == {"valence": 0.5, "arousal": -0.5}
    assert as_json["mixes"][0]["seed"] == ["Hej", ["Robyn"]]
    assert as_json["mixes"][0]["tracks"][0]["verdict"] == "up"
    moments = as_json["session"]["face"]["timeline"]["moments"]
    assert data.session.face
    assert data.session.face.timeline
    assert len(moments) == len(data.session.face.timeline.moments)
    assert set(moments[0]["emotion"]["probabilities"]) == {each.value for each in Emotion}


@pytest.mark.parametrize("data", [NOTHING, everything()])
def test_both_files_can_be_opened_again(data: PersonalData) -> None:
    text, as_json = export_files(data, NOON)
    assert (text.name, as_json.name) == ("moodmix-export.txt", "moodmix-export.json")
    assert text.data.decode() == export_as_text(data, NOON)
    assert json.loads(as_json.data) == export_as_json(data, NOON)
