"""What our drawn pictures share: colours, size of the writing on a phone, and the way to PNG."""

from __future__ import annotations

import io

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

PAPER, PLANE, GRID = "#15171e", "#1d2029", "#343947"
INK, QUIET = "#f4f2ee", "#a9afbd"

_DPI = 100


def blank(size_px: tuple[int, int]) -> Figure:
    """An empty figure of this width and height, drawn without pyplot and its global state."""
    figure = Figure(figsize=(size_px[0] / _DPI, size_px[1] / _DPI), dpi=_DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)  # becomes the figure's canvas
    return figure


def as_png(figure: Figure) -> bytes:
    """The figure as PNG; equal figures give equal bytes."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", facecolor=PAPER)
    return buffer.getvalue()
