import io
import json

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from bot.presenters.look import MOOD_COLOURS
from bot.presenters.timeline import SIZE_PX, describe_timeline, draw_timeline, timeline_as_json
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.mood_timeline import Moment, MoodTimeline

HAPPY, SAD = Emotion.HAPPY, Emotion.SAD
YELLOW, BLUE = (
    tuple(round(255 * part) for part in to_rgb(MOOD_COLOURS[emotion])) for emotion in (HAPPY, SAD)
)


def course(*pairs):
    return MoodTimeline(tuple(Moment(t, EmotionEstimate.certain(emotion)) for t, emotion in pairs))


def pixels(timeline):
    return np.asarray(Image.open(io.BytesIO(draw_timeline(timeline))).convert("RGB"))


def share_of(colour, picture):
    return float((np.abs(picture.astype(int) - colour).max(axis=2) < 4).mean())


HALF_AND_HALF = course(
    *[(0.2 * n, HAPPY) for n in range(30)], *[(6 + 0.2 * n, SAD) for n in range(20)]
)


def test_the_picture_has_the_size_it_says_and_is_always_the_same():
    picture = pixels(HALF_AND_HALF)
    assert picture.shape == (SIZE_PX[1], SIZE_PX[0], 3)
    assert draw_timeline(HALF_AND_HALF) == draw_timeline(HALF_AND_HALF)


def test_each_emotion_has_its_place_in_the_course():
    above = pixels(HALF_AND_HALF)[200:520]
    assert share_of(YELLOW, above[:, 100:600]) > 0.8
    assert share_of(BLUE, above[:, 650:980]) > 0.8


def test_time_without_a_face_is_left_empty():
    whole = course(*[(0.2 * n, HAPPY) for n in range(50)])
    broken = course(*[(0.2 * n, HAPPY) for n in range(50) if not 15 < n < 35])
    assert share_of(YELLOW, pixels(broken)[200:520]) < 0.75 * share_of(
        YELLOW, pixels(whole)[200:520]
    )


@pytest.mark.parametrize("pairs", [[(0.0, SAD)], [(0.0, SAD), (0.01, HAPPY)], [(59.9, SAD)]])
def test_the_shortest_course_is_drawn(pairs):
    assert pixels(course(*pairs)).std() > 5


def test_the_words_name_seconds_and_the_most_frequent():
    assert describe_timeline(HALF_AND_HALF) == (
        "How your face went over 10 s: happy for 6.0 s and sad for 4.0 s. "
        "Most often happy, 60\xa0% of the time."
    )


def test_the_json_holds_the_readings_and_every_moment():
    answer = json.loads(json.dumps(timeline_as_json(HALF_AND_HALF)))
    assert answer["seconds"]["happy"] == pytest.approx(6)
    assert set(answer["seconds"]) == {emotion.value for emotion in Emotion}
    assert answer["majority"] == {"label": "happy", "share": 0.6}
    assert answer["mean"] == {"label": "happy", "confidence": 0.6}
    assert [moment["time_s"] for moment in answer["moments"]] == pytest.approx(
        [0.2 * n for n in range(50)]
    )
    assert answer["moments"][-1]["label"] == "sad"
    assert answer["moments"][-1]["probabilities"]["sad"] == 1
