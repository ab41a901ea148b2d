from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from core.domain.affect import Affect
from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.emotion import Emotion, EmotionEstimate
from core.domain.errors import ConversationError, ErrorCode, OperationError
from core.domain.face_reading import FaceReading
from core.domain.mix import Verdict
from core.domain.track import RatedTrack, SeedTrack, Source, Track
from core.storage.database import Database
from core.storage.sqlite_store import SqliteStore, Statistics
from tests.fakes.answers import mix_of
from tests.fakes.songs import face_reading
from tests.unit.storage.conftest import NOW, Query

ANN, BEN = PersonId("a" * 64), PersonId("b" * 64)
NOW_TEXT = "2026-11-21T12:00:00.000000+00:00"


class TestWhatIsStored:
    async def test_feedback_lies_in_its_table_and_the_last_verdict_counts(
        self, store: SqliteStore, query: Query
    ) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy"))
        await store.rate(ANN, mix_id, 2, Verdict.UP)
        await store.rate(ANN, mix_id, 2, Verdict.DOWN)
        await store.rate(BEN, mix_id, 2, Verdict.UP)
        await store.rate(BEN, mix_id, 0, Verdict.UP)
        rows = query("SELECT position, person, verdict, created_at FROM feedback ORDER BY 1, 2")
        assert rows == [
            (0, BEN, "up", NOW_TEXT),
            (2, ANN, "down", NOW_TEXT),
            (2, BEN, "up", NOW_TEXT),
        ]

    async def test_taking_a_verdict_back_leaves_the_others(
        self, store: SqliteStore, query: Query
    ) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy"))
        for position in (0, 1, 2):
            await store.rate(ANN, mix_id, position, Verdict.UP)
        await store.rate(ANN, mix_id, 1, None)
        await store.rate(BEN, mix_id, 2, None)
        assert query("SELECT position FROM feedback ORDER BY 1") == [(0,), (2,)]

    async def test_a_mix_lies_in_its_table(self, store: SqliteStore, query: Query) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy", artist="Beyoncé"))
        assert query(
            "SELECT person, label, round(confidence, 2), seed_title, seed_artists, seed_rated_by,"
            " intent, cause, target_valence, target_arousal, created_at FROM mix"
        ) == [
            (
                *(ANN, "sad", 0.88, "Hello", '["Beyoncé"]', "moodmix catalogue"),
                *("enhance", "brighter", 0.5, 0.25, NOW_TEXT),
            )
        ]
        assert query("SELECT * FROM recommendation ORDER BY position") == [
            (mix_id, 1, "Hello", '["Beyoncé"]', 0.5, 0.25, 0.75, *[None] * 4),
            (mix_id, 2, "Happy", '["Beyoncé"]', 0.5, 0.25, 0.75, *[None] * 4),
        ]

    async def test_refused_feedback_leaves_no_trace(self, store: SqliteStore, query: Query) -> None:
        with pytest.raises(ConversationError):
            await store.rate(ANN, 1, 1, Verdict.UP)
        assert query("SELECT count(*) FROM person") == [(0,)]

    async def test_an_empty_session_leaves_no_row(self, store: SqliteStore, query: Query) -> None:
        await store.save_session(ANN, Session())
        assert query("SELECT count(*) FROM person") == [(0,)]
        await store.save_session(ANN, Session(face=face_reading()))
        await store.save_session(ANN, Session())
        assert query("SELECT count(*) FROM session") == [(0,)]

    async def test_an_unreadable_half_of_a_session_counts_as_absent(
        self, store: SqliteStore, query: Query
    ) -> None:
        mix = mix_of("Hello")
        await store.save_session(ANN, Session(mix.face, mix.seed))
        query('UPDATE session SET seed = \'{"of": "another age"}\'')
        assert await store.session_of(ANN) == Session(face=mix.face)

    async def test_numbers_straight_from_a_network_are_stored(self, store: SqliteStore) -> None:
        probabilities = np.full(7, 1 / 7, dtype=np.float32)
        face = FaceReading(
            EmotionEstimate(dict(zip(Emotion, probabilities, strict=True))), 1, 1, "haar", "net"
        )
        affect = Affect(np.float32(0.25), np.float32(-0.5))
        seed = SeedTrack(Track("Hello"), affect, Source.UPLOAD, Source.MUSIC_NETWORK)
        await store.save_session(ANN, Session(face, seed))
        assert (await store.session_of(ANN)).seed == seed

    async def test_a_time_without_a_zone_is_refused(self, store: SqliteStore) -> None:
        with pytest.raises(ValueError, match="zone"):
            await store.give_consent(ANN, Consent(1, NOW.replace(tzinfo=None)))
        assert await store.consent_of(ANN) is None

    async def test_times_in_text_order_are_in_time_order(
        self, store: SqliteStore, query: Query
    ) -> None:
        for number in range(5):
            given_at = NOW + timedelta(microseconds=number * 500_000)
            await store.give_consent(PersonId(f"{number:064}"), Consent(1, given_at))
        ordered = query("SELECT person FROM consent ORDER BY given_at")
        assert [int(person) for (person,) in ordered] == [0, 1, 2, 3, 4]

    async def test_counts_are_told(self, store: SqliteStore) -> None:
        assert await store.statistics() == Statistics(0, 0, 0)
        mix_id = await store.save_mix(ANN, mix_of("Hello"))
        await store.rate(BEN, mix_id, 1, Verdict.UP)
        await store.rate(BEN, mix_id, 0, Verdict.UP)
        assert await store.statistics() == Statistics(people=2, mixes=1, feedback=2)

    async def test_it_is_there_after_a_restart(self, path: Path) -> None:
        first = await SqliteStore.open(path, lambda: NOW)
        await first.give_consent(ANN, Consent(1, NOW))
        await first.close()
        second = await SqliteStore.open(path, lambda: NOW)
        assert await second.consent_of(ANN) == Consent(1, NOW)
        await second.close()


