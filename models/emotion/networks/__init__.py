"""The networks that read faces, each in one file, and the table of their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from torch import nn

from models.emotion.networks.conv_lstm import ConvLstm
from models.emotion.networks.moodnet import MoodNet
from models.emotion.networks.table1 import Table1
from models.emotion.networks.three_conv import ThreeConv

BUILDERS: Mapping[str, Callable[[int], nn.Module]] = MappingProxyType(
    {
        "moodnet": MoodNet,
        "moodnet-wide": partial(MoodNet, widths=(32, 64, 144, 288), blocks=(1, 2, 2)),
        "table1": Table1,
        "table1-three": partial(Table1, fourth=False),
        "three-conv": ThreeConv,
        "convlstm": ConvLstm,
    }
)
"""Each builds a fresh network for a number of classes; ``recipes.RECIPES`` says how it learns."""
