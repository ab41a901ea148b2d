"""Reading the weights that TensorFlow 1 saved, without TensorFlow.

The index is an uncompressed LevelDB table whose values are protocol buffers, the data file holds
the numbers one after another: TensorFlow's ``tensor_bundle.proto``, LevelDB's ``table_format.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_INDEX, _DATA = ".index", ".data-00000-of-00001"
_FOOTER_BYTES = 48
_FLOAT = 1
_TYPE, _SHAPE, _OFFSET = 1, 2, 4
_GOES_ON = 128

Field = int | bytes


def read_checkpoint(folder: Path) -> dict[str, NDArray[np.float32]]:
    """Every float32 tensor by name, without the optimiser's; raises OSError."""
    table, data = (folder / _INDEX).read_bytes(), (folder / _DATA).read_bytes()
    place = len(table) - _FOOTER_BYTES
    for _ in range(2):  # where the meta index lies
        _, place = _varint(table, place)
    found = {}
    for _, handle in _entries(table, table[place:]):
        for name, value in _entries(table, handle):
            text, fields = name.decode(), dict(_fields(value))
            if not text or fields.get(_TYPE) != _FLOAT or "Adam" in text or "_power" in text:
                continue
            sizes = [size for _, size in _fields(fields.get(_SHAPE, b""))]
            shape = [dict(_fields(size)).get(1, 0) for size in sizes]
            numbers = np.frombuffer(data, "<f4", int(np.prod(shape)), fields.get(_OFFSET, 0))
            found[text] = numbers.reshape(shape)
    return found


def _entries(table: bytes, handle: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keys and values of the block that a handle, an offset and a size, points to."""
    offset, place = _varint(handle, 0)
    size, _ = _varint(handle, place)
    block = table[offset : offset + size]
    restarts = int.from_bytes(block[-4:], "little")
    end = len(block) - 4 * (restarts + 1)
    place, key = 0, b""
    while place < end:
        shared, place = _varint(block, place)
        fresh, place = _varint(block, place)
        length, place = _varint(block, place)
        key = key[:shared] + block[place : place + fresh]
        place += fresh
        yield key, block[place : place + length]
        place += length


def _fields(message: bytes) -> Iterator[tuple[int, Field]]:
    """Numbers and values of a protocol buffer's fields; integers of fixed width are left out."""
    place = 0
    while place < len(message):
        tag, place = _varint(message, place)
        match tag & 7:
            case 0:  # an integer
                value, place = _varint(message, place)
                yield tag >> 3, value
            case 2:  # bytes
                length, place = _varint(message, place)
                yield tag >> 3, message[place : place + length]
                place += length
            case _:
                place += 4


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """The integer at a place, and where it ends."""
    value = shift = 0
    while True:
        byte = content[place]
        place += 1
        value |= (byte % _GOES_ON) << shift
        shift += 7
        if byte < _GOES_ON:
            return value, place
