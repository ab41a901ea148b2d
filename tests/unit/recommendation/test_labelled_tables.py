"""Tables with mood labels: what is read of them, and how rankers do on them."""

from __future__ import annotations

import csv
import gzip
import json

import numpy as np
import pytest
from click.testing import CliRunner

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.domain.intent import Intent
from models.commands.evaluate import evaluate as command
from models.recommendation.evaluate import Contender, evaluate
from models.recommendation.labelled_table import read_labelled
from models.recommendation.mood_labels import FITS, MoodLabel, fitting, read_labels

PLACES = {"Happy": (0.8, 0.75), "Angry": (0.2, 0.85), "Sad": (0.2, 0.3), "Calm": (0.75, 0.2)}


@pytest.fixture
def write(tmp_path):
    def table(header, rows, name="table.csv"):
        path = tmp_path / name
        opened = gzip.open if name.endswith(".gz") else open
        with opened(path, "wt", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return table


@pytest.fixture
def quadrants(write):
    """Twenty-five songs around the middle of each quadrant, as Spotify's features would be."""
    generator = np.random.default_rng(3)
    rows = [
        (
            f"{mood} {n}",
            f"{mood} artist {n}",
            *np.clip(place + generator.normal(0, 0.05, 2), 0, 1),
            mood,
        )
        for mood, place in PLACES.items()
        for n in range(25)
    ]
    return write(["name", "artist", "valence", "energy", "mood"], rows)


def on_plane(write, pairs):
    rows = [(f"s{n}", v, a, "sad") for n, (v, a) in enumerate(pairs)]
    table = read_labelled(write(["title", "valence", "arousal", "mood"], rows)).table
    return list(zip(table.valence.tolist(), table.arousal.tolist(), strict=True))


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["Happy", "SAD ", "energetic", "Calm"], ["happy", "sad", "energetic", "calm"]),
        (["Q1_Happy", "q2", "Q3", "Q4_Relaxed"], ["happy", "angry", "sad", "calm"]),
        (["1", "2", "3", "4"], ["happy", "angry", "sad", "calm"]),
        (["0", "1", "2.0", "3"], ["sad", "happy", "energetic", "calm"]),
        (["Peaceful; Mellow", "so-so", "", "party!"], ["calm", None, None, "energetic"]),
        (["7", "1"], [None, None]),
    ],
)
def test_words_and_numbers_are_read_as_moods(texts, labels):
    assert read_labels(texts) == labels


@pytest.mark.parametrize(
    ("pairs", "middle"),
    [
        ([(0, 0.25), (1, 1)], (-1, -0.5)),
        ([(-0.5, 0.25), (1, 1)], (-0.5, 0.25)),
        ([(1.5, 7), (8.9, 5)], (-0.875, 0.5)),
        ([(-1, 0.5), (2.4, -3)], (-0.5, 0.25)),
        ([(0, 25), (100, 50)], (-1, -0.5)),
    ],
    ids=["share", "plane", "one to nine", "deviations", "percent"],
)
def test_the_scale_is_seen_from_the_numbers(write, pairs, middle):
    assert on_plane(write, pairs)[0] == pytest.approx(middle)


@pytest.mark.parametrize("head", ["mood", "Mood", "LABEL", "label quadrant", "emotion", "what"])
def test_the_label_column_is_found_by_its_name_or_its_words(write, head):
    path = write(["v", "a", head], [(0.1, 0.2, "sad"), (0.9, 0.8, "happy")])
    assert read_labelled(path).labels == (MoodLabel.SAD, MoodLabel.HAPPY)


def test_a_named_column_goes_before_a_guessed_one(write):
    path = write(
        ["v", "a", "mood", "mine"], [(0.1, 0.2, "sad", "happy"), (0.9, 0.8, "sad", "calm")]
    )
    assert read_labelled(path, "mine").labels == (MoodLabel.HAPPY, MoodLabel.CALM)


