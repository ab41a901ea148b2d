"""Where things lie, by what keys they are sealed, and what time it is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings
from core.storage.backup_contents import DATABASE_NAME
from core.storage.data_keys import DataKeys, find_keys, given_keys
from core.storage.vault import Vault


def utc_now() -> datetime:
    """The clock of the product."""
    return datetime.now(UTC)


def database_path(settings: Settings) -> Path:
    """Where the SQLite database lives."""
    return settings.data_dir / DATABASE_NAME


def key_path(settings: Settings) -> Path:
    """Where the key of the pseudonyms lives."""
    return settings.data_dir / "pseudonym.key"


async def open_vault(settings: Settings) -> Vault:
    """What seals what people told; raises what ``find_keys`` raises."""
    return Vault((await data_keys(settings)).keys)


async def data_keys(settings: Settings) -> DataKeys:
    """The keys of the vault: of the setting, else of the file; raises what ``find_keys`` raises."""
    given = given_data_keys(settings)
    return await find_keys(database_path(settings), data_key_path(settings), given)


def given_data_keys(settings: Settings) -> DataKeys | None:
    """The keys of the setting, if any; raises OperationError (DATA_KEY_UNUSABLE)."""
    secret = settings.data_key
    return given_keys(secret.get_secret_value(), "MOODMIX_DATA_KEY") if secret else None


def data_key_path(settings: Settings) -> Path:
    """Where the keys of the vault live, where no setting gives them."""
    return settings.data_dir / "data.key"
