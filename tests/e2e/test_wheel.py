"""The built wheel, installed alone into an empty environment, does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = ["pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder), "."]
    subprocess.run([sys.executable, "-m", *command], cwd=repository, check=True, timeout=120)
    (built,) = folder.glob("moodmix-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of a new environment that holds nothing of ours but the wheel.

    Its dependencies are those of the running environment, taken over by path: a path in a .pth
    file brings packages along, but not the editable install that the tests run from.
    """
    environment = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True, timeout=120)
    python = environment / "bin" / "python"
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run(
        [python, "-c", query], check=True, capture_output=True, text=True, timeout=60
    ).stdout.strip()
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(packages) / "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")
    subprocess.run(
        [python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel)],
        check=True,
        timeout=120,
    )
    return environment / "bin"


def run(installed: Path, cwd: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "MOODMIX_ONLINE": "false"}
    return subprocess.run(
        [installed / command[0], *command[1:]],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_wheel_carries_everything_it_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "migrations/0001_first.sql",
        "models/weights/manifest.toml",
        "models/weights/moodnet.onnx",
        "models/weights/moodnet_music.onnx",
        "models/weights/moodnet_sequence.onnx",
        "models/weights/musicnn_encoder.onnx",
        "models/weights/musicnn_LICENSE.md",
        "core/providers/catalogue/starter.csv",
        "bot/web/assets/index.html",
    ):
        assert needed in names
    roots = {name.split("/")[0] for name in names}
    assert {"bot", "core", "models", "migrations"} == {r for r in roots if ".dist-info" not in r}


def test_it_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "python", "-c", "import bot; print(bot.__file__)")
    assert where.stdout.startswith(str(installed.parent))


def test_it_migrates_and_passes_its_own_check_up(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "moodmix", "migrate").returncode == 0
    assert (tmp_path / ".moodmix" / "moodmix.sqlite3").is_file()
    checkup = run(installed, tmp_path, "moodmix", "doctor")
    assert checkup.returncode == 0, checkup.stdout + checkup.stderr


def test_it_answers_a_face_and_a_song(installed: Path, tmp_path: Path, shared_data: Path) -> None:
    photo = str(shared_data / "faces" / "single" / "posed_happy.jpg")
    answer = run(
        installed, tmp_path, "moodmix", "mix", photo, "--song", "Queen - Don't Stop Me Now"
    )
    assert answer.returncode == 0, answer.stderr
    assert "happy" in answer.stdout
