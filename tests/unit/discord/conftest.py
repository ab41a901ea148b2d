from __future__ import annotations

import warnings

with warnings.catch_warnings():
    # discord.py imports a module that Python 3.13 drops; nothing of ours uses voice
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    import discord

__all__ = ["discord"]
