import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inference.faces.crop import brightness, crop_face
from core.inference.faces.detector import FaceBox
from core.inference.faces.locate import choose_face, find_faces
from tests.fakes.faces import FakeDetector
from tests.fakes.media_files import UPRIGHT, corner_names, four_colours


def picture_with_face(turns):
    """A 200x160 picture, grey but for a 60x40 patch of four colours that stands turned."""
    picture = np.full((160, 200, 3), 128, np.uint8)
    face = np.asarray(four_colours(40, 40))[:, :, ::-1]
    picture[30:70, 120:160] = face
    return np.ascontiguousarray(np.rot90(picture, -turns))


def upright_patch(image):
    """Finds the patch only where its red corner is top left."""
    reds = np.argwhere((image == (0, 0, 255)).all(axis=2))
    blues = np.argwhere((image == (255, 0, 0)).all(axis=2))
    greens = np.argwhere((image == (0, 255, 0)).all(axis=2))
    (top, left), (bottom, _), (_, right) = reds.min(0), blues.max(0), greens.max(0)
    if blues.min(0)[0] <= top or greens.min(0)[1] <= left:
        return []
    return [FaceBox(int(left), int(top), int(right - left + 1), int(bottom - top + 1), 1.0)]


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_turned_face_is_found_and_cut_out_upright(turns):
    picture = picture_with_face(turns)
    (face,) = find_faces(FakeDetector(upright_patch), picture)
    assert face.quarter_turns == turns
    assert corner_names(crop_face(picture, face)) == UPRIGHT


def test_a_sure_upright_face_costs_one_look():
    detector = FakeDetector(lambda _: [FaceBox(1, 1, 5, 5, 1.0)])
    find_faces(detector, picture_with_face(0))
    assert len(detector.pictures) == 1


def test_without_a_face_the_picture_is_looked_at_from_all_sides():
    detector = FakeDetector(lambda _: [])
    assert find_faces(detector, picture_with_face(0)) == []
    assert len(detector.pictures) == 4


def test_turned_looks_can_be_left_out():
    detector = FakeDetector(lambda _: [])
    assert find_faces(detector, picture_with_face(0), try_turned=False) == []
    assert len(detector.pictures) == 1


def test_a_doubtful_upright_face_gives_way_to_a_surer_turned_one():
    def finder(image):
        return [FaceBox(0, 0, 9, 9, 0.6 if image.shape[1] > image.shape[0] else 0.9)]

    (face,) = find_faces(FakeDetector(finder), picture_with_face(0))
    assert face.quarter_turns == 1


def test_a_doubtful_turned_face_is_not_believed():
    def finder(image):
        return [] if image.shape[1] > image.shape[0] else [FaceBox(0, 0, 9, 9, 0.4)]

    assert find_faces(FakeDetector(finder), picture_with_face(0)) == []


def test_the_larger_face_is_chosen():
    small, large = FaceBox(45, 45, 10, 10, 9.0), FaceBox(40, 40, 20, 20, 1.0)
    assert choose_face([small, large], 100, 100) is large


def test_of_equal_faces_the_one_near_the_centre_is_chosen():
    corner, centre = FaceBox(0, 0, 20, 20, 9.0), FaceBox(40, 40, 20, 20, 1.0)
    assert choose_face([corner, centre], 100, 100) is centre


def test_a_much_larger_face_off_the_centre_still_wins():
    corner, centre = FaceBox(0, 0, 40, 40, 1.0), FaceBox(45, 45, 10, 10, 1.0)
    assert choose_face([corner, centre], 100, 100) is corner


BOXES = st.builds(
    FaceBox,
    x=st.integers(-300, 300),
    y=st.integers(-300, 300),
    width=st.integers(-5, 900),
    height=st.integers(-5, 900),
    score=st.floats(0, 1),
    quarter_turns=st.integers(0, 3),
)


@given(box=BOXES, width=st.integers(1, 120), height=st.integers(1, 120))
def test_any_box_gives_a_bounded_square_crop(box, width, height):
    face = crop_face(np.zeros((height, width, 3), np.uint8), box)
    assert face.shape[0] == face.shape[1]
    assert 1 <= face.shape[0] <= 256
    assert face.dtype == np.uint8


def test_brightness_looks_at_the_bright_parts():
    night = np.zeros((100, 100, 3), np.uint8)
    assert brightness(night) == 0
    night[:10] = 200
    assert brightness(night) == pytest.approx(200, abs=1)
