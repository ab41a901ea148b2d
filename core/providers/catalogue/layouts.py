"""The layouts of catalogue files: which columns they have, and what their numbers mean.

Every scale ends in [-1, 1]:

- moodmix's own files are on it already.
- MuSe (Akiki and Burghardt, "MuSe: The Musical Sentiment Dataset", 2021) averages word norms of
  Warriner and others (2013) from 1 to 9 with 5 in the middle: (x - 5) / 4. The averages are
  weighted, and some of the published ones lie below 1.
- Spotify's features go from 0 to 1: 2x - 1. There is no arousal among them; energy, a "perceptual
  measure of intensity and activity", stands for it, as in ``affect_from_features``.
- The Deezer mood set (Delbouys and others, "Music mood detection based on audio and lyrics with
  deep neural net", 2018) is z-scored: z / 2, so that two standard deviations reach the edge.
- The quadrant set names Spotify's energy arousal: 2x - 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from core.domain.catalogue_import import CatalogueLayout
from core.domain.music_reading import MusicMood
from core.domain.track_table import MOODS, SoundFeature

NEUTRAL = "neutral"
"""What the mood of a neutral song is called in a file."""

Scale = Callable[[float], float]
"""From a number of the file to [-1, 1]; raises ValueError, in words, outside the file's range."""


def _scale(low: float, high: float, middle: float, half: float) -> Scale:
    """(x - middle) / half, cut off at -1 and 1, for numbers from low to high."""

    def onto_plane(number: float) -> float:
        if not low <= number <= high:
            raise ValueError(f"{number:g} is not between {low:g} and {high:g}")
        return min(1.0, max(-1.0, (number - middle) / half))

    return onto_plane


_PLANE = _scale(-1.0, 1.0, 0.0, 1.0)
_SHARE = _scale(0.0, 1.0, 0.5, 0.5)
_NORMS = _scale(0.0, 9.0, 5.0, 4.0)
_DEVIATIONS = _scale(-10.0, 10.0, 0.0, 2.0)

_SOUND: dict[str, tuple[str, ...]] = {
    **{feature.name.lower(): (feature.name.lower(),) for feature in SoundFeature},
    SoundFeature.TEMPO_BPM.name.lower(): ("tempo_bpm", "tempo", "bpm"),
}

_MOOD_WORDS = {mood.value if mood else NEUTRAL: code for code, mood in enumerate(MOODS)}
_QUADRANTS = {
    "q1_happy": MOODS.index(MusicMood.HAPPY),
    "q2_angry": MOODS.index(MusicMood.TENSE),
    "q3_sad": MOODS.index(MusicMood.DEPRESSED),
    "q4_relaxed": MOODS.index(MusicMood.CALM),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of file.

    columns: for each thing we want to know, the names its column goes by, best first; onto_plane:
    for valence, arousal and dominance; marks: columns that only this kind of file has; moods: codes
    of MOODS by label; most_popular: the popularity that stands for 1.
    """

    kind: CatalogueLayout
    columns: Mapping[str, Sequence[str]]
    onto_plane: Scale
    marks: tuple[str, ...] = ()
    moods: Mapping[str, int] = field(default_factory=dict)
    most_popular: float = 1.0

    def places(self, header: Sequence[str]) -> dict[str, int] | None:
        """Where in a header of lower-case names each thing stands; None for another layout."""
        found = {
            thing: header.index(name)
            for thing, names in self.columns.items()
            if (name := next((name for name in names if name in header), None)) is not None
        }
        whole = set(self.marks) <= set(header) and set(_REQUIRED) <= set(found)
        return found if whole else None

    def __str__(self) -> str:
        """The columns it cannot do without."""
        wanted = ("/".join(self.columns[thing]) for thing in _REQUIRED)
        return ", ".join((*self.marks, *wanted))


_REQUIRED = ("title", "artists", "valence", "arousal")

LAYOUTS = (
    Layout(
        CatalogueLayout.MUSE,
        {
            "title": ("track",),
            "artists": ("artist",),
            "valence": ("valence_tags",),
            "arousal": ("arousal_tags",),
            "dominance": ("dominance_tags",),
            "genre": ("genre",),
            "spotify_id": ("spotify_id",),
        },
        _NORMS,
    ),
    Layout(
        CatalogueLayout.DEEZER,
        {
            "title": ("track_name",),
            "artists": ("artist_name",),
            "valence": ("valence",),
            "arousal": ("arousal",),
            "deezer_id": ("dzr_sng_id",),
        },
        _DEVIATIONS,
        marks=("dzr_sng_id",),
    ),
    Layout(
        CatalogueLayout.QUADRANTS,
        {
            **_SOUND,
            "title": ("track_name",),
            "artists": ("artist",),
            "valence": ("valence",),
            "arousal": ("arousal",),
            "mood": ("label_quadrant",),
            "spotify_id": ("spotify_id",),
        },
        _SHARE,
        marks=("label_quadrant",),
        moods=_QUADRANTS,
    ),
    Layout(
        CatalogueLayout.MOODMIX,
        {
            **_SOUND,
            **{
                name: (name,)
                for name in (
                    *("title", "artists", "year", "genre", "language", "valence", "arousal"),
                    *("dominance", "mood", "popularity", "ids"),
                )
            },
        },
        _PLANE,
        moods=_MOOD_WORDS,
    ),
    Layout(
        CatalogueLayout.SPOTIFY,
        {
            **_SOUND,
            "title": ("track_name", "name", "title", "track", "song", "song_name"),
            "artists": ("track_artist", "artists", "artist_name", "artist"),
            "year": ("year", "track_album_release_date", "album_release_date", "release_date"),
            "genre": ("playlist_genre", "track_genre", "genre", "genres"),
            "language": ("language",),
            "valence": ("valence",),
            "arousal": ("energy",),
            "popularity": ("track_popularity", "popularity"),
            "spotify_id": ("track_id", "spotify_id", "id", "uri", "track_uri"),
            "isrc": ("isrc",),
        },
        _SHARE,
        most_popular=100.0,
    ),
)
"""All kinds of files, the most particular first: a header may fit several."""
