from __future__ import annotations

import re
from dataclasses import replace

from bot.presenters.language import say
from core.domain.conversation import Onward
from core.domain.intent import Intent
from core.domain.media import Upload
from core.domain.mix import Verdict
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message, Person, Place, SentFile, snowflake
from tests.fakes.songs import FakePreviews
from tests.integration.discord.conftest import SONG, World

PNG = b"\x89PNG\r\n\x1a\n"


def assert_is_answer(message: Message) -> None:
    assert message.content == ""
    (embed,) = message.embeds
    assert "You look sad to me (88\xa0% sure)" in embed["description"]
    assert "Bohemian Rhapsody" in embed["description"]
    assert [item["name"].split(".")[0] for item in embed["fields"]] == list("12345")
    assert all(
        re.search(r"\[YouTube\]\(https://www\.youtube\.com/\S+\)", item["value"])
        for item in embed["fields"]
    )
    (card,) = message.files
    assert card.data.startswith(PNG)
    assert "Your mood: dark" in (card.description or "")
    assert embed["image"]["url"] == card.url
    thumbs = [f"{thumb} {number}" for thumb in "👍👎" for number in range(1, 6)]
    assert list(message.buttons) == [
        say("correct-button"),
        *thumbs,
        say("intent-button", intent=Intent.MODULATE),
        say("intent-button", intent=Intent.ENHANCE),
        say("onward-button", onward=Onward.CHECK_IN),
        say("onward-button", onward=Onward.FINISH),
        *([say("discord-share-button")] if message.is_ephemeral else []),
    ]


async def test_a_command_is_answered_after_consent_without_asking_again(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()

    await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie, song=SONG)
    notice = await server.answer()

    assert notice.content == say("consent-notice", days=0)
    assert notice.is_ephemeral
    assert server.downloads == []
    assert world.face_reader.read == 0

    await server.press(ada, notice, say("consent-button"))
    answer = await server.answer()

    assert_is_answer(answer)
    assert answer.is_ephemeral
    assert server.downloads == ["selfie.jpg"]


async def test_consent_is_asked_once(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie, song=SONG)

    assert_is_answer(await server.answer())


