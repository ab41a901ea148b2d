"""What the README tells operators to write is what moodmix does."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.service import CLOSING_S
from bot.settings import Settings


@pytest.fixture
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def unit(readme: str) -> str:
    found = re.search(r"```ini\n(.*?)```", readme, re.DOTALL)
    assert found
    return found[1]


def test_every_setting_it_names_exists(readme: str) -> None:
    named = {name.lower() for name in re.findall(r"MOODMIX_([A-Z_]*[A-Z])", readme)}
    assert named <= set(Settings.model_fields)


def test_the_service_manager_waits_longer_than_a_stop_takes(readme: str, unit: str) -> None:
    longest_s = Settings.model_fields["drain_s"].default + CLOSING_S
    for found in (
        re.search(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE),
        re.search(r"--stop-timeout (\d+)", readme),
    ):
        assert found
        assert int(found[1]) > longest_s


def test_the_container_checks_the_port_it_opens(readme: str) -> None:
    found = re.search(r"```dockerfile\n(.*?)```", readme, re.DOTALL)
    assert found
    opened = re.search(r"MOODMIX_METRICS_PORT=(\d+)", found[1])
    checked = re.search(r"http://127\.0\.0\.1:(\d+)/healthz", found[1])
    assert opened
    assert checked
    assert opened[1] == checked[1]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")
def test_systemd_understands_the_unit(unit: str, tmp_path: Path) -> None:
    file = tmp_path / "moodmix.service"
    file.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", unit), encoding="utf-8")
    result = subprocess.run(
        ["systemd-analyze", "verify", str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
