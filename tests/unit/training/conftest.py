"""A few real faces in folders, taken from CK+48."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest


@pytest.fixture
def class_folder(shared_data: Path, tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder with so many pictures per expression, named so that subjects are unknown."""

    def make(name: str, **counts: int) -> Path:
        with zipfile.ZipFile(shared_data / "ck48.zip") as archive:
            names = sorted(archive.namelist())
            for expression, count in counts.items():
                target = tmp_path / name / expression
                target.mkdir(parents=True, exist_ok=True)
                wanted = [each for each in names if PurePosixPath(each).parent.name == expression]
                for place, each in enumerate(wanted[:count]):
                    (target / f"{place}.png").write_bytes(archive.read(each))
        return tmp_path / name

    return make
