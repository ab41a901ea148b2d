"""Song titles and artist names reduced to keys, so that spellings of one song can be compared.

Keys are for comparing only and never shown. Every function here is pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from core.domain.track import Track

TEXT_LIMIT = 500
"""Longest title or name, in characters, that is looked at."""

KEY_LIMIT = 200
"""Longest key, in characters; what follows is not compared."""

KEYS_KEPT = 2**14
"""Keys of titles and of names remembered, because ranking asks for the same ones every time."""

_PLAIN_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        # Arabic keyboards write the Persian letters otherwise
        "\N{ARABIC LETTER YEH}": "\N{ARABIC LETTER FARSI YEH}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER FARSI YEH}",
        "\N{ARABIC LETTER KAF}": "\N{ARABIC LETTER KEHEH}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "&": " and ",
        "\N{MULTIPLICATION SIGN}": " x ",
    }
)
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200b-\u200f]")
_APOSTROPHES = re.compile("['`\u00b4\u02bc\u2018\u2019]")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
_STYLISED = (
    (re.compile(r"(?<=\w)\$(?=\w)|\$(?=[^\W\d])|(?<=[^\W\d])\$"), "s"),
    (re.compile(r"(?<=\w)!(?=\w)"), "i"),
)

_RECORDING = (
    r"(?:\d{4}\s+)?(?:digital(?:ly)?\s+)?re-?master(?:ed|izado)?\b|remasterizado\b|"
    r"(?:official|officiel|oficial|offizielles?)\b|video\s*cl?ip\b|bonus\s+track\b|"
    r"(?:radio|single|short|album|original|\d{4})\s+(?:edit|version|mix)\b|"
    r"live(?:$|\s+(?:at|in|from|on|version|session|performance|aid|\d{4})\b)|"
    r"(?:music\s+)?from\s+(?:the\b|[\"'“\u2018])|main\s+title\b|"
    r"(?:(?:music|lyrics?|letra|visuali[sz]er|audio|video|m/?v|h[dq]|uhd|4k|mono|stereo|explicit|"
    r"clean|deluxe|version)\b[\s,/]*)+$"
)
_GUESTS = r"feat\b|ft\b|featuring\b|with\s|con\s|prod\b"
_ASIDE = re.compile(r"\s*[(\[【]([^()\[\]【】]*)[)\]】]")
_ABOUT_RECORDING = re.compile(rf"^(?:{_GUESTS}|{_RECORDING})|\bre-?master(?:ed)?\b|\bversion$")
_OTHER_TAKE = re.compile(
    r"\b(?:remix|rmx|mix|edit|cover|acoustic|ac[uú]stico|instrumental|karaoke|slowed|sped|nightcore|"
    r"reverb|demo|reprise|orchestral|piano|unplugged|stripped|tribute|8d|mashup|rework|bootleg|"
    r"version|vip|dub|pt|part|interlude)\b"
)
_AFTER_DASH = re.compile(rf"(?<=\S)\s+[-–—|]\s+(?:{_RECORDING}).*$")
_GUESTS_AT_END = re.compile(r"(?<=\S)\s+(?:feat|ft|featuring)\b\.?\s+\S.*$")
_ONLY_ARTICLES = re.compile(
    r"(?:(?:the|an?|el|la|los|las|les?|il|lo|der|die|das|os?|as|uma?|une?|eine?)(?:\s|$))*"
)
_SLIP = 0.6
"""How alike two words are at least when one is a slip of the other."""

_PART = re.compile(r"\bpt\b")
_PART_NUMBER = re.compile(r"(?<=\w) part \w+$")
_SIDES = re.compile(r":\s+|\s+/\s+")
_CHANNEL = re.compile(r"(?<=\S)(?:\s+-\s+topic|\s*vevo|\s+official)$")
_JOINED_ARTISTS = re.compile(
    r"\s*(?:[,;/&+•]|\b(?:feat|ft|featuring|with|and|y|e|et|und|x|vs)\b\.?)\s*"
)


@lru_cache(maxsize=KEYS_KEPT)
def match_title(title: str) -> str:
    """Key of a title: no case, accents, punctuation, guests or remarks about the recording.

    Remixes, covers and acoustic takes keep their remark, because they feel different.
    """
    text = _folded(title)
    bare = _ASIDE.sub(_keep_meaningful_aside, text)
    bare = _GUESTS_AT_END.sub("", _AFTER_DASH.sub("", bare))
    return _PART.sub("part", _key(bare) or _key(text))[:KEY_LIMIT].strip()


def bare_title(title: str) -> str:
    """Key of a title without its brackets, for "(Sittin' On) The Dock of the Bay".

    The same as ``match_title`` where the brackets name another take or nothing would remain.
    """
    text = _folded(title)
    if any(_OTHER_TAKE.search(aside) for aside in _ASIDE.findall(text)):
        return match_title(title)
    outside = _ASIDE.sub(" ", text).strip()
    return match_title(outside) if _key(outside) else match_title(title)


def title_keys(title: str) -> tuple[str, ...]:
    """Keys under which a song may be named: the title first, then it without its brackets."""
    return tuple(dict.fromkeys(key for key in (match_title(title), bare_title(title)) if key))


def short_title_keys(title: str) -> tuple[str, ...]:
    """Keys of what people shorten a title to; less certain than ``title_keys``.

    The sides of ": " and " / ", a bracketed name in another script, and the title without its
    leading article or trailing part number.
    """
    text = _folded(title)
    sides = [side for side in _SIDES.split(text) if side.strip()]
    named = [aside for aside in _ASIDE.findall(text) if not aside.isascii()]
    keys = [match_title(part) for part in (*sides, *named)]
    keys += [_without_article(key) for key in title_keys(title)]
    keys += [_PART_NUMBER.sub("", key) for key in title_keys(title)]
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=KEYS_KEPT)
def match_artist(name: str) -> str:
    """Key of one artist's name: no case, accents, punctuation, leading "the" or channel suffix."""
    text = _folded(name)
    key = _key(_CHANNEL.sub("", text)) or _key(text)
    return _without_article(key)


