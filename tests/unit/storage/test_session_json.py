from __future__ import annotations

import json
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.conversation import Session
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.mood import MoodPoint
from core.domain.mood_timeline import Moment, MoodTimeline
from core.domain.music_reading import Key, Mode, MusicMood, MusicReading, SongMoment, Sound
from core.domain.track import DoubtfulSong, SeedTrack, Service, Source, Track
from core.storage.session_json import read_session, session_as_json
from tests.fakes.songs import face_reading, rated, seed_of


def estimate(weights: list[float]) -> EmotionEstimate:
    return EmotionEstimate({e: w / sum(weights) for e, w in zip(Emotion, weights, strict=True)})


def first(pair: tuple[float, EmotionEstimate]) -> float:
    return pair[0]


def as_stored(**parts: Any) -> dict[str, Any]:
    return json.loads(session_as_json(Session(**parts)))


def read_face(part: object) -> FaceReading | None:
    return read_session(json.dumps({"face": part})).face


unit = st.floats(-1, 1)
weights = st.lists(st.floats(0.001, 1), min_size=7, max_size=7)
names = st.text(min_size=1).filter(str.strip)
by_service = st.dictionaries(st.sampled_from(Service), st.text())
estimates = weights.map(estimate)
timelines = st.lists(
    st.tuples(st.floats(0, 60), estimates), min_size=1, max_size=4, unique_by=lambda pair: pair[0]
).map(lambda pairs: MoodTimeline(tuple(Moment(*pair) for pair in sorted(pairs, key=first))))
faces = st.builds(
    FaceReading,
    estimates,
    faces_found=st.integers(1, 50),
    frames_read=st.integers(1, 500),
    detector=st.text(),
    engine=st.text(),
    sure=st.booleans(),
    told=st.booleans(),
    everyone=st.none() | estimates,
    timeline=st.none() | timelines,
    point=st.none() | st.builds(Affect, unit, unit),
)
tracks = st.builds(
    Track,
    names,
    st.lists(st.text()).map(tuple),
    year=st.none() | st.integers(-500, 3000),
    genre=st.none() | st.text(),
    language=st.none() | st.text(),
    isrc=st.none() | st.text(),
    ids=by_service,
    links=by_service,
    preview_url=st.none() | st.text(),
)
sources = st.sampled_from(Source)
affects = st.builds(Affect, unit, unit)
finite = st.floats(allow_nan=False, allow_infinity=False)
sounds = st.builds(
    Sound,
    st.none() | finite,
    st.none() | st.builds(Key, st.integers(0, 11), st.sampled_from(Mode), st.floats(0, 1)),
    finite,
    finite,
    st.none() | finite,
    st.none() | finite,
    finite,
)
readings = st.builds(
    MusicReading,
    affects,
    st.tuples(finite, finite),
    st.dictionaries(st.sampled_from(MusicMood), finite),
    sounds,
    st.lists(st.builds(SongMoment, finite, affects), max_size=6).map(tuple),
)
seeds = st.builds(SeedTrack, tracks, affects, sources, sources, st.none() | readings)


moods = st.builds(
    MoodPoint,
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(Emotion),
    affects,
    told=st.booleans(),
    read_as=st.none() | st.sampled_from(Emotion),
    sure=st.booleans(),
)
doubts = st.builds(DoubtfulSong, st.lists(tracks, min_size=1, max_size=3).map(tuple), sources)


@given(st.none() | faces, st.none() | seeds, st.none() | seeds, st.lists(moods).map(tuple))
def test_a_session_comes_back_exactly(
    face: FaceReading | None,
    seed: SeedTrack | None,
    remembered: SeedTrack | None,
    course: tuple[MoodPoint, ...],
) -> None:
    session = Session(
        face, seed, remembered=remembered, course=course, checking=seed is None, lapsed=bool(course)
    )
    assert read_session(session_as_json(session)) == session


