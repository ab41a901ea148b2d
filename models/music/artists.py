"""Who made a clip, in one spelling: collections write the same artist in different ways.

"Holiday, Billie/Hamilton, Chico" and "Billie Holiday" share an artist, and so do songs of the
Faces with Rod Stewart and songs of his own: all of them belong to one group, so that a network
measured on one has heard none of the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|\"[^\"]*\"")
"""Numbers that tell namesakes apart, years, nicknames."""
_BETWEEN_ARTISTS = re.compile(r"/|;| feat\.? | featuring | with ")
_BAND = re.compile(r" (?:&|and) (?:his|her|the|teh) ")
_PARTNER = re.compile(r" ?(?:&| and ) ?")
_WORD = re.compile(r"[a-z0-9']+")
_EMPTY_WORDS = frozenset({"the", "and", "jr", "sr"})


def artist_names(credit: str) -> frozenset[str]:
    """Every artist of a credit in plain letters, first name first, without band and article."""
    plain = unicodedata.normalize("NFKD", credit).encode("ascii", "ignore").decode().lower()
    parts = _BETWEEN_ARTISTS.split(_ASIDE.sub(" ", plain))
    return frozenset(name for part in parts if (name := _name(part)))


def group_by_artist(names: Sequence[frozenset[str]]) -> NDArray[np.int64]:
    """(n,) a number per clip: the same wherever a chain of shared names leads from one to another.

    A clip without names is a group of its own.
    """
    leaders: dict[str | int, str | int] = {}

    def leader(each: str | int) -> str | int:
        while leaders.setdefault(each, each) != each:
            leaders[each] = each = leaders[leaders[each]]
        return each

    for place, shared in enumerate(names):
        for name in shared:
            leaders[leader(place)] = leader(name)
    found = [leader(place) for place in range(len(names))]
    numbers = {each: number for number, each in enumerate(dict.fromkeys(found))}
    return np.array([numbers[each] for each in found], np.int64)


def _name(part: str) -> str:
    last, comma, first = part.partition(",")
    turned = f"{_PARTNER.split(first)[0]} {last}" if comma else _BAND.split(part)[0]
    return " ".join(word for word in _WORD.findall(turned) if word not in _EMPTY_WORDS)
