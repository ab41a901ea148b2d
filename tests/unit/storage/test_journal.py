"""Requests in hand outlive the process that took them, and nothing else about them is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.ports.journal import RequestRef
from core.storage.sqlite_journal import REMEMBERED_FOR, SWEPT_EVERY
from core.storage.sqlite_store import SqliteStore
from tests.fakes.vaults import VAULT
from tests.unit.storage.conftest import NOW, Query

A, B = RequestRef("a"), RequestRef("b")
SECRET = "chat 4711 of Ann"


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(path: Path, clock: Clock) -> AsyncIterator[SqliteStore]:
    store = await SqliteStore.open(path, VAULT, clock)
    yield store
    await store.close()


@pytest.fixture
async def next_run(store: SqliteStore, path: Path, clock: Clock) -> AsyncIterator[SqliteStore]:
    """A store on the same file, as after a restart."""
    store = await SqliteStore.open(path, VAULT, clock)
    yield store
    await store.close()


async def test_a_request_is_taken_once_while_in_hand_and_never_after_its_end(store, next_run):
    assert await store.journal.take("telegram", A, "here")
    assert not await store.journal.take("telegram", A, "here")
    await store.journal.finish(A)
    assert not await store.journal.take("telegram", A, "here")
    assert not await next_run.journal.take("telegram", A, "here")
    assert await next_run.journal.take("telegram", B, "here")


async def test_what_a_killed_run_left_is_known_and_can_be_taken_again(store, next_run, clock):
    await store.journal.take("telegram", A, "there")
    clock.now += timedelta(seconds=1)
    await store.journal.take("telegram", B, "here")
    left = await next_run.journal.left_open("telegram")
    assert [(request.ref, request.place) for request in left] == [(A, "there"), (B, "here")]
    assert left[0].received_at == NOW
    assert await next_run.journal.left_open("discord") == []
    assert await next_run.journal.take("telegram", A, "there again")
    assert [request.ref for request in await next_run.journal.left_open("telegram")] == [B]


async def test_what_is_in_hand_is_not_left_open_until_it_is_given_up(store):
    await store.journal.take("telegram", A, "here")
    assert await store.journal.left_open("telegram") == []
    await store.journal.give_up(A)
    assert [request.ref for request in await store.journal.left_open("telegram")] == [A]
    await store.journal.finish(A)
    assert await store.journal.left_open("telegram") == []


async def test_a_place_is_sealed_and_erased_with_its_request(store, path, query: Query):
    await store.journal.take("telegram", A, SECRET)
    files = [path, path.with_name(f"{path.name}-wal")]
    assert all(SECRET.encode() not in file.read_bytes() for file in files)
    await store.journal.finish(A)
    assert query("SELECT ref, sealed FROM request") == [(A, None)]


async def test_requests_are_forgotten_when_no_platform_would_deliver_them_again(
    store, clock, query: Query
):
    await store.journal.take("telegram", A, "here")
    await store.journal.finish(A)
    clock.now += REMEMBERED_FOR + SWEPT_EVERY
    await store.journal.take("telegram", B, "here")
    assert query("SELECT ref FROM request") == [(B,)]
