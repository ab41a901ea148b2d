"""``moodmix weights``: which networks are here, and fetching those that are not shipped."""

from __future__ import annotations

import sys

import click

from bot.settings import load_settings

_YUNET = "yunet"


@click.group()
def weights() -> None:
    """List networks and fetch those that are not shipped."""


@weights.command(name="list")
def list_networks() -> None:
    """Show every network, whether it is here, and its terms."""
    from core.inference.weights import read_manifest, weights_folder
    from core.inference.weights_fetch import FETCHABLE, is_whole

    folder = weights_folder(load_settings().data_dir)
    rows = [(card.name, "shipped", card.task, card.licence) for card in read_manifest().values()]
    for network in FETCHABLE.values():
        if is_whole(network, folder):
            state = f"fetched to {folder / network.file}"
        else:
            state = f"not here: moodmix weights fetch {network.name}"
        rows.append((network.name, state, network.what, network.licence))
    for name, state, what, licence in rows:
        click.echo(f"{name}: {state}\n    {what}; {licence}")


@weights.command()
@click.argument("name", default=_YUNET, type=click.Choice([_YUNET]))
def fetch(name: str) -> None:
    """Download a network, check it and put it where moodmix finds it.

    Works behind a proxy (HTTPS_PROXY), goes on where an interrupted download stopped, and takes
    the file from MOODMIX_WEIGHTS_URL where that is set.
    """
    from core.inference import weights_fetch
    from core.inference.weights import weights_folder

    settings = load_settings()
    network = weights_fetch.FETCHABLE[name]
    folder = weights_folder(settings.data_dir)
    path = folder / network.file
    if weights_fetch.is_whole(network, folder):
        click.echo(f"{name} is already here, whole and unchanged: {path}")
        return
    with click.progressbar(length=network.size_bytes, label=name, file=sys.stderr) as bar:
        weights_fetch.fetch(
            network,
            folder,
            settings.weights_url,
            on_progress=lambda there: bar.update(there - bar.pos),
        )
    click.echo(f"{name} is here, its checksum is right: {path}")
