from __future__ import annotations

import subprocess
import sys

import pytest

FEWEST_SONGS_AND_FLOORS = {
    "spotify_songs.csv.gz": (400, 0.48, 0.72),
    "uziel_spotify_va.csv.gz": (180, 0.58, 0.82),
    "deezer_mood.csv.gz": (160, 0.74, 0.65),
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


@pytest.mark.parametrize("table", FEWEST_SONGS_AND_FLOORS)
def test_editorial_ratings_agree_with_published_tables(printed, table):
    songs, valence_floor, arousal_floor = FEWEST_SONGS_AND_FLOORS[table]
    count, *figures = printed[table]
    assert int(count) >= songs
    for floor, texts in ((valence_floor, figures[:4]), (arousal_floor, figures[4:])):
        pearson, low, high, spearman = map(float, texts)
        assert low < pearson < high
        assert min(pearson, spearman) >= floor


def test_ratings_put_songs_in_the_order_listeners_of_deezer_do(printed):
    figures = [float(text) for text in printed["deezer_mood.csv.gz"][1:]]
    valence_spearman, arousal_spearman = figures[3], figures[7]
    assert min(valence_spearman, arousal_spearman) >= 0.7
