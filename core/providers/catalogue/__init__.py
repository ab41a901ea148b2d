"""The starter catalogue: well-known songs with our own editorial ratings, always at hand."""

from core.providers.catalogue.source import CatalogueSource
from core.providers.catalogue.starter import StarterCatalogue, WholeCatalogue

__all__ = ["CatalogueSource", "StarterCatalogue", "WholeCatalogue"]
