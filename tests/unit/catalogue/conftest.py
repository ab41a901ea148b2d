"""The shipped catalogue, read once."""

from __future__ import annotations

import pytest

from core.domain.catalogue_import import IndexedSongs
from core.domain.track_table import TrackTable
from core.providers.catalogue import CatalogueSource, StarterCatalogue

NOTHING = IndexedSongs.of(TrackTable.of(()))


@pytest.fixture(scope="session")
def starter() -> StarterCatalogue:
    return StarterCatalogue.load()


@pytest.fixture(scope="session")
def source(starter: StarterCatalogue) -> CatalogueSource:
    return CatalogueSource(starter, NOTHING)
