"""Spotify by spotipy: its limits, its refusals and its threads."""

import asyncio
import logging

import pytest

from core.domain.song_query import read_song
from core.providers.spotify.client import CALLS_AT_ONCE, SpotifyClient
from core.providers.spotify.finder import SpotifyFinder
from tests.fakes.music_services import BOHEMIAN, Behaviour, closed_port

ID = BOHEMIAN.spotify_id


@pytest.fixture
def connect(services, clock):
    clients = []

    def build(**changes):
        values = {
            "api_url": services.spotify_api_url,
            "token_url": services.spotify_token_url,
            "timeout_s": 20.0,
            "clock": clock,
        }
        client = SpotifyClient(services.client_id, services.client_secret, **values | changes)
        clients.append(client)
        return client

    yield build
    for client in clients:
        client.close()


async def test_one_token_serves_many_calls_and_no_file_is_written(
    connect, services, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    client = connect()
    await client.track(ID)
    await client.search("queen")
    assert [request.path for request in services.requests] == [
        "/api/token",
        f"/v1/tracks/{ID}",
        "/v1/search",
    ]
    assert list(tmp_path.iterdir()) == []


async def test_a_day_long_rate_limit_is_one_request_and_no_waiting(connect, services, clock):
    services.behave("spotify", Behaviour.RATE_LIMITED)
    client = connect()
    assert await client.track(ID) is None
    services.behave("spotify", Behaviour.NORMAL)
    before = len(services.requests)
    clock.pass_s(85_999)
    assert await client.track(ID) is None
    assert len(services.requests) == before == 2
    clock.pass_s(2)
    assert await client.track(ID)


async def test_a_missing_premium_rests_spotify_for_minutes(connect, services, clock):
    services.behave("spotify", Behaviour.FORBIDDEN)
    client = connect()
    assert await client.track(ID) is None
    assert await client.search("queen") == ()
    assert len(services.requests) == 2
    services.behave("spotify", Behaviour.NORMAL)
    clock.pass_s(601)
    assert await client.track(ID)


async def test_an_unknown_track_does_not_rest_spotify(connect):
    client = connect()
    assert await client.track("9" * 22) is None
    assert await client.track(ID)


async def test_wrong_keys_are_tried_once_and_kept_out_of_the_log(connect, services, caplog, clock):
    caplog.set_level(logging.DEBUG)
    services.client_secret = "another-secret"
    client = connect()
    services.client_secret = "right-secret"
    assert await client.track(ID) is None
    assert await client.affect_of(ID) is None
    assert len(services.requests) == 1
    assert "keys refused" in caplog.text
    assert "another-secret" not in caplog.text
    services.client_secret = "another-secret"
    clock.pass_s(601)
    assert await client.track(ID)


@pytest.mark.parametrize(
    "answer",
    [
        (200, "<html>"),
        (200, "null"),
        (200, "[]"),
        (200, "{}"),
        (200, '{"access_token": "x", "expires_in": "soon"}'),
        (400, '"invalid"'),
        (500, "oops"),
        (429, ""),
        (302, ""),
        (200, " " * 3_000_000),
    ],
)
async def test_a_token_server_in_trouble_ends_in_no_answer(connect, services, answer):
    services.spotify_status = answer
    client = connect()
    assert await client.track(ID) is None
    assert await client.search("queen") == ()
    assert len(services.requests) <= 2


async def test_a_withdrawn_token_is_replaced_on_the_next_call(connect, services):
    client = connect()
    client._tokens.save_token_to_cache({"access_token": "old", "expires_at": 9_999_999_999})
    assert await client.track(ID) is None
    assert await client.track(ID)


async def test_a_slow_spotify_is_given_up_and_then_rested(connect, services):
    services.behave("spotify", Behaviour.HANGING)
    client = connect(timeout_s=0.5)
    assert await client.track(ID) is None
    before = len(services.requests)
    assert await client.track(ID) is None
    assert len(services.requests) == before


async def test_calls_beyond_the_bound_are_turned_away_at_once(connect, services):
    services.behave("spotify", Behaviour.HANGING)
    client = connect(timeout_s=0.5)
    waiting = [asyncio.create_task(client.track(ID)) for _ in range(CALLS_AT_ONCE)]
    await asyncio.sleep(0)
    assert await client.track(ID) is None
    assert not any(task.done() for task in waiting)
    assert await asyncio.gather(*waiting) == [None] * CALLS_AT_ONCE


@pytest.mark.parametrize("part", ["api_url", "token_url"])
async def test_nobody_listening_is_no_answer(connect, part):
    client = connect(**{part: f"http://127.0.0.1:{closed_port()}/"})
    assert await client.track(ID) is None


async def test_the_words_of_a_search_never_reach_the_log(connect, services, caplog):
    caplog.set_level(logging.DEBUG)
    services.behave("spotify", Behaviour.SERVER_ERROR)
    finder = SpotifyFinder(connect())
    assert await finder.find(read_song("Secret Artist - Secret Song")) is None
    assert "spotify_rests" in caplog.text
    assert "Secret" not in caplog.text
    assert "secret" not in caplog.text.replace("client_secret", "")
