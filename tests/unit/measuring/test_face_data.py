import shutil
import zipfile

import numpy as np
import pytest

from core.domain.emotion import Emotion
from core.domain.errors import ErrorCode, OperationError
from models.emotion.data import load_faces, load_split
from models.emotion.face_set import LABELS, NO_FAVOURITE, emotion_named

FERPLUS = "index,split,label,ferplus_happiness,ferplus_neutral,ferplus_contempt,ferplus_NF"


def refused(source, split=None):
    with pytest.raises(OperationError) as caught:
        load_faces(source, split)
    return caught.value


@pytest.mark.parametrize(
    ("name", "emotion"),
    [
        ("Anger", Emotion.ANGRY),
        ("disgusted", Emotion.DISGUST),
        ("afraid", Emotion.FEAR),
        ("HAPPINESS", Emotion.HAPPY),
        ("sadness", Emotion.SAD),
        ("surprised", Emotion.SURPRISE),
        ("neutral ", Emotion.NEUTRAL),
        ("contempt", None),
        ("3", None),
    ],
)
def test_classes_go_by_their_usual_names(name, emotion):
    assert emotion_named(name) is emotion


def test_a_folder_of_classes_is_one_split(seven):
    data = load_faces(seven)
    assert list(data.splits) == ["all"]
    faces = data.splits["all"]
    assert faces.pixels.shape == (14, 48, 48)
    assert faces.pixels.dtype == np.uint8
    assert np.bincount(faces.labels).tolist() == [2] * 7
    assert "happy/face_1.png" in faces.names
    assert (faces.favourite == NO_FAVOURITE).all()
    assert faces.votes.shape == (14, 7)


def test_folders_above_the_classes_are_splits(pictures):
    pictures("train/angry", 3)
    pictures("test/anger", 1)
    folder = pictures("validation/Sadness", 2)
    assert {name: len(faces) for name, faces in load_faces(folder).splits.items()} == {
        "test": 1,
        "train": 3,
        "validation": 2,
    }
    assert load_split(folder, "validation").labels.tolist() == [LABELS.index("sad")] * 2
    assert list(load_faces(folder, "test").splits) == ["test"]


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".bmp"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_pictures_of_any_kind_and_size_become_48_grey_pixels(pictures, suffix, mode):
    folder = pictures("happy/somebody", 1, side=131, suffix=suffix, mode=mode)
    assert load_split(folder, "all").pixels.shape == (1, 48, 48)


def test_unknown_classes_are_left_out_and_counted(pictures):
    pictures("contempt", 4)
    data = load_faces(pictures("fear", 1))
    assert dict(data.strangers) == {"contempt": 4}
    assert len(data.splits["all"]) == 1


