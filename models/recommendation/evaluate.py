"""How often a recommended song bears a mood label that fits the face: ours beside baselines.

For each of the seven expressions, and for each intent, songs of the table are sent as seeds where
face and seed make the product decide for that intent. The rankers know the numbers of the table,
never its labels.

- ours: the ranking that people get.
- cosine: the baseline of the Shahid Beheshti paper, see ``core.services.ranking.cosine``.
- popularity: the best known songs, whatever the mood. Where a table does not tell, those of the
  artists with most songs in it.
- random: songs drawn anew for each list.

No list has two songs by one artist. Modulate is judged on the whole list. Enhance leads from the
mood to the target step by step, so only its end is judged: the last two of five places.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from core.domain.affect import MAX_DISTANCE
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, decide_intent, target_affect
from core.domain.mix import Ranker
from core.domain.track import SeedTrack, Source
from core.domain.track_table import UNKNOWN, UNKNOWN_YEAR, TrackTable, song_hash
from core.services.ranking import Order, rank
from models.recommendation.labelled_table import LabelledTable
from models.recommendation.mood_labels import fitting

SEEDS = 20
"""So many songs are sent with each expression and intent."""

SHORT, LONG = 5, 10
END = 2
"""So many of the last places of an enhancing list are judged."""


class Contender(StrEnum):
    """What makes lists."""

    OURS = "ours"
    COSINE = "cosine"
    POPULARITY = "popularity"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class Figures:
    """How one contender did; every number is a share, NaN where nothing could be judged.

    diversity: how far apart two songs of a list are, see ``_diversity``. coverage: of the places
    that all lists have together, or of all songs if those are fewer, the share that different songs
    got. by_emotion: modulate_at_5 for each face.
    """

    modulate_at_5: float
    modulate_at_10: float
    enhance_at_5: float
    diversity: float
    coverage: float
    by_emotion: Mapping[Emotion, float]

    def as_json(self) -> dict[str, float | None]:
        """The five figures, null where nothing could be judged."""
        names = ("modulate_at_5", "modulate_at_10", "enhance_at_5", "diversity", "coverage")
        told = {name: float(getattr(self, name)) for name in names}
        return {name: value if np.isfinite(value) else None for name, value in told.items()}


@dataclass(frozen=True, slots=True)
class Request:
    """A face and a seed that ask for an intent. fits: (n,) whether each song's label does."""

    emotion: Emotion
    order: Order
    fits: NDArray[np.bool_]

    @property
    def intent(self) -> Intent:
        """What the list shall do with the mood."""
        return self.order.intent


def evaluate(
    data: LabelledTable,
    *,
    seeds: int = SEEDS,
    seed: int = 0,
    progress: Callable[[int], None] = lambda _: None,
) -> dict[Contender, Figures]:
    """Figures of all contenders; progress hears of each one. Deterministic for a seed."""
    requests = list(_requests(data, seeds, np.random.default_rng(seed)))
    figures = {}
    for contender in Contender:
        generator = np.random.default_rng([seed, *contender.encode()])
        figures[contender] = _measure(_Lists(data.table, contender, generator), requests)
        progress(1)
    return figures


def _requests(data: LabelledTable, seeds: int, generator: np.random.Generator) -> Iterator[Request]:
    labels = np.array(data.labels)
    for emotion in Emotion:
        face = FaceReading(EmotionEstimate.certain(emotion), 1, 1, "labelled", "labelled")
        wanted = dict.fromkeys((Intent.MODULATE, Intent.ENHANCE), seeds)
        fits = {intent: fitting(intent, emotion, data.known) for intent in wanted}
        for row in generator.permutation(len(data.table)):
            if not any(wanted.values()):
                break
            rated = data.table.track(int(row))
            intent = decide_intent(face.affect, rated.affect).intent
            if not wanted.get(intent) or not fits[intent]:
                continue
            wanted[intent] -= 1
            song = SeedTrack(rated.track, rated.affect, Source.CATALOGUE, Source.CATALOGUE)
            target = target_affect(face.affect, rated.affect, intent)
            fit = np.isin(labels, list(fits[intent]))
            yield Request(emotion, Order(face, song, intent, target), fit)


