from __future__ import annotations

import stat

import numpy as np
import pytest

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from core.ports.own_faces import FaceAlbum
from core.storage.face_folder import FaceFolder


def face(shade: int) -> np.ndarray:
    return np.full((48, 48), shade, np.uint8)


@pytest.fixture
def album(tmp_path) -> FaceAlbum:
    return FaceFolder(tmp_path / "home" / "own-faces")


def test_an_album_begins_empty_and_makes_no_folder(album, tmp_path):
    assert dict(album.counts()) == dict.fromkeys(Emotion, 0)
    assert album.newest(Emotion.SAD) is None
    assert not album.drop_newest(Emotion.SAD)
    album.clear()
    assert list(tmp_path.iterdir()) == []


def test_faces_are_kept_to_the_last_bit_and_counted_by_emotion(album):
    grey = np.random.default_rng(1).integers(0, 256, (48, 48)).astype(np.uint8)
    album.add(Emotion.SAD, face(1))
    album.add(Emotion.SAD, grey)
    album.add(Emotion.HAPPY, face(3))
    assert np.array_equal(album.newest(Emotion.SAD), grey)
    assert album.counts() == {**dict.fromkeys(Emotion, 0), Emotion.SAD: 2, Emotion.HAPPY: 1}


def test_names_are_in_the_order_of_time_also_after_one_was_dropped(album, tmp_path):
    for shade in range(11):
        album.add(Emotion.FEAR, face(shade))
    assert album.drop_newest(Emotion.FEAR)
    assert album.newest(Emotion.FEAR)[0, 0] == 9
    album.add(Emotion.FEAR, face(99))
    names = sorted(each.name for each in (tmp_path / "home" / "own-faces" / "fear").iterdir())
    assert names == [f"{number:04d}.png" for number in range(1, 12)]
    assert album.newest(Emotion.FEAR)[0, 0] == 99


def test_nobody_else_may_look(album, tmp_path):
    album.add(Emotion.SAD, face(1))
    folder = tmp_path / "home" / "own-faces"
    folder.chmod(0o755)
    album.add(Emotion.SAD, face(2))
    modes = {each: stat.S_IMODE(each.stat().st_mode) for each in (folder, *folder.rglob("*"))}
    assert {modes[folder], modes[folder / "sad"]} == {0o700}
    assert {modes[each] for each in folder.glob("sad/*")} == {0o600}


def test_what_a_crash_left_or_somebody_put_there_is_no_face(album, tmp_path):
    album.add(Emotion.SAD, face(1))
    sad = tmp_path / "home" / "own-faces" / "sad"
    (sad / "0002.new").write_bytes(b"half a")
    (sad / "notes.png").write_bytes(b"mine")
    assert album.counts()[Emotion.SAD] == 1
    album.add(Emotion.SAD, face(2))
    assert album.newest(Emotion.SAD)[0, 0] == 2
    (sad / "0003.png").write_bytes(b"")
    assert album.newest(Emotion.SAD) is None


def test_clearing_leaves_nothing_behind(album, tmp_path):
    album.add(Emotion.SAD, face(1))
    album.clear()
    assert list((tmp_path / "home").iterdir()) == []


def test_a_place_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "own-faces").write_text("a file where the folder belongs")
    with pytest.raises(OperationError) as caught:
        FaceFolder(tmp_path / "own-faces").add(Emotion.SAD, face(1))
    assert caught.value.code is ErrorCode.FILE_NOT_WRITABLE
