"""CPU time and size of each picture: ``python -m tests.benchmarks.pictures``, from the root.

Draws what the tests draw, over and over in one thread, and counts only what that thread computes.
"""

from __future__ import annotations

import argparse
import statistics
import time

from tests.unit.presenters.test_pictures import PICTURES


def main() -> None:
    """Print a line for each picture; the first pass over it is not counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    print(f"{'picture':<30}{'p50 ms':>8}{'max ms':>8}{'KiB':>6}")
    for name, (draw, shown) in PICTURES.items():
        png = draw(shown)
        times_ms = []
        for _ in range(options.runs):
            began = time.thread_time()
            draw(shown)
            times_ms.append(1000 * (time.thread_time() - began))
        middle_ms = statistics.median(times_ms)
        print(f"{name:<30}{middle_ms:>8.0f}{max(times_ms):>8.0f}{len(png) / 1024:>6.0f}")


if __name__ == "__main__":
    main()
