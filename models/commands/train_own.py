"""``moodmix train faces --finetune``: a personal network from one's own faces."""

from __future__ import annotations

from pathlib import Path

import click

from bot.settings import load_settings
from core.inference.weights import weights_folder
from core.storage.face_folder import own_faces_folder
from models.emotion.own_faces import LEAST_CAPTURES, OwnParts, read_own_faces
from models.emotion.recipes import Recipe
from models.refusal import Refusal


def own_captures(folder: str) -> OwnParts:
    """The faces in a folder, or where it is empty in the album of the page, and a word on them.

    Raises Refusal where there is no album, and what ``read_own_faces`` raises.
    """
    place = Path(folder) if folder else own_faces_folder(load_settings().data_dir)
    if not folder and not place.exists():
        raise Refusal(
            "There are no faces of yours yet. Please run moodmix, open its page, make your own "
            "data set there, and come back."
        )
    parts = read_own_faces(place)
    for name, part in (("learned from", parts.training), ("held out", parts.held_out)):
        click.echo(f"{name}: {len(part)} ({part.told})")
    click.echo("held out are the last captures of each emotion; pictures in a row are near twins")
    if parts.few:
        click.echo(
            f"fewer than {LEAST_CAPTURES} captures, so not learned, and kept as the shipped "
            f"network reads them: {', '.join(parts.few)}"
        )
    return parts


def train_own(parts: OwnParts, reference: Path | None, recipe: Recipe) -> None:
    """Learn one person's faces, and say what that was worth; needs torch.

    reference: FER2013, to see on its validation part how much was forgotten.
    """
    from models.emotion.data import load_split
    from models.emotion.own_faces import as_faces
    from models.emotion.personal import gain, keep, learn_own_faces

    settings = load_settings()
    plain_faces = load_split(reference, "validation") if reference else None
    taught = learn_own_faces(parts, recipe)
    held_out = gain(taught.engine, as_faces(parts.held_out))
    click.echo(held_out.as_table())
    forgotten = gain(taught.engine, plain_faces) if plain_faces else None
    if forgotten:
        click.echo(f"\nfaces of other people, in {reference}\n{forgotten.as_table()}")
    if not held_out.is_no_loss:
        raise Refusal(
            "The personal network reads your held-out faces worse than the shipped one does, so "
            "it was not kept, and nothing changed. More captures in other light and from other "
            "angles, and faces that show each mood clearly, may help."
        )
    path = keep(taught, held_out, forgotten, parts.few, weights_folder(settings.data_dir))
    click.echo(f"Your personal network lies in {path}.")
    if settings.emotion_engine == "auto":
        click.echo("From now on the page reads your face with it, and everybody else's as before.")
    else:
        click.echo("It counts once MOODMIX_EMOTION_ENGINE is auto, or not set.")
    click.echo("To go back, delete that file, or set MOODMIX_EMOTION_ENGINE=moodnet.")
