from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.web.limits import PageLimits
from tests.fakes.page_library import SONG
from tests.integration.web.conftest import Start, World

SMALL = PageLimits(file_bytes=100_000, body_bytes=150_000, text_bytes=1000)


@pytest.fixture
async def small(start: Start) -> World:
    world = await start(SMALL)
    await world.post("/api/consent", {})
    return world


@pytest.mark.parametrize("part", ["face", "audio"])
async def test_a_file_over_the_limit_is_refused_by_name_of_the_limit(
    small: World, part: str
) -> None:
    status, failure = await small.send(**{part: b"x" * 100_001})

    assert (status, failure["error"]["code"]) == (413, "media_too_large")
    assert "0.1 MB" in failure["error"]["message"]


async def test_a_message_that_announces_too_much_is_refused_unread(small: World) -> None:
    status, failure = await small.send(face=b"x" * 90_000, audio=b"x" * 90_000)

    assert (status, failure["error"]["code"]) == (413, "media_too_large")
    assert small.faces.read == 0


async def test_a_stream_without_announced_length_is_bounded_as_well(small: World) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield b'--cut\r\nContent-Disposition: form-data; name="face"; filename="f"\r\n\r\n'
        for _ in range(40):
            yield b"x" * 5_000
            await asyncio.sleep(0)
        yield b"\r\n--cut--\r\n"

    status, failure = await small.send_form(
        endless(), Content_Type="multipart/form-data; boundary=cut"
    )

    assert (status, failure["error"]["code"]) == (413, "media_too_large")


async def test_an_overlong_song_text_is_refused(small: World) -> None:
    status, _ = await small.send(song="x" * 1001)

    assert status == 413


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"song": ""},
        {"song": SONG, "audio": b"both"},
        {"song": b"\xff\xfe"},
        {"stranger": "part"},
        {"song": SONG, "intent": "calm me"},
    ],
)
async def test_a_senseless_message_is_refused(small: World, parts: dict[str, str | bytes]) -> None:
    status, failure = await small.send(**parts)

    assert (status, failure["error"]["code"]) == (400, "request_invalid")


async def test_the_same_part_twice_is_refused(small: World) -> None:
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("song", SONG)
    form.add_field("song", SONG)

    assert (await small.send_form(form))[0] == 400


@pytest.mark.filterwarnings("ignore::aiohttp.BadContentDispositionHeader")
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=cut", b"no parts at all"),
        ("multipart/form-data; boundary=cut", b'--cut\r\nContent-Disposition: form-data; name="so'),
        (
            "multipart/form-data; boundary=cut",
            b'--cut\r\nContent-Disposition: form-data; name="song"\r\n\r\nQueen',
        ),
        (
            "multipart/form-data; boundary=cut",
            b"--cut\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n--in--\r\n--cut--\r\n",
        ),
        ("multipart/mixed; boundary=cut", b"--cut--\r\n"),
        ("text/plain", b"song=x"),
    ],
)
async def test_broken_framing_is_refused(small: World, content_type: str, body: bytes) -> None:
    status, failure = await small.send_form(body, Content_Type=content_type)

    assert (status, failure["error"]["code"]) == (400, "request_invalid")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("/api/feedback", {"mix_id": 1, "position": 6, "verdict": "up"}),
        ("/api/feedback", {"mix_id": 1, "position": 0, "verdict": "up"}),
        ("/api/feedback", {"mix_id": 2**63, "position": 1, "verdict": "up"}),
        ("/api/feedback", {"mix_id": 1, "position": 1, "verdict": "meh"}),
        ("/api/feedback", {"mix_id": 1, "position": 1}),
        ("/api/change", {"intent": "calm"}),
        ("/api/change", {"mood": "contempt"}),
        ("/api/change", {}),
        ("/api/change", []),
        ("/api/consent", {"for": "somebody else"}),
        ("/api/forget", {"padding": "x" * 2000}),
    ],
)
async def test_a_senseless_call_is_refused(small: World, path: str, value: object) -> None:
    status, failure = await small.post(path, value)

    assert (status, failure["error"]["code"]) == (400, "request_invalid")


async def test_json_has_to_say_that_it_is_json(small: World) -> None:
    assert (await small.post("/api/forget", {}, Content_Type="text/plain"))[0] == 400


async def test_a_message_that_never_ends_is_given_up(start: Start) -> None:
    world = await start(PageLimits(read_s=0.2))
    hang = asyncio.Event()

    async def stuck() -> AsyncIterator[bytes]:
        yield b"--cut\r\n"
        await hang.wait()

    status, failure = await world.send_form(
        stuck(), Content_Type="multipart/form-data; boundary=cut"
    )

    assert (status, failure["error"]["code"]) == (504, "timed_out")


async def test_an_answer_that_takes_too_long_is_given_up(start: Start) -> None:
    world = await start(PageLimits(work_s=0.2))
    await world.post("/api/consent", {})
    world.faces.gate.clear()

    status, failure = await world.send(face=b"sad")

    assert (status, failure["error"]["code"]) == (504, "timed_out")


async def test_only_so_many_messages_are_held_at_once(start: Start) -> None:
    world = await start(PageLimits(messages_at_once=1))
    await world.post("/api/consent", {})
    world.faces.gate.clear()
    first = asyncio.create_task(world.send(face=b"sad", song=SONG))
    await world.faces.entered.wait()

    status, failure = await world.send(song=SONG)
    world.faces.gate.set()

    assert (status, failure["error"]["code"]) == (503, "busy")
    assert (await first)[0] == 200
    assert (await world.send(song=SONG))[0] == 200


async def test_somebody_who_hangs_up_is_no_incident(small: World) -> None:
    host = small.server.address.removeprefix("http://").rstrip("/")
    names = small.headers(
        Host=host,
        Content_Type="multipart/form-data; boundary=cut",
        Content_Length="9999",
        Expect="100-continue",
    )
    head = "".join(f"{name}: {value}\r\n" for name, value in names.items())
    with capture_logs() as logs:
        reader, writer = await asyncio.open_connection(*host.split(":"))
        writer.write(f"POST /api/message HTTP/1.1\r\n{head}\r\n--cut\r\n".encode())
        assert b"100 Continue" in await reader.readline()
        writer.transport.abort()
        async with asyncio.timeout(10):
            while not logs:  # noqa: ASYNC110 - a log has no event to wait for
                await asyncio.sleep(0.01)

    assert [log["code"] for log in logs] == ["request_invalid"]
