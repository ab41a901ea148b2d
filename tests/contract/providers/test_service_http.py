"""One service asked in the manner it wants: its pace, its rests, its recent answers."""

import asyncio

import pytest

from core.providers.courtesy import Manners
from core.providers.http import MusicHttp
from core.providers.service_http import ServiceHttp
from tests.fakes.music_services import Behaviour


def title_of(answer):
    return answer.get("title") if isinstance(answer, dict) else None


@pytest.fixture
def deezer(http, services):
    return ServiceHttp(http, services.deezer_url, Manners(calls=3, window_s=90.0, kept_s=30.0))


async def test_an_answer_is_parsed_and_stands_for_a_while(deezer, services, clock):
    for _ in range(3):
        assert await deezer.ask("/track/13", None, title_of) == "Never Gonna Give You Up"
    assert len(services.requests) == 1
    clock.pass_s(31)
    assert await deezer.ask("/track/13", None, title_of)
    assert len(services.requests) == 2


async def test_other_parameters_are_another_question(deezer, services):
    await deezer.ask("/search", {"q": "queen"}, lambda answer: answer["total"])
    await deezer.ask("/search", {"q": "adele"}, lambda answer: answer["total"])
    assert len(services.requests) == 2


@pytest.mark.parametrize(
    "behaviour",
    [Behaviour.FORBIDDEN, Behaviour.HTML, Behaviour.GARBAGE, Behaviour.NULL, Behaviour.BARE_ERROR],
)
async def test_a_wrong_answer_is_none_and_does_not_stand(deezer, services, behaviour):
    services.behave("deezer", behaviour)
    assert await deezer.ask("/track/13", None, title_of) is None
    services.behave("deezer", Behaviour.NORMAL)
    assert await deezer.ask("/track/13", None, title_of)


async def test_calls_beyond_the_pace_are_not_made_where_the_wait_is_too_long(
    deezer, services, clock
):
    for track in (11, 12, 13, 14, 15):
        await deezer.ask(f"/track/{track}", None, title_of)
    assert len(services.requests) == 3
    clock.pass_s(31)
    assert await deezer.ask("/track/14", None, title_of)


async def test_everyone_who_asks_a_host_shares_its_pace_and_answers(deezer, http, services):
    other = ServiceHttp(http, services.deezer_url + "/", Manners())
    await deezer.ask("/track/13", None, title_of)
    assert await other.ask("/track/13", None, title_of)
    assert len(services.requests) == 1


async def test_a_short_wait_for_the_turn_is_waited(services, clock):
    async with MusicHttp(20.0) as http:
        quick = ServiceHttp(http, services.deezer_url, Manners(calls=1, window_s=0.2))
        loop = asyncio.get_running_loop()
        started_s = loop.time()
        answers = await asyncio.gather(
            *(quick.ask(f"/track/{track}", None, title_of) for track in (11, 12, 13))
        )
    assert all(answers)
    assert loop.time() - started_s >= 0.35


async def test_a_resting_host_takes_no_turn(deezer, services, clock):
    services.behave("deezer", Behaviour.SERVER_ERROR)
    for _ in range(10):
        assert await deezer.ask("/track/13", None, title_of) is None
    assert len(services.requests) == 1
    services.behave("deezer", Behaviour.NORMAL)
    clock.pass_s(61)
    assert await deezer.ask("/track/13", None, title_of)


async def test_a_wish_to_be_left_alone_in_json_of_any_status_is_heeded(http, services, clock):
    wishes = ServiceHttp(
        http, services.deezer_url, Manners(), lambda answer: 40.0 if "error" in answer else 0.0
    )
    assert await wishes.ask("/track/999", None, title_of) is None
    assert await wishes.ask("/track/13", None, title_of) is None
    services.behave("deezer", Behaviour.BARE_ERROR)
    clock.pass_s(41)
    assert await wishes.ask("/track/13", None, title_of) is None
    services.behave("deezer", Behaviour.NORMAL)
    assert await wishes.ask("/track/13", None, title_of) is None
    assert len(services.requests) == 2


async def test_a_status_with_a_meaning_of_its_own_is_heeded(http, services, clock):
    strict = ServiceHttp(http, services.deezer_url, Manners(rests_after={403: 60.0}))
    services.behave("deezer", Behaviour.FORBIDDEN)
    assert await strict.ask("/track/13", None, title_of) is None
    services.behave("deezer", Behaviour.NORMAL)
    assert await strict.ask("/track/13", None, title_of) is None
    clock.pass_s(61)
    assert await strict.ask("/track/13", None, title_of)


async def test_its_own_time_limit_is_kept(services, clock):
    services.behave("deezer", Behaviour.HANGING)
    async with MusicHttp(20.0, clock=clock) as http:
        hasty = ServiceHttp(http, services.deezer_url, Manners(longest_s=0.2))
        assert await hasty.ask("/track/13", None, title_of) is None
        assert http.is_resting(services.deezer_url)


async def test_lists_are_sent_as_json_and_their_answer_stands_too(http, services):
    labs = ServiceHttp(http, services.listenbrainz_url, Manners())
    wanted = [{"artist_name": "a-ha", "release_name": "", "track_name": "Take On Me"}]
    for _ in range(2):
        answer = await labs.ask_about("/spotify-id-from-metadata/json", wanted, list)
        assert answer[0]["spotify_track_ids"] == ["2WfaOiMkCvy7F5fcp2zZ8L"]
    assert [request.method for request in services.requests] == ["POST"]
