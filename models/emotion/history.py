"""What a training writes down after every epoch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from models.emotion.recipes import Recipe

HISTORY_FILE = "history.json"


@dataclass(frozen=True, slots=True)
class EpochRow:
    """One pass over the training faces; accuracies in [0, 1], losses in nats.

    The training figures are running means while learning, as Keras prints them: with dropout,
    augmentation and weights on the move, and the loss that is minimised, soft targets included. The
    others are cross-entropy and accuracy of the network as it stands after the epoch. None is what
    was not measured.
    """

    epoch: int
    train_loss: float
    train_accuracy: float
    validation_loss: float | None
    validation_accuracy: float
    votes_accuracy: float | None = None
    """Of the opinion about votes against the voters' favourite, on the validation faces."""
    tuning_loss: float | None = None
    seconds: float = 0.0

    def as_line(self) -> str:
        """For the person who watches."""
        votes = "" if self.votes_accuracy is None else f", FER+ {self.votes_accuracy:.2%}"
        return (
            f"epoch {self.epoch:3}  training loss {self.train_loss:.3f}, "
            f"accuracy {self.train_accuracy:.2%}  validation accuracy "
            f"{self.validation_accuracy:.2%}{votes}  {self.seconds:.0f} s"
        )


def write_history(folder: Path, network: str, recipe: Recipe, rows: Sequence[EpochRow]) -> None:
    """Put ``history.json`` into the folder of a run."""
    told = {
        "network": network,
        "recipe": asdict(recipe),
        "history": [asdict(row) for row in rows],
    }
    (folder / HISTORY_FILE).write_text(json.dumps(told, indent=2), encoding="utf-8")


def read_history(folder: Path) -> tuple[str, Recipe, tuple[EpochRow, ...]]:
    """Network, recipe and epochs of a run; raises OperationError (FILE_NOT_READABLE)."""
    path = folder / HISTORY_FILE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        rows = tuple(EpochRow(**row) for row in told["history"])
        return str(told["network"]), Recipe(**told["recipe"]), rows
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = "it is missing or no training wrote it"
        raise OperationError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason=reason) from error
