"""The project's own rules: lint, types, import directions, documents that stay true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings


def run_tool(repository: Path, *arguments: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_linter_finds_nothing(repository: Path) -> None:
    run_tool(repository, "ruff", "check", "--no-cache", ".")


def test_the_code_is_formatted(repository: Path) -> None:
    run_tool(repository, "ruff", "format", "--no-cache", "--check", ".")


def test_the_types_hold(repository: Path, tmp_path: Path) -> None:
    run_tool(repository, "mypy", "--cache-dir", str(tmp_path))


def test_imports_follow_the_architecture(repository: Path) -> None:
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", script, "--no-cache"],
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def documented_settings(repository: Path) -> dict[str, tuple[str, str]]:
    """Name → (description, default) as .env.example has them."""
    text = (repository / ".env.example").read_text(encoding="utf-8")
    entries = re.findall(r"^# (.+)\n#MOODMIX_([A-Z_]+)=(.*)$", text, re.MULTILINE)
    return {name: (description, default) for description, name, default in entries}


def test_env_example_equals_the_settings(repository: Path) -> None:
    def shown(name: str) -> str:
        if name == "data_dir":
            return "~/.moodmix"
        default = Settings.model_fields[name].default
        return (
            ""
            if default is None
            else str(default).lower()
            if default in (True, False)
            else str(default)
        )

    expected = {
        name.upper(): (field.description, shown(name))
        for name, field in Settings.model_fields.items()
    }
    assert documented_settings(repository) == expected


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_version_has_hashes_and_no_host(repository: Path, lock: str) -> None:
    text = (repository / lock).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())
    assert len(pins) > 50
    assert all(re.match(r"[a-z0-9-]+==\S+", pin) and "--hash=sha256:" in pin for pin in pins)
    assert "://" not in text


def test_the_lock_covers_every_dependency(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (repository / "requirements.txt").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        name = re.match(r"[A-Za-z0-9._-]+", requirement).group().lower().replace(".", "-")
        assert re.search(rf"^{re.escape(name)}==", locked, re.MULTILINE), name


def test_the_gate_runs_the_readmes_test_command(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv .+$", readme, re.MULTILINE)
    assert len(commands) == 2, "one command starts moodmix, one runs the tests"
    assert commands[1].endswith("pytest")


def test_the_readme_names_every_command(repository: Path) -> None:
    import click

    from bot.cli import cli

    readme = (repository / "README.md").read_text(encoding="utf-8")
    for name in cli.list_commands(click.Context(cli)):
        assert f"moodmix {name}" in readme, name


def test_no_data_of_others_is_in_the_tree(repository: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=repository, capture_output=True, text=True, check=True
    ).stdout.split()
    forbidden = {
        ".jpg",
        ".jpeg",
        ".heic",
        ".mp4",
        ".mov",
        ".webm",
        ".mp3",
        ".opus",
        ".m4a",
        ".webp",
    }
    assert [name for name in tracked if Path(name).suffix.lower() in forbidden] == []


def test_the_weights_hold_no_notes_on_the_machine_they_were_made_on(repository: Path) -> None:
    networks = list((repository / "models" / "weights").glob("*.onnx"))
    assert len(networks) == 4
    for network in networks:
        content = network.read_bytes()
        assert b"site-packages" not in content
        assert b"stack_trace" not in content
