"""Having Telegram deliver updates instead of asking for them again and again."""

from __future__ import annotations

import hashlib
import hmac
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram.ext import Updater

from bot.addresses import unusable_address

CONNECTIONS = 40
"""Deliveries that Telegram may have under way at once."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are delivered.

    url: the public https address that Telegram calls, on port 443, 80, 88 or 8443; host and port:
    where this process listens, behind whatever holds the certificate. The path is the same in both.
    """

    url: str
    host: str
    port: int

    async def open(self, updater: Updater, token: str, wanted: Sequence[str]) -> None:
        """Listen, and tell Telegram; what comes without the secret it was told is refused.

        Raises TelegramError, and OperationError (ADDRESS_IN_USE, ADDRESS_UNUSABLE).
        """
        await updater.start_webhook(
            unix=self._listening_socket(),
            url_path=urlsplit(self.url).path,
            webhook_url=self.url,
            secret_token=secret_of(token),
            allowed_updates=wanted,
            max_connections=CONNECTIONS,
        )

    def _listening_socket(self) -> socket.socket:
        """The library takes any socket, and leaks its own where the port is taken."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            listening = socket.create_server((self.host, self.port), family=family)
        except OSError as error:
            settings = ("MOODMIX_TELEGRAM_WEBHOOK_PORT", "MOODMIX_TELEGRAM_WEBHOOK_HOST")
            raise unusable_address(error, self.host, self.port, *settings) from error
        listening.setblocking(False)  # noqa: FBT003 - that is how sockets say it
        return listening


def secret_of(token: str) -> str:
    """What Telegram sends along with every update; it follows from the token, and hides it."""
    return hmac.new(token.encode(), b"moodmix webhook", hashlib.sha256).hexdigest()
