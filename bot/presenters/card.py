"""The mix card: the circumplex with the face, the song and the way of the tracks, as a PNG."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes

from bot.presenters.answer import TrackText, present_mix
from bot.presenters.language import digits, percent, row_of, say
from bot.presenters.look import INK, MARGIN_PX, MOOD_COLOURS, PAPER, WIDTH_PX, Sheet, alt_text
from bot.presenters.moods import feeling, feeling_of, mood_told, standing_alone
from bot.presenters.plane import draw_bubbles, draw_name, draw_plane
from bot.presenters.timeline import describe_timeline, draw_strip
from core.domain.affect import Affect
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent
from core.domain.mix import Mix

SIZE_PX = (WIDTH_PX, 1350)
"""Width and height: 4:5, which chat apps show whole on a phone."""

_STRIP_PX = 250
"""Height of the course of a video's mood, below the rest."""

_PLANE_PX, _PLANE_TOP_PX = 720, 214
_LIST_TOP_PX, _ROW_PX = 1022, 68


def draw_card(mix: Mix) -> bytes:
    """Draw the card as PNG, a video's with the course of its mood at the foot.

    The same mix gives the same bytes. Call it in a thread.
    """
    timeline = mix.face.timeline
    sheet = Sheet(SIZE_PX[1] + (_STRIP_PX if timeline else 0))
    sheet.headline(say("card-headline", mood=_headline_mood(mix.face), intent=mix.decision.intent))
    _draw_plane(sheet, mix)
    _draw_list(sheet, present_mix(mix).tracks)
    if timeline:
        draw_strip(sheet, timeline, SIZE_PX[1])
    return sheet.png()


def describe_card(mix: Mix) -> str:
    """The card in words, for people who cannot see it."""
    tracks = [
        say("card-alt-track", position=position, feeling=feeling_of(song.rated.affect))
        for position, song in enumerate(mix.recommendations, start=1)
    ]
    words = say(
        "card-alt",
        intent=mix.decision.intent,
        face=say("feeling-feel", feeling=feeling_of(mix.face.affect)),
        song=feeling(mix.seed.affect) if mix.seed else "",
        seed="song" if mix.seed else "none",
        tracks=row_of(tracks),
    )
    course = f" {describe_timeline(mix.face.timeline)}" if mix.face.timeline else ""
    return alt_text(words + course)


def _headline_mood(face: FaceReading) -> str:
    emotion = face.emotion.label
    if face.told:
        return standing_alone(mood_told(face))
    if face.is_everyones:
        return say("card-mood-everyone", emotion=emotion)
    if not face.sure:
        return say("card-mood-unsure", emotion=emotion)
    return say("card-mood", emotion=emotion, sure=percent(face.emotion.confidence))


def _draw_plane(sheet: Sheet, mix: Mix) -> None:
    """The face in the colour of its mood, the song, and the tracks by their numbers."""
    axes = draw_plane(sheet, (WIDTH_PX - _PLANE_PX) / 2, _PLANE_TOP_PX, _PLANE_PX)
    face, song = mix.face.affect, mix.seed.affect if mix.seed else None
    marked = [face, song] if song else [face]
    taken = [*marked, *draw_name(axes, face, say("plane-you"), marked)]
    if song:
        axes.plot(song.valence, song.arousal, "D", ms=19, mfc=PAPER, mec=INK, mew=3.5, zorder=6)
        taken += draw_name(axes, song, say("plane-song"), taken)
    colour = MOOD_COLOURS[mix.face.emotion.label]
    axes.plot(face.valence, face.arousal, "o", ms=30, mfc=colour, mec=PAPER, mew=3.5, zorder=6)
    points = [recommendation.rated.affect for recommendation in mix.recommendations]
    numbers = range(1, len(points) + 1)
    bubbles = draw_bubbles(axes, points, [INK] * len(points), taken, numbers)
    if mix.decision.intent is not Intent.MODULATE:
        _draw_way(axes, [face, *bubbles])


def _draw_way(axes: Axes, points: Sequence[Affect]) -> None:
    """Join the face and the tracks in the order in which they are heard."""
    axes.plot(
        [point.valence for point in points],
        [point.arousal for point in points],
        color=INK,
        lw=4,
        alpha=0.4,
        solid_capstyle="round",
        solid_joinstyle="round",
        zorder=2.5,
    )


def _draw_list(sheet: Sheet, tracks: Sequence[TrackText]) -> None:
    for row, track in enumerate(tracks):
        y_px = _LIST_TOP_PX + row * _ROW_PX
        sheet.badge(MARGIN_PX + 22, y_px, digits(track.position), INK)
        sheet.song(MARGIN_PX + 64, y_px, track.title, track.artist)