def test_rows_that_say_nothing_are_left_out_and_counted(write):
    rows = [(0.1, 0.2, "sad"), (0.1, 0.2, "plaid"), ("?", 0.2, "sad"), (0.1, 0.2, "")]
    data = read_labelled(write(["v", "energy", "mood"], rows, "table.csv.gz"))
    assert (len(data.table), data.left_out, data.strange) == (1, 3, {"plaid": 1})


@pytest.mark.parametrize(
    ("header", "row", "told"),
    [
        (["valence", "mood"], (0.1, "sad"), "no arousal or energy"),
        (["valence", "energy"], (0.1, 0.2), "--labels"),
        (["valence", "energy", "mood"], (0.1, 0.2, "plaid"), "no row"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_the_reason(write, header, row, told):
    with pytest.raises(OperationError) as refusal:
        read_labelled(write(header, [row]))
    assert refusal.value.code is ErrorCode.TABLE_UNUSABLE
    assert told in str(refusal.value)


def test_every_face_has_labels_for_either_intent():
    for intent in (Intent.MODULATE, Intent.ENHANCE):
        assert set(FITS[intent]) == set(Emotion)
    assert fitting(Intent.MODULATE, Emotion.ANGRY, set(MoodLabel)) == {MoodLabel.ANGRY}
    four = {MoodLabel.HAPPY, MoodLabel.ENERGETIC, MoodLabel.SAD, MoodLabel.CALM}
    assert fitting(Intent.MODULATE, Emotion.ANGRY, four) == {MoodLabel.ENERGETIC}
    assert fitting(Intent.MODULATE, Emotion.NEUTRAL, four) == set()


def test_ours_stays_with_the_mood_leads_on_and_chance_does_not(quadrants):
    figures = evaluate(read_labelled(quadrants), seeds=5)
    ours, chance = figures[Contender.OURS], figures[Contender.RANDOM]
    assert ours.modulate_at_5 >= 0.97
    assert ours.enhance_at_5 > 0.8
    assert chance.modulate_at_5 < 0.6
    assert figures[Contender.POPULARITY].coverage < ours.coverage <= 1
    assert Emotion.NEUTRAL not in ours.by_emotion


def test_labels_are_not_seen_by_the_rankers(quadrants, write):
    """With every label put on another mood's songs, the lists stay as they were."""
    rows = list(csv.reader(quadrants.read_text("utf-8").splitlines()))
    turned = dict(zip(PLACES, (*list(PLACES)[2:], *list(PLACES)[:2]), strict=True))
    swapped = write(rows[0], [(*row[:-1], turned[row[-1]]) for row in rows[1:]], "swapped.csv")
    right, wrong = (evaluate(read_labelled(path), seeds=5) for path in (quadrants, swapped))
    assert wrong[Contender.OURS].modulate_at_5 < 0.1
    assert wrong[Contender.OURS].coverage == right[Contender.OURS].coverage
    assert wrong[Contender.OURS].diversity == right[Contender.OURS].diversity


def test_the_command_prints_json_and_draws(quadrants, tmp_path):
    picture = tmp_path / "figures.png"
    told = CliRunner().invoke(
        command, ["recommendations", str(quadrants), "--json", "--plot", str(picture)]
    )
    assert told.exit_code == 0, told.output
    printed = json.loads(told.output)
    assert list(printed) == ["ours", "cosine", "popularity", "random"]
    wanted = {"modulate_at_5", "modulate_at_10", "enhance_at_5", "diversity", "coverage"}
    assert all(set(each) == wanted for each in printed.values())
    assert all(0 <= value <= 1 for each in printed.values() for value in each.values())
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_command_prints_a_table(quadrants):
    told = CliRunner().invoke(command, ["recommendations", str(quadrants), "--labels", "mood"])
    assert told.exit_code == 0, told.output
    assert "100 songs by their 'mood'" in told.output
    assert "modulate@5 by face" in told.output


def test_quadrants_that_others_labelled_are_kept_to(shared_data):
    data = read_labelled(shared_data / "catalogues" / "uziel_spotify_va.csv.gz")
    ours = evaluate(data, seeds=3)[Contender.OURS]
    assert ours.modulate_at_5 >= 0.97
    assert ours.modulate_at_10 >= 0.97
