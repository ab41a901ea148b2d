"""Where the real data lies, for tests that need it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
SHARED_DATA = REPOSITORY.parent / "shared" / "data"


@pytest.fixture(autouse=True, scope="session")
def _ctrl_c_is_heard() -> None:
    """Shells start background jobs deaf to Ctrl-C, and so would be the processes of the tests."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data; tests that need it skip where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the real data is not there: {SHARED_DATA}")
    return SHARED_DATA


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests see neither the developer's environment nor a .env file, and write nowhere at home."""
    import os

    for name in os.environ:
        if name.startswith("MOODMIX_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("MOODMIX_DATA_DIR", str(tmp_path / "data"))
