from __future__ import annotations

import asyncio
import json
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
from core.domain.emotion import EMOTION_AFFECT, Emotion, EmotionEstimate
from core.domain.errors import ConversationError, ErrorCode, OperationError
from core.domain.face_reading import FaceReading
from core.domain.mix import Verdict
from core.domain.mood import MoodPoint
from core.domain.track import RatedTrack, SeedTrack, Source, Track
from core.storage.database import Database
from core.storage.sealed_rows import open_mixes
from core.storage.sqlite_store import SqliteStore, Statistics
from tests.fakes.answers import mix_of
from tests.fakes.songs import face_reading
from tests.fakes.vaults import VAULT
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

    async def test_a_mix_lies_sealed_in_its_table(self, store: SqliteStore, query: Query) -> None:
        mix_id = await store.save_mix(ANN, mix_of("Hello", "Happy", artist="Beyoncé"))
        rows = query("SELECT id, person, tracks, created_at FROM mix")
        assert rows == [(mix_id, ANN, 2, NOW_TEXT)]
        ((sealed,),) = query("SELECT sealed FROM mix")
        assert json.loads(VAULT.open("mix", ANN, sealed)) == {
            "label": "sad",
            "confidence": 0.88,
            "valence": pytest.approx(EMOTION_AFFECT[Emotion.SAD].valence, abs=0.2),
            "arousal": pytest.approx(EMOTION_AFFECT[Emotion.SAD].arousal, abs=0.2),
            "seed": {
                "title": "Hello",
                "artists": ["Beyoncé"],
                "valence": 0.5,
                "arousal": 0.25,
                "identified_by": "moodmix catalogue",
                "rated_by": "moodmix catalogue",
            },
            "intent": "enhance",
            "cause": "brighter",
            "target_valence": 0.5,
            "target_arousal": 0.25,
            "tracks": [
                {
                    "title": title,
                    "artists": ["Beyoncé"],
                    "valence": 0.5,
                    "arousal": 0.25,
                    "score": 0.75,
                    **dict.fromkeys(("library_song", "year", "genre", "language")),
                }
                for title in ("Hello", "Happy")
            ],
        }

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

    async def test_what_is_another_persons_does_not_open(
        self, store: SqliteStore, query: Query
    ) -> None:
        for person in (ANN, BEN):
            await store.save_session(person, Session(face=face_reading()))
            await store.save_mix(person, mix_of("Hello"))
        for table in ("session", "mix"):
            query(
                f"UPDATE {table} SET sealed ="
                f" (SELECT sealed FROM {table} WHERE person = '{BEN}') WHERE person = '{ANN}'"
            )
        for reading in (store.session_of(ANN), store.tastes.given_lately(ANN, 1)):
            with pytest.raises(OperationError) as caught:
                await reading
            assert caught.value.code is ErrorCode.DATABASE_UNUSABLE
        assert await store.session_of(BEN) == Session(face=face_reading())

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
        first = await SqliteStore.open(path, VAULT, lambda: NOW)
        await first.give_consent(ANN, Consent(1, NOW))
        await first.close()
        second = await SqliteStore.open(path, VAULT, lambda: NOW)
        assert await second.consent_of(ANN) == Consent(1, NOW)
        await second.close()


