from __future__ import annotations

import io
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.presenters.answer import feeling, mix_as_json, mix_as_text, present_mix
from bot.presenters.card import SIZE_PX, describe_card, draw_card
from bot.presenters.reasons import explain_track
from core.domain.affect import Affect
from core.domain.emotion import Emotion
from core.domain.intent import Intent, IntentCause, IntentDecision, target_affect
from core.domain.mix import Mix, Ranker, Reason, ReasonKind, Recommendation
from core.domain.track import Opinion, RatedTrack, Source
from core.domain.track_table import TrackTable
from core.domain.wishes import Context, Wishes
from core.services.ranking import Order, rank
from tests.fakes.songs import face_reading, film_reading, rated, seed_of, unsure_reading

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
        recommendations=rank([TrackTable.of(catalogue)], Order(face, seed, intent, target)),
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
    assert "88\xa0%" in words
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
    late = rated("Late", "Somebody", 0.7, 0.5, year=1992)  # 14 years from the seed
    far = rated("Far", "Nobody", -1.0, -1.0)
    mix = mix_for(Emotion.HAPPY, Intent.MODULATE, IntentCause.ALIKE, [late, far])
    first, second = present_mix(mix).tracks
    assert first.reason == "Bright and energetic, right where this list is going"
    assert second.reason == "Dark and calm, far from where this list is going"


def test_on_a_way_each_track_is_measured_by_its_own_step() -> None:
    face = face_reading(Emotion.SAD).affect
    target = target_affect(face, SEED.affect, Intent.ENHANCE)
    steps = [face.toward(target, place / 5) for place in range(1, 6)]
    on_the_way = [
        rated(f"T{n}", f"A{n}", step.valence, step.arousal) for n, step in enumerate(steps)
    ]
    *before, last = present_mix(mix_for(catalogue=on_the_way)).tracks
    assert all(track.reason.endswith("right on the way there") for track in before)
    assert last.reason.endswith("right where this list is going")


contributions = st.floats(-0.5, 1.0, allow_nan=False)


@given(st.dictionaries(st.sampled_from(ReasonKind), contributions, min_size=1), contributions)
def test_the_reason_named_first_is_the_largest_part_of_the_score(parts, mood) -> None:
    details = {
        ReasonKind.CONTEXT: "focus",
        ReasonKind.LEARNED: "genre:fado",
        ReasonKind.LANGUAGE: "pt",
    }
    parts = {**parts, ReasonKind.MOOD: abs(mood) + 1e-6}
    reasons = sorted(
        (Reason(kind, value, details.get(kind, "X")) for kind, value in parts.items()),
        key=lambda reason: -reason.contribution,
    )
    track = Recommendation(SEED, sum(parts.values()), tuple(reasons), SEED.affect)
    alone = replace(track, reasons=(max(reasons, key=lambda reason: reason.contribution),))
    said = explain_track(track, SEED.affect)
    assert said.startswith(explain_track(alone, SEED.affect))


def test_the_largest_part_of_a_real_score_is_named_first() -> None:
    nearby = [
        rated(f"T{n}", f"A{n}", 0.8 - n / 5, 0.8 - n / 4, genre="rock", language="en", year=1978)
        for n in range(8)
    ]
    face, seed = face_reading(Emotion.SAD), seed_of(SEED)
    wishes = Wishes(like_artists=("A7",), contexts=(Context.WORKOUT,))
    target = target_affect(face.affect, seed.affect, Intent.MODULATE)
    order = Order(face, seed, Intent.MODULATE, target, wishes)
    openings = set()
    for track in rank([TrackTable.of(nearby)], order):
        largest = max(track.reasons, key=lambda reason: reason.contribution)
        alone = replace(track, reasons=(largest,))
        assert explain_track(track, target).startswith(explain_track(alone, target))
        openings.add(largest.kind)
    assert len(openings) > 1


