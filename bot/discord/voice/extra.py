"""What voice channels need beside the rest: packages of the extra ``voice``."""

from __future__ import annotations

from importlib.util import find_spec

from core.domain.errors import ErrorCode, OperationError

_PACKAGES = {"nacl": "PyNaCl", "davey": "davey"}
"""Modules that discord.py encrypts sound with, and what they are called where they come from."""


def require_voice() -> None:
    """Raises OperationError (VOICE_PACKAGES_MISSING) where something is not installed."""
    missing = [package for module, package in _PACKAGES.items() if find_spec(module) is None]
    if missing:
        raise OperationError(ErrorCode.VOICE_PACKAGES_MISSING, packages=", ".join(missing))
