from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from bot.presenters.answer import feeling, mix_as_json, mix_as_text, present_mix
from bot.presenters.card import SIZE_PX, describe_card, draw_card
from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent, IntentCause, IntentDecision, target_affect
from core.domain.mix import Mix, ReasonKind
from core.domain.track import Opinion, RatedTrack, Source
from core.services.rank_tracks import rank_tracks
from tests.fakes.songs import face_reading, film_reading, rated, seed_of

SEED = rated("Don't Stop Me Now", "Queen", 0.8, 0.85, year=1978, genre="rock", language="en")
CATALOGUE = [
    rated("Walking on Sunshine", "Katrina and the Waves", 0.85, 0.8, year=1983, genre="pop"),
    rated("Bohemian Rhapsody", "Queen", 0.1, 0.4, year=1975, genre="rock", language="en"),
    rated("夜に駆ける", "YOASOBI", 0.75, 0.85, year=2019, genre="j-pop", language="ja"),
    rated("Someone Like You", "Adele", -0.6, -0.3, year=2011, genre="pop", language="en"),
    rated("<b>Loud & Clear</b>", "A" * 90, 0.8, 0.8, year=2001, genre="rock", language="en"),
    rated("Weightless", "Marconi Union", 0.1, -0.95, year=2011, genre="ambient"),
]


def mix_for(
    emotion: Emotion = Emotion.SAD,
    intent: Intent = Intent.ENHANCE,
    cause: IntentCause = IntentCause.BRIGHTER_AND_MORE_ENERGETIC,
    catalogue: list[RatedTrack] = CATALOGUE,
) -> Mix:
    face, seed = face_reading(emotion), seed_of(SEED, rated_by=Source.RECCOBEATS)
    target = target_affect(face.affect, seed.affect, intent)
    return Mix(
        face=face,
        seed=seed,
        decision=IntentDecision(intent, cause),
        target=target,
        recommendations=rank_tracks(catalogue, target, seed.track),
        timings_ms={"face": 12.34, "song": 1.0},
    )


@pytest.mark.parametrize(
    ("affect", "words"),
    [
        (Affect(0.8, 0.7), "bright and energetic"),
        (Affect(-0.8, -0.7), "dark and calm"),
        (Affect(0.0, -0.7), "calm"),
        (Affect(-0.5, 0.1), "dark"),
        (Affect(0.1, -0.1), "even-tempered"),
    ],
)
def test_a_point_is_named_in_plain_words(affect: Affect, words: str) -> None:
    assert feeling(affect) == words


def test_the_explanation_names_emotion_confidence_song_sources_intent_and_why() -> None:
    words = present_mix(mix_for()).explanation
    assert "sad" in words
    assert "88 %" in words
    assert '"Don\'t Stop Me Now" by Queen feels bright and energetic' in words
    assert "moodmix catalogue and ReccoBeats" in words
    assert "Lift the mood" in words
    assert "brighter and has more energy" in words


@pytest.mark.parametrize("cause", list(IntentCause))
@pytest.mark.parametrize("intent", list(Intent))
def test_every_intent_and_cause_has_a_sentence(intent: Intent, cause: IntentCause) -> None:
    sentence = present_mix(mix_for(intent=intent, cause=cause)).intent
    assert sentence.endswith(".")
    assert ":" in sentence


def test_several_faces_are_mentioned() -> None:
    mix = mix_for()
    crowd = replace(mix, face=replace(mix.face, faces_found=4))
    assert "4 faces" in present_mix(crowd).face
    assert "faces" not in present_mix(mix).face


def test_each_track_says_why_with_the_largest_part_first() -> None:
    mix = mix_for()
    for recommendation, track in zip(mix.recommendations, present_mix(mix).tracks, strict=True):
        strongest = recommendation.reasons[0].kind
        opening = track.reason.split(",")[0].lower()
        if strongest is ReasonKind.MOOD:
            assert opening == feeling(recommendation.rated.affect)
        assert track.reason[0].isupper()


def test_a_reason_too_small_to_matter_is_not_named_but_there_is_always_one() -> None:
    late = rated("Late", "Somebody", 0.8, 0.85, year=1992)  # 14 years from the seed
    far = rated("Far", "Nobody", -1.0, -1.0)
    first, second = present_mix(mix_for(catalogue=[late, far])).tracks
    assert first.reason == "Bright and energetic, right where this list is going"
    assert second.reason == "Dark and calm, the nearest I have to where this list is going"


