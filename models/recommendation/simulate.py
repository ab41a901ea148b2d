"""Does learning from 👍 and 👎 pay? Simulated listeners rate list after list.

Each listener is answered twice, with and without learning, by the ranking that people get. Both
times the same moods and songs are sent in the same order: a mood drawn from the seven, and a song
that the listener likes. They rate every track truthfully and never get one a second time. What is
measured is the share of the five that they like, before their verdicts on it are learned from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.intent import decide_intent, target_affect
from core.domain.judgement import Judgement
from core.domain.mix import Verdict
from core.domain.track import SeedTrack, Source, Track
from core.domain.track_table import TrackTable
from core.services.preference import Preference
from core.services.ranking import NO_PREFERENCE, Order, rank
from models.recommendation.listeners import Listener, Shelf, make_listener

THUMBS = 20
"""The number of thumbs by which learning is judged."""


@dataclass(frozen=True, slots=True)
class Course:
    """How it went with each listener of one kind.

    hits: (listeners, 2, rounds), the share of each list that they like, without and with learning;
    off_mood: the same shape, the mean distance of each list's tracks from where it aimed.
    """

    hits: NDArray[np.float64]
    off_mood: NDArray[np.float64]


def simulate(
    table: TrackTable,
    kinds: Sequence[str],
    listeners: int,
    *,
    rounds: int,
    seed: int = 0,
    progress: Callable[[int], None] = lambda _: None,
) -> dict[str, Course]:
    """So many listeners of each kind; progress hears of each one. Deterministic for a seed."""
    shelf = Shelf.of(table)
    courses = {}
    for kind in kinds:
        told = np.empty((2, listeners, 2, rounds))
        for number in range(listeners):
            generator = np.random.default_rng([seed, number, *kind.encode()])
            listener = make_listener(kind, shelf, generator)
            requests = [_request(shelf, listener, generator) for _ in range(rounds)]
            for learning in (False, True):
                told[:, number, int(learning)] = _serve(
                    shelf, listener, requests, learning=learning
                )
            progress(1)
        courses[kind] = Course(told[0], told[1])
    return courses


def _request(shelf: Shelf, listener: Listener, generator: np.random.Generator) -> Order:
    emotion = list(Emotion)[generator.integers(len(Emotion))]
    face = FaceReading(EmotionEstimate.certain(emotion), 1, 1, "simulated", "simulated", told=True)
    liked = np.flatnonzero(listener.likes(face.affect))
    row = int(generator.choice(liked)) if len(liked) else int(generator.integers(len(shelf.table)))
    rated = shelf.table.track(row)
    seed = SeedTrack(rated.track, rated.affect, Source.CATALOGUE, Source.CATALOGUE)
    intent = decide_intent(face.affect, seed.affect).intent
    return Order(face, seed, intent, target_affect(face.affect, seed.affect, intent))


def _serve(
    shelf: Shelf, listener: Listener, requests: Sequence[Order], *, learning: bool
) -> NDArray[np.float64]:
    """(2, rounds): hits and off_mood of one listener's course."""
    judgements: list[Judgement] = []
    given: list[Track] = []
    told = []
    for number, request in enumerate(requests):
        preference = Preference.learned(judgements, [number]) if learning else NO_PREFERENCE
        order = replace(request, recent=tuple(given), preference=preference)
        ranked = rank([shelf.table], order)
        songs = [recommendation.rated for recommendation in ranked]
        liked = listener.likes(order.target)[[shelf.row_of(song.track) for song in songs]]
        off = [each.rated.affect.distance(each.aim) for each in ranked]
        told.append((liked.mean(), np.mean(off)))
        judgements += [
            Judgement(song, order.target, Verdict.UP if likes else Verdict.DOWN)
            for song, likes in zip(songs, liked, strict=True)
        ]
        given += [song.track for song in songs]
    return np.array(told).T
