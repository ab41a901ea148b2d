"""From the bytes of real photos and videos to a reading, by both detectors and our network."""

import csv

import pytest
from PIL import Image

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, FaceError, MediaError
from core.domain.media import Upload
from core.domain.mood_timeline import VideoReading
from core.inference.emotion.moodnet import MoodNetEngine
from core.inference.faces.choose import make_detector
from core.inference.faces.haar import HaarDetector
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from tests.conftest import SHARED_DATA
from tests.fakes.media_files import film

FACES = SHARED_DATA / "faces"
UNREADABLE = {
    "derived/dark.jpg": ErrorCode.MEDIA_TOO_DARK,
    "hard/corrupt_truncated.jpg": ErrorCode.MEDIA_TRUNCATED,
    "derived/cut_off.jpg": ErrorCode.MEDIA_TRUNCATED,
    "derived/not_an_image.jpg": ErrorCode.MEDIA_MISLABELLED,
}
MISSED = {
    "haar": {"hard/partial_face1.jpg", "hard/invalid_exif.jpg", "video/tiny_0.2s.mp4"},
    "yunet": {"derived/noisy.jpg"},
}
"""What each detector is known not to see; anything more is a step back."""

WITHOUT_FACE = {"video/noface_bottles.mp4"}
POSES = ("angry", "disgusted", "fearful", "happy", "neutral", "sad", "surprised")
ASKED_ABOUT = {("haar", "disgusted")}
"""Read as another expression, but not believed; anything more is a step back."""
EMOTION_OF = {"disgusted": "disgust", "fearful": "fear", "surprised": "surprise"}


def rows():
    if not FACES.is_dir():
        return []
    with (FACES / "manifest.csv").open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


FILES = [row["file"] for row in rows()]


@pytest.fixture(scope="module")
def workers():
    pool = Workers(threads=1, queue_limit=2)
    yield pool
    pool.close()


@pytest.fixture(scope="module", params=["haar", "yunet"])
def reader(request, workers, shared_data, tmp_path_factory):
    model = shared_data / "models" / "face_detection_yunet_2023mar.onnx"
    detector = make_detector(request.param, model, tmp_path_factory.mktemp("deepface"))
    return MoodFaceReader(workers, detector, MoodNetEngine.load())


@pytest.fixture
def detector_name(request):
    return request.node.callspec.params["reader"]


def upload(name):
    return Upload((FACES / name).read_bytes(), name.rsplit("/", 1)[-1])


def is_film(name):
    return name.endswith((".mp4", ".webm"))


@pytest.mark.skipif(not FILES, reason="the real photos are not there")
@pytest.mark.parametrize("name", FILES)
async def test_every_real_file_gets_the_answer_it_deserves(reader, detector_name, name):
    if name in UNREADABLE:
        with pytest.raises(MediaError) as caught:
            await reader.read_face(upload(name))
        assert caught.value.code is UNREADABLE[name]
    elif name.startswith("no_face") or name in WITHOUT_FACE | MISSED[detector_name]:
        with pytest.raises(FaceError) as caught:
            await reader.read_face(upload(name))
        assert caught.value.code is ErrorCode.NO_FACE
    else:
        reading = await reader.read_face(upload(name))
        assert reading.detector == detector_name
        assert reading.engine == "moodnet"
        assert (reading.frames_read > 5) is (is_film(name) and "tiny" not in name)
        assert (reading.faces_found > 1) >= name.startswith("group")


@pytest.mark.skipif(not FILES, reason="the real photos are not there")
@pytest.mark.parametrize("pose", POSES)
async def test_posed_expressions_are_read_as_posed_or_asked_about(reader, pose):
    reading = await reader.read_face(upload(f"single/posed_{pose}.jpg"))
    posed = Emotion(EMOTION_OF.get(pose, pose))
    if (reading.detector, pose) in ASKED_ABOUT:
        assert posed in reading.guesses
    else:
        assert reading.emotion.label is posed


SAME_PHOTO = (
    "derived/exif_orientation_2.jpg",
    "derived/exif_orientation_3.jpg",
    "derived/exif_orientation_6.jpg",
    "derived/sideways_no_exif.jpg",
    "derived/gray.png",
    "derived/webp.webp",
    "derived/large_4000px.jpg",
    "derived/blur_mild.jpg",
)


@pytest.mark.skipif(not FILES, reason="the real photos are not there")
@pytest.mark.parametrize("name", SAME_PHOTO)
async def test_a_photo_is_read_alike_however_it_was_stored(reader, name):
    plain = await reader.read_face(upload("single/justin.jpg"))
    stored = await reader.read_face(upload(name))
    assert stored.emotion.label is plain.emotion.label is Emotion.HAPPY
    assert stored.emotion.confidence == pytest.approx(plain.emotion.confidence, abs=0.2)


@pytest.mark.skipif(not FILES, reason="the real photos are not there")
async def test_smile_and_sadness_of_one_person_lie_apart(reader):
    happy = await reader.read_face(upload("single/st_happy.png"))
    sad = await reader.read_face(upload("single/st_sad.png"))
    assert happy.affect.valence - sad.affect.valence > 0.5


@pytest.mark.skipif(not FILES, reason="the real photos are not there")
async def test_a_film_is_read_alike_with_a_turn_in_its_header(reader):
    plain = await reader.read_face(upload("derived/video_no_audio.mp4"))
    turned = await reader.read_face(upload("derived/video_rotated90_meta.mp4"))
    assert turned.affect.distance(plain.affect) < 0.1


@pytest.fixture(scope="module")
def nine_happy_then_eleven_surprised_seconds():
    if not FILES:
        pytest.skip("the real photos are not there")
    happy, surprised = (
        Image.open(FACES / "single" / f"posed_{pose}.jpg").convert("RGB").resize((320, 320))
        for pose in ("happy", "surprised")
    )
    return Upload(film([happy] * 9 + [surprised] * 11, rate=1), "note.mp4")


@pytest.mark.parametrize(
    ("reading", "label", "engine"),
    [
        (VideoReading.MEAN, Emotion.SURPRISE, "moodnet"),
        (VideoReading.SECONDS, Emotion.HAPPY, "moodnet"),
        (VideoReading.MAJORITY, Emotion.SURPRISE, "moodnet"),
        (VideoReading.CONVLSTM, Emotion.SURPRISE, "convlstm"),
    ],
)
async def test_a_film_of_two_poses_is_read_as_chosen(
    workers, nine_happy_then_eleven_surprised_seconds, reading, label, engine
):
    reader = MoodFaceReader(workers, HaarDetector(), MoodNetEngine.load(), video_reading=reading)
    read = await reader.read_face(nine_happy_then_eleven_surprised_seconds)
    assert read.frames_read == 20
    assert read.engine == engine
    assert read.emotion.label is label
