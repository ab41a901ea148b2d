"""What is a person's own on Discord: moods over time, consent, settings, the export."""

from __future__ import annotations

import json

import pytest

from bot.presenters.language import language_names, say, speaking
from bot.presenters.settings import present_settings
from core.domain.emotion import Emotion
from core.domain.preferences import DEFAULT_PREFERENCES, Preferences
from core.domain.wishes import Context
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, SentFile
from tests.integration.discord.conftest import SONG, World

PNG = b"\x89PNG\r\n\x1a\n"


async def told(world: World, person: Person, *moods: Emotion) -> None:
    """Moods of earlier, in the diary."""
    for mood in moods:
        await world.chat.companion.tell_mood(world.pseudonym(person), mood)


async def preferences_of(world: World, person: Person) -> Preferences:
    return await world.chat.companion.preferences(world.pseudonym(person))


@pytest.mark.parametrize("options", [{}, {"weeks": 2}])
async def test_the_history_comes_as_a_picture_and_in_words_to_the_person_alone(
    world: World, server: DiscordServer, ada: Person, options: dict[str, int]
) -> None:
    await told(world, ada, Emotion.SAD, Emotion.HAPPY, Emotion.HAPPY)
    await world.start()

    await server.slash(ada, "history", place=server.guild_channel, **options)
    answer = await server.answer()

    (picture,) = answer.files
    assert answer.is_ephemeral
    assert "3 moods" in answer.content
    assert picture.data.startswith(PNG)
    assert picture.description == answer.content


