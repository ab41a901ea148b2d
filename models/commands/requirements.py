"""What training needs besides what moodmix runs on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from models.refusal import Refusal

_DISTRIBUTIONS = {"sklearn": "scikit-learn"}


def require(modules: Sequence[str]) -> None:
    """Raise Refusal where some module is not installed, with the command that brings it."""
    names = [_DISTRIBUTIONS.get(name, name) for name in modules if find_spec(name) is None]
    if names:
        raise Refusal(
            f"Training needs {', '.join(names)}, which moodmix does without otherwise. "
            f"Please run: {sys.executable} -m pip install {' '.join(names)}"
        )
