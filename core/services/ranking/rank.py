"""From an order and tables of songs to a list with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.affect import Affect
from core.domain.mix import Ranker, Reason, Recommendation
from core.domain.track import SeedTrack
from core.domain.track_table import TrackTable, song_hash
from core.services.ranking import weights
from core.services.ranking.details import detail_of
from core.services.ranking.diversity import Entry, Pool, choose, number_genres
from core.services.ranking.order import Order
from core.services.ranking.path import progress
from core.services.ranking.plan import Aim, Plan, Tastes, aims_of
from core.services.ranking.taste import NO_TASTE, Taste, taste_of

_WIDER = 8
"""How much larger the pool grows where its tracks do not fill the list."""


def rank(tables: Sequence[TrackTable], order: Order) -> tuple[Recommendation, ...]:
    """The list: for each place the track that fits it best.

    Without the seed and without a second song by anybody; songs of recent answers only where there
    are no others. A list that leads from one mood to another is in the order of the way, else the
    best comes first. It is shorter where fewer songs fit the wishes. Deterministic: of equal scores
    the earlier row of the earlier table goes first, and of a song in several tables the first entry
    counts.

    Work for the processor, some 20 to 50 ms for a million songs.
    """
    ranking = _Ranking(tables, order)
    return ranking.explained(ranking.chosen())


class _Ranking:
    """One order, prepared for every table."""

    def __init__(self, tables: Sequence[TrackTable], order: Order) -> None:
        self._tables = [table for table in tables if len(table)]
        self._order = order
        self._aims = aims_of(order)
        self._tastes = Tastes(
            _taste_of_seed(order.seed, self._tables),
            tuple(taste_of(song, self._tables) for song in order.wishes.like),
        )
        self._plans = [Plan.of(table, order, self._tastes) for table in self._tables]

    def chosen(self) -> list[tuple[int, Entry]]:
        """The number of each place, and what it gets."""
        if not self._tables:
            return []
        order = self._order
        sent = (order.seed.track,) if order.seed else ()
        left_out = {song_hash(song) for song in (*sent, *order.wishes.like)}
        repeated = {song_hash(song) for song in order.recent}
        genres = number_genres(self._tables)
        aims = list(dict.fromkeys(self._aims))
        likeness = weights.DIVERSITY if order.ranker is Ranker.OURS else 0.0
        count = weights.POOL + len(left_out | repeated)
        while True:
            found = [plan.best(aims, count) for plan in self._plans]
            pools = {
                aim: Pool.of(self._tables, rows, genres, left_out, repeated)
                for aim, rows in zip(aims, zip(*found, strict=True), strict=True)
            }
            chosen = choose([pools[aim] for aim in self._aims], self._tables, likeness)
            complete = all(len(rows) < count for places in found for rows, _ in places)
            if complete or len(chosen) == len(self._aims):
                return chosen
            count *= _WIDER

    def explained(self, chosen: Sequence[tuple[int, Entry]]) -> tuple[Recommendation, ...]:
        """The chosen tracks in order, each with the parts of its score."""
        aims = [self._aims[place] for place in sorted(place for place, _ in chosen)]
        entries = [entry for _, entry in chosen]
        leads = len(set(self._aims)) > 1
        if leads:
            # no other order brings the tracks nearer to their steps, all in all
            face, target = self._order.face.affect, self._order.target
            entries.sort(key=lambda entry: progress(self._place_of(entry), face, target))
        told = [self._recommend(entry, aim) for entry, aim in zip(entries, aims, strict=True)]
        if not leads:
            told.sort(key=lambda recommendation: -recommendation.score)
        return tuple(told)

    def _place_of(self, entry: Entry) -> Affect:
        table, row = self._tables[entry.table], entry.row
        return Affect.clipped(float(table.valence[row]), float(table.arousal[row]))

    def _recommend(self, entry: Entry, aim: Aim) -> Recommendation:
        rated = self._tables[entry.table].track(entry.row)
        parts = self._plans[entry.table].parts(entry.row, aim)
        reasons = [
            Reason(kind, value, detail_of(kind, rated, self._order, self._tastes))
            for kind, value in parts.items()
            if value
        ]
        reasons.sort(key=lambda reason: -reason.contribution)
        return Recommendation(rated, sum(parts.values()), tuple(reasons), aim.point)


def _taste_of_seed(seed: SeedTrack | None, tables: Sequence[TrackTable]) -> Taste:
    """What the song says, nothing where there is none."""
    if seed is None:
        return NO_TASTE
    return taste_of(seed.track, tables, seed.heard.sound if seed.heard else None)