class TestErasure:
    PLANTED, MESSAGE = PersonId("a-planted-person"), "a-planted-message"

    async def live(self, store: SqliteStore, person: PersonId, prefix: str, message: str) -> None:
        mix = mix_of(*(f"{prefix} title {n}" for n in range(5)), artist=f"{prefix} artist" * 40)
        await store.give_consent(person, Consent(1, NOW))
        await store.save_session(person, Session(mix.face, mix.seed))
        await store.diary.note_mood(person, MoodPoint(NOW, Emotion.SAD, mix.face.affect))
        mix_id = await store.save_mix(person, mix)
        await store.link_message(MessageRef(message), mix_id)
        await store.rate(person, mix_id, 1, Verdict.UP)
        await store.rate(person, mix_id, 1, Verdict.DOWN)

    def sealed_of(self, query: Query, person: PersonId) -> dict[str, list[bytes]]:
        """What is sealed of a person, by table, in pieces: long rows are spread over pages."""
        return {
            table: [
                sealed[start : start + 40]
                for (sealed,) in query(f"SELECT sealed FROM {table} WHERE person = ?", person)
                for start in range(0, len(sealed) - 40, 40)
            ]
            for table in ("session", "mix", "mood")
        }

    def remains(self, path: Path, sealed: dict[str, list[bytes]]) -> set[str]:
        files = [file.read_bytes() for file in path.parent.iterdir()]
        assert len(files) == 3  # the database, its log and the log's index
        traces = {self.PLANTED: [self.PLANTED.encode()], self.MESSAGE: [self.MESSAGE.encode()]}
        return {
            name
            for name, pieces in (traces | sealed).items()
            if any(piece in file for file in files for piece in pieces)
        }

    async def test_no_byte_of_a_forgotten_person_remains(
        self, store: SqliteStore, path: Path, query: Query
    ) -> None:
        others = [PersonId(f"other-{number}") for number in range(30)]
        for number, other in enumerate(others):
            await self.live(store, other, f"other {number}", f"message {number}")
            if number in (3, 10, 20):
                await self.live(store, self.PLANTED, "planted", f"{self.MESSAGE}-{number}")
            await store.rate(self.PLANTED, number + 1, 0, Verdict.UP)
        sealed = self.sealed_of(query, self.PLANTED)
        everything = {self.PLANTED, self.MESSAGE, "session", "mix", "mood"}
        assert self.remains(path, sealed) == everything

        await store.forget(self.PLANTED)

        assert self.remains(path, sealed) == set()
        assert path.with_name(path.name + "-wal").stat().st_size == 0
        assert await store.statistics() == Statistics(people=30, mixes=30, feedback=30)

    async def test_a_reader_elsewhere_delays_it_until_the_next_write(
        self, store: SqliteStore, path: Path, query: Query, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("core.storage.database.BUSY_TIMEOUT_MS", 1)
        await self.live(store, self.PLANTED, "planted", self.MESSAGE)
        sealed = self.sealed_of(query, self.PLANTED)
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM person").fetchall()
            await store.forget(self.PLANTED)
            assert await store.consent_of(self.PLANTED) is None
            assert self.remains(path, sealed)
        await store.give_consent(BEN, Consent(1, NOW))
        assert self.remains(path, sealed) == set()

    async def test_no_byte_remains_after_rows_moved_between_pages(
        self, store: SqliteStore, path: Path, query: Query
    ) -> None:
        # secure_delete alone leaves copies behind under this pattern of growing and shrinking rows
        chance = random.Random(3)
        people = [PersonId(f"SECRET{number:04}Z") for number in range(60)]
        written: dict[PersonId, list[bytes]] = {person: [] for person in people}
        for _ in range(250):
            person = chance.choice(people)
            titles = ["t" * chance.randint(1, 60) for _ in range(5)]
            mix = mix_of(*titles, artist="a" * chance.randint(1, 300))
            if chance.random() < 0.5:
                await store.save_session(person, Session(mix.face, mix.seed))
            else:
                await store.save_mix(person, mix)
            for pieces in self.sealed_of(query, person).values():
                written[person] += pieces
        gone = people[::4]
        for person in gone:
            await store.forget(person)
        content = b"".join(file.read_bytes() for file in path.parent.iterdir())
        assert [person for person in gone if person.encode() in content] == []
        assert not any(piece in content for person in gone for piece in set(written[person]))
        assert people[1].encode() in content

    async def test_a_start_finishes_what_a_crash_interrupted(
        self, path: Path, query: Query
    ) -> None:
        store = await SqliteStore.open(path, VAULT, lambda: NOW)
        await self.live(store, self.PLANTED, "planted", self.MESSAGE)
        sealed = self.sealed_of(query, self.PLANTED)
        await store.close()
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA secure_delete = OFF")
            database.execute("DELETE FROM person")
            database.execute("INSERT INTO unfinished_erasure (id) VALUES (1)")
        store = await SqliteStore.open(path, VAULT, lambda: NOW)
        assert self.remains(path, sealed) == set()
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
        for table in ("person", "consent", "session", "mix", "mood", "wishes", "feedback"):
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
        mixes = open_mixes(VAULT, query("SELECT id, person, sealed FROM mix"))
        assert {len(mix.tracks) for mix in mixes.values()} == {5}
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
        opened = await SqliteStore.open(path, VAULT, lambda: NOW)
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
        full = SqliteStore(database, VAULT, lambda: NOW)
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
        store = await SqliteStore.open(path, VAULT, lambda: NOW)
        await store.close()
        await store.close()
        with pytest.raises(OperationError) as caught:
            await store.consent_of(ANN)
        assert caught.value.code is ErrorCode.DATABASE_UNUSABLE

    async def test_closing_waits_for_what_is_under_way(self, path: Path, query: Query) -> None:
        store = await SqliteStore.open(path, VAULT, lambda: NOW)
        task = asyncio.create_task(store.save_mix(ANN, mix_of("1", "2", "3", "4", "5")))
        await asyncio.sleep(0)
        await store.close()
        await task
        assert query("SELECT tracks FROM mix") == [(5,)]

    async def test_the_clock_it_was_given_is_the_one_it_reads(
        self, path: Path, query: Query
    ) -> None:
        moments = iter(datetime(2030, 1, day, tzinfo=UTC) for day in range(1, 20))
        store = await SqliteStore.open(path, VAULT, lambda: next(moments))
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


async def test_a_damaged_row_keeps_nothing_old_of_others(store: SqliteStore, query: Query) -> None:
    for person in (ANN, BEN):
        await store.save_session(person, Session(face=face_reading()))
    await store.save_mix(BEN, mix_of("Hello"))
    query("UPDATE session SET sealed = x'00' WHERE person = ?", ANN)

    later = NOW + timedelta(days=1)
    put_away = await store.expire(None, later)
    assert put_away.sessions == 1
    assert (await store.session_of(BEN)).lapsed
    await store.expire(later, later)
    assert query("SELECT id FROM person") == []
