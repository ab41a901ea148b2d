from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from core.domain.errors import ErrorCode, OperationError
from core.storage.data_keys import new_key
from core.storage.vault import Vault
from tests.fakes.vaults import DATA_KEY, VAULT

texts = st.text(st.characters(exclude_categories=["Cs"]))


def refusal(vault: Vault, kind: str, owner: str, sealed: bytes) -> ErrorCode:
    with pytest.raises(OperationError) as caught:
        vault.open(kind, owner, sealed)
    return caught.value.code


@given(texts)
def test_what_is_sealed_opens_for_its_owner(content: str) -> None:
    assert VAULT.open("mood", "ann", VAULT.seal("mood", "ann", content)) == content


def test_nothing_of_it_shows() -> None:
    sealed = VAULT.seal("mood", "ann", "happy")
    assert b"happy" not in sealed
    assert b"ann" not in sealed
    assert VAULT.seal("mood", "ann", "happy") != sealed


@pytest.mark.parametrize(("kind", "owner"), [("mood", "ben"), ("mix", "ann"), ("moo", "dann")])
def test_it_opens_nowhere_else(kind: str, owner: str) -> None:
    sealed = VAULT.seal("mood", "ann", "happy")
    assert refusal(VAULT, kind, owner, sealed) is ErrorCode.DATABASE_UNUSABLE


def test_a_changed_byte_and_a_strange_key_are_noticed() -> None:
    sealed = VAULT.seal("mood", "ann", "happy")
    changed = sealed[:40] + bytes([sealed[40] ^ 1]) + sealed[41:]
    for damaged in (changed, sealed[:-4], b"", b"no token"):
        assert refusal(VAULT, "mood", "ann", damaged) is ErrorCode.DATABASE_UNUSABLE
    assert refusal(Vault([new_key()]), "mood", "ann", sealed) is ErrorCode.DATABASE_UNUSABLE


def test_the_length_tells_no_mood() -> None:
    moods = ("sad", "happy", "surprise", "neutral")
    lengths = {len(VAULT.seal("mood", "a" * 64, f'{{"label": "{mood}"}}')) for mood in moods}
    assert len(lengths) == 1


def test_the_newest_key_seals_and_all_of_them_open() -> None:
    old, new = new_key(), new_key()
    both = Vault([new, old])
    sealed = Vault([old]).seal("mix", "ann", "a song")
    assert both.open("mix", "ann", sealed) == "a song"
    assert Vault([new]).open("mix", "ann", both.seal("mix", "ann", "another")) == "another"
    assert Vault([new]).open("mix", "ann", both.reseal(sealed)) == "a song"
    with pytest.raises(OperationError):
        Vault([new]).reseal(sealed)


def test_fingerprints_tell_keys_apart_and_nothing_about_them() -> None:
    other = new_key()
    (first, second) = Vault([DATA_KEY, other]).fingerprints
    assert first == VAULT.fingerprints[0] != second
    assert first not in DATA_KEY
    assert DATA_KEY not in repr(VAULT)


@pytest.mark.parametrize("keys", [[], ["short"], [DATA_KEY, "x" * 44], ["ä" * 44]])
def test_what_is_no_key_makes_no_vault(keys: list[str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - cryptography's own words
        Vault(keys)


def test_it_is_plain_fernet_so_that_other_tools_can_open_it() -> None:
    assert b"a song" in Fernet(DATA_KEY).decrypt(VAULT.seal("mix", "ann", "a song"))
