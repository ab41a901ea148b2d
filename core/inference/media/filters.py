"""ffmpeg's audio filters over decoded frames, a few frames at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import av
from av.filter import Graph

Step = tuple[str, str]
"""A filter of ffmpeg and its options, as https://ffmpeg.org/ffmpeg-filters.html names them."""


def filtered(frames: Iterator[Any], *steps: Step) -> Iterator[Any]:
    """Frames after all steps, in order; they have to be of one format.

    Raises av.error.FFmpegError or ValueError where they are not.
    """
    graph = None
    for frame in frames:
        if graph is None:
            graph = _graph(frame, steps)
        # time stamps with gaps would be filled with silence
        frame.pts = None
        graph.push(frame)
        yield from _ready(graph)
    if graph is not None:
        graph.push(None)
        yield from _ready(graph)


def _graph(frame: Any, steps: tuple[Step, ...]) -> Any:
    graph = Graph()
    last = graph.add_abuffer(
        sample_rate=frame.sample_rate,
        format=frame.format,
        layout=frame.layout,
        time_base=frame.time_base,
    )
    for name, options in (*steps, ("abuffersink", "")):
        step = graph.add(name, options)
        last.link_to(step)
        last = step
    graph.configure()
    return graph


def _ready(graph: Any) -> Iterator[Any]:
    while True:
        try:
            yield graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
