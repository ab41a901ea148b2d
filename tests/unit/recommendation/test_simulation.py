"""Simulated listeners, on a small scale; `moodmix evaluate learning` runs many more."""

from __future__ import annotations

import json

import numpy as np
import pytest
from click.testing import CliRunner

from core.domain.affect import Affect
from core.domain.track_table import TrackTable
from core.providers.catalogue import StarterCatalogue
from models.commands.evaluate import evaluate as command
from models.recommendation.learning_report import LearningReport
from models.recommendation.listeners import (
    DEVELOPMENT,
    HELD_OUT,
    KINDS,
    UNMOVED,
    Shelf,
    make_listener,
)
from models.recommendation.simulate import simulate


@pytest.fixture(scope="module")
def table():
    return TrackTable.of(StarterCatalogue.load().tracks())


@pytest.mark.parametrize("kind", KINDS)
def test_listeners_like_something_and_never_contradict_themselves(table, kind):
    shelf = Shelf.of(table)
    listener = make_listener(kind, shelf, np.random.default_rng(5))
    likes = listener.likes(Affect(-0.4, 0.2))
    assert np.array_equal(likes, listener.likes(Affect(-0.4, 0.2)))
    again = make_listener(kind, shelf, np.random.default_rng(5))
    assert np.array_equal(likes, again.likes(Affect(-0.4, 0.2)))
    if kind not in UNMOVED:
        assert 0.02 < likes.mean() < 0.9


def test_learning_pays_for_those_who_have_a_taste(table):
    courses = simulate(table, ["genre lover", "era lover"], 6, rounds=6, seed=1)
    report = LearningReport.of(courses)
    assert report.hits[0, 0] == report.hits[1, 0]  # who has rated nothing gets the same list
    assert report.hits[1, 3:].mean() > 1.3 * report.hits[0, 3:].mean()


def test_who_likes_everything_or_nothing_loses_nothing(table):
    shares = {"likes everything": 1, "likes nothing": 0}
    courses = simulate(table, list(shares), 2, rounds=4, seed=1)
    for kind, share in shares.items():
        assert (courses[kind].hits == share).all()
        fixed, learned = courses[kind].off_mood.mean((0, 2))
        assert learned < fixed + 0.1


def test_the_same_seed_gives_the_same_course(table):
    one, other = (simulate(table, ["noisy"], 1, rounds=3, seed=2)["noisy"] for _ in range(2))
    assert np.array_equal(one.hits, other.hits)
    assert np.array_equal(one.off_mood, other.off_mood)


def test_nobody_was_tuned_on_who_is_reported():
    assert set(DEVELOPMENT) & set(HELD_OUT) <= UNMOVED


def test_the_command_prints_json_and_draws(tmp_path):
    picture = tmp_path / "learning.png"
    arguments = ["learning", "--listeners", "2", "--rounds", "5", "--json", "--plot", str(picture)]
    told = CliRunner().invoke(command, arguments)
    assert told.exit_code == 0, told.output
    printed = json.loads(told.output)
    assert printed["thumbs"] == [0, 5, 10, 15, 20]
    assert set(printed["kinds"]) == set(HELD_OUT)
    assert picture.read_bytes().startswith(b"\x89PNG")