class _Lists:
    """What one contender answers, by rows of a table."""

    def __init__(
        self, table: TrackTable, contender: Contender, generator: np.random.Generator
    ) -> None:
        self.table = table
        self._contender = contender
        self._generator = generator
        self._row_of = {id(track): row for row, track in enumerate(table.originals or ())}
        self._best_known = np.argsort(-_popularity(table), kind="stable")

    def rows(self, order: Order) -> list[int]:
        """The list for an order, best first."""
        match self._contender:
            case Contender.POPULARITY:
                return self._first(self._best_known, order)
            case Contender.RANDOM:
                return self._first(self._generator.permutation(len(self.table)), order)
            case ranker:
                told = rank([self.table], replace(order, ranker=Ranker(ranker.value)))
                return [self._row_of[id(each.track)] for each in told]

    def _first(self, rows: NDArray[np.int64], order: Order) -> list[int]:
        """The first rows without the seed and without an artist twice."""
        seed = np.uint64(song_hash(order.seed.track))
        chosen: list[int] = []
        heard: set[int] = set()
        for row in rows:
            lead = int(self.table.lead_artist[row])
            if lead in heard or self.table.song_key[row] == seed:
                continue
            heard.update({lead} - {UNKNOWN})
            chosen.append(int(row))
            if len(chosen) == order.length:
                break
        return chosen


def _popularity(table: TrackTable) -> NDArray[np.float32]:
    """(n,) how well songs are known, else how many songs their artist has."""
    if np.isfinite(table.popularity).any():
        return np.nan_to_num(table.popularity, nan=-1.0)
    counts = np.bincount(table.lead_artist[table.lead_artist != UNKNOWN], minlength=1)
    return np.where(table.lead_artist == UNKNOWN, 0, counts[table.lead_artist]).astype(np.float32)


def _measure(lists: _Lists, requests: Sequence[Request]) -> Figures:
    short = [lists.rows(replace(request.order, length=SHORT)) for request in requests]
    stay = [request for request in requests if request.intent is Intent.MODULATE]
    long = [lists.rows(replace(request.order, length=LONG)) for request in stay]
    pairs = list(zip(requests, short, strict=True))
    fits: dict[Intent, list[tuple[Emotion, float]]] = {Intent.MODULATE: [], Intent.ENHANCE: []}
    for request, rows in pairs:
        judged = rows if request.intent is Intent.MODULATE else rows[-END:]
        fits[request.intent].append((request.emotion, float(request.fits[judged].mean())))
    stays = fits[Intent.MODULATE]
    given = {row for rows in short for row in rows}
    places = sum(map(len, short))
    return Figures(
        modulate_at_5=_mean(share for _, share in stays),
        modulate_at_10=_mean(
            float(request.fits[rows].mean()) for request, rows in zip(stay, long, strict=True)
        ),
        enhance_at_5=_mean(share for _, share in fits[Intent.ENHANCE]),
        diversity=_mean(_diversity(lists.table, rows) for rows in short),
        coverage=len(given) / min(places, len(lists.table)) if places else math.nan,
        by_emotion={
            emotion: _mean(share for each, share in stays if each is emotion)
            for emotion in dict.fromkeys(each for each, _ in stays)
        },
    )


def _diversity(table: TrackTable, rows: Sequence[int]) -> float:
    """The mean distance between two songs of a list, from 0 to 1 (intra-list distance).

    The mean of what is known of both: whether artist, genre and decade differ, and their distance
    on the plane as a share of the largest.
    """
    columns = (
        (table.lead_artist, UNKNOWN),
        (table.genre, UNKNOWN),
        (table.year // 10, UNKNOWN_YEAR),
    )
    affects = {row: table.track(row).affect for row in rows}
    return _mean(
        _mean(
            [
                affects[one].distance(affects[other]) / MAX_DISTANCE,
                *(
                    float(column[one] != column[other])
                    for column, unknown in columns
                    if unknown not in {int(column[one]), int(column[other])}
                ),
            ]
        )
        for one, other in combinations(rows, 2)
    )


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else math.nan
