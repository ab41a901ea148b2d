"""The bench of ranking: how time and memory grow from a thousand songs to a million.

``python -m models.bench.ranking`` is the process that ranks: it takes a ``Trial`` as JSON on
standard input and prints an ``Outcome``.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, target_affect
from core.domain.judgement import Judgement
from core.domain.mix import Verdict
from core.domain.text_column import TextColumn
from core.domain.track import SeedTrack, Source
from core.domain.track_table import SoundFeature, TrackTable
from core.domain.wishes import Context, Wishes
from core.services.preference import Preference
from core.services.ranking import Order, rank
from core.storage.table_folder import open_table, save_table
from models.bench.process import ask_process

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_LONGEST_TRIAL_S = 300.0
_RUNS = 15
_SONGS_BY_ARTIST = 5
_GENRES, _LANGUAGES = 200, 30
_TEXT_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Trial:
    """What to rank: the folder of a table as text."""

    folder: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured over a table of so many songs, in a process of its own.

    plain_ms and full_ms: median processor time of one thread, for a ranking by mood and taste along
    a way of five steps, and for one with every kind of part: wishes, an occasion, learned taste,
    recent answers. start_ms: opening the table, with the first ranking. peak_memory_mb: of all the
    process, the mapped table and the interpreter included; own_memory_mb: without what the process
    took before it opened the table.
    """

    songs: int
    plain_ms: float | None = None
    full_ms: float | None = None
    start_ms: float | None = None
    peak_memory_mb: float | None = None
    own_memory_mb: float | None = None
    reason: str | None = None


def run_trials(sizes: Sequence[int] = SIZES) -> Iterator[Outcome]:
    """Measure each size in turn, in a process of its own."""
    for songs in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "table"
            save_table(made_up_table(songs), place)
            trial = asdict(Trial(str(place)))
            lines, reason = ask_process("models.bench.ranking", trial, _LONGEST_TRIAL_S)
        measured = Outcome(**json.loads(lines[-1])) if lines else Outcome(songs)
        yield replace(measured, reason=reason)


