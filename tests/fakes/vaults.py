"""A vault for tests."""

from __future__ import annotations

from core.storage.vault import Vault

DATA_KEY = "bW9vZG1peCBtb29kbWl4IG1vb2RtaXggbW9vZG1peCE="

VAULT = Vault([DATA_KEY])
