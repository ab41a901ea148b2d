from __future__ import annotations

import asyncio

import numpy as np
import pytest

from core.domain.conversation import PersonId
from core.domain.emotion import Emotion
from core.domain.errors import ConversationError, ErrorCode, FaceError, MediaError
from core.domain.media import Upload
from core.domain.own_faces import MOST_PER_EMOTION, PersonalNetwork
from core.inference.faces.detector import FaceBox
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.services.own_faces import OwnFaces
from core.storage.face_folder import FaceFolder
from tests.fakes.faces import FakeDetector, FakeEngine
from tests.fakes.media_files import encode, four_colours

ME = PersonId("me")
FACE = FaceBox(0, 0, 64, 48, 1.0)
PHOTO = Upload(encode(four_colours(), "PNG"), "me.png")
DARKER = Upload(encode(four_colours().point(lambda value: value * 3 // 4), "PNG"))
NIGHT = Upload(encode(four_colours().point(lambda value: value // 12), "PNG"))


class OneNetwork:
    """A personal network until it is removed."""

    def __init__(self) -> None:
        self.network: PersonalNetwork | None = PersonalNetwork(40, 20, 30)

    def told(self) -> PersonalNetwork | None:
        return self.network

    def remove(self) -> None:
        self.network = None


@pytest.fixture
def workers():
    pool = Workers(threads=2, queue_limit=30)
    yield pool
    pool.close()


@pytest.fixture
def own_faces(workers, tmp_path):
    def make(*boxes, consented=True, networks=None):
        detector = FakeDetector(lambda _: list(boxes))

        async def has_consented(person):
            return consented and person == ME

        cutter = MoodFaceReader(workers, detector, FakeEngine())
        album = FaceFolder(tmp_path / "own-faces")
        own_faces = OwnFaces(cutter, album, has_consented, workers, networks)
        return own_faces, detector

    return make


async def code_of(awaitable, kind):
    with pytest.raises(kind) as caught:
        await awaitable
    return caught.value.code


async def test_of_a_photo_nothing_is_kept_but_the_face_as_the_network_sees_it(own_faces, tmp_path):
    album, _ = own_faces(FACE)
    state = await album.add(ME, Emotion.SAD, PHOTO)
    assert (state.counts[Emotion.SAD], state.total) == (1, 1)
    (kept,) = (each for each in tmp_path.rglob("*") if each.is_file())
    assert kept == tmp_path / "own-faces" / "sad" / "0001.png"
    face = FaceFolder(tmp_path / "own-faces").newest(Emotion.SAD)
    assert face.shape == (48, 48)
    assert kept.stat().st_size < 3000


async def test_before_consent_no_photo_is_looked_at(own_faces, tmp_path):
    album, detector = own_faces(FACE, consented=False)
    refused = album.add(ME, Emotion.SAD, PHOTO)
    assert await code_of(refused, ConversationError) is ErrorCode.CONSENT_NEEDED
    assert detector.pictures == []
    assert list(tmp_path.iterdir()) == []


async def test_a_face_still_being_cut_out_when_consent_is_taken_back_is_not_kept(workers, tmp_path):
    answers = iter([True, False])

    async def has_consented(_):
        return next(answers)

    cutter = MoodFaceReader(workers, FakeDetector(lambda _: [FACE]), FakeEngine())
    album = OwnFaces(cutter, FaceFolder(tmp_path / "own-faces"), has_consented, workers)
    refused = album.add(ME, Emotion.SAD, PHOTO)
    assert await code_of(refused, ConversationError) is ErrorCode.CONSENT_NEEDED
    assert list(tmp_path.iterdir()) == []


async def test_nobody_elses_face_is_kept(own_faces):
    beside = FaceBox(30, 0, 32, 32, 1.0)
    album, _ = own_faces(FACE, beside)
    assert await code_of(album.add(ME, Emotion.SAD, PHOTO), FaceError) is ErrorCode.SEVERAL_FACES


async def test_somebody_far_behind_does_not_matter(own_faces):
    album, _ = own_faces(FACE, FaceBox(0, 0, 20, 20, 1.0))
    assert (await album.add(ME, Emotion.SAD, PHOTO)).total == 1


async def test_a_photo_without_a_face_in_the_dark_or_broken_is_refused(own_faces):
    faceless, _ = own_faces()
    assert await code_of(faceless.add(ME, Emotion.SAD, PHOTO), FaceError) is ErrorCode.NO_FACE
    album, _ = own_faces(FACE)
    assert await code_of(album.add(ME, Emotion.SAD, NIGHT), MediaError) is ErrorCode.MEDIA_TOO_DARK
    broken = album.add(ME, Emotion.SAD, Upload(PHOTO.data[:-40]))
    assert await code_of(broken, MediaError) is ErrorCode.MEDIA_TRUNCATED
    assert (await album.state()).total == 0


async def test_the_same_picture_twice_in_a_row_is_kept_once(own_faces):
    album, _ = own_faces(FACE)
    await album.add(ME, Emotion.SAD, PHOTO)
    assert await code_of(album.add(ME, Emotion.SAD, PHOTO), FaceError) is ErrorCode.FACE_AS_BEFORE
    await album.add(ME, Emotion.HAPPY, PHOTO)  # another emotion is another row
    assert (await album.add(ME, Emotion.SAD, DARKER)).counts[Emotion.SAD] == 2


async def test_there_is_an_end_to_each_emotion(own_faces, tmp_path):
    album, _ = own_faces(FACE)
    await album.add(ME, Emotion.SAD, PHOTO)
    sad = tmp_path / "own-faces" / "sad"
    for number in range(2, MOST_PER_EMOTION + 1):
        (sad / f"{number:04d}.png").touch()
    assert await code_of(album.add(ME, Emotion.SAD, DARKER), FaceError) is ErrorCode.FACES_ENOUGH
    assert (await album.add(ME, Emotion.FEAR, DARKER)).counts[Emotion.FEAR] == 1


async def test_many_captures_at_once_are_each_kept_under_a_number_of_their_own(own_faces):
    album, _ = own_faces(FACE)
    shades = [four_colours().point(lambda value, s=s: value * s // 10) for s in range(4, 11)]
    photos = [Upload(encode(shade, "PNG")) for shade in shades]
    await asyncio.gather(*(album.add(ME, Emotion.SAD, photo) for photo in photos))
    assert (await album.state()).counts[Emotion.SAD] == len(photos)


async def test_the_last_capture_can_be_taken_back(own_faces):
    album, _ = own_faces(FACE)
    await album.add(ME, Emotion.SAD, PHOTO)
    assert (await album.drop_newest(Emotion.SAD)).total == 0
    assert (await album.drop_newest(Emotion.SAD)).total == 0
    assert (await album.add(ME, Emotion.SAD, PHOTO)).total == 1


async def test_clearing_the_album_keeps_what_was_learned_and_forgetting_does_not(own_faces):
    networks = OneNetwork()
    album, _ = own_faces(FACE, networks=networks)
    await album.add(ME, Emotion.SAD, PHOTO)
    cleared = await album.clear()
    assert (cleared.total, cleared.network) == (0, PersonalNetwork(40, 20, 30))
    await album.add(ME, Emotion.SAD, PHOTO)
    await album.forget()
    forgotten = await album.state()
    assert (forgotten.total, forgotten.network) == (0, None)


async def test_the_shipped_network_can_be_had_back_without_losing_the_album(own_faces):
    album, _ = own_faces(FACE, networks=OneNetwork())
    await album.add(ME, Emotion.SAD, PHOTO)
    assert (await album.read_as_shipped()).network is None
    assert (await album.state()).total == 1


async def test_what_is_kept_is_what_the_engine_is_shown(workers, tmp_path):
    """So that learning and reading see the same."""
    from core.inference.emotion.moodnet import grey_face

    engine = FakeEngine()
    reader = MoodFaceReader(workers, FakeDetector(lambda _: [FACE]), engine)
    await reader.read_face(PHOTO)
    assert np.array_equal(await reader.cut_face(PHOTO), grey_face(engine.faces[0]))
