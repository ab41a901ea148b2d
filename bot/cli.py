"""The ``moodmix`` command. Each command imports only what it needs, so all of them are quick."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from importlib.metadata import EntryPoints, entry_points
from pathlib import Path
from typing import Any, NoReturn

import click

from bot.backup_cli import backup, restore
from bot.catalog_cli import catalog
from bot.keys_cli import keys
from bot.library_cli import library
from bot.logs import log_to_file, log_to_stderr
from bot.settings import load_settings
from bot.weights_cli import weights
from core.domain.errors import ErrorCode, MediaError, MoodmixError, OperationError
from core.domain.intent import Intent
from core.domain.media import Upload
from core.domain.mix import Ranker
from core.domain.wishes import Context, Wishes

EXIT_BROKEN = 1
EXIT_ERROR = 2

READ_LIMIT_BYTES = 64 * 2**20
"""Nothing larger is read from disk; the decoders set their own, tighter bounds."""

LONGEST_NAME = 255
"""Longer text is no file name, and asking the disk for it fails."""

AUDIO_SUFFIXES = frozenset({".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav"})


class _Commands(click.Group):
    """Our own commands and those that installed packages register, with one funnel for failures.

    What needs the training code (train, evaluate, bench) comes through the entry points
    ``moodmix.commands``, so that nothing of it is imported unless somebody asks for it.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names in order."""
        return sorted({*super().list_commands(ctx), *_registered().names})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Our own command of that name, else a registered one."""
        own = super().get_command(ctx, cmd_name)
        if own is not None or cmd_name not in _registered().names:
            return own
        command: click.Command = _registered()[cmd_name].load()
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run to the end; any failure becomes words and an exit status, never a traceback."""
        as_json = "--json" in ctx.args
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(130)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # whoever read our words has gone; click knows how to end then
            raise
        except Exception as error:  # noqa: BLE001 - the one funnel of the command line
            _fail(error, as_json=as_json)


def _registered() -> EntryPoints:
    return entry_points(group="moodmix.commands")


@click.group(cls=_Commands, invoke_without_command=True)
@click.version_option(package_name="moodmix")
@click.pass_context
def cli(context: click.Context) -> None:
    """Listen to how you look: a face and a song in, five tracks and the reason out.

    Without a command moodmix starts: the local chat page, and every chat platform whose token is
    set (see .env.example).
    """
    if context.invoked_subcommand is None:
        context.invoke(run)


@cli.command()
def run() -> None:
    """Start the chat page and every configured chat platform."""

    async def serve_all() -> None:
        from bot.service import serve

        await serve(settings)

    settings = load_settings()
    log_to_stderr(settings.log_level, settings.log_format)
    asyncio.run(serve_all())


def _read_languages(
    _context: click.Context, _parameter: click.Parameter, values: Sequence[str]
) -> frozenset[str]:
    from bot.presenters.language import language_code

    codes = {value: language_code(value) for value in values}
    unknown = [value for value, code in codes.items() if code is None]
    if unknown:
        raise click.BadParameter(
            f"{unknown[0]!r} is no language I know; a code of two letters always works."
        )
    return frozenset(code for code in codes.values() if code)


@cli.command()
@click.argument("photo_or_video", type=click.Path(path_type=Path))
@click.option("--song", required=True, help="A link, ARTIST - TITLE, or an audio file.")
@click.option(
    "--intent",
    type=click.Choice([intent.value for intent in Intent]),
    help="Override what face and song suggest.",
)
@click.option(
    "--context",
    "contexts",
    type=click.Choice([context.value for context in Context]),
    multiple=True,
    help="What the list is for, or when it is heard; may be given more than once.",
)
@click.option(
    "--language",
    "languages",
    metavar="LANGUAGE",
    multiple=True,
    callback=_read_languages,
    help='Only songs in this language, as "fr" or "French"; may be given more than once.',
)
@click.option(
    "--not-artist", "not_artists", metavar="ARTIST", multiple=True, help="Nothing by ARTIST."
)
@click.option(
    "--like", "like_artists", metavar="ARTIST", multiple=True, help="Rather songs by ARTIST."
)
@click.option(
    "--ranker",
    type=click.Choice([ranker.value for ranker in Ranker]),
    default=Ranker.OURS.value,
    show_default=True,
    help="Ours, or the baseline: songs whose emotions have the largest cosine with the face's.",
)
@click.option("--everyone", is_flag=True, help="In a group, take the mood of all faces together.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
@click.option("--card", type=click.Path(path_type=Path), help="Also save the drawn card as PNG.")
@click.option(
    "--timeline",
    type=click.Path(path_type=Path),
    help="Of a video, also save how the mood went over time as PNG.",
)
def mix(
    photo_or_video: Path,
    song: str,
    intent: str | None,
    contexts: Sequence[str],
    languages: frozenset[str],
    not_artists: tuple[str, ...],
    like_artists: tuple[str, ...],
    ranker: str,
    *,
    everyone: bool,
    as_json: bool,
    card: Path | None,
    timeline: Path | None,
) -> None:
    """Read a face and a song and print five tracks with the reason."""

    async def make() -> str:
        from bot.presenters.answer import mix_as_json, mix_as_text
        from bot.presenters.card import draw_card
        from bot.presenters.timeline import draw_timeline
        from bot.wiring.kitchen import open_kitchen
        from core.services.make_mix import Listener

        face, wanted = _read_file(photo_or_video), _read_song(song)
        async with open_kitchen(settings) as kitchen:
            answer = await kitchen.mixes.mix(
                face,
                wanted,
                Intent(intent) if intent else None,
                everyone=everyone,
                listener=Listener(wishes),
                ranker=Ranker(ranker),
            )
        if everyone and answer.face.everyone is None:
            click.echo(
                "I saw only one face there, so everyone's mood is the mood of that one.", err=True
            )
        if card:
            _write_file(card, draw_card(answer))
        if timeline and answer.face.timeline:
            _write_file(timeline, draw_timeline(answer.face.timeline))
        elif timeline:
            click.echo(
                "A photo has no course over time, so there is no timeline to save: "
                "that takes a video.",
                err=True,
            )
        return (
            json.dumps(mix_as_json(answer), ensure_ascii=False) if as_json else mix_as_text(answer)
        )

    wishes = Wishes(
        languages=languages,
        not_artists=not_artists,
        like_artists=like_artists,
        contexts=tuple(dict.fromkeys(map(Context, contexts))),
    )
    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    click.echo(asyncio.run(make()))


@cli.command()
def migrate() -> None:
    """Bring the database up to date; it also happens at every start."""

    async def bring_up_to_date() -> str:
        from bot.wiring.places import database_path, open_vault
        from core.storage.migrations import migrate as apply_migrations

        report = await apply_migrations(database_path(settings), await open_vault(settings))
        if not report.applied:
            return f"The database is up to date (version {report.after})."
        return f"The database went from version {report.before} to {report.after}."

    settings = load_settings()
    log_to_file(settings.data_dir / "moodmix.log")
    click.echo(asyncio.run(bring_up_to_date()))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def doctor(*, as_json: bool) -> None:
    """Show what is configured and what works, with the mend for what is broken."""

    async def examine() -> bool:
        from bot.doctor import examine as run_checks
        from bot.presenters.checkup import checks_as_json, checks_as_text

        checks = await run_checks(settings)
        shown = json.dumps(checks_as_json(checks)) if as_json else checks_as_text(checks)
        click.echo(shown)
        return all(check.healthy for check in checks)

    try:
        settings = load_settings()
    except MoodmixError as error:
        _fail(error, as_json=as_json, exit_code=EXIT_BROKEN)
    log_to_file(settings.data_dir / "moodmix.log")
    if not asyncio.run(examine()):
        sys.exit(EXIT_BROKEN)


cli.add_command(backup)
cli.add_command(restore)
cli.add_command(catalog)
cli.add_command(keys)
cli.add_command(library)
cli.add_command(weights)


def main() -> None:
    """Entry point of the console script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that is not UTF-8 must not end an answer
            stream.reconfigure(errors="replace")
    log_to_stderr("warning")
    cli(prog_name="moodmix")


def _fail(error: Exception, *, as_json: bool, exit_code: int = EXIT_ERROR) -> NoReturn:
    from bot.chat import code_of, explain_failure

    message = explain_failure(error, "cli")
    if as_json:
        told = {"error": {"code": code_of(error), "message": message}}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(message, err=True)
    sys.exit(exit_code)


def _read_song(song: str) -> str | Upload:
    path = Path(song)
    if path.suffix.lower() in AUDIO_SUFFIXES or (len(song) <= LONGEST_NAME and path.is_file()):
        return _read_file(path)
    return song


def _read_file(path: Path) -> Upload:
    try:
        if path.stat().st_size > READ_LIMIT_BYTES:
            raise MediaError(ErrorCode.MEDIA_TOO_LARGE, limit_mb=READ_LIMIT_BYTES / 2**20)
        return Upload(path.read_bytes(), filename=path.name)
    except OSError as error:
        raise _unreadable(path, error) from error


def _write_file(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OperationError(
            ErrorCode.FILE_NOT_WRITABLE, path=str(path), reason=error.strerror or "unknown"
        ) from error


def _unreadable(path: Path, error: OSError) -> OperationError:
    return OperationError(
        ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or "unknown"
    )
