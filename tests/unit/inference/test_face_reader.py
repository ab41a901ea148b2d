import numpy as np
import pytest

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, FaceError, MediaError, OperationError
from core.domain.media import Upload
from core.domain.mood_timeline import VideoReading
from core.inference.emotion.sequence import SequenceNetwork
from core.inference.faces.detector import FaceBox
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.ports.reading import FaceReader
from tests.fakes.faces import FakeDetector, FakeEngine
from tests.fakes.media_files import (
    UPRIGHT,
    corner_names,
    encode,
    four_colours,
    noise,
    sound,
    turned_by_matrix,
    video,
)

FACE = FaceBox(0, 0, 64, 48, 1.0)
PHOTO = Upload(encode(four_colours(), "JPEG", quality=95), "selfie.jpg")


@pytest.fixture
def workers():
    pool = Workers(threads=1, queue_limit=2)
    yield pool
    pool.close()


@pytest.fixture
def read(workers):
    async def read(upload, finder=lambda _: [FACE], engine=None, video_reading=VideoReading.MEAN):
        reader: FaceReader = MoodFaceReader(
            workers,
            FakeDetector(finder),
            engine or FakeEngine(Emotion.SAD),
            video_reading=video_reading,
        )
        return await reader.read_face(upload)

    return read


async def code_of(awaitable, kind):
    with pytest.raises(kind) as caught:
        await awaitable
    return caught.value.code


async def test_a_photo_is_read_once_and_says_who_read_it(read):
    reading = await read(PHOTO)
    assert reading.emotion.label is Emotion.SAD
    assert reading.emotion.confidence == 1
    assert (reading.faces_found, reading.frames_read) == (1, 1)
    assert (reading.detector, reading.engine) == ("fake detector", "fake engine")


async def test_several_faces_are_counted_and_the_large_central_one_is_read(read):
    engine = FakeEngine()
    faces = [FaceBox(0, 0, 8, 8, 1.0), FaceBox(0, 0, 64, 48, 1.0), FaceBox(50, 30, 9, 9, 1.0)]
    reading = await read(PHOTO, lambda _: faces, engine)
    assert reading.faces_found == 3
    assert corner_names(engine.faces[0]) == UPRIGHT


async def test_a_photo_without_a_face_says_so(read):
    assert await code_of(read(PHOTO, lambda _: []), FaceError) is ErrorCode.NO_FACE


