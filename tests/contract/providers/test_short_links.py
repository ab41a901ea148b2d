"""Short links followed over real HTTP, and everything that must not be followed."""

import asyncio

import pytest

from core.domain.errors import ErrorCode, SongError
from core.domain.track import Service
from core.providers.http import MusicHttp
from core.providers.short_links import HOP_LIMIT, ShortLinkExpander, resolve_host
from tests.fakes.music_services import BOHEMIAN, Behaviour

TRACK = f"https://open.spotify.com/track/{BOHEMIAN.spotify_id}"
SHORT = "https://spotify.link/AbC"


async def public(host):
    return ["35.186.224.25", "2600:1901:1:c36::"]


@pytest.fixture
def expander(short_http):
    return ShortLinkExpander(short_http, public)


async def refusal(expander, url):
    with pytest.raises(SongError) as caught:
        await expander.expand(url)
    return caught.value


@pytest.mark.parametrize(
    ("short", "target", "service", "track_id"),
    [
        (SHORT, TRACK + "?si=x&utm=y", Service.SPOTIFY, BOHEMIAN.spotify_id),
        (
            "https://spoti.fi/3x",
            TRACK.replace("/track", "/intl-de/track"),
            Service.SPOTIFY,
            BOHEMIAN.spotify_id,
        ),
        (
            "https://link.deezer.com/s/30a",
            "https://www.deezer.com/track/12?host=0",
            Service.DEEZER,
            "12",
        ),
        (
            "https://deezer.page.link/x1",
            "http://www.deezer.com/fr/track/12",
            Service.DEEZER,
            "12",
        ),
        (
            "https://on.soundcloud.com/Zz",
            "https://soundcloud.com/forss/flickermood?ref=clipboard",
            Service.SOUNDCLOUD,
            "forss/flickermood",
        ),
    ],
)
async def test_a_short_link_leads_to_its_track(
    expander, services, short, target, service, track_id
):
    services.short_links[short] = target
    link = await expander.expand(short)
    assert (link.service, link.track_id) == (service, track_id)
    assert len(services.requests) == 1


async def test_hops_among_listed_hosts_are_followed(expander, services):
    services.short_links[SHORT] = "https://spotify.app.link/next"
    services.short_links["https://spotify.app.link/next"] = "/relative"
    services.short_links["https://spotify.app.link/relative"] = TRACK
    assert (await expander.expand(SHORT)).url == TRACK
    hosts = [request.headers["Host"] for request in services.requests]
    assert hosts == ["spotify.link", "spotify.app.link", "spotify.app.link"]


async def test_the_address_is_followed_as_https_even_if_pasted_as_http(expander, services):
    services.short_links[SHORT] = TRACK
    assert (await expander.expand("http://spotify.link/AbC")).url == TRACK


async def test_a_full_link_needs_no_request(expander, services):
    assert (await expander.expand(TRACK)).url == TRACK
    assert services.requests == []


async def test_a_page_that_sends_on_by_script_is_read(expander, services):
    services.short_pages[SHORT] = (
        f'<meta property="og:url" content="{TRACK}?si=1"><a href="https://open.spotify.com/">x</a>'
        f'<script>window.location = "{TRACK}";</script><a href="https://evil.com/track/1">y</a>'
    )
    assert (await expander.expand(SHORT)).url == TRACK


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html>nothing</html>",
        "<a href='https://www.deezer.com/track/12'>of another service</a>",
        f"{TRACK} and https://open.spotify.com/track/{'9' * 22}",
    ],
)
async def test_a_page_without_one_clear_track_is_not_guessed_at(expander, services, page):
    services.short_pages[SHORT] = page
    error = await refusal(expander, SHORT)
    assert (error.code, error.params) == (ErrorCode.LINK_NOT_RESOLVED, {"service": "spotify"})


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("https://evil.com/track/1", ErrorCode.LINK_UNSUPPORTED),
        ("https://open.spotify.com.evil.com/track/x", ErrorCode.LINK_UNSUPPORTED),
        ("https://spotify.link@evil.com/x", ErrorCode.LINK_UNSUPPORTED),
        ("https://spotify.link:8443/x", ErrorCode.LINK_UNSUPPORTED),
        ("http://169.254.169.254/latest/meta-data/", ErrorCode.LINK_UNSUPPORTED),
        ("http://localhost/admin", ErrorCode.LINK_UNSUPPORTED),
        ("file:///etc/passwd", ErrorCode.LINK_UNSUPPORTED),
        ("http://spotify.link/plain", ErrorCode.LINK_NOT_RESOLVED),
        ("https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC", ErrorCode.LINK_IS_ALBUM),
        ("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M", ErrorCode.LINK_IS_PLAYLIST),
    ],
)
async def test_a_hop_to_anything_but_a_track_is_refused_unasked(expander, services, target, code):
    services.short_links[SHORT] = target
    assert (await refusal(expander, SHORT)).code is code
    assert len(services.requests) == 1


async def test_a_loop_ends_at_the_hop_limit(expander, services):
    services.short_links[SHORT] = SHORT
    assert (await refusal(expander, SHORT)).code is ErrorCode.LINK_NOT_RESOLVED
    assert len(services.requests) == HOP_LIMIT


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.5", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1"),
        *("::ffff:10.0.0.1", "not an address", "::127.0.0.1", "64:ff9b::10.0.0.1"),
        *("64:ff9b:1::127.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::"),
    ],
)
async def test_a_host_inside_the_own_network_is_never_asked(short_http, services, address):
    async def inside(host):
        return ["35.186.224.25", address]

    services.short_links[SHORT] = TRACK
    error = await refusal(ShortLinkExpander(short_http, inside), SHORT)
    assert error.code is ErrorCode.LINK_NOT_RESOLVED
    assert services.requests == []


async def test_an_unknown_host_is_not_asked(short_http, services):
    async def nowhere(host):
        return []

    error = await refusal(ShortLinkExpander(short_http, nowhere), SHORT)
    assert error.code is ErrorCode.LINK_NOT_RESOLVED


@pytest.mark.parametrize(
    "behaviour",
    [b for b in Behaviour if b not in {Behaviour.NORMAL, Behaviour.REDIRECT}],
)
async def test_wrong_and_slow_answers_end_in_a_clear_error(expander, services, behaviour):
    services.behave("short", behaviour)
    assert (await refusal(expander, SHORT)).code is ErrorCode.LINK_NOT_RESOLVED


async def test_a_script_page_of_megabytes_is_not_read(expander, services):
    services.short_pages[SHORT] = TRACK + " " * 1_000_000
    assert (await refusal(expander, SHORT)).code is ErrorCode.LINK_NOT_RESOLVED


async def test_names_are_resolved_to_addresses():
    assert "127.0.0.1" in await resolve_host("localhost")


async def test_a_name_that_cannot_be_resolved_has_no_addresses(monkeypatch):
    async def fails(*args, **kwargs):
        raise OSError("no such host")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", fails)
    assert await resolve_host("spotify.link") == []


async def test_without_a_network_the_error_is_clear(clock):
    async with MusicHttp(20.0, clock=clock) as http:
        error = await refusal(ShortLinkExpander(http, lambda host: resolve_nothing()), SHORT)
    assert error.code is ErrorCode.LINK_NOT_RESOLVED


async def resolve_nothing():
    return []
