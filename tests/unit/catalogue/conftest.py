"""The shipped catalogue, read once."""

from __future__ import annotations

import pytest

from core.providers.catalogue import CatalogueSource, StarterCatalogue


@pytest.fixture(scope="session")
def starter() -> StarterCatalogue:
    return StarterCatalogue.load()


@pytest.fixture(scope="session")
def source(starter: StarterCatalogue) -> CatalogueSource:
    return CatalogueSource(starter)