async def test_a_nearly_black_photo_without_a_face_is_too_dark(read):
    night = Upload(encode(four_colours().point(lambda value: value // 12), "PNG"))
    assert await code_of(read(night, lambda _: []), MediaError) is ErrorCode.MEDIA_TOO_DARK


async def test_a_nearly_black_face_is_too_dark_even_in_a_bright_picture(read):
    picture = np.full((100, 100, 3), 255, np.uint8)
    picture[20:80, 20:80] = 5
    from PIL import Image

    upload = Upload(encode(Image.fromarray(picture), "PNG"))
    face = FaceBox(25, 25, 45, 45, 1.0)
    assert await code_of(read(upload, lambda _: [face]), MediaError) is ErrorCode.MEDIA_TOO_DARK


async def test_several_faces_also_give_the_mean_of_everyone(read):
    faces = [FaceBox(0, 0, 64, 48, 1.0), FaceBox(2, 2, 9, 9, 1.0), FaceBox(50, 30, 9, 9, 1.0)]
    reading = await read(PHOTO, lambda _: faces, FakeEngine(Emotion.HAPPY, Emotion.SAD))
    assert reading.emotion.label is Emotion.HAPPY
    assert reading.everyone is not None
    assert reading.everyone.probabilities[Emotion.HAPPY] == pytest.approx(1 / 3)
    assert reading.everyone.probabilities[Emotion.SAD] == pytest.approx(2 / 3)


async def test_a_single_face_is_not_everyone(read):
    assert (await read(PHOTO)).everyone is None


async def test_of_a_crowd_only_the_largest_faces_are_read(read):
    engine = FakeEngine()
    crowd = [FaceBox(0, 0, 5 + n, 5 + n, 1.0) for n in range(40)]
    reading = await read(PHOTO, lambda _: crowd, engine)
    assert reading.faces_found == 40
    assert len(engine.faces) == 12
    assert min(face.shape[0] for face in engine.faces) > 30


async def test_a_dark_face_at_the_edge_does_not_spoil_a_group(read):
    picture = np.full((100, 100, 3), 200, np.uint8)
    picture[:20, :20] = 5
    from PIL import Image

    upload = Upload(encode(Image.fromarray(picture), "PNG"))
    faces = [FaceBox(30, 30, 40, 40, 1.0), FaceBox(2, 2, 15, 15, 1.0)]
    reading = await read(upload, lambda _: faces)
    assert reading.faces_found == 2
    assert reading.everyone is None


@pytest.mark.parametrize(("certainty", "sure"), [(0.51, True), (0.49, False)])
async def test_the_engine_says_from_where_on_it_is_believed(read, certainty, sure):
    engine = FakeEngine(Emotion.SAD, certainty=certainty)
    assert (await read(PHOTO, engine=engine)).sure is sure
    assert (await read(Upload(video(frames=3)), engine=engine)).sure is sure


async def test_a_film_has_a_course_and_its_mean_is_the_emotion(read):
    engine = FakeEngine(*[Emotion.HAPPY] * 3, Emotion.SAD)
    reading = await read(Upload(video(frames=30)), engine=engine)
    assert reading.frames_read == len(reading.timeline.moments) == 8
    times_s = [moment.time_s for moment in reading.timeline.moments]
    assert times_s == pytest.approx([0.25 * n for n in range(8)], abs=0.07)
    labels = [moment.emotion.label for moment in reading.timeline.moments]
    assert (labels[0], labels[-1]) == (Emotion.HAPPY, Emotion.SAD)
    assert reading.emotion == reading.timeline.mean
    assert reading.emotion.label is Emotion.SAD


class Leaning(FakeEngine):
    """Sees a weak smile in the first eleven of sixteen faces and a sure frown in the others."""

    sure_from = 0.3

    def read(self, faces):
        sure = FakeEngine(*[Emotion.HAPPY] * 11, Emotion.SAD).read(faces)
        return np.where(np.arange(len(faces))[:, None] < 11, 0.2 * sure + 0.8 / 7, sure)


@pytest.mark.parametrize("reading", [VideoReading.SECONDS, VideoReading.MAJORITY])
async def test_a_film_is_read_by_time_and_not_believed_where_the_mean_says_otherwise(read, reading):
    upload = Upload(video(frames=60))
    chosen = await read(upload, engine=Leaning(), video_reading=reading)
    by_mean = await read(upload, engine=Leaning())
    assert (by_mean.emotion.label, chosen.emotion.label) == (Emotion.SAD, Emotion.HAPPY)
    assert chosen.emotion == chosen.timeline.read(reading)
    assert chosen.timeline == by_mean.timeline
    assert (by_mean.sure, chosen.sure) == (True, False)
    assert chosen.guesses[0] is Emotion.HAPPY
    assert chosen.engine == "fake engine"


@pytest.mark.parametrize("reading", [VideoReading.SECONDS, VideoReading.MAJORITY])
@pytest.mark.parametrize(("certainty", "sure"), [(0.55, True), (0.45, False)])
async def test_shares_of_time_are_believed_no_sooner_than_the_mean(read, reading, certainty, sure):
    engine = FakeEngine(Emotion.SAD, certainty=certainty)
    chosen = await read(Upload(video(frames=12)), engine=engine, video_reading=reading)
    assert chosen.emotion.confidence == pytest.approx(1, abs=1e-5)
    assert chosen.sure is sure


async def test_the_convlstm_reads_a_film_and_is_named_and_not_believed_alone(read):
    upload = Upload(video(frames=30))
    engine = FakeEngine(Emotion.NEUTRAL)
    chosen = await read(upload, engine=engine, video_reading=VideoReading.CONVLSTM)
    windows = SequenceNetwork.load().read(engine.faces)
    assert len(windows) == chosen.frames_read - 2
    assert list(chosen.emotion.probabilities.values()) == pytest.approx(windows.mean(axis=0))
    assert chosen.engine == "convlstm"
    assert chosen.sure is False, "it knows no neutral, which is what the calibrated mean says"
    agreeing = FakeEngine(chosen.emotion.label)
    assert (await read(upload, engine=agreeing, video_reading=VideoReading.CONVLSTM)).sure


async def test_a_film_too_short_for_the_convlstm_and_a_photo_are_read_by_the_engine(read):
    short = await read(Upload(video(frames=8)), video_reading=VideoReading.CONVLSTM)
    assert short.frames_read == 2
    assert (short.engine, short.emotion) == ("fake engine", short.timeline.mean)
    photo = await read(PHOTO, video_reading=VideoReading.CONVLSTM)
    assert (photo.engine, photo.emotion.label) == ("fake engine", Emotion.SAD)


async def test_a_photo_has_no_course(read):
    assert (await read(PHOTO)).timeline is None


async def test_frames_without_a_face_are_skipped(read):
    looks = iter([[FACE], [], [], [FACE, FACE], [FACE], [FACE]])
    reading = await read(Upload(video(frames=14)), lambda _: next(looks))
    # the second sample looks near the face, then everywhere; the others find it near
    assert (reading.frames_read, reading.faces_found) == (3, 1)


async def test_everybody_in_a_film_is_counted(read):
    other = FaceBox(40, 30, 9, 9, 1.0)
    reading = await read(Upload(video(frames=12)), lambda _: [FACE, other])
    assert reading.faces_found == 2
    assert reading.everyone is None


async def test_a_film_without_any_face_says_so(read):
    upload = Upload(video(frames=12))
    assert await code_of(read(upload, lambda _: []), FaceError) is ErrorCode.NO_FACE


async def test_a_film_held_sideways_is_read_upright_throughout(read):
    def finder(image):
        return [FaceBox(0, 0, 96, 64, 1.0)] if corner_names(image) == UPRIGHT else []

    engine = FakeEngine()
    stored = four_colours(96, 64).rotate(90, expand=True)
    upload = Upload(video(frames=14, size=stored.size, image=stored))
    reading = await read(upload, finder, engine)
    assert reading.frames_read == 4
    assert {corner_names(face) for face in engine.faces} == {UPRIGHT}


async def test_the_display_matrix_of_a_film_is_honoured(read):
    engine = FakeEngine()
    stored = four_colours(96, 64).rotate(90, expand=True)
    data = turned_by_matrix(video(frames=2, size=stored.size, image=stored), 90)
    await read(Upload(data), lambda _: [FaceBox(0, 0, 96, 64, 1.0)], engine)
    assert corner_names(engine.faces[0]) == UPRIGHT


async def test_a_moving_gif_is_read_as_a_film_and_a_still_one_as_a_photo(read):
    still = Upload(encode(four_colours(), "GIF"))
    moving = Upload(video(frames=15, name="gif", codec="gif", image=noise(64, 48)))
    assert (await read(still)).frames_read == 1
    assert (await read(moving)).frames_read > 1


async def test_sound_is_no_face_picture(read):
    upload = Upload(sound(), "voice.m4a")
    assert await code_of(read(upload), MediaError) is ErrorCode.MEDIA_NOT_A_FACE_PICTURE


async def test_an_empty_upload_is_called_empty(read):
    assert await code_of(read(Upload(b"", "a.jpg")), MediaError) is ErrorCode.MEDIA_EMPTY


async def test_a_missing_detector_is_reported_as_such(read):
    def finder(_):
        raise OperationError(ErrorCode.DETECTOR_UNAVAILABLE, detector="x", reason="y")

    assert await code_of(read(PHOTO, finder), OperationError) is ErrorCode.DETECTOR_UNAVAILABLE
