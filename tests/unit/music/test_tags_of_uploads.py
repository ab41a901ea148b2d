"""Tags of songs that ffmpeg wrote, in memory, as they come in messages."""

import io

import pytest

from core.inference.media.tags import read_tags


@pytest.mark.parametrize("kind", ["mp3", "m4a", "ogg", "opus", "flac"])
def test_title_and_artists_come_from_the_tags_of_every_format(kind, encode, tone):
    song = encode(tone(), kind, tags={"title": "Água de Beber", "artist": "Astrud; Tom Jobim"})
    tags = read_tags(io.BytesIO(song))
    assert (tags.title, tags.artists) == ("Água de Beber", ("Astrud", "Tom Jobim"))


@pytest.mark.parametrize("kind", ["ogg", "wav", "webm", "aac"])
def test_a_file_without_tags_has_no_names(kind, encode, tone):
    tags = read_tags(io.BytesIO(encode(tone(), kind)))
    assert (tags.title, tags.artists) == ("", ())


def test_tags_are_cleaned_of_control_characters_and_kept_short(encode, tone):
    song = encode(tone(), "flac", tags={"title": "a\n\tb\x1b[31m" + "x" * 5000})
    title = read_tags(io.BytesIO(song)).title
    assert title.startswith("a b [31mx")
    assert len(title) == 200
