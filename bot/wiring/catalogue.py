"""Songs that ship with moodmix, and those that were imported."""

from __future__ import annotations

import structlog

from bot.settings import Settings
from bot.wiring.places import utc_now
from core.domain.catalogue_import import IndexedSongs
from core.domain.errors import MoodmixError
from core.domain.track_table import TrackTable
from core.providers.catalogue import StarterCatalogue, WholeCatalogue
from core.providers.catalogue.csv_file import CsvCatalogues
from core.services.import_catalogue import CatalogueImporter
from core.storage.import_shelf import FolderShelf

_log = structlog.get_logger()


def import_shelf(settings: Settings) -> FolderShelf:
    """Where imported catalogues live."""
    return FolderShelf(settings.data_dir / "catalogue")


def catalogue_importer(settings: Settings) -> CatalogueImporter:
    """What brings catalogue files in."""
    return CatalogueImporter(CsvCatalogues(), import_shelf(settings), utc_now)


def imported_songs(settings: Settings) -> IndexedSongs:
    """What was imported; nothing, with a word in the log, where it cannot be read."""
    try:
        return import_shelf(settings).open().songs
    except MoodmixError as error:
        _log.warning("imports_unusable", code=error.code.value)
        return IndexedSongs.of(TrackTable.of(()))


def whole_catalogue(imported: IndexedSongs) -> WholeCatalogue:
    """The starter catalogue and these; raises OperationError."""
    return WholeCatalogue(StarterCatalogue.load(), imported.table)
