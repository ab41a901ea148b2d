import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.mood_timeline import Moment, MoodTimeline, VideoReading

HAPPY, SAD, FEAR = Emotion.HAPPY, Emotion.SAD, Emotion.FEAR


def course(*emotions, interval_s=0.2, start_s=0.0):
    return MoodTimeline(
        tuple(
            Moment(start_s + n * interval_s, EmotionEstimate.certain(emotion))
            for n, emotion in enumerate(emotions)
        )
    )


def leaning(emotion, probability):
    rest = (1 - probability) / 6
    return EmotionEstimate({each: probability if each is emotion else rest for each in Emotion})


def test_every_emotion_has_its_seconds():
    seconds = course(*[HAPPY] * 10, *[SAD] * 5).seconds()
    assert seconds[HAPPY] == pytest.approx(2)
    assert seconds[SAD] == pytest.approx(1)
    assert set(seconds) == set(Emotion)
    assert seconds[FEAR] == 0


def test_seconds_are_those_of_the_first_fifteen():
    timeline = course(*[HAPPY] * 50, *[SAD] * 100)
    assert timeline.seconds() == pytest.approx({**dict.fromkeys(Emotion, 0), HAPPY: 10, SAD: 5})
    assert timeline.seconds(30)[SAD] == pytest.approx(20)
    assert timeline.seconds(5)[HAPPY] == pytest.approx(5)


def test_the_observation_begins_with_the_first_moment():
    assert course(*[HAPPY] * 100, start_s=20.0).seconds()[HAPPY] == pytest.approx(15)


def test_time_without_a_face_is_nobodys():
    before = [Moment(0.2 * n, EmotionEstimate.certain(HAPPY)) for n in range(5)]
    after = [Moment(8 + 0.2 * n, EmotionEstimate.certain(HAPPY)) for n in range(5)]
    assert MoodTimeline((*before, *after)).seconds()[HAPPY] == pytest.approx(2)


def test_samples_at_uneven_times_do_not_stretch_the_film():
    times_s = [0, 0.267, 0.5, 0.767, 1.0, 1.267, 1.534, 1.767, 2.0]
    moments = tuple(Moment(time_s, EmotionEstimate.certain(SAD)) for time_s in times_s)
    assert MoodTimeline(moments).seconds()[SAD] == pytest.approx(2.25)


def test_a_single_moment_stands_for_one_sample():
    assert course(SAD).seconds()[SAD] == pytest.approx(0.25)
    assert course(SAD).majority.share == 1


def test_the_majority_comes_with_its_share_of_the_whole_film():
    majority = course(*[HAPPY] * 75, *[SAD] * 125).majority
    assert majority.emotion is SAD
    assert majority.share == pytest.approx(125 / 200)


def test_of_two_as_frequent_the_more_probable_is_the_majority():
    weak, strong = leaning(Emotion.ANGRY, 0.4), leaning(SAD, 0.9)
    assert MoodTimeline((Moment(0, weak), Moment(1, strong))).majority.emotion is SAD
    assert MoodTimeline((Moment(0, strong), Moment(1, weak))).majority.emotion is SAD


def test_the_mean_weighs_how_sure_each_moment_is():
    timeline = MoodTimeline(
        (Moment(0, leaning(HAPPY, 0.4)), Moment(1, leaning(HAPPY, 0.4)), Moment(2, leaning(SAD, 1)))
    )
    assert timeline.majority.emotion is HAPPY
    assert timeline.mean.label is SAD


def test_seconds_and_majority_are_read_as_shares_of_their_time():
    timeline = course(*[HAPPY] * 60, *[SAD] * 65)
    observed = timeline.read(VideoReading.SECONDS)
    assert observed.probabilities == pytest.approx(
        {**dict.fromkeys(Emotion, 0), HAPPY: 12 / 15, SAD: 3 / 15}, abs=1e-5
    )
    whole = timeline.read(VideoReading.MAJORITY)
    assert whole.label is timeline.majority.emotion is SAD
    assert whole.confidence == pytest.approx(timeline.majority.share, abs=1e-5)
    assert timeline.read(VideoReading.MEAN) == timeline.mean


@pytest.mark.parametrize("reading", [VideoReading.SECONDS, VideoReading.MAJORITY])
def test_of_two_as_long_the_more_probable_one_is_read(reading):
    for first, second in (("weak", "strong"), ("strong", "weak")):
        leanings = {"weak": leaning(Emotion.ANGRY, 0.4), "strong": leaning(SAD, 0.9)}
        timeline = MoodTimeline((Moment(0, leanings[first]), Moment(1, leanings[second])))
        assert timeline.read(reading).label is SAD


@pytest.mark.parametrize("times_s", [(), (1.0, 0.5), (1.0, 1.0)])
def test_moments_must_exist_and_be_in_order(times_s):
    with pytest.raises(ValueError, match="order of time"):
        MoodTimeline(tuple(Moment(time_s, EmotionEstimate.certain(SAD)) for time_s in times_s))


@settings(deadline=None)
@given(
    st.dictionaries(st.floats(0, 60), st.sampled_from(Emotion), min_size=1, max_size=40),
    st.floats(0.5, 60),
)
def test_seconds_never_exceed_the_observation(emotion_at, observation_s):
    timeline = MoodTimeline(
        tuple(
            Moment(time_s, EmotionEstimate.certain(emotion))
            for time_s, emotion in sorted(emotion_at.items())
        )
    )
    seconds = timeline.seconds(observation_s)
    assert min(seconds.values()) >= 0
    assert sum(seconds.values()) <= observation_s + 1e-6
