"""What the operator is told after a backup and after it was put back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path


def present_backup(files: Collection[str], keys: Collection[str], file: Path) -> str:
    """files: what is in it; keys: names of the keys that what is in it was made with."""
    lines = [f"Written to {file}: {_files(len(files))}, checked, for you alone to read."]
    apart = [name for name in keys if name not in files]
    if apart:
        lines.append(
            f"The keys are not in it ({', '.join(apart)}): keep a copy of them in another place, "
            "because nobody can be recognised or read without them."
        )
    elif keys:
        lines.append("The keys are in it: whoever gets this file can read what people told.")
    lines.append("It keeps what people erase from now on, so delete it when there is a newer one.")
    return "\n".join(lines)


def present_restored(
    made_at: str, files: int, *, aside: Path | None, lacking: Sequence[str], other: Sequence[str]
) -> str:
    """made_at: when the backup was made; see ``core.storage.restore.Restored`` for the rest."""
    lines = [f"Restored: {_files(files)}, as of {made_at}."]
    if aside:
        lines.append(f"What was here before lies in {aside}; delete it when all is well.")
    lines += [
        f"{name} is neither here nor in the backup: put it into the data folder before you start "
        "moodmix, or nobody will be recognised."
        for name in lacking
    ]
    lines += [
        f"{name} is not the one that was here when the backup was made: if people are not "
        "recognised, put that one back."
        for name in other
    ]
    lines.append("What people erased after that time is there again; please erase it once more.")
    return "\n".join(lines)


def _files(number: int) -> str:
    return f"{number} file" if number == 1 else f"{number} files"
