"""Pseudonyms: people and messages are known by a keyed hash, never by their platform ids."""

from __future__ import annotations

import hashlib
import hmac

from core.domain.conversation import MessageRef, PersonId
from core.ports.journal import RequestRef

KEY_BYTES = 32


class Pseudonyms:
    """Turns platform ids into keyed hashes (HMAC-SHA-256); the key is kept outside the database."""

    def __init__(self, key: bytes) -> None:
        if len(key) < KEY_BYTES:
            raise ValueError(f"the key needs at least {KEY_BYTES} bytes")
        self._key = key

    def person(self, platform: str, user_id: str | int) -> PersonId:
        """The same person on the same platform always gets the same id."""
        return PersonId(self._hash("person", platform, user_id))

    def message(self, platform: str, chat_id: str | int, message_id: str | int) -> MessageRef:
        """One chat message, to find the mix that a reaction belongs to."""
        return MessageRef(self._hash("message", platform, chat_id, message_id))

    def request(self, platform: str, request_id: str | int) -> RequestRef:
        """One message, press or command, to know it again when it is delivered a second time."""
        return RequestRef(self._hash("request", platform, request_id))

    def _hash(self, *parts: str | int) -> str:
        text = "\x1f".join(str(part) for part in parts)
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()
