"""Reading catalogue files: CSV as people find it on the web, plain or gzipped, of any size."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import stat
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from core.domain.catalogue_import import BadLine, CatalogueFile
from core.domain.errors import ErrorCode, OperationError
from core.domain.track_merge import merged
from core.domain.track_table import TrackTable, TrackTableBuilder
from core.providers.catalogue.layouts import LAYOUTS
from core.providers.catalogue.rows import RowReader

MOST_CHARACTERS = 4 * 2**30
"""So much text is read at most: a small gzip file can unpack to any size."""

LONGEST_LINE = 2**20
"""In characters; what follows in a longer line is dropped, which makes it a bad one."""

BAD_LINES_KEPT = 20
"""So many bad lines are told one by one; the others are counted."""

_HEADER_TOLD = 300
"""So many characters of an unknown header are shown."""

_ROWS_AT_ONCE = 50_000
"""So many songs are Python objects at a time, about a kilobyte each."""

_LINES_BETWEEN_NEWS = 2000
_BLOCK_BYTES = 2**20
_HEAD_BYTES = 256
_GZIP, _ZIP, _UTF_16 = b"\x1f\x8b", b"PK\x03\x04", (b"\xff\xfe", b"\xfe\xff")


class CsvCatalogues:
    """Reads files of every layout in LAYOUTS; the header tells which one it is."""

    def content_hash(self, path: Path) -> str:
        """SHA-256 of the file, in hexadecimal; raises OperationError where it cannot be read."""
        digest = hashlib.sha256()
        with _opened(path) as file:
            while block := file.read(_BLOCK_BYTES):
                digest.update(block)
        return digest.hexdigest()

    def read(self, path: Path, progress: Callable[[int], None]) -> CatalogueFile:
        """All songs of a file, in its order; lines that are none are skipped and told.

        progress: hears how many bytes of the file are read. Raises OperationError:
        FILE_NOT_READABLE, CATALOGUE_UNKNOWN for a header of no layout, CATALOGUE_UNUSABLE for what
        is no text or holds no song.
        """
        with _opened(path) as file, _as_text(file) as text:
            return _read(_lines(text, lambda: progress(file.tell())), str(path))


def _read(lines: Iterator[str], path: str) -> CatalogueFile:
    records = csv.reader(lines, strict=True)
    reader = _reader_for(next(records, []), path)
    bad = _BadLines()
    parts: list[TrackTable] = []
    builder, rows = TrackTableBuilder(), 0
    while True:
        number = records.line_num + 1
        try:
            fields = next(records)
            if not fields:
                continue
            builder.add(*reader.read(fields))
        except StopIteration:
            break
        except UnicodeError:  # a ValueError, too, but of the file and not of a line
            raise
        except csv.Error as error:
            bad.add(number, f"it is no CSV: {error}")
        except ValueError as error:
            bad.add(number, str(error))
        else:
            rows += 1
            if rows % _ROWS_AT_ONCE == 0:
                parts.append(builder.build())
                builder = TrackTableBuilder()
    if not rows:
        first = f"; line {bad.first[0].number}: {bad.first[0].reason}" if bad.first else ""
        raise _unusable(path, f"no line of it is a song{first}")
    return CatalogueFile(
        layout=reader.layout.kind,
        songs=merged([*parts, builder.build()]),
        rows=rows,
        bad_rows=bad.count,
        bad_lines=tuple(bad.first),
    )


class _BadLines:
    """All of them counted, the first ones kept."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[BadLine] = []

    def add(self, number: int, reason: str) -> None:
        self.count += 1
        if len(self.first) < BAD_LINES_KEPT:
            self.first.append(BadLine(number, reason))


def _reader_for(header: Sequence[str], path: str) -> RowReader:
    reader = RowReader.for_header(header)
    if reader is None:
        found = ", ".join(header).encode("utf-8", "replace").decode()
        raise OperationError(
            ErrorCode.CATALOGUE_UNKNOWN,
            path=path,
            found=found[:_HEADER_TOLD] or "none at all",
            known="\n".join(f"- {layout.kind.value}: {layout}" for layout in LAYOUTS),
        )
    return reader


def _as_text(file: BinaryIO) -> TextIO:
    """The text of a file, unpacked; what is not UTF-8 in it becomes half surrogate pairs."""
    head = file.read(_HEAD_BYTES)
    file.seek(0)
    stream: BinaryIO = file
    if head.startswith(_GZIP):
        stream = io.BufferedReader(gzip.GzipFile(fileobj=file))
        head = stream.peek(_HEAD_BYTES)
    if head.startswith(_ZIP):
        raise _UnusableError("it is a zip archive; please unpack it first")
    if head.startswith(_UTF_16):
        return io.TextIOWrapper(stream, encoding="utf-16", newline="")
    if b"\0" in head.partition(b"\n")[0]:
        raise _UnusableError("it is no text")
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")


def _lines(text: TextIO, news: Callable[[], None]) -> Iterator[str]:
    """Every line, with its end, and none longer than LONGEST_LINE."""
    characters = 0
    for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), "")):
        yield line
        piece = line
        while len(piece) == LONGEST_LINE and not piece.endswith(("\r", "\n")):
            characters += len(piece)
            piece = text.readline(LONGEST_LINE)
            if characters > MOST_CHARACTERS:
                break
        characters += len(piece)
        if characters > MOST_CHARACTERS:
            raise _UnusableError(f"it holds more than {MOST_CHARACTERS / 2**30:g} GB of text")
        if number % _LINES_BETWEEN_NEWS == 0:
            news()
    news()


class _UnusableError(Exception):
    """The file is there, and no catalogue."""


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file; failures to read it become OperationErrors."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for a writer
            raise _unreadable(path, "it is no ordinary file")
        with path.open("rb") as file:
            yield file
    except _UnusableError as error:
        raise _unusable(str(path), str(error)) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _unusable(str(path), "the packed file is damaged or cut short") from error
    except UnicodeError as error:
        raise _unusable(str(path), "it is neither UTF-8 nor UTF-16 text") from error
    except csv.Error as error:
        raise _unusable(str(path), f"its first line is no CSV ({error})") from error
    except OSError as error:
        raise _unreadable(path, error.strerror or "unknown") from error


def _unusable(path: str, reason: str) -> OperationError:
    return OperationError(ErrorCode.CATALOGUE_UNUSABLE, path=path, reason=reason)


def _unreadable(path: Path, reason: str) -> OperationError:
    return OperationError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason=reason)
