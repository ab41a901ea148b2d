"""``moodmix backup`` and ``moodmix restore``."""

from __future__ import annotations

from pathlib import Path

import click

from bot.logs import log_to_file
from bot.settings import load_settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--with-keys",
    is_flag=True,
    help="Put the keys in, too; whoever gets such a file can read what people told.",
)
def backup(file: Path, *, with_keys: bool) -> None:
    """Copy everything that moodmix keeps into FILE, also while it runs."""
    from importlib.metadata import version

    from bot.presenters.backup import present_backup
    from bot.wiring.places import utc_now
    from core.storage.backup import make_backup

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    manifest = make_backup(
        settings.data_dir, file, with_keys=with_keys, version=version("moodmix"), now=utc_now()
    )
    click.echo(present_backup(manifest.files, manifest.keys, file))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--force", is_flag=True, help="Where there is something already, keep that in a folder aside."
)
def restore(file: Path, *, force: bool) -> None:
    """Put back what "moodmix backup" wrote to FILE; moodmix must not run meanwhile."""
    from bot.presenters.backup import present_restored
    from bot.wiring.places import utc_now
    from core.storage.restore import restore_backup

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    restored = restore_backup(
        file, settings.data_dir, force=force, stamp=f"{utc_now():%Y%m%dT%H%M%S}"
    )
    click.echo(
        present_restored(
            restored.manifest.made_at,
            len(restored.manifest.files),
            aside=restored.aside,
            lacking=restored.lacking,
            other=restored.other,
        )
    )
