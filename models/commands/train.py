"""``moodmix train``."""

from __future__ import annotations

import click


@click.group()
def train() -> None:
    """Train a network on data of your own machine."""
