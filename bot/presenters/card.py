"""The mix card: the circumplex with the face, the song and the way of the tracks, as a PNG."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from matplotlib import get_data_path
from matplotlib.axes import Axes
from matplotlib.figure import FigureBase
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Circle
from numpy.typing import NDArray

from bot.presenters.answer import TrackText, present_mix
from bot.presenters.language import percent, row_of, say
from bot.presenters.look import GRID, INK, PAPER, PLANE, QUIET, as_png, blank
from bot.presenters.moods import feeling, feeling_of, mood_told
from bot.presenters.timeline import describe_timeline, draw_strip
from core.domain.affect import Affect
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.mix import Mix

SIZE_PX = (1080, 1350)
"""Width and height: 4:5, which chat apps show whole on a phone."""

_STRIP_PX = 250
"""Height of the course of a video's mood, below the rest."""

_FACE, _SONG, _TRACK = "#ffb454", "#7cc7ff", "#9be28f"

_BUBBLE_RADIUS = 0.075
"""Of a track's number, in units of the plane."""

_EDGE = 0.88
"""Beyond this a marker's name would leave the plane."""

_NAME_REACH = 0.07
"""From the middle of a marker's name to the middle of its first or last letters."""

_LINE_CHARACTERS = 58
"""Longest track line that fits the card at its size."""


def draw_card(mix: Mix) -> bytes:
    """Draw the card, a video's with the course of its mood at the foot.

    Deterministic for the same mix. Takes some 0.2 s: call it in a thread.
    """
    width_px, height_px = SIZE_PX
    strip_px = _STRIP_PX if mix.face.timeline else 0
    figure = blank((width_px, height_px + strip_px))
    card: FigureBase = figure
    if mix.face.timeline:
        (card,), (strip,) = figure.subfigures(
            2, 1, squeeze=False, height_ratios=(height_px, strip_px), hspace=0
        )
        card.set_facecolor(PAPER)
        strip.set_facecolor(PAPER)
        draw_strip(strip, mix.face.timeline)
    _draw_headline(card, mix)
    _draw_plane(card, mix)
    _draw_list(card, present_mix(mix).tracks)
    return as_png(figure)


def describe_card(mix: Mix) -> str:
    """The card in words, for people who cannot see it."""
    tracks = [
        say("card-alt-track", position=position, feeling=feeling_of(song.rated.affect))
        for position, song in enumerate(mix.recommendations, start=1)
    ]
    words = say(
        "card-alt",
        intent=mix.decision.intent,
        face=say("feeling-face", feeling=feeling_of(mix.face.affect)),
        song=feeling(mix.seed.affect) if mix.seed else "",
        seed="song" if mix.seed else "none",
        tracks=row_of(tracks),
    )
    return f"{words} {describe_timeline(mix.face.timeline)}" if mix.face.timeline else words


def _draw_headline(figure: FigureBase, mix: Mix) -> None:
    headline = say("card-headline", mood=_headline_mood(mix.face), intent=mix.decision.intent)
    figure.text(0.07, 0.945, headline, color=INK, fontsize=29, fontweight="bold", va="center")
    figure.text(0.93, 0.945, "moodmix", color=QUIET, fontsize=18, va="center", ha="right")


def _headline_mood(face: FaceReading) -> str:
    emotion = face.emotion.label
    if face.told:
        told = mood_told(face)
        return told[0].upper() + told[1:]
    if face.is_everyones:
        return say("card-mood-everyone", emotion=emotion)
    if not face.sure:
        return say("card-mood-unsure", emotion=emotion)
    return say("card-mood", emotion=emotion, sure=percent(face.emotion.confidence))


