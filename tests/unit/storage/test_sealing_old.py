"""What older versions of moodmix stored open is sealed, and nothing of it is lost."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.affect import Affect
from core.domain.conversation import Consent, MessageRef, PersonId, Session
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.judgement import Judgement
from core.domain.mix import Verdict
from core.domain.personal_data import StoredMix, StoredTrack
from core.domain.track import RatedTrack, Track
from core.domain.wishes import Wishes
from core.storage.migrations import migrate
from core.storage.session_json import session_as_json
from core.storage.sqlite_store import SqliteStore
from tests.fakes.answers import mix_of
from tests.fakes.songs import HELLOS, face_reading, rated, seed_of
from tests.fakes.vaults import VAULT
from tests.unit.storage.conftest import NOW

SHIPPED = Path(__file__).parents[3] / "migrations"
ANN, BEN = PersonId("a" * 64), PersonId("b" * 64)
THEN = "2026-05-01T08:30:00.000000+00:00"
SECRETS = ("Gole Yakh", "Kourosh", "Ghogha", "planted guest", "enhance", "Nickelback", "Luftb")


def as_column(session: Session, part: str) -> str:
    return json.dumps(json.loads(session_as_json(session))[part])


def fill(path: Path, version: int) -> None:
    """A life in two people, the way that version of moodmix wrote it."""
    seed = seed_of(rated("99 Luftballons", "Nena", 0.4, 0.6))
    sessions = [
        (ANN, as_column(Session(face=face_reading()), "face"), None),
        (BEN, None, as_column(Session(seed=seed), "seed")),
    ]
    if version >= 2:
        sessions.append(("c" * 64, "{broken", as_column(Session(doubt=HELLOS), "doubt")))
    extra = ", library_song" * (version >= 2) + ", year, genre, language" * (version >= 3)
    values = ", 7" * (version >= 2) + ", 1974, 'rock', 'fa'" * (version >= 3)
    with closing(sqlite3.connect(path)) as database, database:
        for person, *_ in sessions:
            database.execute("INSERT INTO person VALUES (?, ?)", (person, THEN))
        for row in sessions:
            database.execute("INSERT INTO session VALUES (?, ?, ?, ?)", (*row, THEN))
        database.execute("INSERT INTO consent VALUES (?, 1, ?)", (ANN, THEN))
        for mix_id in (3, 4, 9):
            database.execute(
                "INSERT INTO mix VALUES (?, ?, ?, 'sad', 0.75, -0.5, -0.25, 'Ghogha', ?, 0.25, 0.5,"
                " 'Deezer', 'Spotify', 'enhance', 'chosen', 0.5, 0.25)",
                (mix_id, BEN if mix_id == 4 else ANN, THEN, '["planted guest", "nul \\u0000"]'),
            )
            for position, title in ((2, "Ice flower"), (1, "Gole Yakh")):
                database.execute(
                    "INSERT INTO recommendation"
                    f" (mix_id, position, title, artists, valence, arousal, score{extra})"
                    f" VALUES (?, ?, ?, '[\"Kourosh\"]', -0.5, 0.3, 0.875{values})",
                    (mix_id, position, title),
                )
        database.execute("DELETE FROM mix WHERE id = 9")
        database.execute("DELETE FROM recommendation WHERE mix_id = 9")
        database.execute("INSERT INTO feedback VALUES (3, 1, ?, 'up', ?)", (ANN, THEN))
        database.execute("INSERT INTO feedback VALUES (4, 0, ?, 'down', ?)", (ANN, THEN))
        database.execute("INSERT INTO message VALUES ('ref', 3)")
        if version >= 3:
            for kind, title, artists, day in (
                ("more_like", "Gole Yakh", ["Kourosh"], "03"),
                ("not_artist", "", ["Nickelback"], "02"),
                ("more_like", "Halo", ["Beyoncé", "A guest"], "01"),
            ):
                database.execute(
                    "INSERT INTO wish VALUES (?, ?, ?, ?, ?)",
                    (ANN, kind, title, json.dumps(artists), THEN.replace("-01T", f"-{day}T")),
                )
    database = sqlite3.connect(path)  # left in the state of a crash: the log is full
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("UPDATE session SET updated_at = updated_at")
    database.commit()
    database.close()


def traces(path: Path) -> set[str]:
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    return {secret for secret in SECRETS if secret.encode() in content}


@pytest.mark.parametrize("version", [1, 2, 3, 4])
async def test_everything_is_kept_and_nothing_is_left_open(
    path: Path, tmp_path: Path, version: int
) -> None:
    older = tmp_path / "older"
    older.mkdir()
    for file in sorted(SHIPPED.glob("*.sql"))[:version]:
        shutil.copy(file, older)
    await migrate(path, VAULT, older)
    fill(path, version)
    planted = set(SECRETS) if version >= 3 else set(SECRETS) - {"Nickelback"}
    assert traces(path) == planted

    store = await SqliteStore.open(path, VAULT, lambda: NOW)
    try:
        assert traces(path) == set()
        data = await store.diary.all_of(ANN)
        made_at = datetime(2026, 5, 1, 8, 30, tzinfo=UTC)
        assert data.met_at == made_at
        assert data.consent == Consent(1, made_at)
        assert data.session == Session(face=face_reading())
        assert data.mixes == (
            StoredMix(
                mix_id=3,
                made_at=made_at,
                label=Emotion.SAD,
                affect=Affect(-0.5, -0.25),
                seed=("Ghogha", ("planted guest", "nul \x00")),
                intent=Intent.ENHANCE,
                target=Affect(0.5, 0.25),
                tracks=(
                    StoredTrack("Gole Yakh", ("Kourosh",), Verdict.UP),
                    StoredTrack("Ice flower", ("Kourosh",), None),
                ),
                verdict=None,
            ),
        )
        assert data.verdicts_elsewhere == 1
        known = {"year": 1974, "genre": "rock", "language": "fa"} if version >= 3 else {}
        song = Track("Gole Yakh", ("Kourosh",), **known)
        own, *others = sorted(
            await store.tastes.judgements_of(ANN, 10), key=lambda judgement: judgement.of_mix
        )
        assert own == Judgement(RatedTrack(song, Affect(-0.5, 0.3)), Affect(0.5, 0.25), Verdict.UP)
        assert [judgement.verdict for judgement in others] == [Verdict.DOWN] * 2
        assert await store.chosen_intent(3) is Intent.ENHANCE
        assert await store.mix_of_message(MessageRef("ref")) == 3
        assert await store.session_since(BEN) == made_at
        seed = (await store.session_of(BEN)).seed
        assert seed == seed_of(rated("99 Luftballons", "Nena", 0.4, 0.6))
        if version >= 2:
            assert await store.session_of(PersonId("c" * 64)) == Session(doubt=HELLOS)
        if version >= 3:
            liked = Track("Halo", ("Beyoncé", "A guest")), Track("Gole Yakh", ("Kourosh",))
            assert data.wishes == Wishes(not_artists=("Nickelback",), like=liked)
        assert await store.save_mix(BEN, mix_of("Hello")) == 10  # the number 9 was given before
    finally:
        await store.close()
    assert traces(path) == set()