async def test_a_direct_message_with_a_caption_is_answered_there(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()

    sent = await server.write(ada, SONG, selfie)
    notice = await server.answer()
    await server.press(ada, notice, say("consent-button"))
    answer = await server.answer()

    assert notice.reply_to == sent.id
    assert_is_answer(answer)
    assert not answer.is_ephemeral
    assert server.typing == [server.direct_place(ada).id]


async def test_in_a_group_of_people_only_the_asking_person_sees_the_answer(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    friends = Place(snowflake(), group=(ben, ada))
    await server.slash(ada, "moodmix", place=friends, photo=selfie, song=SONG)
    answer = await server.answer()

    assert_is_answer(answer)
    assert answer.is_ephemeral


async def test_the_song_is_asked_for_and_then_taken(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ada, "", selfie)
    question = await server.answer()
    await server.write(ada, SONG)

    assert "Which song are you into?" in question.content
    assert_is_answer(await server.answer())


async def test_the_face_is_asked_for_and_then_taken(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.slash(ada, "moodmix", place=server.guild_channel, song=SONG)
    question = await server.answer()
    await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie)

    assert "Now send me a selfie" in question.content
    assert say("next-by-command") in question.content
    assert_is_answer(await server.answer())


async def test_an_audio_file_is_a_song(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    song = SentFile("demo take.ogg", b"OggS", "audio/ogg")

    await server.slash(ada, "moodmix", photo=selfie, audio=song)
    by_command = await server.answer()
    await server.write(ada, "my own recording", selfie, song)
    by_message = await server.answer()

    for answer in (by_command, by_message):
        assert "demo take.ogg" in answer.text.replace("\\", "")
        assert "moodmix music network" in answer.text


async def test_an_intent_can_be_chosen_with_the_command_and_under_the_answer(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.slash(ada, "moodmix", photo=selfie, song=SONG, intent="modulate")
    stay = await server.answer()
    await server.press(ada, stay, say("intent-button", intent=Intent.ENHANCE))
    lift = await server.answer()

    assert "Stay with this mood: that is what you chose." in stay.text
    assert "Lift the mood: that is what you chose." in lift.text
    assert stay.buttons["👍 1"] != lift.buttons["👍 1"]


async def test_thumbs_are_recorded_and_acknowledged_to_the_one_who_pressed(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.slash(ada, "moodmix", place=server.guild_channel, photo=selfie, song=SONG)
    answer = await server.answer()

    await server.press(ada, answer, "👍 1")
    liked = await server.answer()
    await server.press(ada, answer, "👎 5")
    disliked = await server.answer()

    assert liked.content.startswith("Noted: you like ")
    assert liked.is_ephemeral
    assert disliked.content.endswith("is not for you.")
    assert world.rating(ada, 1) == Verdict.UP
    assert world.rating(ada, 5) == Verdict.DOWN


async def test_buttons_work_after_a_restart(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    first = await world.start()
    await server.write(ada, SONG, selfie)
    answer = await server.answer()
    await first.stop()
    await world.start()

    await server.press(ada, answer, "👎 2")

    assert (await server.answer()).content.startswith("Noted:")
    assert world.rating(ada, 2) == Verdict.DOWN


async def test_reactions_on_an_answer_rate_the_whole_mix(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.write(ada, SONG, selfie)
    answer = await server.answer()

    await server.react(ada, answer, "❤️")
    await server.until(lambda: world.rating(ada, 0) == Verdict.UP)
    await server.react(ada, answer, "👎🏽")
    await server.until(lambda: world.rating(ada, 0) == Verdict.DOWN)
    await server.react(ada, answer, "👎🏽", add=False)
    await server.until(lambda: world.rating(ada, 0) == Verdict.UP)
    await server.react(ada, answer, "❤️", add=False)
    await server.until(lambda: world.feedback() == {})


async def test_reactions_of_the_bot_and_on_other_messages_are_left_alone(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    sent = await server.write(ada, SONG, selfie)
    answer = await server.answer()

    await server.react(server.bot, answer, "👍")
    await server.react(ada, sent, "👍")
    await server.react(ada, answer, "🦆")
    await server.react(ada, answer, "👍")
    await server.until(lambda: bool(world.feedback()))

    assert world.feedback() == {(world.pseudonym(ada), 0): Verdict.UP}


async def test_the_message_command_reads_ones_own_photo_and_the_song_in_its_text(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    posted = await server.write(ada, SONG, selfie, place=server.guild_channel)

    await server.menu(ada, "Mood mix from this photo", posted)
    answer = await server.answer()

    assert_is_answer(answer)
    assert answer.is_ephemeral


async def test_somebody_elses_photo_is_read_only_after_a_word_on_whose_face_it_is(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.start()
    posted = await server.write(ben, SONG, selfie, place=server.guild_channel)

    await server.menu(ada, "Mood mix from this photo", posted)
    notice = await server.answer()
    await server.press(ada, notice, say("consent-button"))
    question = await server.answer()

    assert notice.content == say("consent-notice", days=0)
    assert question.content == say("others-face-notice")
    assert server.downloads == []

    await server.press(ada, question, say("owner-agrees-button"))
    assert_is_answer(await server.answer())

    await server.press(ada, question, say("owner-agrees-button"))
    assert (await server.answer()).content == say("request-expired")


async def test_the_message_command_says_when_there_is_no_photo(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    posted = await server.write(ada, SONG, place=server.guild_channel)

    await server.menu(ada, "Mood mix from this photo", posted)

    assert (await server.answer()).content == say("no-face-in-message")


async def test_a_mention_in_a_guild_needs_no_intent_and_other_messages_are_left_alone(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()

    await server.write(ben, f"moodmix {SONG}", selfie, place=server.guild_channel)
    await server.write(ada, SONG, selfie, place=server.guild_channel, mentions_bot=True)

    assert_is_answer(await server.answer())
    assert server.unread == 0
    assert server.typing == [server.guild_channel.id]


async def test_with_the_message_content_intent_the_name_at_the_beginning_is_enough(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    server.gateway.allowed_privileged = 1 << 15
    await world.start(message_content=True)

    await server.write(ben, "look at this", selfie, place=server.guild_channel)
    await server.write(ada, f"Moodmix, {SONG}", selfie, place=server.guild_channel)

    assert_is_answer(await server.answer())
    assert server.unread == 0


async def test_another_person_can_agree_for_themselves_under_a_notice_in_a_guild(
    world: World, server: DiscordServer, ada: Person, ben: Person, selfie: SentFile
) -> None:
    await world.start()
    await server.write(ada, SONG, selfie, place=server.guild_channel, mentions_bot=True)
    notice = await server.answer()

    await server.press(ben, notice, say("consent-button"))
    thanks = await server.answer()

    assert thanks.content == say("consent-thanks")
    assert server.downloads == []

    await server.press(ada, notice, say("consent-button"))
    assert_is_answer(await server.answer())


async def test_help_privacy_and_an_empty_command_explain(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(ada, "help")
    assert (await server.answer()).content == say("help")
    await server.slash(ada, "privacy", place=server.guild_channel)
    assert (await server.answer()).content == say("privacy", days=0)
    await server.slash(ada, "moodmix")
    assert (await server.answer()).content == say("greeting")
    await server.write(ada, "/privacy")
    assert (await server.answer()).content == say("privacy", days=0)


async def test_forget_asks_first_and_then_erases(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    await world.start()
    await server.write(ada, SONG, selfie)
    answer = await server.answer()

    await server.slash(ada, "forget")
    question = await server.answer()
    await server.press(ada, question, say("keep-button"))
    assert (await server.answer()).content == say("kept")
    await server.press(ada, answer, "👍 1")
    assert (await server.answer()).content.startswith("Noted:")

    await server.press(ada, question, say("forget-button"))
    assert (await server.answer()).content == say("forgotten")
    await server.press(ada, answer, "👍 1")
    assert "no longer know that recommendation" in (await server.answer()).content
    await server.write(ada, SONG, selfie)
    assert (await server.answer()).content == say("consent-notice", days=0)


async def test_commands_are_offered_to_guilds_and_to_people(
    world: World, server: DiscordServer
) -> None:
    await world.start()

    assert {command["name"] for command in server.commands} == {
        "moodmix",
        say("message-command"),
        say("user-command"),
        "mood",
        "history",
        "week",
        "settings",
        "export",
        "help",
        "privacy",
        "forget",
    }
    for command in server.commands:
        assert command["integration_types"] == [0, 1]
        assert command["contexts"] == [0, 1, 2]


async def test_the_first_track_is_sent_as_it_sounds(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.agree(ada)
    previews = FakePreviews(Upload(b"ID3 sound"))
    world.chat = replace(world.chat, previews=previews)
    await world.start()

    await server.write(ada, SONG, selfie)
    await server.answer()
    sample = await server.answer()

    (file,) = sample.files
    assert (file.name, file.data) == ("preview.mp3", b"ID3 sound")
    assert len(previews.asked) == 1