def test_json_has_the_documented_shape() -> None:
    data = json.loads(json.dumps(mix_as_json(mix_for())))
    assert set(data["face"]) >= {"label", "confidence", "probabilities", "valence", "arousal"}
    assert set(data["face"]["probabilities"]) == {emotion.value for emotion in Emotion}
    assert data["face"]["timeline"] is None
    assert data["seed"]["sources"] == ["moodmix catalogue", "ReccoBeats"]
    assert set(data["seed"]) >= {"title", "artists", "valence", "arousal", "sources"}
    assert data["intent"] == "enhance"
    assert len(data["tracks"]) == 5
    for track in data["tracks"]:
        assert set(track) == {"title", "artists", "links", "file", "valence", "arousal", "reason"}
    assert data["timings_ms"]["face"] == 12.3
    assert data["explanation"]


def test_json_tells_the_course_of_a_video() -> None:
    film = replace(mix_for(), face=film_reading((Emotion.HAPPY, 9), (Emotion.SURPRISE, 2)))
    timeline = json.loads(json.dumps(mix_as_json(film)))["face"]["timeline"]
    assert timeline["majority"] == {"label": "happy", "share": round(9 / 11, 4)}
    assert timeline["seconds"]["surprise"] == 2
    assert len(timeline["moments"]) == 55


def test_text_lists_every_track_with_reason_and_link() -> None:
    text = mix_as_text(mix_for())
    for recommendation in mix_for().recommendations:
        assert recommendation.track.title in text
    assert text.count("https://") == 5


@pytest.mark.parametrize("emotion", list(Emotion))
def test_the_card_is_drawn_for_every_emotion(emotion: Emotion) -> None:
    with Image.open(io.BytesIO(draw_card(mix_for(emotion)))) as image:
        assert image.size == SIZE_PX
        assert len(image.convert("RGB").getcolors(maxcolors=2**20)) > 50


def test_a_videos_card_shows_the_course_below_and_tells_it() -> None:
    film = replace(mix_for(), face=film_reading((Emotion.HAPPY, 9), (Emotion.SURPRISE, 2)))
    with Image.open(io.BytesIO(draw_card(film))) as image:
        width, height = image.size
        below = image.convert("RGB").crop((0, SIZE_PX[1], width, height))
    assert width == SIZE_PX[0]
    assert height > SIZE_PX[1]
    assert len(below.getcolors(maxcolors=2**20)) > 50
    assert "happy for 9.0 s, surprised for 2.0 s" in describe_card(film)
    assert "went over" not in describe_card(mix_for())


def test_the_card_is_the_same_for_the_same_mix_and_differs_between_moods() -> None:
    assert draw_card(mix_for()) == draw_card(mix_for())
    assert draw_card(mix_for()) != draw_card(mix_for(Emotion.HAPPY))


def test_the_card_copes_with_an_empty_list_and_with_tracks_on_one_point() -> None:
    draw_card(mix_for(catalogue=[]))
    same = [rated(f"T{n}", f"A{n}", 1.0, 1.0) for n in range(5)]
    draw_card(mix_for(catalogue=same))


def test_the_cards_description_tells_where_everything_lies() -> None:
    words = describe_card(mix_for())
    assert "Your face: dark" in words
    assert "Your song: bright and energetic" in words


def test_sources_that_disagree_are_told_with_what_each_says() -> None:
    spotify = Opinion(Source.SPOTIFY, Affect(0.8, 0.6))
    tags = Opinion(Source.LASTFM, Affect(-0.6, -0.5))
    song = rated("Africa", "Toto", 0.4, 0.3)
    seed = replace(seed_of(song, rated_by=Source.SPOTIFY), opinions=(spotify, tags))
    mix = replace(mix_for(), seed=seed)
    told = present_mix(mix).song
    assert "(says moodmix catalogue, Spotify and Last.fm)" in told
    assert "Spotify and Last.fm disagree: Spotify hears it as bright and energetic" in told
    assert "Last.fm as dark and calm, so I go between them." in told
    agreed = replace(seed, opinions=(spotify, Opinion(Source.LASTFM, Affect(0.7, 0.5))))
    assert "disagree" not in present_mix(replace(mix, seed=agreed)).song
    assert [said["source"] for said in mix_as_json(mix)["seed"]["opinions"]] == [
        "Spotify",
        "Last.fm",
    ]
