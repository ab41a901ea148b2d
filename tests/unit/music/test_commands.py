"""``moodmix evaluate music`` and ``moodmix train music``."""

import csv
import json
import shutil
import sys

import pytest
from click.testing import CliRunner

from core.domain.errors import ErrorCode, OperationError
from models.commands.evaluate import evaluate
from models.commands.train import train
from models.commands.train_music import NEEDED

FIRST = 6


@pytest.fixture
def few_clips(shared_data, tmp_path):
    """The first clips of every collection, with their lines of the tables."""
    for table in ("deam.csv", "quadrants.csv", "mirex.csv"):
        with (shared_data / "music" / table).open(newline="", encoding="utf-8") as handle:
            rows = list(csv.DictReader(handle))[:FIRST]
        write(tmp_path / table, rows)
        for row in rows:
            target = tmp_path / row["file"]
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(shared_data / "music" / row["file"], target)
    return tmp_path


def write(path, rows):
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_evaluating_prints_the_figures_of_every_collection_and_says_what_they_are(few_clips):
    plot = few_clips / "figure.png"
    told = CliRunner().invoke(evaluate, ["music", str(few_clips), "--json", "--plot", str(plot)])
    assert told.exit_code == 0, told.output
    figures = json.loads(told.stdout)
    assert set(figures) == {"deam", "quadrants", "mirex", "ms_per_clip"}
    assert set(figures["deam"]) == {
        "valence_r2",
        "arousal_r2",
        "valence_rmse",
        "arousal_rmse",
        "n",
    }
    assert set(figures["quadrants"]) == set(figures["mirex"]) == {"accuracy", "macro_f1", "n"}
    assert [figures[name]["n"] for name in ("deam", "quadrants", "mirex")] == [FIRST] * 3
    assert figures["deam"]["arousal_rmse"] < 0.3
    assert figures["ms_per_clip"] > 0
    assert "fitted on" in told.stderr
    assert plot.read_bytes().startswith(b"\x89PNG")


def test_one_table_is_enough_and_a_broken_clip_is_named_and_left_out(few_clips):
    for table in ("deam.csv", "mirex.csv"):
        (few_clips / table).unlink()
    broken = min((few_clips / "quadrants").iterdir())
    broken.write_bytes(b"no sound")
    told = CliRunner().invoke(evaluate, ["music", str(few_clips), "--json"])
    figures = json.loads(told.stdout)
    assert set(figures) == {"quadrants", "ms_per_clip"}
    assert figures["quadrants"]["n"] == FIRST - 1
    assert broken.name in told.stderr


def test_without_json_there_is_a_line_for_every_figure(few_clips):
    told = CliRunner().invoke(evaluate, ["music", str(few_clips)])
    for name in ("valence", "arousal", "quadrants", "mirex", "ms a clip"):
        assert name in told.stdout


def test_a_folder_without_tables_is_refused(tmp_path):
    told = CliRunner().invoke(evaluate, ["music", str(tmp_path)])
    assert isinstance(told.exception, OperationError)
    assert told.exception.code is ErrorCode.DATA_UNUSABLE


@pytest.mark.parametrize("absent", NEEDED)
def test_a_missing_package_is_named_with_the_command_that_brings_it(monkeypatch, tmp_path, absent):
    monkeypatch.setitem(sys.modules, absent, None)  # as if it were not installed
    told = CliRunner().invoke(train, ["music", "--data", str(tmp_path)])
    assert told.exit_code == 2
    assert f"{sys.executable} -m pip install " in told.output


def test_training_wants_all_three_collections(few_clips):
    pytest.importorskip("sklearn", reason="training needs scikit-learn")
    (few_clips / "mirex.csv").unlink()
    arguments = ["music", "--data", str(few_clips), "--out", str(few_clips / "run")]
    told = CliRunner().invoke(train, arguments)
    assert isinstance(told.exception, OperationError)
    assert "mirex.csv" in told.exception.params["reason"]
