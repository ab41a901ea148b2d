"""Logging: event names with key-values, one line each; libraries included.

Nothing here ever sees media, tokens, message texts or raw user ids.
"""

from __future__ import annotations

import logging
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

import structlog

LogForm = Literal["text", "json"]

_QUIET_LIBRARIES = (
    "PIL",
    "aiohttp",
    "aiosqlite",
    "discord",
    "httpcore",
    "httpx",
    "matplotlib",
    "numba",
    "telegram",
)
"""Below a warning they log addresses with tokens, statements with parameters, or nothing of use."""


def log_to_stderr(level: str, form: LogForm = "text") -> None:
    """For the running service."""
    _configure(logging.StreamHandler(sys.stderr), level, form)


def log_to_file(path: Path) -> None:
    """For single commands: warnings and worse, the file made only when there is one."""
    _configure(_LateFileHandler(path, encoding="utf-8", delay=True), "warning", "text")


class _LateFileHandler(logging.FileHandler):
    """Makes the folder too when the first line comes."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def _configure(handler: logging.Handler, level: str, form: LogForm) -> None:
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _renderer(form),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in _QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)


def _renderer(form: LogForm) -> structlog.typing.Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=repr)
    return structlog.processors.KeyValueRenderer(
        key_order=["timestamp", "level", "event"], drop_missing=True
    )
