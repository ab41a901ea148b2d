"""What every face detector promises, on real pictures."""

import threading

import cv2
import numpy as np
import pytest

from core.domain.errors import ErrorCode, OperationError
from core.domain.media import Upload
from core.inference.faces.choose import make_detector
from core.inference.faces.locate import choose_face, find_faces
from core.inference.media.images import decode_image
from core.inference.media.sniff import sniff_format
from core.inference.weights import weights_folder
from core.inference.weights_fetch import YUNET


@pytest.fixture(scope="module")
def picture(shared_data):
    def open_picture(name):
        data = (shared_data / "faces" / name).read_bytes()
        return decode_image(data, sniff_format(Upload(data, name)))

    return open_picture


@pytest.fixture(scope="module")
def yunet(shared_data, tmp_path_factory):
    model = shared_data / "models" / "face_detection_yunet_2023mar.onnx"
    return make_detector("yunet", model, tmp_path_factory.mktemp("none"))


@pytest.mark.parametrize(
    ("name", "x", "y"),
    [
        ("single/astronaut.png", 223, 120),
        ("single/obama.jpg", 490, 255),
        ("single/posed_happy.jpg", 331, 135),
    ],
)
def test_a_box_lies_on_the_face(detector, picture, name, x, y):
    image = picture(name)
    box = choose_face(detector.detect(image), image.shape[1], image.shape[0])
    assert abs(box.x + box.width / 2 - x) < box.width * 0.3
    assert abs(box.y + box.height / 2 - y) < box.height * 0.3
    assert box.width < image.shape[1] / 2


@pytest.mark.parametrize("scale", [0.5, 1.0, 3.0])
def test_boxes_are_in_pixels_of_the_picture_at_any_size(detector, picture, scale):
    image = picture("single/astronaut.png")
    resized = cv2.resize(image, None, fx=scale, fy=scale)
    (box,) = detector.detect(resized)
    assert (box.x + box.width / 2) / scale == pytest.approx(223, abs=15)


def test_all_faces_of_a_group_are_found(detector, picture):
    assert len(detector.detect(picture("group/group4_sofa.jpg"))) == 4


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_face_is_found_with_its_turn(detector, picture, turns):
    image = picture("single/justin.jpg")
    (face,) = find_faces(detector, np.ascontiguousarray(np.rot90(image, -turns)))
    assert face.quarter_turns == turns


@pytest.mark.parametrize("roll", [-25, -12, 12, 25])
def test_yunet_tells_which_way_a_face_leans_and_rather_too_little_than_too_much(
    yunet, picture, roll
):
    image = picture("single/posed_neutral.jpg")
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -roll, 1.0)
    leaning = cv2.warpAffine(image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    (straight,), (face,) = yunet.detect(image), yunet.detect(leaning)
    assert abs(straight.roll_deg) < 5
    assert 0.4 < (face.roll_deg - straight.roll_deg) / roll < 1.2


def test_nothing_is_found_in_nothing(detector):
    for shade in (0, 127, 255):
        assert find_faces(detector, np.full((300, 200, 3), shade, np.uint8)) == []


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 400, 3), (400, 2, 3), (20, 20, 3)])
def test_tiny_and_narrow_pictures_are_taken(detector, shape):
    assert find_faces(detector, np.zeros(shape, np.uint8)) == []


def test_the_same_picture_gives_the_same_boxes(detector, picture):
    image = picture("group/two_people.jpg")
    assert detector.detect(image) == detector.detect(image)


def test_the_picture_is_left_as_it_was(detector, picture):
    image = picture("single/justin.jpg")
    before = image.copy()
    detector.detect(image)
    assert np.array_equal(image, before)


def test_threads_do_not_disturb_each_other(detector, picture):
    images = [picture("single/justin.jpg"), picture("single/astronaut.png")]
    alone = [detector.detect(image) for image in images]
    together = {}

    def look(index):
        together[index] = [detector.detect(images[index]) for _ in range(4)]

    threads = [threading.Thread(target=look, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == {index: [alone[index]] * 4 for index in range(2)}


def test_preparing_twice_does_no_harm(detector):
    detector.prepare()
    detector.prepare()


def test_auto_takes_yunet_where_its_file_is_configured_or_fetched(tmp_path):
    assert make_detector("auto", None, tmp_path).name == "haar"
    assert make_detector("auto", tmp_path / "model.onnx", tmp_path).name == "yunet"
    weights_folder(tmp_path).mkdir()
    (weights_folder(tmp_path) / YUNET.file).write_bytes(b"fetched")
    assert make_detector("auto", None, tmp_path).name == "yunet"
    assert make_detector("haar", None, tmp_path).name == "haar"


@pytest.mark.parametrize(
    ("content", "mend"),
    [(None, "MOODMIX_YUNET_MODEL"), (b"no network", "download it again")],
)
def test_yunet_without_a_good_file_says_how_to_mend_it(tmp_path, content, mend):
    model = tmp_path / "yunet.onnx"
    if content:
        model.write_bytes(content)
    with pytest.raises(OperationError) as caught:
        make_detector("yunet", model, tmp_path).prepare()
    assert caught.value.code is ErrorCode.DETECTOR_UNAVAILABLE
    assert mend in str(caught.value.params["reason"])


def test_yunet_without_its_file_names_the_command_and_the_setting(tmp_path):
    with pytest.raises(OperationError) as caught:
        make_detector("yunet", None, tmp_path).prepare()
    assert "moodmix weights fetch" in str(caught.value.params["reason"])
    assert "MOODMIX_YUNET_MODEL" in str(caught.value.params["reason"])


def test_an_unknown_name_lists_the_known_ones(tmp_path):
    with pytest.raises(OperationError) as caught:
        make_detector("eyes", None, tmp_path)
    assert caught.value.code is ErrorCode.DETECTOR_UNAVAILABLE
    assert "retinaface" in str(caught.value.params["reason"])
