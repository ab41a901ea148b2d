"""Guesses and everyone's mood over the page's calls."""

from __future__ import annotations

from typing import Any

from tests.fakes.page_library import DOUBTFUL, SONG
from tests.integration.web.conftest import World


def labels(group: dict[str, Any]) -> list[str]:
    return [choice["label"] for choice in group["choices"]]


def change_of(reply: dict[str, Any], label: str) -> dict[str, Any]:
    """What the page sends back when the button is pressed."""
    groups = [reply["offers"][name] for name in ("guesses", "whose", "intents", "song_ways")]
    (choice,) = [each for group in groups for each in group["choices"] if each["label"] == label]
    return choice["change"]


async def test_an_unsure_face_asks_and_the_persons_word_is_taken(world: World) -> None:
    await world.post("/api/consent", {})
    _, question = await world.send(face=b"unsure")

    _, noted = await world.post("/api/change", change_of(question, "Angry"))
    _, answer = await world.send(song=SONG)

    assert question["text"].startswith("I am not sure how you look: sad (38\xa0%)")
    assert labels(question["offers"]["guesses"]) == ["Sad", "Neutral", "Angry"]
    assert question["offers"]["guesses"]["question"] == "How do you feel?"
    assert noted["kind"] == "need_song"
    assert noted["text"].startswith("Noted: you feel angry.")
    assert labels(noted["offers"]["guesses"]) == []
    assert answer["paragraphs"][0] == "You told me you feel angry."


async def test_an_unsure_answer_is_made_again_with_the_intent_that_was_chosen(
    world: World,
) -> None:
    await world.post("/api/consent", {})
    _, first = await world.send(face=b"unsure", song=SONG, intent="modulate")

    status, again = await world.post("/api/change", change_of(first, "Sad"))

    assert status == 200
    assert first["paragraphs"][0].endswith("This list follows a mix of all I see.")
    assert again["paragraphs"][0] == "You told me you feel sad."
    assert again["paragraphs"][2].startswith("Stay with this mood: that is what you chose.")
    assert again["mix_id"] != first["mix_id"]


async def test_of_a_group_everyones_mood_can_be_taken(world: World) -> None:
    await world.post("/api/consent", {})
    _, first = await world.send(face=b"group", song=SONG)

    _, again = await world.post("/api/change", change_of(first, "Everyone's mood"))

    assert first["paragraphs"][0].endswith("4 faces and read the largest one near the middle.")
    assert first["offers"]["whose"]["question"] == "Whose mood counts?"
    assert again["paragraphs"][0] == "All of you together look happy to me (60\xa0% sure)."
    assert labels(again["offers"]["whose"]) == []


async def test_an_intent_that_no_longer_stands_is_explained(world: World) -> None:
    answer = await world.answer()
    await world.post("/api/forget", {})

    status, failure = await world.post("/api/change", change_of(answer, "Lift me up"))

    assert (status, failure["error"]["code"]) == (409, "nothing_to_change")


async def test_a_mood_that_no_longer_stands_is_explained(world: World) -> None:
    await world.post("/api/consent", {})
    _, question = await world.send(face=b"unsure")
    await world.post("/api/forget", {})

    status, failure = await world.post("/api/change", change_of(question, "Sad"))

    assert (status, failure["error"]["code"]) == (409, "nothing_to_change")


async def test_what_was_read_can_be_corrected_by_any_mood(world: World) -> None:
    answer = await world.answer()
    correction = answer["offers"]["correction"]
    moods = correction["moods"]["choices"]

    _, again = await world.post("/api/change", moods[-1]["change"])

    assert correction["label"] == "That's not it"
    assert len(moods) == 7
    assert again["paragraphs"][0] == "You told me you feel disgusted."


async def test_everyones_mood_of_a_later_selfie_is_explained(world: World) -> None:
    await world.post("/api/consent", {})
    _, question = await world.send(face=b"group")
    await world.send(face=b"sad")

    status, failure = await world.post("/api/change", change_of(question, "Everyone's mood"))

    assert (status, failure["error"]["code"]) == (409, "one_face_only")
    assert "only one face" in failure["error"]["message"]


async def test_a_film_is_told_by_its_seconds_and_its_card_described(world: World) -> None:
    await world.post("/api/consent", {})

    _, answer = await world.send(face=b"film", song=SONG)

    assert answer["paragraphs"][0].startswith("Over 11 seconds you looked mostly happy (9 s)")
    assert "How your face went over 11 s" in answer["card"]["alt"]


async def test_a_song_in_doubt_is_asked_about_and_the_choice_answered(world: World) -> None:
    await world.post("/api/consent", {})
    _, question = await world.send(face=b"sad", song=DOUBTFUL)
    (first, second) = question["offers"]["songs"]["choices"]

    status, answer = await world.post("/api/change", second["change"])
    gone, failure = await world.post("/api/change", first["change"])

    assert question["kind"] == "which_song"
    assert question["text"].startswith("I am not sure which song you mean. Is it one of these?")
    assert [first["label"], second["label"]] == ["Adele – Hello", "Lionel Richie – Hello"]
    assert (status, answer["kind"]) == (200, "answer")
    assert '"Hello" by Lionel Richie feels' in answer["paragraphs"][1]
    assert (gone, failure["error"]["code"]) == (409, "nothing_in_doubt")


async def test_the_face_may_come_after_the_doubt_and_the_song_before_it(world: World) -> None:
    await world.post("/api/consent", {})
    await world.send(song=DOUBTFUL)
    _, again = await world.send(face=b"sad")
    _, answer = await world.post("/api/change", again["offers"]["songs"]["choices"][0]["change"])
    assert (again["kind"], answer["kind"]) == ("which_song", "answer")


async def test_another_song_settles_the_doubt(world: World) -> None:
    await world.post("/api/consent", {})
    await world.send(face=b"sad", song=DOUBTFUL)
    _, answer = await world.send(song=SONG)
    assert answer["kind"] == "answer"


async def test_a_change_that_mixes_song_and_mood_is_refused(world: World) -> None:
    status, failure = await world.post("/api/change", {"song": "0123abcd", "mood": "sad"})
    assert (status, failure["error"]["code"]) == (400, "request_invalid")
