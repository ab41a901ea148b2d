"""``moodmix catalog``: catalogues of rated songs, for recommendations and for finding songs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from bot.logs import log_to_file
from bot.settings import Settings, load_settings
from core.domain.errors import ErrorCode, OperationError

_STOPPED = 130

LONGEST_NAME = 80


@click.group()
def catalog() -> None:
    """Bring in catalogues of rated songs: recommendations come from them, too."""


@catalog.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call it; the file's name is taken without this.")
def import_file(file: Path, name: str | None) -> None:
    """Import FILE, a CSV (or .csv.gz) in a known layout.

    Known are MuSe, exports of Spotify's features, the Deezer mood set and moodmix's own columns;
    the header tells which one it is. An import under a name that is there takes its place.
    """
    from bot.presenters.catalogue import IMPORT_STOPPED, present_import
    from bot.wiring.catalogue import catalogue_importer

    settings = _settings()
    called = ((name or "").strip() or _name_of(file))[:LONGEST_NAME]
    try:
        total = file.stat().st_size
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_READABLE, path=str(file), reason=error.strerror or "unknown"
        ) from error
    try:
        with click.progressbar(length=total, label="Reading", file=sys.stderr) as bar:
            report = catalogue_importer(settings).bring(
                file, called, lambda done: bar.update(done - bar.pos)
            )
    except KeyboardInterrupt:
        click.echo(IMPORT_STOPPED, err=True)
        sys.exit(_STOPPED)
    click.echo(present_import(report))


@catalog.command(name="list")
def list_imports() -> None:
    """Show what is imported."""
    from bot.presenters.catalogue import present_imports
    from bot.wiring.catalogue import import_shelf

    click.echo(present_imports(import_shelf(_settings()).open().imports))


@catalog.command()
@click.argument("name")
def forget(name: str) -> None:
    """Take everything that was imported under NAME out again."""
    from bot.wiring.catalogue import catalogue_importer

    left = len(catalogue_importer(_settings()).forget(name).songs.table)
    click.echo(f"Forgotten: {name}. Imported songs left: {left:,}.")


@catalog.command()
@click.option("--plot", type=click.Path(path_type=Path), help="Also save the plane as PNG.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def stats(plot: Path | None, *, as_json: bool) -> None:
    """Show how many songs there are, of what kind, and where on the plane they lie."""
    from bot.presenters.catalogue import present_stats, stats_as_json
    from bot.wiring.catalogue import import_shelf, whole_catalogue
    from core.services.catalogue_stats import catalogue_stats

    shelf = import_shelf(_settings()).open()
    counted = catalogue_stats(whole_catalogue(shelf.songs).tables())
    if plot:
        from bot.presenters.catalogue_plot import draw_stats

        _write(plot, draw_stats(counted))
    click.echo(
        json.dumps(stats_as_json(counted, shelf.imports), ensure_ascii=False)
        if as_json
        else present_stats(counted)
    )


@catalog.command()
@click.argument("file", type=click.Path(path_type=Path))
def export(file: Path) -> None:
    """Write every song, shipped and imported, to FILE in moodmix's own columns.

    A name that ends in .gz is packed. "moodmix catalog import" reads it back.
    """
    from bot.wiring.catalogue import import_shelf, whole_catalogue
    from core.providers.catalogue.export import write_catalogue

    shelf = import_shelf(_settings()).open()
    songs = write_catalogue(whole_catalogue(shelf.songs).tables(), file)
    click.echo(f"Wrote {songs:,} songs to {file}.")


def _settings() -> Settings:
    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    return settings


def _name_of(file: Path) -> str:
    return file.name.removesuffix(".gz").removesuffix(".csv") or file.name


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error