async def test_without_a_mood_there_is_no_history_yet(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(ada, "history")

    answer = await server.answer()
    assert answer.content == say("history-none")
    assert answer.files == []


async def test_the_week_comes_as_a_picture_and_in_words(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await told(world, ada, Emotion.HAPPY)
    await world.start()

    await server.slash(ada, "week")
    by_command = await server.answer()
    await server.write(ada, "/week")
    by_message = await server.answer()

    for answer in (by_command, by_message):
        (picture,) = answer.files
        assert picture.data.startswith(PNG)
        assert "This week, most often happy" in answer.content
        assert picture.description == answer.content


async def test_the_export_holds_all_that_is_stored_and_nobody_else_sees_it(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.agree(ada)
    await told(world, ada, Emotion.SAD)
    await world.start()

    await server.slash(ada, "export")
    answer = await server.answer()

    text, data = answer.files
    assert answer.place.is_direct
    assert answer.is_ephemeral
    assert answer.content == say("export-handed")
    assert text.name.endswith(".txt")
    assert "sad, as you said" in text.data.decode()
    assert json.loads(data.data)["moods"][0]["label"] == "sad"


async def test_an_export_too_large_for_discord_comes_packed(
    world: World, server: DiscordServer, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.discord.own_data._UPLOAD_LIMIT_BYTES", 100)
    await told(world, ada, Emotion.SAD)
    await world.start()

    await server.slash(ada, "export")

    (packed,) = (await server.answer()).files
    assert packed.name == "moodmix-export.zip"
    assert packed.data.startswith(b"PK")


async def test_consent_can_be_taken_back_under_the_policy_and_is_asked_for_again(
    world: World, server: DiscordServer, ada: Person, selfie: SentFile
) -> None:
    await world.start()
    await server.slash(ada, "privacy")
    before = await server.answer()
    await world.agree(ada)

    await server.slash(ada, "privacy", place=server.guild_channel)
    policy = await server.answer()
    await server.press(ada, policy, say("withdraw-button"))
    withdrawn = await server.answer()
    await server.write(ada, SONG, selfie)

    assert before.buttons == {}
    assert policy.is_ephemeral
    assert withdrawn.content == say("withdrawn")
    assert (await server.answer()).content == say("consent-notice", days=0)


async def test_everything_can_be_set_at_once_by_command(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(
        ada,
        "settings",
        place=server.guild_channel,
        language="de",
        songs="Japanese",
        occasion="sleep",
        help_line=False,
        without="The Beatles",
    )
    answer = await server.answer()

    assert answer.is_ephemeral
    expected = Preferences("de", frozenset({"ja"}), Context.SLEEP, help_line=False)
    assert await preferences_of(world, ada) == expected
    with speaking("de"):
        assert answer.content.startswith(say("settings-saved"))
        assert present_settings(expected, ["The Beatles"]) in answer.content
    assert await world.chat.companion.unwanted_artists(world.pseudonym(ada)) == ("The Beatles",)


async def test_settings_are_shown_with_a_menu_each_that_works_after_a_restart(
    world: World, server: DiscordServer, ada: Person
) -> None:
    first = await world.start()
    await server.slash(ada, "settings", without="ABBA", place=server.guild_channel)
    shown = await server.answer()
    await first.stop()
    await world.start()

    async def choose(menu: str, *labels: str) -> None:
        before = shown.content
        await server.choose(ada, shown, menu, *labels)
        await server.until(lambda: shown.content != before)

    assert present_settings(DEFAULT_PREFERENCES, ["ABBA"]) in shown.content
    assert list(shown.menus) == [
        say("settings-name", setting=name)
        for name in ("language", "song_languages", "occasion", "help_line", "artists")
    ]
    await choose("Songs in", "Songs in: French", "Songs in: Hindi")
    await choose("Lists for", "Lists for: A party")
    await choose("A line with where to find help", "A line with where to find help: off")
    await choose("Nothing by", "Nothing by: ABBA")
    preferences = await preferences_of(world, ada)
    assert preferences == Preferences(None, frozenset({"fr", "hi"}), Context.PARTY, help_line=False)
    assert await world.chat.companion.unwanted_artists(world.pseudonym(ada)) == ()
    assert "Nothing by" not in shown.menus
    assert "Songs in: French or Hindi" in shown.content

    await choose("Songs in")
    await choose("I speak", "I speak: Deutsch")
    assert await preferences_of(world, ada) == Preferences(
        "de", frozenset(), Context.PARTY, help_line=False
    )
    assert "Deutsch" in shown.content
    assert server.unread == 0


async def test_an_artist_left_out_may_come_again_however_it_is_spelled(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    await server.slash(ada, "settings", without="Björk")
    await server.answer()

    await server.slash(ada, "settings", again="bjork")
    again = await server.answer()
    await server.slash(ada, "settings", again="bjork")

    assert again.content.startswith(say("settings-again", artist="Björk"))
    assert say("settings-not-without", artist="bjork") in (await server.answer()).content


@pytest.mark.parametrize("options", [{"language": "Klingon"}, {"songs": "Klingon"}])
async def test_a_language_that_nobody_knows_changes_nothing(
    world: World, server: DiscordServer, ada: Person, options: dict[str, str]
) -> None:
    await world.start()

    await server.slash(ada, "settings", occasion="party", **options)

    unknown = say("settings-language-unknown", language="Klingon")
    assert (await server.answer()).content.startswith(unknown)
    assert await preferences_of(world, ada) == DEFAULT_PREFERENCES


async def test_a_mix_can_set_the_language_and_the_occasion_of_songs(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await told(world, ada, Emotion.SAD)
    await world.start()

    await server.slash(ada, "moodmix", song=SONG, language="en", occasion="night")
    answer = await server.answer()
    await server.slash(ada, "moodmix", occasion="party")
    settings = await server.answer()

    assert "Made for the night." in answer.text
    assert "Only in English." in answer.text
    assert "Lists for: A party" in settings.content


async def test_a_mix_in_a_language_that_nobody_knows_is_not_made(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    await server.slash(ada, "moodmix", song=SONG, language="Klingon")

    unknown = say("settings-language-unknown", language="Klingon")
    assert (await server.answer()).content.startswith(unknown)


async def test_languages_are_suggested_without_accents_in_any_name(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()

    assert await server.suggest(ada, "settings", "language", "fran") == ["français"]
    assert await server.suggest(ada, "settings", "language", "germ") == ["Deutsch"]
    assert len(await server.suggest(ada, "settings", "language", "")) == 8
    assert await server.suggest(ada, "settings", "songs", "japa") == ["Japanese"]
    assert server.suggested_values == {"Japanese": "ja"}
    everything = await server.suggest(ada, "moodmix", "language", "")
    assert len(everything) == 25
    assert everything[0] == "English"
    assert len(language_names()) > 25


async def test_suggestions_come_in_the_language_of_the_person(
    world: World, server: DiscordServer
) -> None:
    await world.start()

    german = Person("Gerda", locale="de")

    assert await server.suggest(german, "settings", "songs", "franz") == ["Französisch"]


async def test_artists_of_ones_own_lists_are_suggested_before_those_of_the_catalogue(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    assert await server.suggest(ada, "settings", "without", "") == []
    assert await server.suggest(ada, "settings", "without", "STONES") == ["The Rolling Stones"]

    await server.slash(ada, "mood", feeling="sad", song=SONG)
    heard = [field["name"] for field in (await server.answer()).embeds[0]["fields"]]
    suggested = await server.suggest(ada, "settings", "without", "")

    assert len(suggested) == 5
    assert all(any(name in song.replace("\\", "") for song in heard) for name in suggested)


async def test_artists_left_out_are_suggested_to_come_again(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    for name in ("Sigur Rós", "Queen"):
        await world.chat.companion.want_without(world.pseudonym(ada), name)

    assert await server.suggest(ada, "settings", "again", "ros") == ["Sigur Rós"]
    assert await server.suggest(ada, "settings", "again", "") == ["Sigur Rós", "Queen"]


async def test_a_broken_database_suggests_nothing_instead_of_keeping_discord_waiting(
    world: World, server: DiscordServer, ada: Person
) -> None:
    await world.start()
    await world.store.close()

    assert await server.suggest(ada, "settings", "again", "") == []
    assert await server.suggest(ada, "settings", "without", "a") == []


@pytest.mark.parametrize("words", ["/history", "/week", "/settings", "/privacy", "/export"])
async def test_what_is_ones_own_never_stands_where_others_read(
    world: World, server: DiscordServer, ada: Person, words: str
) -> None:
    await told(world, ada, Emotion.SAD)
    await world.start()
    server.direct_place(ada)

    await server.write(ada, words, place=server.guild_channel, mentions_bot=True)

    assert (await server.answer()).place.is_direct


async def test_who_takes_no_direct_messages_is_told_of_the_command(
    world: World, server: DiscordServer
) -> None:
    shy = Person("Sia", takes_direct=False)
    await world.start()
    server.direct_place(shy)

    await server.write(shy, "/export", place=server.guild_channel, mentions_bot=True)

    answer = await server.answer()
    assert answer.content == say("discord-private-only")
    assert answer.place == server.guild_channel
