"""Table 1's grid beside the figures its authors report."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PIL import Image

from models.emotion.history import EpochRow, write_history
from models.emotion.literature import (
    as_table,
    compare,
    run_folder,
    trainings,
    write_comparison,
)
from models.emotion.recipes import PLANS


def _leave_run(out, network, epochs, batch_size):
    """A run whose accuracies tell the epoch: 1 % more of training, half as much of validation."""
    rows = [
        EpochRow(
            epoch=epoch,
            train_loss=1.0,
            train_accuracy=epoch / 100,
            validation_loss=1.0,
            validation_accuracy=epoch / 200,
        )
        for epoch in range(1, epochs + 1)
    ]
    folder = run_folder(out, network, epochs, batch_size)
    folder.mkdir(parents=True)
    recipe = replace(PLANS[network].recipe, epochs=epochs, batch_size=batch_size)
    write_history(folder, network, recipe, rows)


def test_eight_trainings_give_all_ten_lines(tmp_path):
    assert len(trainings()) == 8
    for network, epochs, batch_size in trainings():
        _leave_run(tmp_path, network, epochs, batch_size)
    lines = compare(tmp_path)
    assert len(lines) == 10
    for line in lines:
        assert line.training == pytest.approx(line.epochs / 100)
        assert line.validation == pytest.approx(line.epochs / 200)


def test_five_epochs_of_128_are_the_beginning_of_twenty(tmp_path):
    _leave_run(tmp_path, "table1", 20, 128)
    known = {(each.epochs, each.batch_size): each for each in compare(tmp_path) if each.training}
    assert set(known) == {(5, 128), (20, 128)}
    assert known[5, 128].training == pytest.approx(0.05)


def test_the_reported_figures_are_those_of_the_paper(repository):
    paper = next(
        iter((repository.parent / "shared" / "papers").glob("001_*.txt")),
        None,
    )
    if paper is None:
        pytest.skip("the papers are not there")
    text = " ".join(paper.read_text(encoding="utf-8").split())
    for line in compare(repository / "absent"):
        assert f"{line.epochs} {line.batch_size} {100 * line.training_reported:.2f}" in text


def test_a_grid_not_yet_run_shows_dashes(tmp_path):
    table = as_table(compare(tmp_path)).splitlines()
    assert len(table) == 12
    assert table[-1].split() == ["table1-three", "50", "64", "-", "82.95%", "-", "-"]
    assert table[6].split() == ["table1", "50", "64", "-", "86.06%", "-", "61.75%"]


def test_the_comparison_is_left_as_json_and_as_a_small_picture(tmp_path):
    _leave_run(tmp_path, "table1-three", 50, 64)
    write_comparison(tmp_path)
    told = json.loads((tmp_path / "literature.json").read_text())
    assert told[-1]["training"] == pytest.approx(0.5)
    picture = tmp_path / "literature.png"
    assert picture.stat().st_size < 100_000
    with Image.open(picture) as image:
        assert image.format == "PNG"
