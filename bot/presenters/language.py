"""The language moodmix speaks: words by name, in the language of whoever is being answered.

Words stand in Fluent files (https://projectfluent.org), ``locales/<language>/*.ftl``. An adapter
opens a ``speaking`` block around each request; everything that is said inside it, also by tasks and
threads that it starts, comes out in that language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, reduce
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_percent
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.types import FluentNumber, FluentType, fluent_number

LANGUAGES = ("en", "de", "es", "pt", "fr", "hi", "vi", "fa")
"""What moodmix speaks, by ISO 639-1 code, its own language first."""

_FIRST = LANGUAGES[0]

_CODE_LENGTH = 2

_ENGLISH_PERCENT = "#,##0\N{NO-BREAK SPACE}%"
"""Our English sets the sign apart; other languages write it as Unicode has it."""

_RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"

_LINE = re.compile("^(?=.)", re.MULTILINE)
"""Where a line begins that is not empty."""

_DIGITS: Mapping[str, dict[int, str]] = {
    "fa": str.maketrans(
        {
            **dict(zip("0123456789", "۰۱۲۳۴۵۶۷۸۹", strict=True)),
            ".": "\N{ARABIC DECIMAL SEPARATOR}",
            ",": "\N{ARABIC THOUSANDS SEPARATOR}",
            "%": f"{_RIGHT_TO_LEFT}\N{ARABIC PERCENT SIGN}",
        }
    )
}
"""Of languages with digits of their own, for which Babel writes 0 to 9. A sign follows them."""

_spoken: ContextVar[str] = ContextVar("spoken", default=_FIRST)


def say(name: str, /, **values: str | float) -> str:
    """The words called ``name``, with ``values`` in their places.

    A text in several paragraphs keeps its line breaks. Raises KeyError for a name that no file has,
    and ValueError where a value is missing.
    """
    bundle = _bundle(_spoken.get())
    if not bundle.has_message(name):
        bundle = _bundle(_FIRST)
    if not bundle.has_message(name):
        raise KeyError(name)
    pattern = bundle.get_message(name).value
    if pattern is None:
        raise KeyError(name)
    words, errors = bundle.format_pattern(pattern, values)
    if any(isinstance(error, FluentReferenceError) for error in errors):
        raise ValueError(f"{name}: {errors}")
    return _directed(str(words))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak one of ``LANGUAGES`` inside the block; any other counts as English."""
    token = _spoken.set(language if language in LANGUAGES else _FIRST)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The code of the language being spoken."""
    return _spoken.get()


def spoken_locale() -> Locale:
    """What Unicode knows of the language being spoken: its dates, numbers and names."""
    return _locale(_spoken.get())


def known_language(tag: str | None) -> str | None:
    """Of a language tag such as "pt-BR" the language, where moodmix speaks it."""
    code = (tag or "").replace("_", "-").partition("-")[0].lower()
    return code if code in LANGUAGES else None


def reads_from_right() -> bool:
    """Whether the language being spoken is written from right to left."""
    return _locale(_spoken.get()).text_direction == "rtl"


def language_name(code: str, *, own: bool = False) -> str:
    """The name of a language by its code; own: as its speakers call it. The code where unknown."""
    name = _locale(code if own and code in LANGUAGES else _spoken.get()).languages.get(code)
    return name or code


def language_code(text: str) -> str | None:
    """The code of a language given as code of two letters or by its name; None for others."""
    word = text.strip().casefold()
    if len(word) == _CODE_LENGTH and word.isascii() and word.isalpha():
        return word
    return next((code for code, name in language_names().items() if name.casefold() == word), None)


def language_names() -> Mapping[str, str]:
    """Every language with a code of two letters, by this code, as the one being spoken has it."""
    names = _locale(_spoken.get()).languages
    return {code: name for code, name in names.items() if len(code) == _CODE_LENGTH}


def percent(share: float) -> str:
    """A share in [0, 1] as whole per cent, the way the language writes it: with a space or not."""
    pattern = _ENGLISH_PERCENT if _spoken.get() == _FIRST else None
    return digits(format_percent(share, format=pattern, locale=_locale(_spoken.get())))


def digits(number: int | str) -> str:
    """A number, or a date or the like with numbers in it, in the language's own digits."""
    return _directed(_in_digits(str(number)))


def clock(seconds: float) -> str:
    """A place in a recording as minutes and seconds, such as 2:05."""
    minutes, rest = divmod(round(seconds), 60)
    return digits(f"{minutes}:{rest:02}")


def all_of(parts: Sequence[str]) -> str:
    """Parts in a row, with "and" before the last."""
    return format_list(list(parts), style="standard", locale=_locale(_spoken.get()))


def one_of(parts: Sequence[str]) -> str:
    """Parts in a row, with "or" before the last."""
    return format_list(list(parts), style="or", locale=_locale(_spoken.get()))


def row_of(parts: Sequence[str]) -> str:
    """Parts in a row that may hold rows of their own."""
    return reduce(lambda before, after: say("row", before=before, after=after), parts or [""])


def _directed(words: str) -> str:
    """Words marked to run the way of the language, also where a line begins with a value."""
    return _LINE.sub(_RIGHT_TO_LEFT, words) if reads_from_right() else words


def _in_digits(words: str) -> str:
    return words.translate(_DIGITS.get(_spoken.get(), {}))


class _Written(FluentType):
    """What NUMBER() makes of a number in messages; a text, such as a place for one, stays.

    options: those of Fluent's own NUMBER(), such as useGrouping.
    """

    def __init__(self, number: FluentNumber | str, **options: int) -> None:
        self._number = number if isinstance(number, str) else fluent_number(number, **options)

    def format(self, locale: Locale) -> str:
        number = self._number
        return number if isinstance(number, str) else _in_digits(number.format(locale))


@cache
def _locale(language: str) -> Locale:
    # of all English only that of Britain writes "a, b and c"
    return Locale.parse("en_GB" if language == "en" else language)


@cache
def _bundle(language: str) -> FluentBundle:
    # marks of direction around values are needed only where the words run the other way
    isolating = _locale(language).text_direction == "rtl"
    bundle = FluentBundle([language], functions={"NUMBER": _Written}, use_isolating=isolating)
    for file in sorted((Path(__file__).parent / "locales" / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
