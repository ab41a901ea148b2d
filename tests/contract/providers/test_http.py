"""The shared HTTP client against servers that answer well, badly, late or not at all."""

import asyncio
import logging

import httpx
import pytest

from core.providers.cooldown import FIRST_REST_S, LONGEST_REST_S
from core.providers.http import (
    GIVEN_UP_S,
    FailureReason,
    HttpAnswer,
    HttpFailure,
    MusicHttp,
)
from tests.fakes.music_services import Behaviour, closed_port


@pytest.fixture
def url(services):
    return services.deezer_url + "/track/12"


async def test_an_answer_carries_status_headers_and_json(http, url):
    answer = await http.get(url)
    assert isinstance(answer, HttpAnswer)
    assert (answer.status, answer.is_ok, answer.is_redirect) == (200, True, False)
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json()["id"] == 12


async def test_the_client_says_who_it_is(http, url, services):
    await http.get(url)
    agent = services.requests[0].headers["User-Agent"]
    assert agent.startswith("moodmix/")
    assert "python" not in agent.lower()


async def test_parameters_are_percent_encoded(http, services):
    await http.get(services.deezer_url + "/search", {"q": 'artist:"AC/DC" & ö'})
    assert services.requests[0].query == {"q": 'artist:"AC/DC" & ö'}


@pytest.mark.parametrize(
    "behaviour", [Behaviour.HTML, Behaviour.GARBAGE, Behaviour.NULL, Behaviour.NESTED]
)
async def test_a_body_that_is_no_json_decodes_to_none(http, url, services, behaviour):
    services.behave("deezer", behaviour)
    assert (await http.get(url)).json() is None


@pytest.mark.parametrize("behaviour", [Behaviour.FORBIDDEN, Behaviour.BARE_ERROR])
async def test_an_error_of_the_asker_does_not_rest_the_host(http, url, services, behaviour):
    services.behave("deezer", behaviour)
    assert not (await http.get(url)).is_ok
    services.behave("deezer", Behaviour.NORMAL)
    assert (await http.get(url)).is_ok


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (Behaviour.HANGING, FailureReason.TOO_SLOW),
        (Behaviour.DRIPPING, FailureReason.TOO_SLOW),
        (Behaviour.TRUNCATED, FailureReason.BROKEN),
    ],
)
async def test_a_failing_host_is_left_alone_for_a_while(
    http, url, services, clock, behaviour, reason
):
    services.behave("deezer", behaviour)
    assert await http.get(url) == HttpFailure(reason)
    assert await http.get(url) == HttpFailure(FailureReason.RESTING)
    assert len(services.requests) == 1
    services.behave("deezer", Behaviour.NORMAL)
    clock.pass_s(FIRST_REST_S + 1)
    assert isinstance(await http.get(url), HttpAnswer)


async def test_a_server_error_is_answered_once_and_then_rested(http, url, services, clock):
    services.behave("deezer", Behaviour.SERVER_ERROR)
    assert (await http.get(url)).status == 500
    assert await http.get(url) == HttpFailure(FailureReason.RESTING)
    clock.pass_s(FIRST_REST_S + 1)
    assert (await http.get(url)).status == 500
    clock.pass_s(FIRST_REST_S + 1)
    assert await http.get(url) == HttpFailure(FailureReason.RESTING)


async def test_calls_failing_together_count_as_one_failure(http, url, services, clock):
    services.behave("deezer", Behaviour.SERVER_ERROR)
    await asyncio.gather(*(http.get(url) for _ in range(4)))
    services.behave("deezer", Behaviour.NORMAL)
    clock.pass_s(FIRST_REST_S + 1)
    assert isinstance(await http.get(url), HttpAnswer)


