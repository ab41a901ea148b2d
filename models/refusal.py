"""Saying no on the command line."""

from __future__ import annotations

import click


class Refusal(click.ClickException):
    """What cannot be done as asked, in words that say what to do instead; ends with status 2."""

    exit_code = 2
