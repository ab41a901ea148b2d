from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.track import Service, Track
from core.domain.track_links import QUERY_LIMIT, search_links


def searched(links, service):
    """The text a service would search for."""
    address = urlsplit(links[service])
    if address.query:
        (texts,) = parse_qs(address.query, strict_parsing=True).values()
        return texts[0]
    return unquote(address.path).removeprefix("/search/")


def test_addresses_are_those_of_the_services():
    links = search_links(Track("Für Elise", ("AC/DC",)))
    assert links == {
        Service.SPOTIFY: "https://open.spotify.com/search/AC%2FDC%20F%C3%BCr%20Elise",
        Service.YOUTUBE: "https://www.youtube.com/results?search_query=AC%2FDC+F%C3%BCr+Elise",
        Service.APPLE: "https://music.apple.com/search?term=AC%2FDC+F%C3%BCr+Elise",
        Service.DEEZER: "https://www.deezer.com/search/AC%2FDC%20F%C3%BCr%20Elise",
    }


@pytest.mark.parametrize(
    "title", ["50% & #1?", "a+b=c", "گل یخ", "アイドル", "<script>", 'Say "Hi"']
)
def test_nothing_in_a_title_escapes_its_place(title):
    links = search_links(Track(title, ("X",)))
    for service, address in links.items():
        assert address.isascii()
        assert not set(address) & set(" <>\"'#")
        assert searched(links, service) == f"X {title}"


@settings(deadline=None)
@given(st.text(min_size=1, max_size=400).filter(lambda text: text.strip()))
def test_any_title_gives_bounded_https_addresses(title):
    links = search_links(Track(title))
    for service, address in links.items():
        assert address.startswith("https://")
        assert address.isascii()
        assert len(searched(links, service)) <= QUERY_LIMIT
