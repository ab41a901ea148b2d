"""Registering the commands at Discord, only when they changed: registrations are limited by day."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands

SYNC_TIMEOUT_S = 30.0

_log = structlog.get_logger()


async def sync_commands(tree: app_commands.CommandTree[Any], stamp: Path | None) -> None:
    """Register the tree unless ``stamp`` holds its hash already; without a stamp, always.

    A failure is logged and tried again at the next start: direct messages work without.
    """
    fingerprint = await tree_fingerprint(tree)
    if stamp and await asyncio.to_thread(_read, stamp) == fingerprint:
        return
    try:
        async with asyncio.timeout(SYNC_TIMEOUT_S):
            await tree.sync()
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        _log.error("commands_not_registered", platform="discord", cause=type(error).__name__)
        return
    if stamp:
        await asyncio.to_thread(_write, stamp, fingerprint)
    _log.info("commands_registered", platform="discord")


async def tree_fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """A hash of every command as registered, in all languages, and of the app it is for."""
    payload = [
        await command.get_translated_payload(tree, tree.translator)
        if tree.translator
        else command.to_dict(tree)
        for command in tree.get_commands()
    ]
    text = json.dumps([tree.client.application_id, payload], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _read(stamp: Path) -> str | None:
    try:
        return stamp.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _write(stamp: Path, fingerprint: str) -> None:
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(fingerprint, encoding="ascii")
    except OSError as error:
        _log.warning("command_stamp_not_kept", platform="discord", cause=type(error).__name__)
