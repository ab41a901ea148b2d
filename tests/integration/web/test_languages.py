"""The page speaks what the browser asks for."""

from __future__ import annotations

import pytest

from bot.presenters.language import one_of, speaking
from bot.presenters.words import explain_error
from bot.web.limits import PageLimits
from core.domain.errors import ErrorCode, MediaError
from tests.integration.web.conftest import SONG, Start, World


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (None, "en"),
        ("fa", "fa"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("ja, fa;q=0.2, en;q=0.5", "en"),
        ("ja", "en"),
        ("no language; at all", "en"),
    ],
)
async def test_a_reply_is_in_the_language_that_the_browser_prefers(
    world: World, wanted: str | None, language: str
) -> None:
    world.http.headers.update({"Accept-Language": wanted} if wanted else {})
    await world.post("/api/consent", {})
    _, question = await world.send(face=b"unsure")
    with speaking(language):
        assert one_of(["", ""]) in question["text"]


async def test_what_goes_wrong_is_told_in_that_language_too(start: Start) -> None:
    world = await start(limits=PageLimits(file_bytes=1_500))
    world.http.headers["Accept-Language"] = "de"
    await world.post("/api/consent", {})
    _, failure = await world.send(face=b"x" * 2_000, song=SONG)
    with speaking("de"):
        words = explain_error(MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=0.0015))
    assert failure["error"]["message"] == words
