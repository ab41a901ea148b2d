import numpy as np
import pytest

from core.inference.faces.detector import FaceBox
from core.inference.faces.track import FaceTracker
from tests.fakes.faces import FakeDetector

PEOPLE = {"anna": (0, 0, 255), "ben": (0, 255, 0), "cleo": (255, 0, 0)}
STEP_S = 0.2


def picture(**places):
    """A dull picture with a square per person: (left, top, side)."""
    pixels = np.full((480, 640, 3), 90, np.uint8)
    for person, (left, top, side) in places.items():
        pixels[max(0, top) : top + side, max(0, left) : left + side] = PEOPLE[person]
    return pixels


def squares(image):
    """Where the squares are; one cut by the edge of what is looked at still shows."""
    found = []
    for colour in PEOPLE.values():
        rows, columns = np.nonzero((np.abs(image.astype(int) - colour) < 60).all(axis=2))
        if rows.size > 20:
            x, y = int(columns.min()), int(rows.min())
            found.append(FaceBox(x, y, int(columns.max()) - x + 1, int(rows.max()) - y + 1, 1.0))
    return found


@pytest.fixture
def detector():
    return FakeDetector(squares)


def walk(detector, pictures):
    """The number and the box of the followed face, sample by sample."""
    tracker = FaceTracker(detector)
    return tracker, [tracker.follow(n * STEP_S, each) for n, each in enumerate(pictures)]


def numbers(found):
    return [None if each is None else each[0] for each in found]


def test_a_moving_face_is_found_in_every_sample_where_it_is(detector):
    places = [(100 + 12 * n, 100 + 5 * n, 120) for n in range(25)]
    _, found = walk(detector, [picture(anna=place) for place in places])
    assert numbers(found) == [0] * 25
    for (_, box), place in zip(found, places, strict=True):
        assert (box.x, box.y, box.width) == pytest.approx(place, abs=3)


def test_between_two_looks_at_the_whole_picture_only_the_neighbourhood_is_searched(detector):
    walk(detector, [picture(anna=(100, 100, 120))] * 20)
    whole = [image for image in detector.pictures if image.shape == (480, 640, 3)]
    assert len(detector.pictures) == 20
    assert len(whole) == 2
    assert all(max(image.shape) <= 160 for image in detector.pictures if image.shape[0] != 480)


def test_a_second_person_walking_through_does_not_take_over(detector):
    still = (240, 150, 110)
    pictures = [picture(anna=still)] * 5
    # ben is nearer the camera and passes right behind
    pictures += [picture(ben=(-150 + 40 * n, 60, 200), anna=still) for n in range(20)]
    tracker, found = walk(detector, pictures)
    assert numbers(found) == [0] * 25
    assert all(box.width == pytest.approx(110, abs=4) for _, box in found)
    assert tracker.most_faces == 2


def test_a_face_that_is_hidden_for_a_moment_is_awaited(detector):
    still = picture(anna=(240, 150, 110), ben=(20, 20, 60))
    hidden = picture(ben=(20, 20, 60))
    _, found = walk(detector, [still] * 3 + [hidden] * 4 + [still] * 3)
    assert numbers(found) == [0, 0, 0, None, None, None, None, 0, 0, 0]


def test_after_a_while_somebody_else_is_followed_and_told_apart(detector):
    gone = picture(ben=(20, 20, 90))
    _, found = walk(detector, [picture(anna=(400, 250, 110))] * 3 + [gone] * 8)
    assert numbers(found) == [0, 0, 0, None, None, None, None, 1, 1, 1, 1]


def test_who_comes_back_is_known_again(detector):
    anna, ben = picture(anna=(400, 250, 110)), picture(ben=(20, 20, 90))
    _, found = walk(detector, [anna] * 2 + [ben] * 8 + [anna] * 8)
    assert [number for number in numbers(found) if number is not None] == [0, 0] + [1] * 4 + [0] * 4


def test_without_a_face_there_is_nothing_to_follow(detector):
    tracker, found = walk(detector, [picture()] * 10)
    assert numbers(found) == [None] * 10
    assert tracker.most_faces == 0


def test_a_face_leaving_over_the_edge_ends_the_following(detector):
    places = [(500 + 30 * n, 150, 110) for n in range(6)]
    _, found = walk(detector, [picture(anna=place) for place in places])
    assert numbers(found)[:3] == [0, 0, 0]
    assert numbers(found)[-1] is None


def test_a_face_held_sideways_is_followed_sideways():
    def upright_only(image):
        return squares(image) if image[0, 0].sum() < 60 else []

    upright = picture(anna=(240, 150, 110))
    upright[:80, :80] = 10
    sideways = np.ascontiguousarray(np.rot90(upright, -1))

    def finder(image):
        # only the whole picture has a corner to tell up from down by
        if max(image.shape) == 640:
            return upright_only(image)
        return squares(image)

    _, found = walk(FakeDetector(finder), [sideways] * 5)
    assert numbers(found) == [0] * 5
    assert {box.quarter_turns for _, box in found} == {1}
    expected = (480 - 150 - 110, 240, 110)
    assert all((b.x, b.y, b.width) == pytest.approx(expected, abs=3) for _, b in found)
