"""Stills of the camera over the page's calls: live looks, and the person's own faces."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.web.limits import PageLimits
from core.domain.emotion import Emotion
from core.inference.faces.detector import FaceBox
from core.inference.reader import MoodFaceReader
from core.inference.workers import Workers
from core.services import observe
from core.services.own_faces import OwnFaces
from core.storage.face_folder import FaceFolder
from tests.fakes.faces import FakeDetector, FakeEngine
from tests.fakes.media_files import encode, four_colours
from tests.fakes.page_library import SONG
from tests.integration.web.conftest import Start, World

STILL = encode(four_colours(), "JPEG")
FACE = FaceBox(8, 6, 32, 24, 1.0)


class Camera:
    """What looks at stills; tests may look at what it saw."""

    def __init__(self, workers: Workers, folder: Path) -> None:
        self.workers = workers
        self.detector = FakeDetector(lambda _: [FACE])
        self.reader = MoodFaceReader(workers, self.detector, FakeEngine(Emotion.HAPPY))
        self.album = FaceFolder(folder)


@pytest.fixture
def camera(tmp_path: Path) -> Iterator[Camera]:
    workers = Workers(threads=2, queue_limit=8)
    yield Camera(workers, tmp_path / "own-faces")
    workers.close()


@pytest.fixture
async def world(start: Start, camera: Camera, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(observe, "LEAST_GAP_S", 0.0)
    return await start(
        limits=PageLimits(still_bytes=5_000),
        watcher=camera.reader,
        own_faces=lambda companion: OwnFaces(
            camera.reader, camera.album, companion.has_consented, camera.workers
        ),
    )


async def begin(world: World) -> str:
    await world.post("/api/consent", {})
    status, begun = await world.post("/api/observations", {})
    assert status == 200
    return f"/api/observations/{begun['number']}"


async def test_an_observation_grows_and_goes_into_the_conversation(world: World) -> None:
    address = await begin(world)
    for milliseconds in (0, 250, 500, 750):
        status, glimpse = await world.send_still(f"{address}/stills/{milliseconds}", STILL)
        assert status == 200

    _, question = await world.post(f"{address}/end", {})

    assert glimpse["seconds"]["happy"] == 1.0
    assert glimpse["emotion"] == "happy"
    assert glimpse["place"][2:] == [0.5, 0.5]
    assert question["kind"] == "need_song"
    assert (await world.picture(question["timeline"]["url"])).startswith(b"\x89PNG")
    assert (await world.send(song=SONG))[1]["kind"] == "answer"


async def test_with_a_song_an_observation_is_answered_at_once(world: World) -> None:
    address = await begin(world)
    await world.send_still(f"{address}/stills/0", STILL)

    _, answer = await world.post(f"{address}/end", {"song": SONG})

    assert answer["kind"] == "answer"
    assert "How your face went" in answer["card"]["alt"]


async def test_without_consent_nothing_of_a_face_is_looked_at(world: World, camera: Camera) -> None:
    refused = [await world.post("/api/observations", {})]
    address = await begin(world)
    await world.post("/api/withdraw", {})
    refused.append(await world.send_still(f"{address}/stills/0", STILL))
    refused.append(await world.send_still("/api/faces/happy", STILL))

    codes = [failure["error"]["code"] for _, failure in refused]
    assert codes == ["consent_needed", "observation_over", "consent_needed"]
    assert camera.detector.pictures == []


@pytest.mark.parametrize("end", ["/api/withdraw", "/api/forget"])
async def test_an_observation_ends_with_consent(world: World, end: str) -> None:
    address = await begin(world)
    await world.send_still(f"{address}/stills/0", STILL)

    await world.post(end, {})
    await world.post("/api/consent", {})

    status, failure = await world.post(f"{address}/end", {})
    assert (status, failure["error"]["code"]) == (409, "observation_over")


async def test_an_observation_that_was_stopped_is_gone(world: World) -> None:
    address = await begin(world)
    await world.post(f"{address}/stop", {})
    status, _ = await world.send_still(f"{address}/stills/0", STILL)
    assert status == 409


async def test_an_old_page_does_not_stop_the_observation_of_a_new_one(world: World) -> None:
    old = await begin(world)
    new = await begin(world)
    await world.post(f"{old}/stop", {})
    assert (await world.send_still(f"{new}/stills/0", STILL))[0] == 200


async def test_stills_that_come_too_fast_are_turned_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observe, "LEAST_GAP_S", 60.0)
    address = await begin(world)
    await world.send_still(f"{address}/stills/0", STILL)
    status, failure = await world.send_still(f"{address}/stills/250", STILL)
    assert (status, failure["error"]["code"]) == (503, "busy")


@pytest.mark.parametrize("milliseconds", [0, 15_001])
async def test_times_go_forward_and_end(world: World, milliseconds: int) -> None:
    address = await begin(world)
    await world.send_still(f"{address}/stills/100", STILL)
    status, failure = await world.send_still(f"{address}/stills/{milliseconds}", STILL)
    assert (status, failure["error"]["code"]) == (400, "request_invalid")


@pytest.mark.parametrize(
    ("still", "headers", "code"),
    [
        (b"x" * 5_001, {}, "media_too_large"),
        (STILL, {"Content_Type": "image/png"}, "request_invalid"),
        (STILL, {"X_Moodmix_Token": "another"}, "page_outdated"),
        (STILL, {"Sec_Fetch_Site": "cross-site"}, "request_refused"),
        (b"", {}, "media_empty"),
    ],
)
async def test_what_is_no_still_of_our_page_is_refused(
    world: World, still: bytes, headers: dict[str, str], code: str
) -> None:
    address = await begin(world)
    for path in (f"{address}/stills/0", "/api/faces/happy"):
        _, failure = await world.send_still(path, still, **headers)
        assert failure["error"]["code"] == code


async def test_own_faces_are_counted_removed_and_cleared(world: World, camera: Camera) -> None:
    await world.post("/api/consent", {})
    darker = encode(four_colours().point(lambda value: value * 3 // 4), "JPEG")

    await world.send_still("/api/faces/happy", STILL)
    _, two = await world.send_still("/api/faces/happy", darker)
    _, same = await world.send_still("/api/faces/happy", darker)
    _, one = await world.post("/api/faces/drop", {"emotion": "happy"})
    _, none = await world.post("/api/faces/clear", {})

    assert two["counts"]["happy"] == 2
    assert same["error"]["code"] == "face_as_before"
    assert one["counts"]["happy"] == 1
    assert none["counts"] == dict.fromkeys(Emotion, 0)
    assert none["learned"] is None
    assert (await world.get("/api/faces"))[1] == none


async def test_own_faces_are_of_the_seven_emotions(world: World) -> None:
    await world.post("/api/consent", {})
    assert (await world.send_still("/api/faces/hungry", STILL))[0] == 404


async def test_there_is_no_camera_where_nothing_looks_at_it(start: Start) -> None:
    world = await start()
    _, state = await world.get("/api/state")
    assert state["can"] == {"observe": False, "faces": False}
    assert (await world.post("/api/observations", {}))[0] == 404


async def test_a_look_that_takes_too_long_is_given_up(
    start: Start, camera: Camera, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await start(limits=PageLimits(look_s=0.05), watcher=camera.reader)
    address = await begin(world)
    waiting = asyncio.Event()

    async def look(*_: object) -> None:
        await waiting.wait()

    monkeypatch.setattr("core.inference.watch.FaceWatch.look", look)
    status, failure = await world.send_still(f"{address}/stills/0", STILL)
    assert (status, failure["error"]["code"]) == (504, "timed_out")