def test_the_list_says_what_decided_and_what_was_asked_for() -> None:
    wishes = Wishes(
        languages=frozenset({"fr", "pt"}), not_artists=("Queen",), contexts=(Context.FOCUS,)
    )
    mix = replace(mix_for(), wishes=wishes)
    words = present_mix(mix).intent
    assert "Made to focus. Only in French or Portuguese. Nothing by Queen." in words
    kind, share = mix.weighed[0]
    assert kind is ReasonKind.MOOD
    assert f"What counted: mood {share * 100:.0f}\xa0%" in words
    assert sum(share for _, share in mix.weighed) == pytest.approx(1)


def test_the_baselines_list_is_not_said_to_lead_anywhere() -> None:
    mix = mix_for()
    near_face = tuple(replace(each, aim=mix.face.affect) for each in mix.recommendations)
    words = present_mix(replace(mix, ranker=Ranker.COSINE, recommendations=near_face))
    assert words.intent.startswith("By the baseline: ")
    assert not any("on the way" in track.reason for track in words.tracks)


def test_a_short_list_says_that_there_is_no_more() -> None:
    assert "no more tracks" in present_mix(mix_for(catalogue=CATALOGUE[:2])).intent
    assert "no track that fits" in present_mix(mix_for(catalogue=[])).intent
    assert "no more" not in present_mix(mix_for()).intent


def test_the_intent_of_an_unsure_face_says_so_and_what_else_would_follow() -> None:
    mix = mix_for()
    doubts = ((Emotion.ANGRY, Intent.SOOTHE), (Emotion.FEAR, Intent.SOOTHE))
    unsure = replace(mix, face=unsure_reading(), decision=replace(mix.decision, doubts=doubts))
    assert "Lift the mood, if I read you right: " in present_mix(unsure).intent
    assert "If you feel angry or frightened, I would rather calm things down." in (
        present_mix(unsure).intent
    )
    for other in (
        mix,
        replace(unsure, decision=IntentDecision(Intent.ENHANCE, IntentCause.CHOSEN)),
    ):
        assert "if I read you right" not in present_mix(other).intent


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
        assert set(track) == {
            *("title", "artists", "links", "file", "valence", "arousal"),
            *("aim", "score", "reasons", "reason"),
        }
        parts = [reason["contribution"] for reason in track["reasons"]]
        assert sum(parts) == pytest.approx(track["score"], abs=1e-3)
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
    assert "happy for 9.0 s and surprised for 2.0 s" in describe_card(film)
    assert "went over" not in describe_card(mix_for())


def test_the_card_is_the_same_for_the_same_mix_and_differs_between_moods() -> None:
    assert draw_card(mix_for()) == draw_card(mix_for())
    assert draw_card(mix_for()) != draw_card(mix_for(Emotion.HAPPY))


def test_the_card_copes_with_an_empty_list_and_with_tracks_on_one_point() -> None:
    draw_card(mix_for(catalogue=[]))
    same = [rated(f"T{n}", f"A{n}", 1.0, 1.0) for n in range(5)]
    draw_card(mix_for(catalogue=same))


@pytest.mark.parametrize("intent", [Intent.ENHANCE, Intent.SOOTHE])
def test_the_card_draws_the_way_where_the_list_leads_somewhere(intent) -> None:
    leading = mix_for(Emotion.ANGRY, intent)
    staying = replace(leading, decision=replace(leading.decision, intent=Intent.MODULATE))
    assert "step by step" in describe_card(leading)
    assert "step by step" not in describe_card(staying)
    ways = [ink_of(draw_card(mix)) for mix in (leading, staying)]
    assert ways[0] > ways[1] + 500


def ink_of(card: bytes) -> int:
    """How many points of the plane are as light as the way of the tracks, or lighter."""
    with Image.open(io.BytesIO(card)) as image:
        return int((np.asarray(image.convert("L").crop((190, 220, 890, 930))) > 100).sum())


def test_the_cards_description_tells_where_everything_lies() -> None:
    words = describe_card(mix_for())
    assert "Your mood: dark" in words
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
