"""What of the data folder a backup holds, and how a backup says what it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, Any

DATABASE_NAME = "moodmix.sqlite3"

KEY_NAMES = ("pseudonym.key", "data.key")
"""Whoever has these and the database can read what people told; apart, both are of no use."""

FOLDER_NAMES = ("catalogue", "own-faces", "weights")
"""Imported songs, the album of the person whose machine this is, and what it taught."""

MANIFEST_NAME = "manifest.json"

LAYOUT = 1
"""Of the manifest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its length and its SHA-256 in hexadecimal digits."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last file of a backup, so that one that breaks off is seen to.

    made_at: ISO 8601 with a time zone; version: of moodmix; schema: of the database; files: by
    their path below the data folder; keys: the SHA-256 of each key file that was there, whether or
    not it is among the files, to tell another one from it.
    """

    made_at: str
    version: str
    schema: int
    files: Mapping[str, Entry]
    keys: Mapping[str, str]

    def as_json(self) -> bytes:
        """UTF-8."""
        files = {
            name: {"size_bytes": entry.size_bytes, "sha256": entry.sha256}
            for name, entry in self.files.items()
        }
        told = {
            "layout": LAYOUT,
            "made_at": self.made_at,
            "version": self.version,
            "schema": self.schema,
            "files": files,
            "keys": dict(self.keys),
        }
        return json.dumps(told, indent=1).encode()


def read_manifest(text: bytes) -> Manifest:
    """Raises ValueError with a reason where it is none that we understand."""
    try:
        told: dict[str, Any] = json.loads(text)
        if told["layout"] != LAYOUT:
            raise ValueError("another version of moodmix made it")
        files = {
            str(name): Entry(int(entry["size_bytes"]), str(entry["sha256"]))
            for name, entry in told["files"].items()
        }
        keys = {str(name): str(digest) for name, digest in told["keys"].items()}
        return Manifest(
            str(told["made_at"]), str(told["version"]), int(told["schema"]), files, keys
        )
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError("its list of contents is damaged") from error


def may_hold(name: str) -> bool:
    """Whether a backup may hold a file of this path; anything else is not ours."""
    path = PurePosixPath(name)
    if path.is_absolute() or str(path) != name or not path.parts or ".." in path.parts:
        return False
    if len(path.parts) == 1:
        return name in {DATABASE_NAME, *KEY_NAMES}
    return path.parts[0] in FOLDER_NAMES


class DigestingReader:
    """Reads a file and knows the digest of what was read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size`` of them where that is not negative."""
        piece = self._file.read(size)
        self._digest.update(piece)
        return piece

    @property
    def digest(self) -> str:
        """SHA-256 of everything read so far, in hexadecimal digits."""
        return self._digest.hexdigest()


def digest_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal digits; raises OSError."""
    with path.open("rb") as file:
        reader = DigestingReader(file)
        while reader.read(2**20):
            pass
    return reader.digest
