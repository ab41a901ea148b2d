"""Work that would keep everybody else waiting, done elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Threads(Protocol):
    """Runs functions beside the event loop."""

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call ``function`` elsewhere and wait for it; raises OperationError where that fails."""
        ...
