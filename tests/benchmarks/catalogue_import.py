"""What importing a large catalogue costs: CPU time, memory, and what a start costs afterwards.

Run: python tests/benchmarks/catalogue_import.py [ROWS]

The rows are in MuSe's columns, with made-up titles of two to five words and one artist for ten
songs; every twentieth song stands there again in another spelling.
"""

from __future__ import annotations

import csv
import random
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from core.providers.catalogue.csv_file import CsvCatalogues
from core.services.import_catalogue import CatalogueImporter
from core.storage.import_shelf import FolderShelf

DEFAULT_ROWS = 100_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HEADER = "lastfm_url track artist seeds valence_tags arousal_tags dominance_tags spotify_id genre"


def write_rows(path: Path, rows: int) -> None:
    """Write a catalogue; equal for equal numbers of rows."""
    generator = random.Random(5)
    words = ["".join(generator.choices(LETTERS, k=generator.randint(2, 9))) for _ in range(4000)]
    names = [" ".join(generator.choices(words, k=2)).title() for _ in range(rows // 10 + 1)]
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER.split())
        title, artist = "A Song", names[0]
        for number in range(rows):
            if number % 20:
                title = " ".join(generator.choices(words, k=generator.randint(2, 5))).title()
                artist = generator.choice(names)
            else:
                title = f"{title} (Official Video)"
            norms = [f"{generator.gauss(5, 1.2):.3f}" for _ in range(3)]
            known = "".join(generator.choices(LETTERS, k=22))
            lines.writerow(["", title, artist, "['sad']", *norms, known, generator.choice(words)])


def main() -> int:
    """Print what it costs."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS
    with tempfile.TemporaryDirectory() as folder:
        path, place = Path(folder) / "songs.csv", Path(folder) / "catalogue"
        write_rows(path, rows)
        importer = CatalogueImporter(CsvCatalogues(), FolderShelf(place), lambda: datetime.now(UTC))
        started = time.process_time()
        report = importer.bring(path, "songs", lambda _: None)
        print(f"{rows} rows, {report.total} songs, {report.imported.bad_rows} bad lines")
        print(f"import: {time.process_time() - started:.1f} s of CPU")
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"most memory while importing: {peak_mb:.0f} MB")
        size_mb = sum(file.stat().st_size for file in place.rglob("versions/*/*")) / 1e6
        print(f"columns on disk: {size_mb:.0f} MB, {size_mb * 1e6 / report.total:.0f} bytes a song")
        started = time.process_time()
        shelf = FolderShelf(place).open()
        print(f"opening: {(time.process_time() - started) * 1000:.1f} ms of CPU")
        started = time.process_time()
        rows_found = shelf.songs.index.titled("no song has this title")
        print(f"one title: {(time.process_time() - started) * 1e6:.0f} us, {len(rows_found)} songs")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
