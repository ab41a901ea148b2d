"""``moodmix keys``: the keys that what people told is sealed with."""

from __future__ import annotations

import asyncio

import click

from bot.logs import log_to_file
from bot.settings import load_settings


@click.group()
def keys() -> None:
    """Show where the keys lie that seal what people told, and change them."""


@keys.command()
def show() -> None:
    """Say where the keys are and how many; never what they are."""
    from bot.wiring.places import data_key_path, given_data_keys
    from core.storage.data_keys import kept_keys

    settings = load_settings()
    path = data_key_path(settings)
    found = given_data_keys(settings) or kept_keys(path)
    if found is None:
        click.echo(f"There is no key yet; the first start puts one into {path}.")
        return
    number = len(found.keys)
    count = "One key" if number == 1 else f"{number} keys, of which the first seals"
    click.echo(f"{count}: in {found.place}.")
    click.echo("Keep a copy of it apart from the database: without it nobody can read that.")


@keys.command()
def rotate() -> None:
    """Seal everything with a new key, and drop the old one. moodmix must not be running."""

    async def seal_anew() -> None:
        from bot.wiring.places import data_keys, database_path
        from core.storage.migrations import migrate
        from core.storage.rotation import rotate_key
        from core.storage.sole_use import sole_use
        from core.storage.vault import Vault

        path = database_path(settings)
        with sole_use(settings.data_dir):
            old = await data_keys(settings)
            await migrate(path, Vault(old.keys))
            number = await rotate_key(path, old)
        click.echo(f"Rows sealed with a new key: {number}.")
        if old.file is None:
            click.echo(f"{old.place} may hold its first key alone from now on.")
        else:
            click.echo(f"The new key is in {old.place}; please copy it to a safe place.")
        click.echo("Backups from before open with the old key only.")

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    asyncio.run(seal_anew())
