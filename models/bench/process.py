"""Measuring in a process of its own: memory and start-up belong to one contender alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any


def ask_process(
    module: str, order: Mapping[str, Any], longest_s: float
) -> tuple[list[str], str | None]:
    """Run ``python -m module`` with the order as JSON on standard input.

    Returns the lines it printed until it ended, failed or was stopped, and why it did not end well.
    """
    with subprocess.Popen(  # noqa: S603 - only our own modules are named
        [sys.executable, "-P", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        reason = None
        try:
            said, complaints = process.communicate(json.dumps(order), longest_s)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            reason = f"It was stopped after {longest_s:g} seconds."
        else:
            if process.returncode:
                last = (complaints.strip() or f"status {process.returncode}").splitlines()[-1]
                reason = f"It failed: {last}"
    return said.splitlines(), reason
