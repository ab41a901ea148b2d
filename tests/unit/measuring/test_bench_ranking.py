from __future__ import annotations

import json

import numpy as np
from click.testing import CliRunner

from core.services.ranking import rank
from models.bench.ranking import Outcome, as_json, as_text, made_up_table, run_trials
from models.commands.bench import bench
from tests.fakes.orders import order_for


def test_made_up_songs_can_be_ranked_and_are_the_same_for_one_seed() -> None:
    table, again, other = made_up_table(500), made_up_table(500), made_up_table(500, seed=1)
    order = order_for(table.track(0).affect)
    assert len(rank([table], order)) == order.length
    assert rank([table], order) == rank([again], order) != rank([other], order)
    assert len(np.unique(table.song_key)) == 500


def test_each_size_is_measured_in_a_process_of_its_own() -> None:
    small, large = run_trials((1_000, 3_000))
    assert (small.songs, large.songs) == (1_000, 3_000)
    for outcome in (small, large):
        assert outcome.reason is None
        assert outcome.plain_ms
        assert outcome.full_ms
        assert outcome.start_ms
        assert outcome.peak_memory_mb > outcome.own_memory_mb > 0


def test_the_table_has_a_line_a_size_and_says_what_is_missing() -> None:
    outcomes = [
        Outcome(1_000, 2.04, 4.0, 12.5, 43.2, 9.4),
        Outcome(1_000_000, reason="It was stopped after 300 seconds."),
    ]
    head, row, missing, note = as_text(outcomes).splitlines()
    assert "full ms" in head
    assert row.split() == ["1,000", "2.0", "4.0", "12.5", "43", "9"]
    assert missing.split() == ["1,000,000", *"–––––"]
    assert note == "It was stopped after 300 seconds."
    assert json.loads(json.dumps(as_json(outcomes)))["sizes"][0]["plain_ms"] == 2.04


def test_the_command_explains_itself() -> None:
    said = CliRunner().invoke(bench, ["rank", "--help"])
    assert said.exit_code == 0
    assert "from a thousand songs to a million" in said.output
