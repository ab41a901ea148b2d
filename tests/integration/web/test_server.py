from __future__ import annotations

import asyncio
import re
from importlib.resources import files

import aiohttp
import pytest

from bot.presenters.words import explain_error
from bot.web.server import PageServer
from bot.web.shelf import Shelf
from core.domain.errors import ErrorCode, OperationError
from core.domain.media import Upload
from core.domain.mix import Mix
from tests.fakes.page_library import SONG, make_mixes
from tests.fakes.songs import FakeFaceReader
from tests.integration.web.conftest import Start, World


async def test_the_page_and_its_parts_are_served_with_their_types(world: World) -> None:
    for path, content_type in {
        "/": "text/html",
        "/assets/style.css": "text/css",
        "/assets/app.js": "text/javascript",
        "/assets/icon.svg": "image/svg+xml",
    }.items():
        async with world.http.get(world.url(path)) as response:
            assert (response.status, response.content_type) == (200, content_type)
            assert await response.text()


@pytest.mark.parametrize(
    "path",
    [
        "/assets/index.html",
        "/assets/nothing.js",
        "/assets/..%2fserver.py",
        "/assets/%2e%2e/server.py",
        "/favicon.ico",
        "/api/nothing",
        "/api/mixes/x/card.png",
    ],
)
async def test_nothing_else_has_an_address(world: World, path: str) -> None:
    status, failure = await world.get(path)

    assert (status, failure["error"]["code"]) == (404, "request_unknown")


async def test_a_wrong_method_is_refused(world: World) -> None:
    assert (await world.get("/api/forget"))[0] == 405


async def test_every_script_and_style_the_page_names_is_there() -> None:
    folder = files("bot.web") / "assets"
    named = set(re.findall(r'"/assets/([^"]+)"', (folder / "index.html").read_text("utf-8")))
    for script in (file for file in folder.iterdir() if file.name.endswith(".js")):
        named |= set(re.findall(r'from "\./([^"]+)"', script.read_text("utf-8")))

    assert named == {file.name for file in folder.iterdir()} - {"index.html"}


async def test_the_page_inserts_text_as_text_and_loads_nothing_from_elsewhere() -> None:
    for file in (files("bot.web") / "assets").iterdir():
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        assert not re.search(r"https?://|@import|url\(|style=|\son\w+=", text), file.name


async def test_a_taken_port_is_named_with_the_mend(world: World, start: Start) -> None:
    port = int(world.server.address.rstrip("/").rpartition(":")[2])
    second = PageServer("127.0.0.1", port, world.server._chat)

    with pytest.raises(OperationError) as caught:
        await second.start()

    assert caught.value.code is ErrorCode.ADDRESS_IN_USE
    assert str(port) in explain_error(caught.value)
    assert "MOODMIX_WEB_PORT" in explain_error(caught.value)
    await second.stop()


async def test_an_address_of_another_machine_is_named_with_the_mend(world: World) -> None:
    elsewhere = PageServer("192.0.2.1", 0, world.server._chat)

    with pytest.raises(OperationError) as caught:
        await elsewhere.start()

    assert caught.value.code is ErrorCode.ADDRESS_UNUSABLE
    assert "MOODMIX_WEB_HOST" in explain_error(caught.value)


async def test_a_stopped_server_lets_go_of_its_port(world: World) -> None:
    port = int(world.server.address.rstrip("/").rpartition(":")[2])
    await world.server.stop()
    await world.server.stop()

    with pytest.raises(aiohttp.ClientConnectionError):
        await world.get("/api/state")
    successor = PageServer("127.0.0.1", port, world.server._chat)
    await successor.start()
    await successor.stop()


async def test_an_answer_under_way_is_finished_before_the_stop(world: World) -> None:
    await world.post("/api/consent", {})
    world.faces.gate.clear()
    message = asyncio.create_task(world.send(face=b"sad", song=SONG))
    await world.faces.entered.wait()

    stopping = asyncio.create_task(world.server.stop())
    await asyncio.sleep(0)
    world.faces.gate.set()

    assert (await message)[0] == 200
    await stopping


async def test_the_shelf_keeps_only_the_latest_cards() -> None:
    mix = await make_mixes(FakeFaceReader()).mix(Upload(b"sad"), SONG)

    async def paint(_mix: Mix) -> bytes:
        await asyncio.sleep(0)
        return b"card"

    shelf = Shelf(paint, kept=2)
    for mix_id in (1, 2, 3):
        shelf.put(mix_id, mix)

    assert [await shelf.fetch(mix_id) for mix_id in (1, 2, 3)] == [None, b"card", b"card"]
