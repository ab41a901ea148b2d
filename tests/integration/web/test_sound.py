"""Tracks of the person's own library are played on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.web.replies import reply_as_json
from core.domain.conversation import Answer
from core.domain.media import Upload
from core.domain.mix import Mix
from core.domain.track import OwnFile, RatedTrack
from tests.fakes.answers import mix_of
from tests.fakes.song_files import write_song
from tests.fakes.songs import FakePreviews
from tests.integration.web.conftest import Start, World


def mix_with(path: Path) -> Mix:
    """Two tracks, the second of them from the library."""
    mix = mix_of("Hello", "Mine")
    first, second = mix.recommendations
    track = replace(second.track, links={}, file=OwnFile(7, path))
    own = replace(second, rated=RatedTrack(track, second.rated.affect))
    return replace(mix, recommendations=(first, own))


@pytest.fixture
def song(tmp_path: Path) -> Path:
    return write_song(tmp_path / "mine.flac", seconds=1)


@pytest.fixture
def content(song: Path) -> bytes:
    return song.read_bytes()


@pytest.fixture
def no_song(tmp_path: Path) -> Path:
    return tmp_path / "gone.flac"


def test_a_track_of_the_library_comes_with_its_file_instead_of_links(song: Path) -> None:
    tracks = reply_as_json(Answer(9, mix_with(song)), lambda *_: "")["tracks"]
    assert tracks[0]["file"] is None
    assert tracks[1]["file"] == {"name": "mine.flac", "url": "/api/mixes/9/tracks/2/sound"}
    assert tracks[1]["links"] == []


async def test_its_file_is_sent_whole_or_in_parts(world: World, song: Path, content: bytes) -> None:
    mix_id = await world.store.save_mix(world.person, mix_with(song))
    url = world.url(f"/api/mixes/{mix_id}/tracks/2/sound")
    async with world.http.get(url) as response:
        assert response.status == 200
        assert response.content_type == "audio/flac"
        assert await response.read() == content
    async with world.http.get(url, headers={"Range": "bytes=4-7"}) as response:
        assert response.status == 206
        assert await response.read() == content[4:8]


async def test_it_is_not_for_other_sites(world: World, song: Path) -> None:
    mix_id = await world.store.save_mix(world.person, mix_with(song))
    status, failure = await world.get(
        f"/api/mixes/{mix_id}/tracks/2/sound", Sec_Fetch_Site="cross-site"
    )
    assert (status, failure["error"]["code"]) == (403, "request_refused")


@pytest.mark.parametrize("position", [1, 2, 3])
async def test_what_is_not_there_is_said_so(world: World, no_song: Path, position: int) -> None:
    mix_id = await world.store.save_mix(world.person, mix_with(no_song))
    status, failure = await world.get(f"/api/mixes/{mix_id}/tracks/{position}/sound")
    assert (status, failure["error"]["code"]) == (404, "song_file_gone")


async def test_the_first_track_can_be_heard_where_services_offer_it(start: Start) -> None:
    previews = FakePreviews(Upload(b"\x00\x00\x00 ftypM4A sound"))
    world = await start(previews=previews)
    answer = await world.answer()
    address = world.url(answer["sample"])
    for _ in range(2):
        async with world.http.get(address, headers=world.headers()) as response:
            assert (response.status, response.content_type) == (200, "audio/mp4")
            assert await response.read() == previews.preview.data
    assert len(previews.asked) == 1

    previews.preview = None
    again = await world.answer()
    status, failure = await world.get(again["sample"])
    assert (status, failure["error"]["code"]) == (404, "request_unknown")


async def test_without_music_services_nothing_is_offered_to_hear(world: World) -> None:
    assert (await world.answer())["sample"] is None
