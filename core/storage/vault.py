"""Sealing what people told: nobody reads it in the files without the key.

Fernet (https://github.com/fernet/spec: AES-128-CBC with HMAC-SHA-256) by the ``cryptography``
library. Several keys open, the newest seals, so that keys can be changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.padding import PKCS7

from core.domain.errors import ErrorCode, OperationError
from core.storage.failures import unusable

_STEP_BYTES = 128
"""Contents are filled up to a multiple of it: the length of what is sealed tells no mood."""

_BETWEEN = "\x1f"


class Vault:
    """Seals texts for the one row they belong to."""

    def __init__(self, keys: Sequence[str]) -> None:
        """keys: Fernet keys, newest first; raises ValueError for none or for anything else."""
        self._fernet = MultiFernet([Fernet(key) for key in keys])
        self.fingerprints = tuple(map(_fingerprint, keys))

    def seal(self, kind: str, owner: str, content: str) -> bytes:
        """Seal a text with the newest key.

        kind and owner: what it is and whose; it opens for the same alone, so that nobody who can
        write into the database gives a person what belongs to another.
        """
        padder = PKCS7(_STEP_BYTES * 8).padder()
        text = (_label(kind, owner) + content).encode()
        return self._fernet.encrypt(padder.update(text) + padder.finalize())

    def open(self, kind: str, owner: str, sealed: bytes) -> str:
        """The text; raises OperationError (DATABASE_UNUSABLE) where it is damaged or another's."""
        try:
            padded = self._fernet.decrypt(sealed)
        except InvalidToken as error:
            raise unusable("something that is sealed in it is damaged") from error
        unpadder = PKCS7(_STEP_BYTES * 8).unpadder()
        text = (unpadder.update(padded) + unpadder.finalize()).decode()
        label = _label(kind, owner)
        if not text.startswith(label):
            raise unusable("something that is sealed in it lies in a wrong place")
        return text.removeprefix(label)

    def reseal(self, sealed: bytes) -> bytes:
        """Seal anew with the newest key; raises OperationError (DATABASE_UNUSABLE) as ``open``."""
        try:
            return self._fernet.rotate(sealed)
        except InvalidToken as error:
            raise unusable("something that is sealed in it is damaged") from error


def checked_keys(keys: Sequence[str], place: str) -> tuple[str, ...]:
    """The keys; raises OperationError (DATA_KEY_UNUSABLE) where there is none or one is no key.

    place: where they were found, in words.
    """
    try:
        Vault(keys)
    except ValueError as error:
        reason = "it is not a Fernet key" if keys else "it is empty"
        raise OperationError(ErrorCode.DATA_KEY_UNUSABLE, place=place, reason=reason) from error
    return tuple(keys)


def _label(kind: str, owner: str) -> str:
    return f"{kind}{_BETWEEN}{owner}{_BETWEEN}"


def _fingerprint(key: str) -> str:
    """Tells keys apart, and tells nothing about them: they are 256 random bits."""
    return hashlib.sha256(f"moodmix data key {key}".encode()).hexdigest()[:16]
