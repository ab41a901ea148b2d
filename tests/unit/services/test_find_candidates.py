"""Songs beside the seed from several sources: each once, rated, with places to play them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from core.domain.affect import Affect
from core.domain.track import SeedTrack, Service, Source, Track
from core.services.find_candidates import CandidateFinder
from core.services.side_by_side import side_by_side
from tests.fakes.songs import FakeRater

SEED = SeedTrack(
    Track("Africa", ("Toto",)), Affect(0.5, 0.4), Source.DEEZER, rated_by=Source.RECCOBEATS
)
ROSANNA = Track(
    "Rosanna", ("Toto",), ids={Service.SPOTIFY: "r"}, links={Service.SPOTIFY: "https://r"}
)
GOLD = Track("Gold", ("Spandau Ballet",), preview_url="https://p")
AFRICA_LIVE = Track("Africa (Live)", ("Toto",))
POINT = Affect(0.3, 0.3)


class Neighbours:
    def __init__(self, *songs: Track, delay_s: float = 0.0) -> None:
        self._songs = songs
        self._delay_s = delay_s

    async def near(self, seed: SeedTrack, count: int) -> Sequence[Track]:
        await asyncio.sleep(self._delay_s)
        return self._songs[:count]


class Ids:
    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids

    async def spotify_ids_of(self, tracks: Sequence[Track]) -> Sequence[str | None]:
        return [self._ids.get(track.title) for track in tracks]


class Features:
    def __init__(self, points: Mapping[str, Affect]) -> None:
        self._points = points

    async def affects_of(self, spotify_ids: Sequence[str]) -> Mapping[str, Affect]:
        return {key: self._points[key] for key in spotify_ids if key in self._points}


def finder(
    *sources: Neighbours,
    ids: Mapping[str, str] | None = None,
    points: Mapping[str, Affect] | None = None,
    known: Mapping[str, Affect] | None = None,
) -> CandidateFinder:
    rater = FakeRater(Source.CATALOGUE, known or {})
    return CandidateFinder(sources, Ids(ids or {}), Features(points or {}), rater)


async def test_every_source_has_its_turn_and_each_song_stands_once() -> None:
    again = Track("Rosanna - Remastered", ("Toto",), ids={Service.DEEZER: "d"})
    one, other = Neighbours(ROSANNA, AFRICA_LIVE), Neighbours(GOLD, again)
    points = {"r": POINT, "g": POINT}
    found = await finder(one, other, ids={"Gold": "g"}, points=points).near(SEED, 10)
    assert [song.track.title for song in found] == ["Rosanna", "Gold"]
    assert found[0].track.ids == {Service.SPOTIFY: "r", Service.DEEZER: "d"}
    assert found[1].track.ids == {Service.SPOTIFY: "g"}


async def test_songs_can_be_played_everywhere_and_keep_their_preview() -> None:
    found = await finder(Neighbours(GOLD), ids={"Gold": "g"}, points={"g": POINT}).near(SEED, 10)
    (gold,) = found
    assert gold.affect == POINT
    assert gold.track.preview_url == "https://p"
    assert gold.track.links[Service.SPOTIFY] == "https://open.spotify.com/track/g"
    assert "search" in gold.track.links[Service.YOUTUBE]
    assert set(gold.track.links) == {
        Service.SPOTIFY,
        Service.YOUTUBE,
        Service.APPLE,
        Service.DEEZER,
    }


async def test_songs_that_nobody_rates_are_left_out_and_our_own_ratings_help() -> None:
    unrated = Track("Unknown", ("Nobody",))
    found = await finder(Neighbours(unrated, GOLD), known={"Gold": POINT}).near(SEED, 10)
    assert [song.track.title for song in found] == ["Gold"]


async def test_the_count_is_kept_and_without_sources_there_is_nothing() -> None:
    points = {"r": POINT, "g": POINT}
    both = Neighbours(ROSANNA, GOLD)
    assert len(await finder(both, ids={"Gold": "g"}, points=points).near(SEED, 1)) == 1
    assert await finder().near(SEED, 10) == ()


async def test_who_is_slow_is_not_waited_for_once_another_has_answered() -> None:
    slow = Neighbours(ROSANNA, delay_s=60.0)
    answers = await side_by_side(
        slow.near(SEED, 1),
        Neighbours(GOLD).near(SEED, 1),
        budget_s=30,
        grace_s=0.01,
    )
    assert answers == [None, (GOLD,)]


async def test_nobody_is_waited_for_beyond_the_budget() -> None:
    slow = Neighbours(ROSANNA, delay_s=60.0)
    assert await side_by_side(slow.near(SEED, 1), budget_s=0.01) == [None]
    assert await side_by_side(budget_s=1.0) == []
