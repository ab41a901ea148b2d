from __future__ import annotations

import subprocess
import sys

import pytest

PEARSON_FLOORS = {
    "spotify_songs.csv.gz": (400, 0.45, 0.70),
    "uziel_spotify_va.csv.gz": (180, 0.55, 0.80),
    "deezer_mood.csv.gz": (160, 0.70, 0.60),
}


@pytest.fixture(scope="module")
def printed(repository, shared_data):
    folder = shared_data / "catalogues"
    if not folder.is_dir():
        pytest.skip(f"the published tables are not there: {folder}")
    script = repository / "tests" / "benchmarks" / "catalogue_ratings.py"
    ran = subprocess.run(
        [sys.executable, str(script), str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return {line.split()[0]: line.split()[1:] for line in ran.stdout.splitlines()[2:]}


@pytest.mark.parametrize("table", PEARSON_FLOORS)
def test_editorial_ratings_agree_with_published_tables(printed, table):
    songs, valence, arousal = PEARSON_FLOORS[table]
    count, valence_pearson, valence_spearman, arousal_pearson, arousal_spearman = printed[table]
    assert int(count) >= songs
    assert min(float(valence_pearson), float(valence_spearman)) >= valence
    assert min(float(arousal_pearson), float(arousal_spearman)) >= arousal
