"""What a setting may be, with words for what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr

_TELEGRAM_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{10,100}")
_DATA_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
_DISCORD_TOKEN = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){2}")

_HTTPS_PORT = 443
_WEBHOOK_PORTS = frozenset({80, 88, _HTTPS_PORT, 8443})
"""https://core.telegram.org/bots/webhooks"""


def _address(text: str, *schemes: str) -> str:
    """The address as it is; raises ValueError where it is none, or of another scheme."""
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, brackets that do not match
        is_whole = False
    if not is_whole or parts.scheme not in schemes or text.split() != [text]:
        begins = " or ".join(f"{scheme}://" for scheme in schemes)
        raise ValueError(f"write a whole address, beginning with {begins}")
    return text


def _http(text: str) -> str:
    return _address(text, "http", "https")


def _public(text: str) -> str:
    if (urlsplit(_address(text, "https")).port or _HTTPS_PORT) not in _WEBHOOK_PORTS:
        ports = ", ".join(map(str, sorted(_WEBHOOK_PORTS)))
        raise ValueError(f"write an address on one of the ports that Telegram calls: {ports}")
    return text


def _web_socket(text: str) -> str:
    return _address(text, "ws", "wss")


def _telegram_token(token: SecretStr) -> SecretStr:
    if not _TELEGRAM_TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError(
            "write the whole token that @BotFather shows with /token: digits, a colon and some 35 "
            "letters, with nothing around it"
        )
    return token


def _discord_token(token: SecretStr) -> SecretStr:
    if not _DISCORD_TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError(
            "write the whole token from the Bot page of your app at "
            "https://discord.com/developers/applications: three parts with dots between them, "
            "and nothing around it"
        )
    return token


def _data_keys(keys: SecretStr) -> SecretStr:
    if not all(_DATA_KEY.fullmatch(key.strip()) for key in keys.get_secret_value().split(",")):
        raise ValueError(
            "write one Fernet key (32 random bytes in URL-safe Base64, which end in =), or several "
            "with commas between them"
        )
    return keys


def _header_words(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError("write one line of plain letters without accents, as me@example.org")
    return text


Port = Annotated[int, Field(ge=0, le=65535)]
"""0 takes a free one."""

HttpAddress = Annotated[str, AfterValidator(_http)]
PublicAddress = Annotated[str, AfterValidator(_public)]
WebSocketAddress = Annotated[str, AfterValidator(_web_socket)]
TelegramToken = Annotated[SecretStr, AfterValidator(_telegram_token)]
DiscordToken = Annotated[SecretStr, AfterValidator(_discord_token)]
DataKeys = Annotated[SecretStr, AfterValidator(_data_keys)]
HeaderWords = Annotated[str, AfterValidator(_header_words)]
"""What can be said in the header of a request."""


def check_port_is_free(name: str, port: int | None, earlier: Mapping[str, Any]) -> None:
    """Raise ValueError where one of the earlier settings has the same port.

    The port of something that an ``…_enabled`` switches off does not count.
    """
    if not port:
        return
    for other, value in earlier.items():
        stem = other.removesuffix("_port")
        is_used = stem != other and earlier.get(f"{stem}_enabled", True)
        if other != name and is_used and value == port:
            raise ValueError(f"write another port: {port} is that of MOODMIX_{other.upper()}")


def check_belong_together(value: object, partner: str, earlier: Mapping[str, Any]) -> None:
    """Raise ValueError where only one of two settings is there.

    Of a partner that is wrong itself nothing is known, and nothing is said.
    """
    if partner in earlier and (value is None) != (earlier[partner] is None):
        raise ValueError(f"set it together with MOODMIX_{partner.upper()}, or neither of them")
