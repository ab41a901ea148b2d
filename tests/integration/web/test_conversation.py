from __future__ import annotations

import re

import pytest
from structlog.testing import capture_logs

from bot.presenters.language import say
from core.domain.conversation import CONSENT_VERSION
from core.domain.mix import Verdict
from tests.fakes.page_library import SONG
from tests.integration.web.conftest import PNG, Start, World


async def test_a_first_visit_gets_the_greeting_and_the_notice_and_no_consent(world: World) -> None:
    status, state = await world.get("/api/state")

    assert status == 200
    assert state["consented"] is False
    assert state["words"]["greeting"] == say("greeting")
    assert state["words"]["consent_notice"] == say("consent-notice", days=0)


async def test_no_face_is_looked_at_before_consent(world: World) -> None:
    status, failure = await world.send(face=b"happy", song=SONG)

    assert status == 403
    assert failure["error"]["code"] == "consent_needed"
    assert world.faces.read == 0


async def test_consent_is_recorded_and_remembered(world: World) -> None:
    _, thanks = await world.post("/api/consent", {})

    assert thanks == {"text": say("consent-thanks")}
    consent = await world.store.consent_of(world.person)
    assert consent is not None
    assert consent.version == CONSENT_VERSION
    assert (await world.get("/api/state"))[1]["consented"] is True


async def test_a_face_and_a_song_get_five_tracks_with_reasons(world: World) -> None:
    answer = await world.answer()

    assert answer["kind"] == "answer"
    assert len(answer["paragraphs"]) == 3
    assert "sad" in answer["paragraphs"][0]
    assert [track["position"] for track in answer["tracks"]] == [1, 2, 3, 4, 5]
    assert all(track["title"] and track["artist"] and track["reason"] for track in answer["tracks"])
    assert "Don't Stop Me Now" not in [track["title"] for track in answer["tracks"]]
    assert "Lift the mood" in answer["paragraphs"][2]
    assert "Your mood" in answer["card"]["alt"]


async def test_only_secure_links_reach_the_page(world: World) -> None:
    links = {
        track["title"]: [link["url"] for link in track["links"]]
        for track in (await world.answer())["tracks"]
    }

    assert links.pop("Odd <i>Links</i>") == []
    assert all(urls and urls[0].startswith("https://") for urls in links.values())


async def test_a_song_needs_no_consent_and_waits_for_the_face(world: World) -> None:
    status, reply = await world.send(song=SONG)
    assert (status, reply["kind"]) == (200, "need_face")

    await world.post("/api/consent", {})
    status, reply = await world.send(face=b"happy")
    assert (status, reply["kind"]) == (200, "answer")


async def test_a_face_alone_is_answered_with_the_question_for_a_song(world: World) -> None:
    await world.post("/api/consent", {})

    _, reply = await world.send(face=b"angry")

    assert reply["kind"] == "need_song"
    assert "angry" in reply["text"]


async def test_an_audio_file_is_a_song(world: World) -> None:
    await world.post("/api/consent", {})

    status, reply = await world.send(face=b"happy", audio=b"RIFF of a song")

    assert status == 200
    assert "audio.bin" in reply["paragraphs"][1]


async def test_the_intent_can_be_sent_along_and_changed_afterwards(world: World) -> None:
    await world.post("/api/consent", {})
    _, first = await world.send(face=b"sad", song=SONG, intent="modulate")

    status, second = await world.post("/api/change", {"intent": "enhance"})

    assert status == 200
    assert "Stay with this mood" in first["paragraphs"][2]
    assert "Lift the mood" in second["paragraphs"][2]
    assert second["mix_id"] != first["mix_id"]
    assert [
        (choice["change"]["intent"], choice["stands"])
        for choice in second["offers"]["intents"]["choices"]
    ] == [("modulate", False), ("enhance", True)]


async def test_without_an_answer_there_is_no_intent_to_change(world: World) -> None:
    status, failure = await world.post("/api/change", {"intent": "enhance"})

    assert (status, failure["error"]["code"]) == (409, "nothing_to_change")


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.UP, "Noted: you like {title}."),
        (Verdict.DOWN, "Noted: {title} is not for you."),
        (None, "Noted: you have no opinion on {title} any more."),
    ],
)
async def test_a_verdict_is_stored_and_noted_by_name(
    world: World, verdict: Verdict | None, words: str
) -> None:
    answer = await world.answer()
    rating = {"mix_id": answer["mix_id"], "position": 2}
    await world.post("/api/feedback", rating | {"verdict": "up"})

    status, noted = await world.post("/api/feedback", rating | {"verdict": verdict})

    assert status == 200
    assert noted["text"] == words.format(title=answer["tracks"][1]["title"])
    assert world.store.ratings.get((world.person, answer["mix_id"], 2)) is verdict


async def test_a_verdict_on_an_unknown_mix_is_explained(world: World) -> None:
    rating = {"mix_id": 4711, "position": 1, "verdict": "up"}

    status, failure = await world.post("/api/feedback", rating)

    assert (status, failure["error"]["code"]) == (404, "nothing_to_rate")


async def test_forget_erases_everything_and_the_cards_with_it(world: World) -> None:
    answer = await world.answer()

    status, done = await world.post("/api/forget", {})

    assert (status, done["text"]) == (200, say("forgotten"))
    assert (await world.get("/api/state"))[1]["consented"] is False
    assert (await world.get(answer["card"]["url"]))[0] == 404


async def test_a_picture_without_a_face_is_explained_and_the_song_is_kept(world: World) -> None:
    await world.post("/api/consent", {})

    status, failure = await world.send(face=b"nobody", song=SONG)

    assert (status, failure["error"]["code"]) == (422, "no_face")
    assert "cannot find a face" in failure["error"]["message"]
    assert (await world.send(face=b"sad"))[1]["kind"] == "answer"


async def test_an_unforeseen_failure_becomes_an_incident_with_a_number(world: World) -> None:
    await world.post("/api/consent", {})
    world.faces.broken = True

    with capture_logs() as logs:
        status, failure = await world.send(face=b"sad", song=SONG)

    assert (status, failure["error"]["code"]) == (500, "incident")
    number = re.search(r"incident (\w+)", failure["error"]["message"])
    assert number is not None
    assert [log["incident"] for log in logs if log["event"] == "incident"] == [number[1]]
    assert "planted" not in failure["error"]["message"]


async def test_nothing_a_person_sends_reaches_the_log(world: World) -> None:
    await world.post("/api/consent", {})

    with capture_logs() as logs:
        await world.send(face=b"planted-face", song="Planted - Song Words")

    assert logs
    assert "lanted" not in repr(logs)


async def test_the_card_is_a_picture_painted_once(world: World) -> None:
    answer = await world.answer()

    for _ in range(2):
        async with world.http.get(world.url(answer["card"]["url"])) as response:
            assert response.content_type == "image/png"
            assert await response.read() == PNG
    assert len(world.painted) == 1


async def test_a_card_that_cannot_be_painted_does_not_cost_the_answer(start: Start) -> None:
    world = await start(paint=RuntimeError("no paint"))
    answer = await world.answer()

    status, failure = await world.get(answer["card"]["url"])

    assert len(answer["tracks"]) == 5
    assert (status, failure["error"]["code"]) == (500, "incident")