@given(doubts, st.booleans())
def test_a_doubt_comes_back_exactly(doubt: DoubtfulSong, songless: bool) -> None:  # noqa: FBT001
    session = Session(doubt=doubt, songless=songless)
    assert read_session(session_as_json(session)) == session


def test_a_preview_address_is_never_stored() -> None:
    track = Track("Hello", preview_url="https://cdn.example/secret-preview.mp3")
    text = session_as_json(
        Session(seed=SeedTrack(track, Affect(0, 0), Source.DEEZER, Source.DEEZER))
    )
    read = read_session(text).seed
    assert "secret-preview" not in text
    assert read is not None
    assert read.track.preview_url is None


def test_a_face_is_stored_as_an_estimate_and_how_it_was_read() -> None:
    assert set(FACE) == {
        "probabilities",
        "faces_found",
        "frames_read",
        "detector",
        "engine",
        "sure",
        "told",
        "everyone",
        "timeline",
        "point",
    }


def test_what_the_first_version_wrote_still_reads() -> None:
    later = ("sure", "told", "everyone", "timeline", "point")
    assert read_face({name: part for name, part in FACE.items() if name not in later}) == (
        face_reading()
    )


FACE = as_stored(face=face_reading())["face"]
COURSE = {
    "times_s": [0.0, 0.2],
    "probabilities": {label: [float(label is Emotion.SAD)] * 2 for label in Emotion},
}
SEED = as_stored(seed=seed_of(rated("Hello", "Adele", -0.5, -0.1)))["seed"]
BROKEN: list[Any] = [None, "", [], {}, "text", 7, float("nan")]


@pytest.mark.parametrize(
    "part",
    [
        *BROKEN,
        {**FACE, "probabilities": {"happy": 1.0}},
        {**FACE, "probabilities": dict.fromkeys(Emotion, 0.5)},
        {**FACE, "probabilities": dict.fromkeys([*list(Emotion)[1:], "bored"], 1 / 7)},
        {**FACE, "faces_found": 0},
        {**FACE, "frames_read": "many"},
        {**FACE, "engine": None},
        {**FACE, "everyone": {"happy": 1.0}},
        {**FACE, "timeline": {"times_s": [], "probabilities": {}}},
        {**FACE, "timeline": {"times_s": [0.0], "probabilities": {"happy": [1.0]}}},
        {**FACE, "timeline": {**COURSE, "times_s": [0.2]}},
        {**FACE, "timeline": {**COURSE, "times_s": [0.4, 0.2]}},
        {**FACE, "point": [2.0, 0.0]},
    ],
)
def test_an_unreadable_face_counts_as_absent_and_the_song_stays(part: object) -> None:
    session = read_session(json.dumps({"face": part, "seed": SEED, "songless": False}))
    assert session.face is None
    assert session.seed is not None


@pytest.mark.parametrize(
    "part",
    [
        *BROKEN,
        {**SEED, "valence": 1.5},
        {**SEED, "arousal": float("nan")},
        {**SEED, "rated_by": "a service of the past"},
        {**SEED, "track": "Hello"},
        {**SEED, "track": {**SEED["track"], "title": " "}},
        {**SEED, "track": {**SEED["track"], "ids": {"napster": "1"}}},
    ],
)
def test_an_unreadable_seed_counts_as_absent_and_the_face_stays(part: object) -> None:
    session = read_session(json.dumps({"face": FACE, "seed": part, "checking": True}))
    assert session == Session(face_reading(), checking=True)


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '"text"', "{", "[" * 10_000, "NaN", '{"checking": 7}']
)
def test_a_broken_session_counts_as_none(text: str) -> None:
    assert read_session(text) == Session()


def test_the_course_of_a_film_is_stored_column_by_column() -> None:
    read = read_face({**FACE, "timeline": COURSE})
    assert read is not None
    assert read.timeline is not None
    assert [moment.time_s for moment in read.timeline.moments] == [0.0, 0.2]
    assert read.timeline.majority.emotion is Emotion.SAD


def test_what_a_later_version_adds_is_ignored() -> None:
    assert read_face({**FACE, "glasses": True}) == face_reading()