def test_a_broken_picture_is_named_and_skipped(pictures):
    folder = pictures("fear", 2)
    (folder / "fear" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    whole = (folder / "fear" / "face_0.png").read_bytes()
    (folder / "fear" / "cut.png").write_bytes(whole[: len(whole) // 2])
    (folder / "fear" / "notes.txt").write_text("no picture, no matter")
    data = load_faces(folder)
    assert data.broken == ("fear/broken.png", "fear/cut.png")
    assert len(data.splits["all"]) == 2


def test_a_zip_reads_like_the_folder_inside_it(seven, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", seven.parent, seven.name)
    (unpacked,), (packed,) = (
        load_faces(source).splits.values() for source in (seven, tmp_path / "packed.zip")
    )
    assert archive.endswith("packed.zip")
    assert np.array_equal(unpacked.pixels, packed.pixels)
    assert unpacked.names == packed.names


def test_nothing_usable_says_what_is_missing(tmp_path, pictures):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refused(empty).code is ErrorCode.DATA_UNUSABLE
    (tmp_path / "happy").mkdir()
    (tmp_path / "happy" / "broken.jpg").write_bytes(b"\xff\xd8nothing")
    assert "damaged" in refused(tmp_path).params["reason"]
    text = tmp_path / "notes.txt"
    text.write_text("hello")
    assert "folder" in refused(text).params["reason"]
    archive = tmp_path / "broken.zip"
    archive.write_bytes(b"PK nothing")
    assert "damaged" in refused(archive).params["reason"]
    assert refused(tmp_path / "absent").code is ErrorCode.FILE_NOT_READABLE
    assert refused(tmp_path / "absent.zip").code is ErrorCode.FILE_NOT_READABLE
    error = refused(pictures("train/happy", 1), "test")
    assert (error.code, error.params["known"]) == (ErrorCode.SPLIT_UNKNOWN, "train")


def test_a_damaged_picture_within_a_zip_is_skipped(tmp_path, pictures):
    good = (pictures("sad", 1) / "sad" / "face_0.png").read_bytes()
    path = tmp_path / "some.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("set/sad/good.png", good)
        archive.writestr("set/sad/marker.png", b"flip me" * 20)
    path.write_bytes(path.read_bytes().replace(b"flip me", b"flip us", 1))
    data = load_faces(path)
    assert data.broken == ("set/sad/marker.png",)
    assert len(data.splits["set"]) == 1


def test_tiles_are_cut_row_by_row(mosaics):
    folder, tiles = mosaics(["0,train,angry", "41,later,happiness", "1599,train,sad"])
    data = load_faces(folder)
    assert np.array_equal(data.splits["train"].pixels[0], tiles[:48, :48])
    assert np.array_equal(data.splits["train"].pixels[1], tiles[-48:, -48:])
    assert np.array_equal(data.splits["later"].pixels[0], tiles[48:96, 48:96])
    assert data.splits["train"].labels.tolist() == [0, LABELS.index("sad")]
    assert data.splits["train"].names == ("0", "1599")
    assert (data.splits["train"].votes == 0).all()


def test_ferplus_tells_favourites_from_majorities(mosaics):
    folder, _ = mosaics(
        [
            "0,train,happy,6,4,0,0",  # a majority
            "1,train,happy,4,3,3,0",  # most votes, yet not half of them
            "2,train,happy,5,5,0,0",  # two favourites
            "3,train,happy,2,1,7,0",  # contempt
            "4,train,happy,0,0,0,10",  # no face
            "5,train,happy,5,1,1,1",  # single votes do not count
        ],
        head=FERPLUS,
    )
    faces = load_split(folder, "train")
    happy = LABELS.index("happy")
    assert faces.favourite.tolist() == [happy, happy, *[NO_FAVOURITE] * 3, happy]
    assert faces.agreed.tolist() == [True, False, False, False, False, True]
    assert faces.votes[0, happy] == pytest.approx(0.6)
    assert faces.votes[4].tolist() == [0] * 7


@pytest.mark.parametrize(
    ("rows", "head", "reason"),
    [
        (["0,train"], "index,split", "no column label"),
        (["x,train,happy"], "index,split,label", "index 'x'"),
        (["1600,train,happy"], "index,split,label", "mosaic_01.webp is missing"),
        ([], "index,split,label", "empty"),
        (["0,train,happy,many,0,0,0"], FERPLUS, "no numbers"),
    ],
)
def test_a_faulty_table_is_refused_with_the_reason(mosaics, rows, head, reason):
    folder, _ = mosaics(rows, head)
    error = refused(folder)
    assert error.code is ErrorCode.DATA_UNUSABLE
    assert reason in error.params["reason"]


def test_a_damaged_or_cropped_mosaic_is_refused(mosaics, pictures):
    folder, _ = mosaics(["0,train,happy"])
    mosaic = folder / "mosaic_00.webp"
    mosaic.write_bytes(mosaic.read_bytes()[:1000])
    assert "damaged" in refused(folder).params["reason"]
    small = pictures("happy", 1, suffix=".webp") / "happy" / "face_0.webp"
    mosaic.write_bytes(small.read_bytes())
    assert "1920" in refused(folder).params["reason"]


def test_the_real_ck_plus_is_read_without_contempt(shared_data):
    data = load_faces(shared_data / "ck48.zip")
    (faces,) = data.splits.values()
    assert dict(data.strangers) == {"contempt": 54}
    assert np.bincount(faces.labels, minlength=7).tolist() == [135, 177, 75, 207, 84, 249, 0]
    assert len({name.split("/")[1].split("_")[0] for name in faces.names}) > 100


def test_the_real_fer2013_has_its_published_sizes(shared_data):
    faces = load_split(shared_data / "fer2013", "validation")
    assert len(faces) == 3541
    assert np.bincount(faces.labels).tolist() == [460, 55, 493, 890, 650, 392, 601]
    assert (faces.favourite != NO_FAVOURITE).sum() == 3326
    assert faces.agreed.sum() == 3142
