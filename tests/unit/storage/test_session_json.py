from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.affect import Affect
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.face_reading import FaceReading
from core.domain.mood_timeline import Moment, MoodTimeline
from core.domain.music_reading import Key, Mode, MusicMood, MusicReading, SongMoment, Sound
from core.domain.track import SeedTrack, Service, Source, Track
from core.storage.session_json import face_as_json, read_face, read_seed, seed_as_json
from tests.fakes.songs import face_reading, rated, seed_of


def estimate(weights: list[float]) -> EmotionEstimate:
    return EmotionEstimate({e: w / sum(weights) for e, w in zip(Emotion, weights, strict=True)})


def first(pair: tuple[float, EmotionEstimate]) -> float:
    return pair[0]


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


@given(faces)
def test_a_face_comes_back_exactly(face: FaceReading) -> None:
    assert read_face(face_as_json(face)) == face


@given(seeds)
def test_a_seed_comes_back_exactly(seed: SeedTrack) -> None:
    assert read_seed(seed_as_json(seed)) == seed


def test_a_preview_address_is_never_stored() -> None:
    track = Track("Hello", preview_url="https://cdn.example/secret-preview.mp3")
    seed = SeedTrack(track, Affect(0, 0), Source.DEEZER, Source.DEEZER)
    text = seed_as_json(seed)
    read = read_seed(text)
    assert "secret-preview" not in text
    assert read is not None
    assert read.track.preview_url is None


def test_a_face_is_stored_as_an_estimate_and_how_it_was_read() -> None:
    assert set(json.loads(face_as_json(face_reading()))) == {
        "probabilities",
        "faces_found",
        "frames_read",
        "detector",
        "engine",
        "sure",
        "told",
        "everyone",
        "timeline",
    }


def test_what_the_first_version_wrote_still_reads() -> None:
    column = json.loads(face_as_json(face_reading()))
    for later in ("sure", "told", "everyone", "timeline"):
        del column[later]
    assert read_face(json.dumps(column)) == face_reading()


def changed(column: str, **changes: object) -> str:
    return json.dumps({**json.loads(column), **changes})


FACE = face_as_json(face_reading())
COURSE = {
    "times_s": [0.0, 0.2],
    "probabilities": {label: [float(label is Emotion.SAD)] * 2 for label in Emotion},
}
SEED = seed_as_json(seed_of(rated("Hello", "Adele", -0.5, -0.1)))
BROKEN = [None, "", "null", "[]", "{}", '"text"', "{", "[" * 10_000, "NaN"]


@pytest.mark.parametrize(
    "column",
    [
        *BROKEN,
        FACE[:-1],
        changed(FACE, probabilities={"happy": 1.0}),
        changed(FACE, probabilities=dict.fromkeys(Emotion, 0.5)),
        changed(FACE, probabilities=dict.fromkeys([*list(Emotion)[1:], "bored"], 1 / 7)),
        changed(FACE, faces_found=0),
        changed(FACE, frames_read="many"),
        changed(FACE, engine=None),
        changed(FACE, everyone={"happy": 1.0}),
        changed(FACE, timeline={"times_s": [], "probabilities": {}}),
        changed(FACE, timeline={"times_s": [0.0], "probabilities": {"happy": [1.0]}}),
        changed(FACE, timeline={**COURSE, "times_s": [0.2]}),
        changed(FACE, timeline={**COURSE, "times_s": [0.4, 0.2]}),
    ],
)
def test_an_unreadable_face_counts_as_absent(column: str | None) -> None:
    assert read_face(column) is None


@pytest.mark.parametrize(
    "column",
    [
        *BROKEN,
        SEED[:-1],
        changed(SEED, valence=1.5),
        changed(SEED, arousal=float("nan")),
        changed(SEED, rated_by="a service of the past"),
        changed(SEED, track="Hello"),
        changed(SEED, track={**json.loads(SEED)["track"], "title": " "}),
        changed(SEED, track={**json.loads(SEED)["track"], "ids": {"napster": "1"}}),
    ],
)
def test_an_unreadable_seed_counts_as_absent(column: str | None) -> None:
    assert read_seed(column) is None


def test_the_course_of_a_film_is_stored_column_by_column() -> None:
    read = read_face(changed(FACE, timeline=COURSE))
    assert read is not None
    assert read.timeline is not None
    assert [moment.time_s for moment in read.timeline.moments] == [0.0, 0.2]
    assert read.timeline.majority.emotion is Emotion.SAD


def test_what_a_later_version_adds_is_ignored() -> None:
    assert read_face(changed(FACE, glasses=True)) == face_reading()
