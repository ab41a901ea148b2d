import numpy as np

from models.music.checkpoint import read_checkpoint


def varint(number):
    out = bytearray()
    while number >= 128:
        out.append(number % 128 + 128)
        number //= 128
    return bytes([*out, number])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def block(entries):
    """Keys share what they begin with, as LevelDB writes them."""
    content, last = b"", b""
    for key, value in entries:
        shared = 0
        while key[: shared + 1] == last[: shared + 1] and shared < min(len(key), len(last)):
            shared += 1
        content += varint(shared) + varint(len(key) - shared) + varint(len(value))
        content += key[shared:] + value
        last = key
    return content + (0).to_bytes(4, "little") + (1).to_bytes(4, "little")


def entry(shape, offset, size, kind=1):
    dimensions = b"".join(field(2, field(1, length)) for length in shape)
    message = field(1, kind) + field(2, dimensions) + field(4, offset) + field(5, size)
    return message + varint(6 << 3 | 5) + b"\0\0\0\0"


def test_tensors_come_back_with_their_names_and_shapes_without_the_optimisers(tmp_path):
    kernel = np.arange(300 * 2, dtype=np.float32).reshape(300, 2)
    bias = np.array([0.5, -1.5], np.float32)
    rows = block(
        [
            (b"", field(1, 1)),
            (b"dense/bias", entry(bias.shape, 0, bias.nbytes)),
            (b"dense/bias/Adam", entry(bias.shape, 0, bias.nbytes)),
            (b"dense/kernel", entry(kernel.shape, bias.nbytes, kernel.nbytes)),
            (b"steps", entry((), 0, 8, kind=9)),
        ]
    )
    after = len(rows) + 5  # every block is followed by its compression and checksum
    index = block([(b"z", varint(0) + varint(len(rows)))])
    footer = varint(0) + varint(0) + varint(after) + varint(len(index))
    table = rows + b"\0" * 5 + index + b"\0" * 5 + footer.ljust(48, b"\0")
    (tmp_path / ".index").write_bytes(table)
    (tmp_path / ".data-00000-of-00001").write_bytes(bias.tobytes() + kernel.tobytes())
    found = read_checkpoint(tmp_path)
    assert set(found) == {"dense/bias", "dense/kernel"}
    np.testing.assert_array_equal(found["dense/bias"], bias)
    np.testing.assert_array_equal(found["dense/kernel"], kernel)
