"""Rounds that go on, over a real SQLite file; only faces and song sources are stand-ins."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.domain.affect import Affect
from core.domain.conversation import (
    LAST_SONG,
    NO_SONG,
    Answer,
    Aside,
    Change,
    Farewell,
    HowNow,
    NeedFace,
    NeedSong,
    PersonId,
    Reply,
    WhichSong,
    Whose,
    Wish,
)
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.errors import ConversationError, ErrorCode, FaceError, SongError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, IntentCause
from core.domain.media import Upload
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.same_song import song_tag
from core.domain.track import Source
from core.domain.wishes import Context
from core.ports.telemetry import NoTelemetry
from core.services.companion import UNFINISHED_FOR, Companion
from core.services.identity import Pseudonyms
from core.services.make_mix import MixMaker
from core.services.resolve_seed import SeedResolver
from core.storage.sqlite_store import SqliteStore
from tests.fakes.songs import (
    HELLOS,
    FakeCatalogue,
    FakeFaceReader,
    FakeFinder,
    FakeMusicReader,
    FakeRater,
    group_reading,
    rated,
    unsure_reading,
)
from tests.fakes.vaults import VAULT

HAPPY = rated("Happy", "Pharrell Williams", 0.9, 0.6)
NOTION = rated("Notion", "The Rare Occasions", 0.2, 0.3)
TRACKS = [
    rated(f"Song {n}", f"Artist {n}", 0.1 * n - 1, 0.05 * n - 0.5, language="en" if n % 2 else "fr")
    for n in range(21)
]
NAMES = Pseudonyms(bytes(32))
ADA, BOB = NAMES.person("test", 1), NAMES.person("test", 2)
DAY = timedelta(days=1)


class Corrections(NoTelemetry):
    """Remembers which moods were corrected."""

    def __init__(self) -> None:
        self.seen: list[tuple[Emotion, Emotion]] = []

    def mood_corrected(self, read: Emotion, told: Emotion) -> None:
        self.seen.append((read, told))


class World:
    """A companion that can be started again, and whose time can be turned."""

    def __init__(self, database: Path) -> None:
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)
        self.faces = FakeFaceReader()
        self.corrections = Corrections()
        self._database = database

    async def start(self) -> None:
        """As after a restart of the process."""
        songs = (HAPPY, NOTION)
        seeds = SeedResolver(
            finders=[
                FakeFinder(
                    Source.CATALOGUE,
                    titles={song.track.title: song.track for song in songs},
                    doubts={"Hello": HELLOS},
                )
            ],
            raters=[
                FakeRater(
                    Source.CATALOGUE,
                    {song.track.title: song.affect for song in songs} | {"Hello": Affect(0.3, 0)},
                )
            ],
            music_reader=FakeMusicReader(),
        )
        mixes = MixMaker(self.faces, seeds, FakeCatalogue(TRACKS))
        self.store = await SqliteStore.open(self._database, VAULT, self.clock)
        self.companion = Companion(self.store, mixes, self.clock, telemetry=self.corrections)

    async def restart(self) -> None:
        await self.store.close()
        await self.start()

    def clock(self) -> datetime:
        return self.now

    async def answer(self, face: str = "sad", person: PersonId = ADA) -> Answer:
        """A selfie with a song, of somebody who agreed."""
        await self.companion.give_consent(person)
        return an_answer(await self.show(face, "Happy", person))

    async def show(self, face: str, song: str | None = None, person: PersonId = ADA) -> Reply:
        return await self.companion.receive(person, face=Upload(face.encode()), song=song)

    async def moods(self, person: PersonId = ADA) -> list[MoodPoint]:
        return list(await self.companion.history(person, self.now - timedelta(days=365)))


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path / "moodmix.sqlite3")
    await world.start()
    yield world
    await world.store.close()


def an_answer(reply: Reply) -> Answer:
    assert isinstance(reply, Answer)
    return reply


def titles(answer: Answer) -> set[str]:
    return {recommendation.track.title for recommendation in answer.mix.recommendations}


async def test_a_told_mood_needs_neither_camera_nor_consent(world: World) -> None:
    asked = await world.companion.tell_mood(ADA, Emotion.SAD)
    assert isinstance(asked, NeedSong)
    assert asked.face == FaceReading.of_word(Emotion.SAD)
    answer = an_answer(await world.companion.receive(ADA, song="Happy"))
    assert answer.mix.face.affect == EMOTION_AFFECT[Emotion.SAD]
    assert world.faces.read == 0
    assert not await world.companion.has_consented(ADA)


async def test_a_point_of_the_plane_is_kept_as_it_was_chosen(world: World) -> None:
    await world.companion.receive(ADA, song="Happy")
    point = Affect(-0.4, -0.7)
    answer = an_answer(await world.companion.tell_mood(ADA, point))
    assert answer.mix.face.affect == point
    await world.restart()
    again = an_answer(await world.companion.change(ADA, Change(intent=Intent.MODULATE)))
    assert again.mix.face == FaceReading.of_word(point)
    assert [mood.affect for mood in await world.moods()] == [point]


async def test_a_mood_button_answers_where_only_the_song_was_known(world: World) -> None:
    assert isinstance(await world.companion.receive(ADA, song="Happy"), NeedFace)
    answer = an_answer(await world.companion.change(ADA, Change(Emotion.ANGRY)))
    assert answer.mix.face == FaceReading.of_word(Emotion.ANGRY)
    assert world.corrections.seen == []


async def test_a_list_can_do_without_a_song(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    answer = an_answer(await world.companion.change(ADA, Change(song=NO_SONG)))
    assert answer.mix.seed is None
    assert answer.mix.decision.cause is IntentCause.DARK_MOOD
    await world.restart()
    calmer = an_answer(await world.companion.change(ADA, Change(intent=Intent.SOOTHE)))
    assert (calmer.mix.seed, calmer.mix.decision.intent) == (None, Intent.SOOTHE)


async def test_the_song_of_the_last_round_can_be_taken_again(world: World) -> None:
    await world.answer()
    await world.restart()
    asked = await world.show("happy")
    assert isinstance(asked, NeedSong)
    assert asked.remembered
    assert asked.remembered.track.title == "Happy"
    answer = an_answer(await world.companion.change(ADA, Change(song=LAST_SONG)))
    assert answer.mix.seed == asked.remembered
    assert answer.mix.face.emotion.label is Emotion.HAPPY


@pytest.mark.parametrize("way", [LAST_SONG, NO_SONG])
async def test_without_a_mood_there_is_no_way_around_a_song(world: World, way: str) -> None:
    await world.companion.receive(ADA, song="Happy")
    with pytest.raises(ConversationError) as refusal:
        await world.companion.change(ADA, Change(song=way))
    assert refusal.value.code is ErrorCode.NOTHING_TO_CHANGE


async def test_a_song_that_never_was_cannot_be_taken_again(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    with pytest.raises(ConversationError) as refusal:
        await world.companion.change(ADA, Change(song=LAST_SONG))
    assert refusal.value.code is ErrorCode.NOTHING_TO_CHANGE


async def test_the_next_mood_goes_on_with_the_song_and_without_the_tracks_of_before(
    world: World,
) -> None:
    first = await world.answer()
    asked = await world.companion.check_in(ADA)
    assert asked == HowNow(MoodPoint.of(first.mix.face, world.now))
    world.now += timedelta(minutes=20)
    await world.restart()
    second = an_answer(await world.show("neutral"))
    assert second.mix.seed
    assert second.mix.seed.track.title == "Happy"
    assert second.moved
    assert [point.label for point in second.moved.points] == [Emotion.SAD, Emotion.NEUTRAL]
    assert second.moved.now.at - second.moved.before.at == timedelta(minutes=20)
    assert not titles(first) & titles(second)


async def test_a_round_goes_on_until_it_is_enough(world: World) -> None:
    lists = [await world.answer()]
    for emotion in (Emotion.ANGRY, Emotion.NEUTRAL, Emotion.HAPPY):
        await world.companion.check_in(ADA)
        lists.append(an_answer(await world.companion.change(ADA, Change(emotion))))
    said = [titles(answer) for answer in lists]
    assert sum(map(len, said)) == len(set().union(*said))
    farewell = await world.companion.finish(ADA)
    assert farewell.moved
    assert [point.label for point in farewell.moved.points] == [
        Emotion.SAD,
        Emotion.ANGRY,
        Emotion.NEUTRAL,
        Emotion.HAPPY,
    ]
    assert farewell.moved.began.label is Emotion.SAD
    assert await world.companion.finish(ADA) == Farewell(None)
    assert isinstance(await world.show("sad"), NeedSong)  # a new round


async def test_a_move_is_told_once_and_again_when_it_is_corrected(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    second = an_answer(await world.show("happy"))
    calmer = an_answer(await world.companion.change(ADA, Change(intent=Intent.MODULATE)))
    wished = await world.companion.wish(ADA, Wish.MORE_LIKE, second.mix_id, 1)
    assert wished.answer
    assert (calmer.moved, wished.answer.moved) == (None, None)
    corrected = an_answer(await world.companion.change(ADA, Change(Emotion.NEUTRAL)))
    assert corrected.moved
    assert [point.label for point in corrected.moved.points] == [Emotion.SAD, Emotion.NEUTRAL]


async def test_after_a_farewell_the_last_list_can_still_be_changed(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    await world.companion.finish(ADA)
    again = an_answer(await world.companion.change(ADA, Change(intent=Intent.MODULATE)))
    assert again.moved is None


async def test_who_had_no_list_is_not_asked_how_it_was(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    with pytest.raises(ConversationError) as refusal:
        await world.companion.check_in(ADA)
    assert refusal.value.code is ErrorCode.NOTHING_TO_CHANGE
    assert await world.companion.finish(ADA) == Farewell(None)


async def test_a_song_in_place_of_the_next_mood_begins_a_new_round(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    assert isinstance(await world.companion.receive(ADA, song="Notion"), NeedFace)
    answer = an_answer(await world.companion.tell_mood(ADA, Emotion.HAPPY))
    assert answer.moved is None


async def test_the_next_mood_may_come_with_another_song(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    answer = an_answer(await world.show("happy", "Notion"))
    assert answer.mix.seed
    assert answer.mix.seed.track.title == "Notion"
    assert answer.moved
    assert answer.moved.before.label is Emotion.SAD


async def test_a_failed_song_beside_the_next_mood_can_be_sent_again(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    with pytest.raises(SongError):
        await world.show("happy", "unknown")
    answer = an_answer(await world.companion.receive(ADA, song="Notion"))
    assert answer.mix.face.emotion.label is Emotion.HAPPY
    assert answer.moved
    assert len(await world.moods()) == 2


async def test_a_picture_without_a_face_leaves_the_question_open(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    with pytest.raises(FaceError):
        await world.show("nobody")
    assert an_answer(await world.show("happy")).moved


async def test_a_doubtful_song_beside_the_next_mood_is_asked_about_first(world: World) -> None:
    await world.answer()
    await world.companion.check_in(ADA)
    assert isinstance(await world.show("happy", "Hello"), WhichSong)
    await world.restart()
    chosen = Change(song=song_tag(HELLOS.candidates[0]))
    answer = an_answer(await world.companion.change(ADA, chosen))
    assert answer.moved
    assert answer.mix.seed
    assert answer.mix.seed.track.title == "Hello"


async def test_wishes_for_more_last_as_long_as_the_round(world: World) -> None:
    first = await world.answer()
    await world.companion.wish(ADA, Wish.MORE_LIKE, first.mix_id, 1)
    await world.companion.check_in(ADA)
    same_round = an_answer(await world.show("happy"))
    assert same_round.mix.wishes.like
    new_round = an_answer(await world.show("happy", "Happy"))
    assert not new_round.mix.wishes.like


async def test_that_something_was_put_away_is_told_also_where_the_song_is_in_doubt(
    world: World,
) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    world.now += UNFINISHED_FOR
    reply = await world.companion.receive(ADA, song="Hello")
    assert isinstance(reply, WhichSong)
    assert reply.asides == (Aside.PUT_AWAY,)
    assert await world.companion.standing(ADA) == WhichSong(reply.doubt)


async def test_wishes_for_more_go_with_a_round_that_is_put_away(world: World) -> None:
    first = await world.answer()
    await world.companion.wish(ADA, Wish.MORE_LIKE, first.mix_id, 1)
    await world.companion.check_in(ADA)
    world.now += UNFINISHED_FOR
    assert not an_answer(await world.show("happy", "Happy")).mix.wishes.like


@pytest.mark.parametrize("is_swept", [False, True], ids=["alone", "swept"])
@pytest.mark.parametrize("half", ["face", "song", "next mood"])
async def test_what_lay_for_a_day_is_put_away_and_the_song_remembered(
    world: World, half: str, *, is_swept: bool
) -> None:
    if half == "face":
        await world.companion.tell_mood(ADA, Emotion.SAD)
    elif half == "song":
        await world.companion.receive(ADA, song="Happy")
    else:
        await world.answer()
        await world.companion.check_in(ADA)
    world.now += UNFINISHED_FOR
    await world.restart()
    if is_swept:
        assert (await world.store.expire(None, world.now)).sessions == 1
    reply = await world.companion.tell_mood(ADA, Emotion.HAPPY)
    assert isinstance(reply, NeedSong)
    assert reply.asides == (Aside.PUT_AWAY,)
    assert (reply.remembered is None) is (half == "face")
    assert an_answer(await world.companion.receive(ADA, song="Happy")).asides == ()


async def test_what_lay_for_less_than_a_day_is_taken_up_again(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    world.now += UNFINISHED_FOR - timedelta(seconds=1)
    await world.restart()
    assert an_answer(await world.companion.receive(ADA, song="Happy")).asides == ()


async def test_a_list_is_no_unfinished_thing_and_may_be_changed_for_days(world: World) -> None:
    await world.answer()
    world.now += 3 * DAY
    again = an_answer(await world.companion.change(ADA, Change(Emotion.ANGRY)))
    assert again.asides == ()
    reply = await world.show("happy")
    assert isinstance(reply, NeedSong)
    assert reply.asides == ()


async def test_every_mood_stands_in_the_diary_once(world: World) -> None:
    await world.answer("sad")
    world.now += timedelta(hours=1)
    await world.companion.check_in(ADA)
    await world.companion.tell_mood(ADA, Emotion.HAPPY)
    await world.companion.change(ADA, Change(intent=Intent.MODULATE))
    await world.companion.check_in(ADA)
    await world.show("unsure")
    moods = await world.moods()
    assert [(mood.label, mood.told, mood.sure) for mood in moods] == [
        (Emotion.SAD, False, True),
        (Emotion.HAPPY, True, True),
        (Emotion.SAD, False, False),
    ]
    assert moods[2].affect == unsure_reading().affect
    assert await world.moods(BOB) == []


async def test_a_correction_takes_the_place_of_what_was_read_and_is_counted(world: World) -> None:
    await world.answer("sad")
    noon = world.now
    world.now += timedelta(hours=1)
    for emotion in (Emotion.NEUTRAL, Emotion.ANGRY):
        await world.companion.change(ADA, Change(emotion))
    angry = EMOTION_AFFECT[Emotion.ANGRY]
    assert await world.moods() == [
        MoodPoint(noon, Emotion.ANGRY, angry, told=True, read_as=Emotion.SAD)
    ]
    assert world.corrections.seen == [(Emotion.SAD, Emotion.NEUTRAL)]


async def test_who_agrees_with_the_reading_corrects_nothing(world: World) -> None:
    await world.answer("unsure")
    await world.companion.change(ADA, Change(Emotion.SAD))
    (mood,) = await world.moods()
    assert (mood.told, mood.read_as) == (True, None)


async def test_everyones_mood_takes_the_place_of_ones_own(world: World) -> None:
    await world.answer("group")
    for _ in range(2):
        await world.companion.change(ADA, Change(Whose.EVERYONE))
    (mood,) = await world.moods()
    everyone = group_reading().everyone
    assert everyone
    assert (mood.label, mood.affect, mood.told) == (Emotion.HAPPY, everyone.affect, False)


async def test_help_is_named_after_heavy_days_then_not_for_a_week(world: World) -> None:
    replies = []
    for _ in range(5):
        replies.append(await world.companion.tell_mood(ADA, Emotion.SAD))
        world.now += timedelta(hours=23)
        await world.restart()
    asides = [reply.asides for reply in replies if isinstance(reply, NeedSong)]
    assert asides == [(), (), (Aside.HELP_LINE,), (), ()]
    world.now += timedelta(days=4, hours=4)
    again = await world.companion.tell_mood(ADA, Emotion.ANGRY)
    assert isinstance(again, NeedSong)
    assert again.asides == (Aside.PUT_AWAY, Aside.HELP_LINE)
    last = await world.companion.change(ADA, Change(song=NO_SONG))
    assert an_answer(last).asides == ()


async def test_help_can_be_switched_off_and_on(world: World) -> None:
    settings = await world.companion.preferences(ADA)
    await world.companion.set_preferences(ADA, replace(settings, help_line=False))
    for _ in range(4):
        world.now += timedelta(hours=20)
        reply = await world.companion.tell_mood(ADA, Emotion.FEAR)
        assert isinstance(reply, NeedSong)
        assert Aside.HELP_LINE not in reply.asides
    await world.companion.set_preferences(ADA, settings)
    reply = await world.companion.tell_mood(ADA, Emotion.FEAR)
    assert isinstance(reply, NeedSong)
    assert reply.asides == (Aside.HELP_LINE,)
    kept = await world.companion.preferences(ADA)
    assert kept.help_shown_at == world.now
    await world.companion.set_preferences(ADA, settings)
    assert await world.companion.preferences(ADA) == kept


@pytest.mark.parametrize(
    ("correction", "asides"), [(Emotion.FEAR, (Aside.HELP_LINE,)), (Emotion.HAPPY, ())]
)
async def test_a_correction_counts_for_naming_help_like_any_mood(
    world: World, correction: Emotion, asides: tuple[Aside, ...]
) -> None:
    for _ in range(2):
        await world.companion.tell_mood(ADA, Emotion.SAD)
        world.now += timedelta(hours=23)
    answer = await world.answer("neutral")
    assert answer.asides == ()
    corrected = await world.companion.change(ADA, Change(correction))
    assert an_answer(corrected).asides == asides


async def test_settings_are_heeded_in_every_list(world: World) -> None:
    settings = replace(
        await world.companion.preferences(ADA),
        song_languages=frozenset({"fr"}),
        occasion=Context.FOCUS,
    )
    await world.companion.set_preferences(ADA, settings)
    await world.restart()
    answer = await world.answer()
    assert answer.mix.wishes.languages == {"fr"}
    assert answer.mix.wishes.contexts == (Context.FOCUS,)
    languages = {song.track.language for song in answer.mix.recommendations}
    assert languages == {"fr"}
    assert (await world.answer("sad", BOB)).mix.wishes.languages == frozenset()


async def test_unwanted_artists_are_listed_added_and_dropped_one_by_one(world: World) -> None:
    first = await world.answer()
    artist = first.mix.recommendations[0].track.artists[0]
    await world.companion.wish(ADA, Wish.NOT_ARTIST, first.mix_id, 1)
    await world.companion.want_without(ADA, "Creed")
    assert await world.companion.unwanted_artists(ADA) == (artist, "Creed")
    await world.companion.want_again(ADA, artist)
    assert await world.companion.unwanted_artists(ADA) == ("Creed",)
    assert await world.companion.unwanted_artists(BOB) == ()


async def test_without_consent_no_face_is_read_any_more_and_the_rest_stays(world: World) -> None:
    await world.answer()
    await world.companion.withdraw_consent(ADA)
    with pytest.raises(ConversationError) as refusal:
        await world.show("sad", "Happy")
    assert refusal.value.code is ErrorCode.CONSENT_NEEDED
    assert world.faces.read == 1
    with pytest.raises(ConversationError):  # the face that was read is dropped
        await world.companion.change(ADA, Change(intent=Intent.MODULATE))
    assert len(await world.moods()) == 1
    assert isinstance(await world.companion.tell_mood(ADA, Emotion.HAPPY), NeedSong)
    await world.companion.give_consent(ADA)
    assert isinstance(await world.show("sad"), NeedSong)


async def test_withdrawing_leaves_a_told_mood_where_it_is(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    await world.companion.withdraw_consent(ADA)
    assert isinstance(await world.companion.receive(ADA, song="Happy"), Answer)


async def test_a_week_sums_up_moods_lists_and_likes(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    world.now += 7 * DAY
    answer = await world.answer("happy")
    await world.companion.rate(ADA, answer.mix_id, 2, Verdict.UP)
    week = await world.companion.week(ADA)
    assert week.last == world.now.date()
    assert week.most_frequent is Emotion.HAPPY
    assert week.before == EMOTION_AFFECT[Emotion.SAD]
    assert week.lists_made == 1
    assert [track.title for track in week.liked] == [answer.mix.recommendations[1].track.title]


async def test_everything_is_exported_and_after_forgetting_nothing(world: World) -> None:
    answer = await world.answer()
    await world.companion.rate(ADA, answer.mix_id, 1, Verdict.DOWN)
    await world.companion.want_without(ADA, "Creed")
    settings = replace(await world.companion.preferences(ADA), language="fr")
    await world.companion.set_preferences(ADA, settings)
    data = await world.companion.export(ADA)
    assert data.consent
    assert data.preferences == settings
    assert [mood.label for mood in data.moods] == [Emotion.SAD]
    assert data.session.face == answer.mix.face
    assert data.wishes.not_artists == ("Creed",)
    (mix,) = data.mixes
    assert mix.tracks[0].verdict is Verdict.DOWN
    assert mix.seed == ("Happy", ("Pharrell Williams",))
    await world.companion.forget(ADA)
    gone = await world.companion.export(ADA)
    assert gone.met_at is None
    assert (gone.moods, gone.mixes, gone.consent) == ((), (), None)
    assert await world.moods() == []


async def test_a_list_without_a_song_is_exported_as_such(world: World) -> None:
    await world.companion.tell_mood(ADA, Emotion.SAD)
    await world.companion.change(ADA, Change(song=NO_SONG))
    (mix,) = (await world.companion.export(ADA)).mixes
    assert mix.seed is None
