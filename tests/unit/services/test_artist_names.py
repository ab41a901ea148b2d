"""Artists by what somebody has typed so far."""

from __future__ import annotations

import pytest

from core.services.artist_names import ArtistNames
from tests.fakes.songs import FakeCatalogue, rated

NAMES = ArtistNames(
    FakeCatalogue(
        [
            rated("Jóga", "Björk", 0.1, 0.2),
            rated("Angie", "The Rolling Stones", -0.6, -0.5),
            rated("Dancing Queen", "ABBA", 0.8, 0.6),
            rated("Don't Stop Me Now", "Queen", 0.8, 0.8),
            rated("Go with the Flow", "Queens of the Stone Age", 0.4, 0.8),
            rated("Killer Queen", "Killer Queen", 0.4, 0.5),
        ]
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bjork", ("Björk",)),
        ("BJÖ", ("Björk",)),
        ("stone", ("The Rolling Stones", "Queens of the Stone Age")),
        ("the rol", ("The Rolling Stones",)),
        ("queen", ("Queen", "Queens of the Stone Age", "Killer Queen")),
        ("ueen", ()),
        ("", ()),
    ],
)
def test_names_with_a_word_that_begins_so_are_found_the_nearest_first(
    typed: str, found: tuple[str, ...]
) -> None:
    assert NAMES.like(typed, 10) == found


def test_some_names_go_first_and_are_all_there_is_for_no_text() -> None:
    mine = ["Killer Queen", "Nobody Else", "killer queen"]

    assert NAMES.like("", 10, mine) == ("Killer Queen", "Nobody Else")
    assert NAMES.like("que", 10, mine)[0] == "Killer Queen"
    assert NAMES.like("que", 2, mine) == ("Killer Queen", "Queen")
    assert NAMES.like("que", 0, mine) == ()


def test_no_more_artists_are_looked_through_than_can_be_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("core.services.artist_names.SEARCHED_AT_MOST", 0)
    names = ArtistNames(FakeCatalogue([rated("Jóga", "Björk", 0.1, 0.2)]))

    assert names.like("bjork", 10) == ()