class TestErasure:
    SECRETS = ("a-planted-person", "planted title", "planted artist", "planted engine")
    SECRET_MESSAGE = "a-planted-message"

    async def live(self, store: SqliteStore, person: PersonId, prefix: str, message: str) -> None:
        mix = mix_of(*(f"{prefix} title {n}" for n in range(5)), artist=f"{prefix} artist" * 40)
        face = FaceReading(mix.face.emotion, 1, 1, "haar", f"{prefix} engine")
        await store.give_consent(person, Consent(1, NOW))
        await store.save_session(person, Session(face, mix.seed))
        mix_id = await store.save_mix(person, mix)
        await store.link_message(MessageRef(message), mix_id)
        await store.rate(person, mix_id, 1, Verdict.UP)
        await store.rate(person, mix_id, 1, Verdict.DOWN)

    def remains(self, path: Path) -> set[str]:
        files = [file.read_bytes() for file in path.parent.iterdir()]
        assert len(files) == 3  # the database, its log and the log's index
        return {
            secret
            for secret in (*self.SECRETS, self.SECRET_MESSAGE)
            if any(secret.encode() in file for file in files)
        }

    async def test_no_byte_of_a_forgotten_person_remains(
        self, store: SqliteStore, path: Path
    ) -> None:
        planted = PersonId(self.SECRETS[0])
        others = [PersonId(f"other-{number}") for number in range(30)]
        for number, other in enumerate(others):
            await self.live(store, other, f"other {number}", f"message {number}")
            if number in (3, 10, 20):
                await self.live(store, planted, "planted", f"{self.SECRET_MESSAGE}-{number}")
            await store.rate(planted, number + 1, 0, Verdict.UP)
        assert self.remains(path) == {*self.SECRETS, self.SECRET_MESSAGE}

        await store.forget(planted)

        assert self.remains(path) == set()
        assert path.with_name(path.name + "-wal").stat().st_size == 0
        assert await store.statistics() == Statistics(people=30, mixes=30, feedback=30)

    async def test_a_reader_elsewhere_delays_it_until_the_next_write(
        self, store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("core.storage.database.BUSY_TIMEOUT_MS", 1)
        planted = PersonId(self.SECRETS[0])
        await self.live(store, planted, "planted", self.SECRET_MESSAGE)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM person").fetchall()
            await store.forget(planted)
            assert await store.consent_of(planted) is None
            assert self.remains(path) == {*self.SECRETS, self.SECRET_MESSAGE}
        await store.give_consent(BEN, Consent(1, NOW))
        assert self.remains(path) == set()

    async def test_no_byte_remains_after_rows_moved_between_pages(
        self, store: SqliteStore, path: Path
    ) -> None:
        # secure_delete alone leaves copies behind under this pattern of growing and shrinking rows
        chance = random.Random(3)
        people = list(range(60))
        secrets = [f"SECRET{number:04}Z" for number in people]
        for _ in range(250):
            secret = secrets[chance.choice(people)]
            titles = [secret + "t" * chance.randint(0, 60) for _ in range(5)]
            mix = mix_of(*titles, artist=secret * chance.randint(1, 30))
            if chance.random() < 0.5:
                await store.save_session(PersonId(secret), Session(mix.face, mix.seed))
            else:
                await store.save_mix(PersonId(secret), mix)
        gone = secrets[::4]
        for secret in gone:
            await store.forget(PersonId(secret))
        content = b"".join(file.read_bytes() for file in path.parent.iterdir())
        assert [secret for secret in gone if secret.encode() in content] == []
        assert secrets[1].encode() in content

    async def test_a_start_finishes_what_a_crash_interrupted(self, path: Path) -> None:
        store = await SqliteStore.open(path, lambda: NOW)
        await self.live(store, PersonId(self.SECRETS[0]), "planted", self.SECRET_MESSAGE)
        await store.close()
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA secure_delete = OFF")
            database.execute("DELETE FROM person")
            database.execute("INSERT INTO unfinished_erasure (id) VALUES (1)")
        store = await SqliteStore.open(path, lambda: NOW)
        assert self.remains(path) == set()
        await store.close()

    async def test_a_stranger_costs_no_rebuilding(self, store: SqliteStore, path: Path) -> None:
        await self.live(store, BEN, "ben", "m")
        log = path.with_name(path.name + "-wal")
        before = log.read_bytes()
        await store.forget(ANN)
        assert log.read_bytes() == before

    async def test_nobody_is_left_in_any_table(self, store: SqliteStore, query: Query) -> None:
        await self.live(store, ANN, "ann", "m")
        await store.forget(ANN)
        for table in ("person", "consent", "session", "mix", "recommendation", "feedback"):
            assert query(f"SELECT count(*) FROM {table}") == [(0,)], table
        assert query("SELECT count(*) FROM message") == [(0,)]


class TestCancelling:
    async def test_a_cancelled_transaction_is_rolled_back(
        self, store: SqliteStore, path: Path, query: Query
    ) -> None:
        database = await Database.open(path)
        written = asyncio.Event()

        async def write_and_wait() -> None:
            async with database.transaction() as run:
                await run("INSERT INTO person (id, created_at) VALUES (?, ?)", ANN, NOW_TEXT)
                written.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(write_and_wait())
        await written.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert query("SELECT count(*) FROM person") == [(0,)]
        async with database.transaction() as run:
            await run("INSERT INTO person (id, created_at) VALUES (?, ?)", BEN, NOW_TEXT)
        await database.close()
        assert query("SELECT id FROM person") == [(BEN,)]

    async def test_wherever_a_task_is_cancelled_a_mix_is_whole_or_absent(
        self, store: SqliteStore, query: Query
    ) -> None:
        mix = mix_of("1", "2", "3", "4", "5")
        for turns in range(60):
            task = asyncio.create_task(store.save_mix(ANN, mix))
            for _ in range(turns):
                await asyncio.sleep(0.0001)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        mix_id = await store.save_mix(ANN, mix)
        lengths = query(
            "SELECT DISTINCT (SELECT count(*) FROM recommendation WHERE mix_id = id) FROM mix"
        )
        assert lengths == [(5,)]
        assert await store.track_of(mix_id, 5) == Track("5", ("Queen",))

    async def test_a_cancelled_one_in_a_crowd_takes_nobody_along(self, store: SqliteStore) -> None:
        tasks = [
            asyncio.create_task(store.give_consent(PersonId(f"{number:064}"), Consent(1, NOW)))
            for number in range(60)
        ]
        await asyncio.sleep(0.002)
        for task in tasks[::3]:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for number, result in enumerate(results):
            if number % 3:
                assert result is None
            if result is None:
                assert await store.consent_of(PersonId(f"{number:064}")) == Consent(1, NOW)


class TestTrouble:
    @pytest.fixture
    async def impatient(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> AsyncIterator[SqliteStore]:
        monkeypatch.setattr("core.storage.database.BUSY_TIMEOUT_MS", 1)
        opened = await SqliteStore.open(path, lambda: NOW)
        yield opened
        await opened.close()

    async def test_a_lock_held_elsewhere_is_told_as_busy(
        self, impatient: SqliteStore, path: Path
    ) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(OperationError) as caught:
                await impatient.give_consent(ANN, Consent(1, NOW))
            assert caught.value.code is ErrorCode.BUSY
        await impatient.give_consent(ANN, Consent(1, NOW))
        assert await impatient.consent_of(ANN) == Consent(1, NOW)

    async def test_a_turn_that_does_not_come_is_told(
        self, store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("core.storage.database.WAIT_LIMIT_S", 0.01)
        database = await Database.open(path)
        with pytest.raises(OperationError) as caught:
            async with database.transaction():
                await asyncio.Event().wait()
        assert caught.value.code is ErrorCode.TIMED_OUT
        assert await database.read("SELECT 1") == [(1,)]
        await database.close()

    async def test_a_full_disk_is_told_and_leaves_nothing_half_done(
        self, store: SqliteStore, path: Path
    ) -> None:
        database = await Database.open(path)
        ((pages,),) = await database.read("PRAGMA page_count")
        await database.read(f"PRAGMA max_page_count = {pages}")
        full = SqliteStore(database, lambda: NOW)
        with pytest.raises(OperationError) as caught:
            await full.save_mix(ANN, mix_of(*(f"{n}" * 9000 for n in range(5))))
        assert caught.value.code is ErrorCode.DATABASE_UNUSABLE
        assert str(path) not in str(caught.value)
        assert await full.statistics() == Statistics(0, 0, 0)
        await full.close()

    async def test_a_mistake_of_ours_is_not_blamed_on_the_disk(self, store: SqliteStore) -> None:
        with pytest.raises(sqlite3.IntegrityError):
            await store.give_consent(ANN, Consent(0, NOW))
        assert await store.statistics() == Statistics(0, 0, 0)

    async def test_after_closing_it_says_so(self, path: Path) -> None:
        store = await SqliteStore.open(path, lambda: NOW)
        await store.close()
        await store.close()
        with pytest.raises(OperationError) as caught:
            await store.consent_of(ANN)
        assert caught.value.code is ErrorCode.DATABASE_UNUSABLE

    async def test_closing_waits_for_what_is_under_way(self, path: Path, query: Query) -> None:
        store = await SqliteStore.open(path, lambda: NOW)
        task = asyncio.create_task(store.save_mix(ANN, mix_of("1", "2", "3", "4", "5")))
        await asyncio.sleep(0)
        await store.close()
        await task
        assert query("SELECT count(*) FROM recommendation") == [(5,)]

    async def test_the_clock_it_was_given_is_the_one_it_reads(
        self, path: Path, query: Query
    ) -> None:
        moments = iter(datetime(2030, 1, day, tzinfo=UTC) for day in range(1, 20))
        store = await SqliteStore.open(path, lambda: next(moments))
        await store.save_mix(ANN, mix_of("Hello"))
        await store.close()
        assert query("SELECT person.created_at, mix.created_at FROM person JOIN mix") == [
            ("2030-01-01T00:00:00.000000+00:00", "2030-01-02T00:00:00.000000+00:00")
        ]


async def test_a_song_rated_by_arithmetic_at_the_edge_is_stored(store: SqliteStore) -> None:
    edge = RatedTrack(Track("Edge"), Affect.clipped(1.0000001, -5))
    seed = SeedTrack(edge.track, edge.affect, Source.UPLOAD, Source.MUSIC_NETWORK)
    await store.save_session(ANN, Session(seed=seed))
    assert (await store.session_of(ANN)).seed == seed
