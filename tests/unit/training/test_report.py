"""What a training leaves to look at."""

from __future__ import annotations

import json
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from core.domain.errors import ErrorCode, MoodmixError
from models.emotion.history import EpochRow, read_history, write_history
from models.emotion.recipes import PLANS
from models.emotion.report import draw_curves, write_report
from models.training.metrics import Scores

LABELS = ("happy", "sad")
SCORES = Scores(np.array([[8, 2], [1, 9]], np.int64), LABELS)
ROWS = tuple(
    EpochRow(
        epoch=epoch,
        train_loss=2.0 / epoch,
        train_accuracy=0.1 * epoch,
        validation_loss=2.5 / epoch,
        validation_accuracy=0.09 * epoch,
        seconds=3.0,
    )
    for epoch in range(1, 9)
)


def test_a_report_has_small_pictures_of_both_parts(tmp_path):
    parts = {"training": SCORES, "validation": SCORES}
    write_report(tmp_path / "report", "table1", ROWS, parts, {})
    pictures = sorted(tmp_path.rglob("*.png"))
    assert [each.name for each in pictures] == [
        "classes_training.png",
        "classes_validation.png",
        "confusion_training.png",
        "confusion_validation.png",
        "curves.png",
    ]
    for each in pictures:
        assert each.stat().st_size < 100_000
        with Image.open(each) as image:
            assert image.width >= 600


def test_a_report_tells_counts_shares_and_epochs_as_json(tmp_path):
    write_report(tmp_path, "table1", ROWS, {"validation": SCORES}, {"before": 0.5})
    told = json.loads((tmp_path / "report.json").read_text())
    happy = told["parts"]["validation"]["classes"]["happy"]
    assert (happy["tp"], happy["fp"], happy["tn"], happy["fn"]) == (8, 1, 9, 2)
    assert happy["recall"] == pytest.approx(0.8)
    assert told["parts"]["validation"]["confusion"] == [[8, 2], [1, 9]]
    assert told["before"] == 0.5
    assert [row["epoch"] for row in told["history"]] == list(range(1, 9))


def test_curves_show_what_was_learned_and_what_was_measured_in_two_colours():
    with Image.open(BytesIO(draw_curves("table1", ROWS))) as image:
        colours = {tuple(pixel) for pixel in np.asarray(image.convert("RGB")).reshape(-1, 3)}
    assert {(0xB8, 0x86, 0x0B), (0x1F, 0x5F, 0xA8)} <= colours


def test_a_history_comes_back_as_it_was_written(tmp_path):
    write_history(tmp_path, "table1", PLANS["table1"].recipe, ROWS)
    assert read_history(tmp_path) == ("table1", PLANS["table1"].recipe, ROWS)


@pytest.mark.parametrize("content", [None, "{", "[]", '{"network": "x", "recipe": {"epoch": 1}}'])
def test_a_folder_without_a_history_of_ours_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "history.json").write_text(content)
    with pytest.raises(MoodmixError) as caught:
        read_history(tmp_path)
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE
