"""What all pictures of moods share, shown on histories, sessions, weeks and cards."""

import io
import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from bot.presenters.card import draw_card
from bot.presenters.course import describe_course, draw_course
from bot.presenters.history import describe_history, draw_history
from bot.presenters.language import LANGUAGES, percent, speaking
from bot.presenters.lettering import drawable, width_px
from bot.presenters.look import (
    HEART,
    INK,
    MOOD_COLOURS,
    PAPER,
    PLANE,
    QUIET,
    WIDTH_PX,
    Sheet,
    alt_text,
)
from bot.presenters.plane import draw_plane
from bot.presenters.timeline import draw_timeline
from bot.presenters.week import describe_week, draw_week
from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.face_reading import FaceReading
from core.domain.mix import Verdict
from core.domain.mood import MoodCourse, MoodPoint
from core.domain.personal_data import StoredTrack
from core.domain.week import Week
from tests.fakes.songs import film_reading
from tests.unit.presenters.test_answer import mix_for

HAPPY, SAD, ANGRY, NEUTRAL = Emotion.HAPPY, Emotion.SAD, Emotion.ANGRY, Emotion.NEUTRAL
END = datetime(2026, 11, 21, 20, tzinfo=UTC)
SPOKEN = [
    language for language in LANGUAGES if (files("bot.presenters") / "locales" / language).is_dir()
]


def mood(label, days_ago=0.0, *, told=False):
    return MoodPoint(END - timedelta(days=days_ago), label, EMOTION_AFFECT[label], told=told)


def placed(valence, arousal):
    """Where somebody put themselves on the plane."""
    return MoodPoint.of(FaceReading.of_word(Affect(valence, arousal)), END)


def moods(*days_ago):
    """One mood for each of so many days ago, all seven in turn, every third the person's word."""
    return [
        mood(list(Emotion)[n % 7], days, told=n % 3 == 0)
        for n, days in enumerate(sorted(days_ago, reverse=True))
    ]


def liked(title, *artists):
    return StoredTrack(title, artists, Verdict.UP)


HISTORIES = {
    "one mood": moods(0),
    "an evening": moods(0.05, 0.1, 0.2),
    "six weeks with a gap": moods(*range(12), *range(24, 42)),
    "now and then": moods(0, 9, 30),
    "a year": moods(*(n * 0.9 for n in range(400))),
}
WEEK = Week(
    END.date(),
    tuple(moods(0, 0.1, 1, 2, 4, 4.1, 4.2, 6)),
    Affect(-0.9, 0.9),
    3,
    (
        liked("Here Comes the Sun", "The Beatles"),
        liked("夜に駆ける", "YOASOBI"),
        liked("L'incantevole passione " * 4, "Somebody"),
        liked("More"),
    ),
)
COURSES = {
    "two": MoodCourse((mood(SAD), mood(HAPPY))),
    "all alike": MoodCourse((mood(HAPPY),) * 5),
    "to a point": MoodCourse((mood(NEUTRAL), placed(0.5, -0.4))),
    "between points": MoodCourse((placed(-0.5, 0.4), placed(0.4, 0.5))),
    "at a point": MoodCourse((placed(0.5, -0.4), placed(0.6, -0.5))),
    "many": MoodCourse(tuple(mood(label) for label in [*Emotion, *Emotion])),
}
PICTURES = {
    **{f"history: {name}": (draw_history, each) for name, each in HISTORIES.items()},
    **{f"course: {name}": (draw_course, each) for name, each in COURSES.items()},
    "week": (draw_week, WEEK),
    "quiet week": (draw_week, Week(END.date(), (), None, 0, ())),
    "card": (draw_card, mix_for()),
    "card without a song": (draw_card, replace(mix_for(), seed=None)),
    "card of a film": (draw_card, replace(mix_for(), face=film_reading((HAPPY, 9), (SAD, 5)))),
    "timeline": (draw_timeline, film_reading((HAPPY, 3), (ANGRY, 4)).timeline),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fills_its_width_and_is_always_the_same(name):
    draw, shown = PICTURES[name]
    png = draw(shown)
    with Image.open(io.BytesIO(png)) as image:
        assert image.width == WIDTH_PX
        assert image.height <= 1.5 * WIDTH_PX
        assert len(image.convert("RGB").getcolors(maxcolors=2**22)) > 20
    assert draw(shown) == png


@pytest.fixture
def sheets(monkeypatch):
    """Every sheet that is drawn in the test, to look at its writing afterwards."""
    drawn = []
    finish = Sheet.png

    def keep(sheet):
        drawn.append(sheet)
        return finish(sheet)

    monkeypatch.setattr(Sheet, "png", keep)
    return drawn


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("name", PICTURES)
def test_all_writing_stays_on_the_paper_and_apart(name, language, sheets):
    draw, shown = PICTURES[name]
    with speaking(language):
        draw(shown)
    (sheet,) = sheets
    writing = [text for axes in sheet.figure.axes for text in axes.texts]
    for axes in sheet.figure.axes:
        first_s, last_s = axes.get_xlim()
        ticks = axes.get_xticklabels() if axes.axison else []
        writing += [text for text in ticks if first_s <= text.get_position()[0] <= last_s]
    places = [(text.get_text(), text.get_window_extent()) for text in writing if text.get_text()]
    assert len(places) > 4
    for words, place in places:
        assert place.x0 >= 0, words
        assert place.y0 >= 0, words
        assert place.x1 <= WIDTH_PX, words
        assert place.y1 <= sheet.figure.bbox.height, words
    for first, (words, place) in enumerate(places):
        for other, there in places[first + 1 :]:
            across = min(place.x1, there.x1) - max(place.x0, there.x0)
            down = min(place.y1, there.y1) - max(place.y0, there.y0)
            # descenders and accents may come near the next line
            assert across < 1 or down < 9, (words, other)


def test_a_gap_in_a_history_stays_empty():
    with Image.open(io.BytesIO(draw_history(moods(*range(8), *range(30, 40))))) as image:
        pixels = np.asarray(image.convert("L"))
    # 40 days on 936 pixels: nothing was noted from day 10 to day 31
    gap, busy = pixels[290:450, 330:790], pixels[290:450, 80:300]
    assert (gap > 150).sum() == 0
    assert (busy > 150).sum() > 500


def test_a_mood_that_was_told_is_drawn_as_a_ring():
    read, told = (draw_history([mood(HAPPY, told=told)]) for told in (False, True))
    shares = [share_of(MOOD_COLOURS[HAPPY], png) for png in (read, told)]
    assert shares[1] < shares[0]


def test_a_history_needs_a_mood():
    with pytest.raises(ValueError, match="mood"):
        draw_history([])


def test_the_heart_stands_before_what_was_liked_only():
    without = draw_week(replace(WEEK, liked=()))
    assert share_of(HEART, draw_week(WEEK)) > 0
    assert share_of(HEART, without) == 0


def test_a_title_without_letters_at_hand_gives_way_to_its_artist(sheets):
    draw_week(WEEK)
    written = {text.get_text() for axes in sheets[0].figure.axes for text in axes.texts}
    assert drawable("夜に駆ける") == ("夜に駆ける" in written)
    assert "YOASOBI" in written
    assert any(words.startswith("L'incantevole") and words.endswith("…") for words in written)


@pytest.mark.parametrize(
    "words",
    ["Größe, ça va, niño, coração", "Tiếng Việt: buồn bã", "क्षत्रिय हिन्दी", "خانه‌ات روشن است ۴۵٪"],
)
def test_every_language_of_moodmix_can_be_drawn(words):
    assert drawable(words)


@pytest.mark.parametrize("words", ["Ελληνικά", "Українська", "עברית", "ไทย", "Հայերեն", "ქართული"])
def test_titles_in_many_scripts_can_be_drawn(words):
    assert drawable(words)


def test_hindi_and_persian_are_shaped_and_not_set_letter_by_letter():
    """A conjunct is narrower than its letters, and joined Arabic letters than lone ones."""
    sheet = Sheet(200)
    for joined, apart in (("क्ष", "क ष"), ("ببب", "ب ب ب")):
        wide, wider = (width_px(sheet.figure, words, 40) for words in (joined, apart))
        assert wide < 0.9 * wider


def test_what_is_said_in_persian_runs_from_the_right_even_if_it_begins_with_a_number():
    with speaking("fa"):
        assert percent(0.54).startswith("\N{RIGHT-TO-LEFT MARK}۵۴")
    assert percent(0.54).startswith("54")


def test_fonts_stay_small():
    fonts = [
        path for path in (files("bot.presenters") / "fonts").iterdir() if path.suffix == ".ttf"
    ]
    assert 0 < sum(path.stat().st_size for path in fonts) < 400_000


## Descriptions


def test_the_history_is_told_with_dates_counts_and_change():
    shown = [mood(SAD, 20), mood(SAD, 19), mood(HAPPY, 1, told=True), mood(HAPPY, 0)]
    assert describe_history(shown) == (
        "Your mood history, 4 moods, 1–21 Nov: sad 2 and happy 2. "
        "Brighter and livelier than at first. One of them is your own word."
    )
    assert describe_history(shown[-1:]) == "Your mood history, one mood on 21 Nov: happy 1."


def test_a_session_is_told_from_the_first_mood_to_the_last():
    assert describe_course(COURSES["two"]) == (
        "What moved while you listened, on a plane from dark to bright and from calm to "
        "energetic: 1 sad (dark and calm) and 2 happy (bright and energetic). "
        "Brighter and livelier than at first."
    )


@pytest.mark.parametrize(
    ("name", "title", "moods_told"),
    [
        (
            "to a point",
            "You went from neutral to bright and calm.",
            "1 neutral (even-tempered) and 2 bright and calm.",
        ),
        (
            "at a point",
            "Your mood is about where it was: bright and calm.",
            "1 bright and calm and 2 bright and calm.",
        ),
    ],
)
def test_a_point_is_told_in_the_words_of_the_message(name, title, moods_told, sheets):
    draw_course(COURSES[name])
    (sheet,) = sheets
    written = [text.get_text() for axes in sheet.figure.axes for text in axes.texts]
    assert title in written
    assert "Bright and calm" in written
    assert moods_told in describe_course(COURSES[name])


def test_a_week_is_told_by_its_days_its_change_and_its_songs():
    week = Week(
        date(2026, 11, 21),
        (mood(SAD, 2), mood(HAPPY, 1), mood(HAPPY, 0)),
        Affect(-0.5, 0.4),
        1,
        (liked("Africa", "Toto"),),
    )
    assert describe_week(week) == (
        "15–21 Nov: This week, most often happy. Brighter and calmer than the week before. "
        "Thu: sad 1; Fri: happy 1; Sat: happy 1. One list was made. You liked Toto – Africa."
    )
    assert describe_week(Week(week.last, (), None, 0, ())) == (
        "15–21 Nov: A quiet week. No mood was noted in these seven days. No list was made."
    )


def test_descriptions_are_never_longer_than_platforms_take():
    long = Week(END.date(), tuple(WEEK.moods), None, 3, (liked("T" * 800, "A" * 700),) * 2)
    assert len(describe_week(long)) <= 1024
    assert alt_text("word " * 400).endswith(" …")


## Colours


@pytest.mark.parametrize("ground", [PAPER, PLANE])
@pytest.mark.parametrize("ink", [INK, QUIET])
def test_writing_stands_out_from_its_ground(ink, ground):
    assert contrast(to_rgb(ink), to_rgb(ground)) >= 4.5


@pytest.mark.parametrize("emotion", Emotion)
def test_numbers_stand_out_in_the_colour_of_each_mood(emotion):
    assert contrast(to_rgb(PAPER), to_rgb(MOOD_COLOURS[emotion])) >= 4.5


def test_names_stand_out_wherever_they_lie_on_the_plane():
    sheet = Sheet(1000)
    axes = draw_plane(sheet, 100, 100, 800)
    (glow,) = (image.get_array() for image in axes.images)
    brightest = max(glow.reshape(-1, 3), key=luminance)
    assert contrast(to_rgb(INK), brightest) >= 4.5


# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency" (2009): what people see who lack one of the three cones, in linear RGB
SIGHT = {
    "all colours": np.eye(3),
    "no red": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no green": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "no blue": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


@pytest.mark.parametrize("sight", SIGHT)
def test_moods_differ_for_everybodys_eyes(sight):
    seen = [oklab(SIGHT[sight] @ linear(to_rgb(colour))) for colour in MOOD_COLOURS.values()]
    distances = [math.dist(one, other) for n, one in enumerate(seen) for other in seen[n + 1 :]]
    assert min(distances) > 0.1


def linear(rgb):
    rgb = np.asarray(rgb)
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def luminance(rgb):
    return float(linear(rgb) @ (0.2126, 0.7152, 0.0722))


def contrast(one, other):
    """Of WCAG 2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def oklab(rgb):
    """Ottosson's space of perceived colour, of linear RGB."""
    cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    axes = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return axes @ np.cbrt(cones @ np.clip(rgb, 0, 1))


def share_of(colour, png):
    with Image.open(io.BytesIO(png)) as image:
        pixels = np.asarray(image.convert("RGB"), np.int16)
    wanted = np.round(255 * np.array(to_rgb(colour)))
    return float((np.abs(pixels - wanted).max(axis=2) < 4).mean())
