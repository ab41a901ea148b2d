"""``moodmix evaluate``."""

from __future__ import annotations

import click


@click.group()
def evaluate() -> None:
    """Measure a network on labelled data."""