def artist_keys(credit: str) -> tuple[str, ...]:
    """Keys of everyone in a credit line, the line as a whole first ("Earth, Wind & Fire")."""
    whole = match_artist(credit)
    parts = (match_artist(part) for part in _JOINED_ARTISTS.split(_folded(credit)) if part.strip())
    return tuple(dict.fromkeys(key for key in (whole, *parts) if key))


def match_key(track: Track) -> tuple[str, str]:
    """Key of a song: its title and lead artist; equal keys are spellings of one song."""
    return match_title(track.title), match_artist(track.artists[0]) if track.artists else ""


def likeness(one: str, other: str) -> float:
    """How alike two keys look, from 0 to 1 (equal); the order of words counts little.

    Ratcliff and Obershelp's ratio from difflib.
    """
    if one == other:
        return 1.0
    first, second = sorted((one, other))
    ratio = _ratio(first, second)
    if " " in first and " " in second:
        ratio = max(ratio, _ratio(_sorted_words(first), _sorted_words(second)) - 0.02)
    return ratio


def similarity(one: str, other: str) -> float:
    """How surely two keys name one song, from 0 to 1 (equal).

    Their likeness, but at most half where they differ in a number ("1989", "1999"), in the take
    ("remix") or in a whole word ("Use Somebody", "Be Somebody") rather than in its spelling.
    """
    if one == other:
        return 1.0
    alike = _marks_of(one) == _marks_of(other) and _differ_in_spelling(*sorted((one, other)))
    return min(likeness(one, other), 0.99 if alike else 0.5)


def _keep_meaningful_aside(match: re.Match[str]) -> str:
    aside = match.group(1).strip()
    noise = not aside or (_ABOUT_RECORDING.search(aside) and not _names_other_take(aside))
    return " " if noise else match.group()


def _names_other_take(aside: str) -> bool:
    take = _OTHER_TAKE.search(re.sub(rf"(?:{_RECORDING})", "", aside))
    return take is not None and take.group() != "version" and not re.match(_GUESTS, aside)


def _folded(text: str) -> str:
    """Lower case without accents; letters of other scripts stay whole."""
    decomposed = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKD", text[:TEXT_LIMIT]).casefold()
    )
    return unicodedata.normalize("NFKC", _MARKS.sub("", decomposed).translate(_PLAIN_LETTERS))


def _key(folded: str) -> str:
    """Words of letters, digits and vowel signs; punctuation only where there is nothing else."""
    text = _INITIALS.sub(r"\1", _APOSTROPHES.sub("", folded))
    for stylised, plain in _STYLISED:
        text = stylised.sub(plain, text)
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in text)
    words = "".join(kept).split()
    return " ".join(words or folded.split())[:KEY_LIMIT].strip()


def _without_article(key: str) -> str:
    while key.startswith("the ") and len(key) > len("the "):
        key = key[len("the ") :]
    return key


def _marks_of(key: str) -> Counter[str]:
    """Numbers and words for other takes: where these differ, the songs do."""
    return Counter(re.findall(r"\d+", key) + _OTHER_TAKE.findall(key))


def _differ_in_spelling(first: str, second: str) -> bool:
    """Whether the words that are not common to both are slips of each other, or mere articles."""
    ours, theirs = Counter(first.split()), Counter(second.split())
    rest, other_rest = " ".join((ours - theirs).elements()), " ".join((theirs - ours).elements())
    if not rest or not other_rest:
        return _ONLY_ARTICLES.fullmatch(rest or other_rest) is not None
    return sorted(rest) == sorted(other_rest) or _ratio(rest, other_rest) >= _SLIP


def _sorted_words(key: str) -> str:
    return " ".join(sorted(key.split()))


def _ratio(first: str, second: str) -> float:
    # a fixed order makes it symmetric, which SequenceMatcher by itself is not
    low, high = sorted((first, second))
    return SequenceMatcher(None, low, high, autojunk=False).ratio()
