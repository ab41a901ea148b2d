from dataclasses import replace

import cv2
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


def lean(picture, degrees):
    """The picture turned clockwise about its middle."""
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
    return cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("roll", [-30, -12, 12, 30])
def test_a_leaning_face_is_cut_out_straight(turns, roll):
    straight = np.full((201, 201, 3), 128, np.uint8)
    straight[66:135, 66:135] = np.asarray(four_colours(69, 69))[:, :, ::-1]
    picture = np.ascontiguousarray(np.rot90(lean(straight, roll), -turns))
    box = FaceBox(66, 66, 69, 69, 1.0, turns, roll_deg=float(roll))
    face, wanted = crop_face(picture, box), crop_face(straight, FaceBox(66, 66, 69, 69, 1.0))
    assert face.shape == wanted.shape
    assert corner_names(face) == UPRIGHT
    assert np.abs(face.astype(int) - wanted).mean() < 6
    level = crop_face(picture, replace(box, roll_deg=0.0))
    assert np.abs(level.astype(int) - wanted).mean() > 12


@pytest.mark.parametrize("roll", [-3.0, 3.0, 60.0, -170.0])
def test_a_face_nearly_straight_or_beyond_belief_is_not_levelled(roll):
    picture = picture_with_face(0)
    box = FaceBox(120, 30, 40, 40, 1.0)
    assert np.array_equal(crop_face(picture, replace(box, roll_deg=roll)), crop_face(picture, box))


def test_faces_in_a_large_turned_picture_are_in_its_own_pixels():
    large = cv2.resize(picture_with_face(1), (1600, 2000), interpolation=cv2.INTER_NEAREST)
    seen = FakeDetector(upright_patch)
    (face,) = find_faces(seen, large)
    (x, y, width, height) = (face.x, face.y, face.width, face.height)
    assert (x, y, width, height) == pytest.approx((900, 1200, 400, 400), abs=12)
    assert max(seen.pictures[1].shape) < max(large.shape) / 3


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
    roll_deg=st.floats(-180, 180),
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
