from __future__ import annotations

import math

import numpy as np
import pytest

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.intent import Intent
from core.domain.mix import Ranker
from core.domain.track_table import TrackTable
from core.services.ranking import rank
from core.services.ranking.cosine import REGION, Cosine, observed
from tests.fakes.orders import order_for
from tests.fakes.songs import face_reading, film_reading, rated

SONGS = [
    rated(emotion.value, f"Artist of {emotion}", point.valence, point.arousal, genre="pop")
    for emotion, point in EMOTION_AFFECT.items()
]


@pytest.mark.parametrize("emotion", list(Emotion))
def test_the_song_that_lies_where_the_face_does_has_the_largest_cosine(emotion) -> None:
    order = order_for(Affect(0.8, 0.8), face=face_reading(emotion, 0.97), ranker=Ranker.COSINE)
    assert rank([TrackTable.of(SONGS)], order)[0].track.title == emotion.value


def test_the_number_is_the_cosine_of_the_two_vectors() -> None:
    face, song = face_reading(Emotion.SAD, 0.7), SONGS[0]
    theirs = [
        math.exp(-0.5 * (song.affect.distance(EMOTION_AFFECT[emotion]) / REGION) ** 2)
        for emotion in Emotion
    ]
    ours = list(face.emotion.probabilities.values())
    cosine = np.dot(ours, theirs) / np.linalg.norm(ours) / np.linalg.norm(theirs)
    scores = np.zeros(1, np.float32)
    Cosine(TrackTable.of([song]), observed(face)).add_to(scores, 0, 1)
    assert scores[0] == pytest.approx(cosine, rel=1e-5)


def test_of_a_video_its_seconds_are_compared() -> None:
    seen = observed(film_reading((Emotion.HAPPY, 9), (Emotion.SAD, 3)))
    shares = dict(zip(Emotion, seen, strict=True))
    assert shares[Emotion.HAPPY] == pytest.approx(3 * shares[Emotion.SAD], rel=0.1)


def test_the_baseline_knows_neither_intent_nor_taste() -> None:
    order = order_for(Affect(0.8, 0.8), face=face_reading(Emotion.SAD), ranker=Ranker.COSINE)
    lists = [
        [track.track.title for track in rank([TrackTable.of(SONGS)], each)]
        for each in (
            order,
            order_for(
                Affect(0.8, 0.8),
                SONGS[3].track,
                face=order.face,
                ranker=Ranker.COSINE,
                intent=Intent.ENHANCE,
            ),
        )
    ]
    without_seed = [title for title in lists[0] if title != SONGS[3].track.title]
    assert lists[1][: len(without_seed)] == without_seed