def _draw_plane(figure: FigureBase, mix: Mix) -> None:
    side = 0.72
    axes = figure.add_axes((0.14, 0.31, side, side * SIZE_PX[0] / SIZE_PX[1]))
    axes.set(xlim=(-1.08, 1.08), ylim=(-1.08, 1.08), facecolor=PLANE, xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_color(GRID)
    axes.axhline(0, color=GRID, lw=1.5, zorder=1)
    axes.axvline(0, color=GRID, lw=1.5, zorder=1)
    axes.add_patch(Circle((0, 0), 1, fill=False, color=GRID, lw=1.5, zorder=1))
    for x, y, edge, rotation in (
        (0, 1.15, "top", 0),
        (0, -1.15, "bottom", 0),
        (-1.15, 0, "left", 90),
        (1.15, 0, "right", -90),
    ):
        word = say("plane-edge", edge=edge)
        axes.text(x, y, word, color=QUIET, fontsize=18, rotation=rotation, ha="center", va="center")
    face, song = mix.face.affect, mix.seed.affect if mix.seed else None
    leads = mix.decision.intent is not Intent.MODULATE
    axes.annotate(
        "",
        xy=(mix.target.valence, mix.target.arousal),
        xytext=(face.valence, face.arousal),
        arrowprops={
            "arrowstyle": "-|>",
            "color": _FACE,
            "lw": 2,
            "alpha": 0.6,
            "linestyle": "--" if leads else "-",
        },
        zorder=2,
    )
    above = song is None or face.arousal >= song.arousal
    taken = [face, *_draw_marker(axes, face, "o", _FACE, say("plane-you"), above=above)]
    if song:
        name = _draw_marker(axes, song, "D", _SONG, say("plane-song"), above=not above)
        taken += [song, *name]
    points = [recommendation.rated.affect for recommendation in mix.recommendations]
    if leads:
        _draw_way(axes, [face, *points])
    _draw_tracks(axes, points, taken)


def _draw_marker(
    axes: Axes, point: Affect, marker: str, color: str, word: str, *, above: bool
) -> tuple[Affect, Affect]:
    """Draw a named point; returns where its name begins and ends."""
    if abs(point.arousal) > _EDGE:
        above = point.arousal < 0
    label = Affect.clipped(
        min(_EDGE, max(-_EDGE, point.valence)), point.arousal + (0.12 if above else -0.12)
    )
    axes.plot(point.valence, point.arousal, marker, color=color, ms=17, mec=PAPER, mew=2, zorder=6)
    axes.text(
        label.valence,
        label.arousal,
        word,
        color=color,
        fontsize=19,
        fontweight="bold",
        ha="center",
        va="center",
        zorder=7,
    )
    return (
        Affect.clipped(label.valence - _NAME_REACH, label.arousal),
        Affect.clipped(label.valence + _NAME_REACH, label.arousal),
    )


def _draw_way(axes: Axes, points: Sequence[Affect]) -> None:
    """Join the face and the tracks in the order in which they are heard."""
    axes.plot(
        [point.valence for point in points],
        [point.arousal for point in points],
        color=_TRACK,
        lw=3,
        alpha=0.45,
        solid_capstyle="round",
        solid_joinstyle="round",
        zorder=2.5,
    )


def _draw_tracks(axes: Axes, points: Sequence[Affect], taken: Sequence[Affect]) -> None:
    bubbles = _spread(points, taken)
    for position, (point, (x, y)) in enumerate(zip(points, bubbles, strict=True), start=1):
        axes.plot([point.valence, x], [point.arousal, y], color=_TRACK, lw=1.2, zorder=3)
        axes.plot(point.valence, point.arousal, ".", color=_TRACK, ms=8, zorder=3)
        axes.add_patch(Circle((x, y), _BUBBLE_RADIUS, fc=_TRACK, ec=PAPER, lw=2, zorder=4))
        axes.text(
            x,
            y - 0.004,
            str(position),
            color=PAPER,
            fontsize=18,
            fontweight="bold",
            ha="center",
            va="center",
            zorder=5,
        )


def _spread(points: Sequence[Affect], taken: Sequence[Affect]) -> NDArray[np.float64]:
    """Push the tracks' bubbles apart, and off the two markers, so that each can be read.

    Returns (n, 2) positions inside the plane; points that collide with nothing stay.
    """
    fixed = np.array([(point.valence, point.arousal) for point in taken])
    moved = np.array([(point.valence, point.arousal) for point in points], np.float64)
    moved = moved.reshape(-1, 2)
    # identical points need a direction to part in
    angles = np.arange(len(moved)) * 2.4
    moved += 1e-3 * np.column_stack([np.cos(angles), np.sin(angles)])
    for _ in range(200):
        everything = np.vstack([moved, fixed])
        gaps = moved[:, None] - everything[None]
        distances = np.linalg.norm(gaps, axis=2)
        np.fill_diagonal(distances[:, : len(moved)], np.inf)
        overlap = np.clip(2.15 * _BUBBLE_RADIUS - distances, 0, None)
        if not overlap.any():
            break
        steps = gaps / np.maximum(distances, 1e-9)[..., None] * overlap[..., None]
        moved = np.clip(moved + 0.5 * steps.sum(axis=1), -1, 1)
    return moved


def _draw_list(figure: FigureBase, tracks: Sequence[TrackText]) -> None:
    for index, track in enumerate(tracks):
        y, number = 0.235 - index * 0.046, str(track.position)
        figure.text(0.08, y, number, color=_TRACK, fontsize=19, fontweight="bold", va="center")
        figure.text(0.12, y, _fit(track), color=INK, fontsize=19, va="center", parse_math=False)


def _fit(track: TrackText) -> str:
    """The track's line, shortened; only as much of it as the card's font can draw."""
    lines = (track.heading, track.artist, track.title)
    line = next((line for line in lines if line and _drawable(line)), None)
    line = line or say("card-see-message")
    return line if len(line) <= _LINE_CHARACTERS else line[: _LINE_CHARACTERS - 1].rstrip() + "…"


def _drawable(text: str) -> bool:
    return all(ord(character) in _font_characters() for character in text)


@lru_cache(maxsize=1)
def _font_characters() -> frozenset[int]:
    font = FT2Font(str(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"))
    return frozenset(font.get_charmap())
