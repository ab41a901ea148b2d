from __future__ import annotations

import pytest

from tests.fakes.page_library import SONG
from tests.integration.web.conftest import Start, World

EVIL = "http://evil.example"


@pytest.mark.parametrize(
    "path", ["/", "/assets/app.js", "/api/state", "/nothing", "/api/mixes/1/card.png"]
)
async def test_every_answer_forbids_what_the_page_does_not_need(world: World, path: str) -> None:
    async with world.http.get(world.url(path)) as response:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert "microphone=()" in response.headers["Permissions-Policy"]
        assert response.headers["Cache-Control"] == "no-store"
        assert "aiohttp" not in response.headers["Server"]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[", "192.168.0.7"]
)
@pytest.mark.parametrize("path", ["/", "/assets/app.js", "/api/state"])
async def test_other_host_names_are_refused(world: World, host: str, path: str) -> None:
    status, failure = await world.get(path, Host=host)

    assert (status, failure["error"]["code"]) == (403, "request_refused")


@pytest.mark.parametrize("host", ["localhost:{}", "127.0.0.1:{}", "LOCALHOST:{}", "[::1]:{}"])
async def test_the_names_of_this_machine_are_served(world: World, host: str) -> None:
    port = world.server.address.rstrip("/").rpartition(":")[2]
    name = host.format(port)

    assert (await world.get("/api/state", Host=name, Origin=f"http://{name}"))[0] == 200


async def test_a_server_on_every_address_takes_addresses_but_no_strange_names(start: Start) -> None:
    world = await start(host="0.0.0.0")

    assert world.server.address.startswith("http://localhost:")
    taken = await world.get("/api/state", Host="192.168.0.7:1", Origin="http://192.168.0.7:1")
    refused = await world.get("/api/state", Host="evil.example", Origin=EVIL)
    assert (taken[0], refused[0]) == (200, 403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/api/consent", "/api/forget", "/api/message", "/api/feedback"])
async def test_other_sites_can_change_nothing(
    world: World, path: str, headers: dict[str, str | None]
) -> None:
    status, failure = await world.post(path, {}, **headers)

    assert (status, failure["error"]["code"]) == (403, "request_refused")
    assert await world.store.consent_of(world.person) is None


@pytest.mark.parametrize("token", [None, "", "wrong", "ümlaut"])
async def test_a_page_of_an_earlier_start_is_told_to_reload(
    world: World, token: str | None
) -> None:
    status, failure = await world.post("/api/consent", {}, X_Moodmix_Token=token)

    assert (status, failure["error"]["code"]) == (403, "page_outdated")
    assert "reload" in failure["error"]["message"]
    assert (await world.get("/api/state", X_Moodmix_Token=token))[0] == 403


async def test_each_start_has_a_token_of_its_own(start: Start) -> None:
    assert (await start()).token != (await start()).token


async def test_cards_are_not_for_other_sites(world: World) -> None:
    url = (await world.answer())["card"]["url"]

    status, failure = await world.get(url, Sec_Fetch_Site="cross-site")

    assert (status, failure["error"]["code"]) == (403, "request_refused")


async def test_a_simple_form_of_another_site_is_no_call(world: World) -> None:
    status, _ = await world.send_form(
        {"song": SONG}, Origin=EVIL, Sec_Fetch_Site="cross-site", X_Moodmix_Token=None
    )

    assert status == 403