async def test_a_refused_connection_rests_the_host_and_no_other(http, services):
    dead = f"http://127.0.0.1:{closed_port()}/track/1"
    assert await http.get(dead) == HttpFailure(FailureReason.UNREACHABLE)
    assert await http.get(dead) == HttpFailure(FailureReason.RESTING)
    assert isinstance(await http.get(services.deezer_url + "/track/12"), HttpAnswer)


async def test_a_day_long_retry_after_is_honoured_without_waiting(http, url, services, clock):
    services.behave("deezer", Behaviour.RATE_LIMITED)
    assert (await http.get(url)).status == 429
    services.behave("deezer", Behaviour.NORMAL)
    clock.pass_s(85_999)
    assert await http.get(url) == HttpFailure(FailureReason.RESTING)
    clock.pass_s(2)
    assert isinstance(await http.get(url), HttpAnswer)


async def test_a_host_rests_a_day_at_most_whatever_it_asks_for(http, url, clock):
    http.rest(url, 10_000_000)
    clock.pass_s(LONGEST_REST_S + 1)
    assert isinstance(await http.get(url), HttpAnswer)


async def test_a_body_over_the_limit_is_not_read_to_its_end(http, url, services):
    services.behave("deezer", Behaviour.HUGE)
    assert await http.get(url) == HttpFailure(FailureReason.TOO_LARGE)
    assert isinstance(await http.get(url, limit_bytes=20_000_000), HttpAnswer)


async def test_redirects_are_reported_and_not_followed(http, url, services):
    services.behave("deezer", Behaviour.REDIRECT)
    answer = await http.get(url)
    assert answer.is_redirect
    assert answer.headers["location"] == "http://127.0.0.1:9/elsewhere"
    assert len(services.requests) == 1


@pytest.mark.parametrize("bad", ["", "nonsense", "http://", "https://\u2603.\u0000/", "ftp://x/y"])
async def test_an_address_that_is_none_ends_in_a_failure(http, bad):
    assert isinstance(await http.get(bad), HttpFailure)


async def test_neither_addresses_nor_words_reach_the_log(url, services, clock, caplog):
    caplog.set_level(logging.DEBUG)
    services.behave("deezer", Behaviour.SERVER_ERROR)
    async with MusicHttp(20.0, clock=clock) as http:
        await http.get(services.deezer_url + "/search", {"q": "my secret song"})
    assert "music_host_rests" in caplog.text
    assert "secret" not in caplog.text


async def test_who_is_given_up_on_rests_and_who_was_hardly_asked_does_not(services, clock):
    services.behave("deezer", Behaviour.HANGING)
    url = services.deezer_url + "/track/12"
    async with MusicHttp(20.0, clock=clock) as http:
        for passing_s, rests in ((GIVEN_UP_S / 2, False), (GIVEN_UP_S + 0.1, True)):
            services.requests.clear()
            asking = asyncio.create_task(http.get(url))
            for _ in range(1000):
                await asyncio.sleep(0.01)
                if services.requests:
                    break
            clock.pass_s(passing_s)
            asking.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asking
            assert http.is_resting(url) is rests


async def test_an_address_that_was_checked_is_the_one_that_is_asked(clock):
    asked = []

    class Wire(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request):
            asked.append(request)
            return httpx.Response(200)

    async with MusicHttp(20.0, clock=clock, transport=Wire()) as http:
        for address in ("35.186.224.25", "2600:1901:1:c36::"):
            await http.get("https://spotify.link/x", at_address=address)
    assert [request.url.host for request in asked] == ["35.186.224.25", "2600:1901:1:c36::"]
    assert {request.headers["Host"] for request in asked} == {"spotify.link"}
    # the certificate is checked against this name
    assert {request.extensions["sni_hostname"] for request in asked} == {"spotify.link"}


async def test_a_contact_is_told_where_there_is_one(services, clock):
    async with MusicHttp(20.0, clock=clock, contact="me@example.org") as http:
        await http.get(services.deezer_url + "/track/12")
    assert services.requests[0].headers["User-Agent"].endswith("; me@example.org)")
