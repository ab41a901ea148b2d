"""Live looks at a face: who may be looked at, how fast, and that nothing stays."""

from __future__ import annotations

import asyncio

import pytest

from core.domain.conversation import PersonId
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode, FaceError, MediaError, OperationError
from core.domain.media import Upload
from core.domain.mood_timeline import OBSERVATION_S
from core.inference.faces.detector import FaceBox
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.services import observe
from core.services.observe import LEAST_GAP_S, Observations
from tests.fakes.faces import FakeDetector, FakeEngine
from tests.fakes.media_files import encode, four_colours

ME = PersonId("me")
FACE = FaceBox(8, 6, 32, 24, 1.0)
STILL = Upload(encode(four_colours(), "JPEG"), "still.jpg")


class Person:
    """Sits in front of the camera; the clock goes on by itself, a quarter of a second a look."""

    def __init__(self, workers: Workers, *, faces: bool = True) -> None:
        self.consented = True
        self.now_s = 0.0
        self.detector = FakeDetector(lambda _: [FACE] if faces else [])
        reader = MoodFaceReader(workers, self.detector, FakeEngine(Emotion.HAPPY))
        self.observations = Observations(reader, self.has_consented, lambda: self.now_s)

    async def has_consented(self, person: PersonId) -> bool:
        await asyncio.sleep(0)
        return self.consented and person == ME

    async def look(self, number: str, time_s: float, still: Upload = STILL):
        self.now_s += 0.25
        return await self.observations.look(ME, number, time_s, still)


@pytest.fixture
def workers():
    pool = Workers(threads=2, queue_limit=8)
    yield pool
    pool.close()


@pytest.fixture
def me(workers) -> Person:
    return Person(workers)


async def test_the_seconds_of_an_emotion_grow_and_end_in_a_reading_with_its_course(me) -> None:
    number = await me.observations.begin(ME)
    grown = []
    for still in range(12):
        glimpse = await me.look(number, still * 0.25)
        grown.append(glimpse.seconds[Emotion.HAPPY])

    reading = await me.observations.end(ME, number)

    assert grown == pytest.approx([0.25 * (still + 1) for still in range(12)])
    assert glimpse.emotion is not None
    assert glimpse.emotion.label is Emotion.HAPPY
    assert reading.emotion.label is Emotion.HAPPY
    assert reading.frames_read == 12
    assert reading.timeline is not None
    assert reading.timeline.seconds() == glimpse.seconds


async def test_the_face_is_told_in_shares_of_the_picture(me) -> None:
    width, height = four_colours().size
    glimpse = await me.look(await me.observations.begin(ME), 0.0)

    assert glimpse.place is not None
    assert (glimpse.place.x * width, glimpse.place.y * height) == (FACE.x, FACE.y)
    assert (glimpse.place.width * width, glimpse.place.height * height) == (32, 24)


async def test_nothing_is_looked_at_without_consent(me) -> None:
    number = await me.observations.begin(ME)
    me.consented = False

    for refused in (
        me.observations.begin(ME),
        me.look(number, 0.0),
        me.observations.end(ME, number),
    ):
        with pytest.raises(ConversationError) as raised:
            await refused
        assert raised.value.code is ErrorCode.CONSENT_NEEDED

    assert me.detector.pictures == []


async def test_an_observation_without_a_face_ends_in_no_face(workers) -> None:
    nobody = Person(workers, faces=False)
    number = await nobody.observations.begin(ME)
    glimpse = await nobody.look(number, 0.0)
    assert (glimpse.place, glimpse.emotion, sum(glimpse.seconds.values())) == (None, None, 0)

    with pytest.raises(FaceError) as raised:
        await nobody.observations.end(ME, number)

    assert raised.value.code is ErrorCode.NO_FACE


async def test_there_is_one_observation_and_it_ends_once(me) -> None:
    first = await me.observations.begin(ME)
    second = await me.observations.begin(ME)
    await me.look(second, 0.0)
    await me.observations.end(ME, second)

    for gone in (me.look(first, 0.0), me.look(second, 0.5), me.observations.end(ME, second)):
        with pytest.raises(ConversationError) as raised:
            await gone
        assert raised.value.code is ErrorCode.OBSERVATION_OVER


async def test_what_is_stopped_is_gone(me) -> None:
    number = await me.observations.begin(ME)
    await me.look(number, 0.0)

    me.observations.stop()

    with pytest.raises(ConversationError, match="observation_over"):
        await me.observations.end(ME, number)


async def test_what_nobody_goes_on_with_is_dropped(me, monkeypatch) -> None:
    monkeypatch.setattr(observe, "UNATTENDED_S", 0.0)
    number = await me.observations.begin(ME)
    await asyncio.sleep(0.05)

    with pytest.raises(ConversationError, match="observation_over"):
        await me.look(number, 0.0)


async def test_stills_that_come_too_fast_or_side_by_side_are_turned_away(me) -> None:
    number = await me.observations.begin(ME)
    await me.look(number, 0.0)
    with pytest.raises(OperationError) as raised:
        await me.observations.look(ME, number, 0.1, STILL)
    assert raised.value.code is ErrorCode.BUSY

    me.now_s += LEAST_GAP_S
    one, other = await asyncio.gather(
        me.observations.look(ME, number, 0.2, STILL),
        me.observations.look(ME, number, 0.3, STILL),
        return_exceptions=True,
    )
    assert not isinstance(one, BaseException)
    assert isinstance(other, OperationError)


@pytest.mark.parametrize("time_s", [-1.0, 0.5, OBSERVATION_S + 0.01, float("nan")])
async def test_times_go_forward_and_end_with_the_observation(me, time_s: float) -> None:
    number = await me.observations.begin(ME)
    await me.look(number, 0.5)

    with pytest.raises(ValueError, match="time of a still"):
        await me.look(number, time_s)


@pytest.mark.parametrize("data", [b"ID3 a song", b"", encode(four_colours(), "JPEG")[:200]])
async def test_what_is_no_picture_is_refused_and_the_observation_goes_on(me, data) -> None:
    number = await me.observations.begin(ME)

    with pytest.raises(MediaError):
        await me.look(number, 0.0, Upload(data))

    assert (await me.look(number, 0.25)).emotion is not None


async def test_stills_are_small(me) -> None:
    number = await me.observations.begin(ME)
    large = Upload(encode(four_colours().resize((2000, 1500)), "JPEG"))

    with pytest.raises(MediaError) as raised:
        await me.look(number, 0.0, large)

    assert raised.value.code is ErrorCode.MEDIA_TOO_MANY_PIXELS
