"""First weights of a network: fresh, those of an earlier run, or those of a shipped file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from models.emotion.material import Material
from models.emotion.networks import BUILDERS
from models.emotion.networks.moodnet import MoodNet
from models.emotion.reader import Reader
from models.emotion.recipes import Recipe
from models.refusal import Refusal
from models.training.learner import device_at_hand, load_state

FINAL_WEIGHTS = "final.pt"
HEADS = ("labels", "votes")
_CALIBRATION_FACES = 1024
_NORM = nn.BatchNorm2d
_STEM = "features.0.weight"
_QUANTISED = "_quantized"


def fresh_network(name: str, classes: int, seed: int) -> nn.Module:
    """A network with random first weights, the same for the same seed."""
    torch.manual_seed(seed)
    return BUILDERS[name](classes)


def started_network(name: str, start: Path, material: Material, recipe: Recipe) -> nn.Module:
    """The network of that name to go on from: ``stored_network`` for the faces it is to learn.

    Without votes there is one thing to learn, so both opinions of moodnet start as their mean.
    """
    network = stored_network(name, start, material, recipe)
    if isinstance(network, MoodNet) and not material.has_votes:
        _unite_heads(network)
    return network


def stored_network(name: str, start: Path, material: Material, recipe: Recipe) -> nn.Module:
    """The network of that name with earlier weights; raises Refusal where they do not fit.

    start: the weights of an earlier run, its folder, or an exported moodnet. ``material`` gives
    the classes, and the faces that batch statistics are taken over where the file has none.
    """
    path = start / FINAL_WEIGHTS if start.is_dir() else start
    network: nn.Module = BUILDERS[name](len(material.classes))
    try:
        if path.suffix == ".onnx" and isinstance(network, MoodNet):
            network = _unfold(path, material, recipe)
        else:
            weights = load_state(path, torch.device("cpu"))
            if isinstance(network, MoodNet):
                network = MoodNet.shaped_like(weights)
            network.load_state_dict(weights)
    except (OSError, RuntimeError, KeyError, ValueError, DecodeError) as error:
        raise Refusal(
            f"{path} holds no weights that {name} can start from. "
            "Please give the folder of an earlier run of the same network, or moodnet.onnx."
        ) from error
    return network


def further_networks(start: Path, material: Material, recipe: Recipe) -> list[nn.Module]:
    """The other networks of an exported moodnet, which may hold several; as ``stored_network``."""
    every = range(1, len(_stems(_weights_in(start))))
    return [_unfold(start, material, recipe, which) for which in every]


def teach(folders: Sequence[Path], material: Material, recipe: Recipe) -> NDArray[np.float32]:
    """(n, 2, classes) mean of what earlier runs of moodnet read in each face."""
    device = device_at_hand()
    pixels = torch.from_numpy(material.pixels)
    read = [
        Reader(stored_network("moodnet", folder, material, recipe), recipe).to(device)
        for folder in folders
    ]
    mean = torch.stack([reader.probabilities(pixels) for reader in read]).mean(0)
    return np.asarray(mean.numpy(), np.float32)


@torch.no_grad()
def _unite_heads(network: MoodNet) -> None:
    for part in ("weight", "bias"):
        both = [getattr(getattr(network, head), part) for head in HEADS]
        mean = torch.stack(both).mean(0)
        for each in both:
            each.copy_(mean)


def _unfold(path: Path, material: Material, recipe: Recipe, which: int = 0) -> MoodNet:
    """One network of an exported moodnet, whose batch norms were folded away.

    Folding leaves a scaled kernel and a bias. Each batch norm is given back such statistics, over
    some faces, and such scale and bias that together they change nothing.
    """
    every = _weights_in(path)
    # what moodnet was a part of when it was exported
    outside = _stems(every)[which].removesuffix(_STEM)
    stored = {
        name.removeprefix(outside): value
        for name, value in every.items()
        if name.startswith(outside)
    }
    for part in ("weight", "bias"):  # a file may hold one opinion only
        stored.setdefault(f"votes.{part}", stored[f"labels.{part}"])
    network = MoodNet.shaped_like(stored)
    names = {each: name for name, each in network.named_modules() if isinstance(each, _NORM)}
    missing = network.load_state_dict(stored, strict=False).missing_keys
    if lost := {name.rpartition(".")[0] for name in missing} - set(names.values()):
        raise KeyError(f"{', '.join(sorted(lost))} is missing")

    def give_back(norm: nn.BatchNorm2d, inputs: tuple[Tensor, ...]) -> None:
        chain, place = names[norm].rsplit(".", 1)
        bias = stored[f"{chain}.{int(place) - 1}.weight_bias"]
        mean, variance = inputs[0].mean((0, 2, 3)), inputs[0].var((0, 2, 3), unbiased=False)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.data.copy_((variance + norm.eps).sqrt())
        norm.bias.data.copy_(mean + bias)

    hooks = [norm.register_forward_pre_hook(give_back) for norm in names]
    faces = torch.from_numpy(material.pixels[:_CALIBRATION_FACES]).float() / 255
    network.eval()
    with torch.inference_mode():
        Reader(network, recipe)(faces)
    for hook in hooks:
        hook.remove()
    return network


def _stems(weights: Mapping[str, Tensor]) -> list[str]:
    """The name of the first kernel of each network in a file."""
    return sorted(name for name in weights if name.endswith(_STEM)) or [_STEM]


def _weights_in(path: Path) -> dict[str, Tensor]:
    """Every weight of an ONNX file by its name in torch, eight-bit ones as floating point."""
    found = onnx.load(path).graph.initializer
    stored = {each.name: torch.from_numpy(numpy_helper.to_array(each).copy()) for each in found}
    weights = {}
    for name, value in stored.items():
        plain = name.removesuffix(_QUANTISED)
        if plain != name:
            # onnxruntime calls the scale of a kernel after the kernel, that of a bias after itself
            owner = plain if f"{plain}_scale" in stored else name
            per_channel = (-1, *[1] * (value.ndim - 1))
            zero = stored[f"{owner}_zero_point"].float().reshape(per_channel)
            scale = stored[f"{owner}_scale"].reshape(per_channel)
            value = (value.float() - zero) * scale  # noqa: PLW2901 - the same weight, readable
        weights[plain] = value
    return weights
