"""Catalogue files of every layout, and songs taken out of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.domain.catalogue_import import CatalogueFile
from core.domain.track import RatedTrack
from core.providers.catalogue.csv_file import CsvCatalogues

MUSE = {
    "lastfm_url": "https://www.last.fm/music/metallica/_/st.%2banger",
    "track": "St. Anger",
    "artist": "Metallica",
    "seeds": "['aggressive']",
    "number_of_emotion_tags": "8",
    "valence_tags": "3.71",
    "arousal_tags": "5.83",
    "dominance_tags": "5.42",
    "mbid": "727a2529-7ee8-4860-aef6-7959884895cb",
    "spotify_id": "3fjzfM4VcDX7a8uUCGNxJE",
    "genre": "metal",
}
TIDY = {
    "track_id": "6f807x0ima9a1j3VPbc7VN",
    "track_name": "I Don't Care",
    "track_artist": "Ed Sheeran",
    "track_popularity": "66",
    "track_album_id": "2oCs0DGTsRO98Gh5ZSl2Cx",
    "track_album_release_date": "2019-06-14",
    "playlist_genre": "pop",
    "danceability": "0.748",
    "energy": "0.916",
    "key": "6",
    "acousticness": "0.102",
    "instrumentalness": "0",
    "valence": "0.518",
    "tempo": "122.036",
}
KAGGLE = {
    "id": "7lmeHLHBe4nmXzuXc0HDjk",
    "name": "Testify",
    "album": "The Battle Of Los Angeles",
    "artists": "['Rage Against The Machine', \"Zack's Friends\"]",
    "artist_ids": "['2d0hyoQ5ynDBnkvAbJKORj', '3']",
    "danceability": "0.47",
    "energy": "0.978",
    "acousticness": "0.0261",
    "instrumentalness": "1.09e-05",
    "valence": "0.503",
    "tempo": "117.906",
    "year": "1999",
    "release_date": "1999-11-02",
}
DEEZER = {
    "dzr_sng_id": "213754",
    "MSD_sng_id": "SORORTY12A67ADD67E",
    "MSD_track_id": "TRJIEJX12903CF2202",
    "valence": "-0.68",
    "arousal": "2.5",
    "artist_name": "Dark Tranquillity",
    "track_name": "Insanity's Crescendo",
}
QUADRANTS = {
    "spotify_id": "2t5xKumcLA9sHaeX3hERdO",
    "artist": "Reinaldo",
    "track_name": "Retrato cantado de um amor",
    "valence": "0.88",
    "arousal": "0.601",
    "label_quadrant": "Q1_Happy",
    "instrumentalness": "0.0",
}
OWN = {
    "title": "Under Pressure",
    "artists": "Queen; David Bowie",
    "year": "1981",
    "genre": "rock",
    "language": "en",
    "valence": "0.20",
    "arousal": "0.45",
    "dominance": "-0.5",
    "mood": "excited",
    "popularity": "0.8",
    "tempo_bpm": "114",
    "ids": "spotify:2fuCquhmrzHpu5xcA1ci9x isrc:GBCEE8100022",
}


def table_text(*rows: Mapping[str, str]) -> str:
    """CSV of rows with the columns of the first."""
    text = io.StringIO()
    lines = csv.DictWriter(text, tuple(rows[0]), lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return text.getvalue()


def write_rows(path: Path, *rows: Mapping[str, str]) -> Path:
    path.write_text(table_text(*rows), encoding="utf-8")
    return path


def read(path: Path) -> CatalogueFile:
    return CsvCatalogues().read(path, lambda _: None)


def songs_of(file: CatalogueFile) -> Sequence[RatedTrack]:
    return [file.songs.track(row) for row in range(len(file.songs))]
