"""Time from photo to answer and peak memory: ``python tests/benchmarks/photo_to_answer.py``.

Runs the whole way (decode, find the face, read it, find the song, rank, draw the card) warm and in
one process, without a network, over the single photos and the videos of the faces folder.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import time
from pathlib import Path

from bot.presenters.card import draw_card
from bot.settings import Settings
from bot.wiring.kitchen import open_kitchen
from core.domain.media import Upload

FACES = Path(__file__).parents[3] / "shared" / "data" / "faces"
SONG = "Queen - Don't Stop Me Now"


async def measure(files: list[Path], runs: int) -> dict[str, list[float]]:
    """Milliseconds per stage, one value per run; the first pass over a file is not counted."""
    times: dict[str, list[float]] = {"face": [], "song": [], "ranking": [], "card": [], "total": []}
    async with open_kitchen(Settings(online=False)) as kitchen:
        await kitchen.mixes.mix(Upload(files[0].read_bytes()), SONG)
        for run in range(runs):
            upload = Upload(files[run % len(files)].read_bytes())
            started = time.perf_counter()
            mix = await kitchen.mixes.mix(upload, SONG)
            answered = time.perf_counter()
            await kitchen.workers.run(draw_card, mix)
            done = time.perf_counter()
            for stage, value in mix.timings_ms.items():
                times.setdefault(stage, []).append(value)
            times["card"].append((done - answered) * 1000)
            times["total"].append((done - started) * 1000)
    return times


def print_table(title: str, times: dict[str, list[float]]) -> None:
    print(f"\n{title}, {len(times['total'])} runs: milliseconds")
    print(f"{'stage':<10}{'p50':>10}{'p95':>10}{'max':>10}")
    for stage, values in times.items():
        p95 = statistics.quantiles(values, n=20, method="inclusive")[-1]
        print(f"{stage:<10}{statistics.median(values):>10.1f}{p95:>10.1f}{max(values):>10.1f}")


def main() -> None:
    """Print one table for photos, one for videos, and the peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, default=FACES)
    parser.add_argument("--runs", type=int, default=50)
    options = parser.parse_args()
    photos = sorted((options.faces / "single").iterdir())
    videos = sorted((options.faces / "video").glob("lp_*.mp4"))
    print_table("photo to answer", asyncio.run(measure(photos, options.runs)))
    print_table("video to answer", asyncio.run(measure(videos, max(5, options.runs // 5))))
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory {peak_mb:.0f} MB")


if __name__ == "__main__":
    main()