def made_up_table(songs: int, seed: int = 0) -> TrackTable:
    """Songs drawn at random, everything known of each of them; five by each artist."""
    generator = np.random.default_rng(seed)
    artists = max(songs // _SONGS_BY_ARTIST, 1)

    def shares(*shape: int) -> NDArray[np.float32]:
        return generator.random(shape, np.float32)

    def codes(most: int, kind: type[np.signedinteger[Any]]) -> NDArray[Any]:
        return generator.integers(0, most, songs).astype(kind)

    sound = shares(len(SoundFeature), songs)
    sound[SoundFeature.TEMPO_BPM] = 60 + 120 * sound[SoundFeature.TEMPO_BPM]
    lead = codes(artists, np.int32)
    return TrackTable(
        valence=2 * shares(songs) - 1,
        arousal=2 * shares(songs) - 1,
        dominance=2 * shares(songs) - 1,
        spread=0.1 + 0.2 * shares(songs),
        year=(1950 + codes(76, np.int16)).astype(np.int16),
        genre=codes(_GENRES, np.int16),
        language=codes(_LANGUAGES, np.int16),
        lead_artist=lead,
        artist_starts=np.arange(songs + 1, dtype=np.int64),
        artist_codes=lead,
        artist_keys=np.sort(generator.integers(0, 2**63, artists).astype(np.uint64)),
        sound=sound,
        popularity=shares(songs),
        mood=codes(8, np.int8),
        song_key=generator.permutation(songs).astype(np.uint64),
        genres=tuple(f"genre {number}" for number in range(_GENRES)),
        languages=tuple(f"l{number}" for number in range(_LANGUAGES)),
        artist_names=_made_up_texts(artists, generator),
        titles=_made_up_texts(songs, generator),
        ids=_made_up_texts(songs, generator, b"deezer:"),
    )


def _made_up_texts(count: int, generator: np.random.Generator, start: bytes = b"") -> TextColumn:
    letters = generator.integers(ord("a"), ord("z"), (count, _TEXT_LETTERS)).astype(np.uint8)
    letters[:, : len(start)] = np.frombuffer(start, np.uint8)
    return TextColumn(letters.ravel(), np.arange(count + 1, dtype=np.int64) * _TEXT_LETTERS)


def measure(trial: Trial) -> Outcome:
    """Measure in this process, which should be a fresh one."""
    _keep_freed_memory()
    before_mb = _memory_mb("VmRSS")
    started_s = time.thread_time()
    table = open_table(Path(trial.folder))
    plain = _plain_order(table)
    rank([table], plain)
    start_ms = (time.thread_time() - started_s) * 1000
    full = _full_order(table, plain)
    plain_ms, full_ms = (_median_ms(table, order) for order in (plain, full))
    peak_mb = _memory_mb("VmHWM")
    return Outcome(len(table), plain_ms, full_ms, start_ms, peak_mb, peak_mb - before_mb)


def _keep_freed_memory() -> None:
    """Bring the C library where a bot that has read pictures long is.

    Once it has freed something large, it keeps small arrays that are freed for the next ones,
    instead of asking the system anew; see mallopt(3), M_MMAP_THRESHOLD.
    """
    np.empty(1 << 23, np.uint8).resize(0)


def _plain_order(table: TrackTable) -> Order:
    """An angry face and one of the songs; the list leads from one to the other."""
    rest = 0.02
    angry = {e: 1 - 6 * rest if e is Emotion.ANGRY else rest for e in Emotion}
    face = FaceReading(EmotionEstimate(angry), 1, 1, "haar", "moodnet")
    song = Affect(0.5, 0.5)
    seed = SeedTrack(table.track(0).track, song, Source.CATALOGUE, Source.CATALOGUE)
    target = target_affect(face.affect, song, Intent.ENHANCE)
    return Order(face, seed, Intent.ENHANCE, target)


def _full_order(table: TrackTable, plain: Order) -> Order:
    """The same with everything that a ranking can take into account."""
    rated = [table.track(row) for row in range(1, 101)]
    judgements = [
        Judgement(song, plain.target, Verdict.DOWN if number % 3 else Verdict.UP)
        for number, song in enumerate(rated)
    ]
    wishes = Wishes(
        not_artists=(table.track(101).track.artist,),
        like=(table.track(102).track,),
        contexts=(Context.SLEEP,),
    )
    return replace(
        plain,
        wishes=wishes,
        recent=tuple(song.track for song in rated[:50]),
        preference=Preference.learned(judgements, [0]),
    )


def _median_ms(table: TrackTable, order: Order) -> float:
    runs_ms = []
    for _ in range(_RUNS):
        started_s = time.thread_time()
        rank([table], order)
        runs_ms.append((time.thread_time() - started_s) * 1000)
    return statistics.median(runs_ms)


def _memory_mb(entry: str) -> float:
    """The process's memory in use (VmRSS) or at its peak (VmHWM), mapped files included."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kib = next(int(line.split()[1]) for line in lines if line.startswith(entry))
    return kib / 1024


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """``{sizes[what was measured]}``."""
    return {"sizes": [asdict(each) for each in outcomes]}


def as_text(outcomes: Sequence[Outcome]) -> str:
    """A table with one line a size."""
    columns = ("songs", "plain ms", "full ms", "start ms", "memory MB", "ranking MB")
    rows = [columns, *(_cells(each) for each in outcomes)]
    table = ["".join(f"{cell:>12}" for cell in row) for row in rows]
    return "\n".join([*table, *(each.reason for each in outcomes if each.reason)])


def _cells(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.songs:,}"
    for spent_ms in (outcome.plain_ms, outcome.full_ms, outcome.start_ms):
        yield "–" if spent_ms is None else f"{spent_ms:.1f}"
    for memory_mb in (outcome.peak_memory_mb, outcome.own_memory_mb):
        yield "–" if memory_mb is None else f"{memory_mb:.0f}"


if __name__ == "__main__":
    print(json.dumps(asdict(measure(Trial(**json.load(sys.stdin))))), flush=True)
