"""``moodmix train`` before any training happens."""

from __future__ import annotations

import sys

import pytest
from click.testing import CliRunner

from models.commands.train import NEEDED, train
from models.emotion.recipes import PLANS


@pytest.mark.parametrize("arguments", [["faces"], ["literature"], ["report", "."]])
@pytest.mark.parametrize("absent", NEEDED)
def test_a_missing_package_is_named_with_the_command_that_brings_it(
    monkeypatch, tmp_path, arguments, absent
):
    monkeypatch.setitem(sys.modules, absent, None)  # as if it were not installed
    told = CliRunner().invoke(train, [*arguments, "--data", str(tmp_path)])
    assert told.exit_code == 2
    assert f"{sys.executable} -m pip install " in told.output
    assert absent in told.output.split("-m pip install ")[1]


def test_the_help_needs_no_torch_and_names_every_network(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    told = CliRunner().invoke(train, ["faces", "--help"])
    assert told.exit_code == 0
    assert all(network in told.output for network in PLANS)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--network", "alexnet"],
        ["--epochs", "0"],
        ["--batch-size", "0"],
        ["--learning-rate", "0"],
        ["--folds", "1"],
        ["--patience", "0"],
        ["--seed", "-1"],
        ["--network", "table1", "--teacher", "."],
    ],
)
def test_settings_that_make_no_sense_are_refused(tmp_path, wrong):
    told = CliRunner().invoke(train, ["faces", "--data", str(tmp_path), *wrong])
    assert told.exit_code == 2
    assert "Usage:" in told.output
