import json
import subprocess
import sys
from dataclasses import asdict

import numpy as np
import pytest
import soundfile

from models.bench.music import CLIP_S, Outcome, Trial, as_json, as_text, write_clip


@pytest.fixture
def clip(tmp_path):
    time = np.arange(8 * 22_050) / 22_050
    song = tmp_path / "song.wav"
    soundfile.write(song, 0.3 * np.sin(2 * np.pi * 330 * time) * (time % 0.5 < 0.3), 22_050)
    return write_clip(song, tmp_path)


def test_the_clip_is_half_a_minute_at_the_full_rate_however_short_the_song(clip):
    assert soundfile.info(clip).duration == pytest.approx(CLIP_S, abs=0.1)
    assert soundfile.info(clip).samplerate == 44_100


def test_moodmix_is_measured_stage_by_stage_and_over_many_clips(clip):
    order = asdict(Trial("moodmix", str(clip), clips=10))
    finished = subprocess.run(
        [sys.executable, "-P", "-m", "models.bench.music"],
        input=json.dumps(order),
        capture_output=True,
        text=True,
        check=True,
    )
    outcome = Outcome(**json.loads(finished.stdout.splitlines()[-1]))
    assert set(outcome.cpu_ms) == {"decode", "features", "descriptors", "network", "total"}
    assert 0 < outcome.cpu_ms["features"] < outcome.cpu_ms["total"]
    assert 0 < outcome.memory_mb["1"] <= outcome.peak_memory_mb * 1.5
    assert set(outcome.memory_mb) == {"1", "10"}


def test_the_table_has_who_was_measured_and_says_who_was_not():
    stages = {"decode": 30.0, "total": 180.4}
    ours = Outcome("moodmix", None, stages, 1.1, 329.0, {"100": 310.0, "1000": 310.4})
    text = as_text([ours, Outcome("essentia", reason="It is not installed.")])
    head, row, _, *notes = text.splitlines()
    assert "descriptors ms" in head
    assert row.split() == ["moodmix", "30", "–", "–", "–", "180", "1.1", "329"]
    assert notes == [
        "moodmix: 310 MB in use after 100 clips",
        "moodmix: 310 MB in use after 1000 clips",
        "essentia: It is not installed.",
    ]
    assert as_json([ours])["contenders"]["moodmix"]["cpu_ms"] == stages
