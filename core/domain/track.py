"""Songs: their identity, their place on the circumplex and who said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from core.domain.affect import Affect
from core.domain.music_reading import MusicReading


class Source(StrEnum):
    """Who told us something about a song; the value is shown to people."""

    SPOTIFY = "Spotify"
    RECCOBEATS = "ReccoBeats"
    DEEZER = "Deezer"
    ITUNES = "iTunes"
    YOUTUBE = "YouTube"
    SOUNDCLOUD = "SoundCloud"
    MUSICBRAINZ = "MusicBrainz"
    LISTENBRAINZ = "ListenBrainz"
    LASTFM = "Last.fm"
    CATALOGUE = "moodmix catalogue"
    LIBRARY = "your library"
    MUSIC_NETWORK = "moodmix music network"
    UPLOAD = "your audio file"


class Service(StrEnum):
    """A place where people listen; keys of a track's links and of pasted links."""

    SPOTIFY = "spotify"
    YOUTUBE = "youtube"
    APPLE = "apple"
    DEEZER = "deezer"
    TIDAL = "tidal"
    SOUNDCLOUD = "soundcloud"
    AMAZON = "amazon"


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the library. number: stays with the content of the file, wherever it lies."""

    number: int
    path: Path = field(repr=False)


@dataclass(frozen=True, slots=True)
class Track:
    """One song. Everything but the title may be unknown.

    artists: in credit order; isrc: the recording code; mbid: MusicBrainz' id of the recording;
    ids: the track's id per service; links: https addresses per service;
    preview_url: a short-lived address of about 30 s of audio, never stored; genre and language
    are lower case (language ISO 639-1, "" never used for unknown but None); file: of a
    song of the library.
    """

    title: str
    artists: tuple[str, ...] = ()
    year: int | None = None
    genre: str | None = None
    language: str | None = None
    isrc: str | None = None
    mbid: str | None = None
    ids: Mapping[Service, str] = field(default_factory=dict)
    links: Mapping[Service, str] = field(default_factory=dict)
    preview_url: str | None = field(default=None, compare=False, repr=False)
    file: OwnFile | None = None

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a track needs a title")

    @property
    def artist(self) -> str:
        """Artists in one line, empty when unknown."""
        return ", ".join(self.artists)


@dataclass(frozen=True, slots=True)
class RatedTrack:
    """A song with its point on the circumplex."""

    track: Track
    affect: Affect


@dataclass(frozen=True, slots=True)
class Opinion:
    """How a song feels, in the word of one source."""

    source: Source
    affect: Affect


@dataclass(frozen=True, slots=True)
class SeedTrack:
    """The song a person sent, and which sources named it and rated it.

    affect: what the opinions come to; rated_by: the weightiest of them; heard: all that our music
    network heard in it, None where it did not listen; opinions: what each source said, the
    weightiest first, empty where ``rated_by`` spoke alone.
    """

    track: Track
    affect: Affect
    identified_by: Source
    rated_by: Source
    heard: MusicReading | None = None
    opinions: tuple[Opinion, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that spoke, once, identity first."""
        raters = (opinion.source for opinion in self.opinions)
        return tuple(dict.fromkeys((self.identified_by, self.rated_by, *raters)))


@dataclass(frozen=True, slots=True)
class DoubtfulSong:
    """Songs that words may mean, the likeliest first: the person has to say which.

    named_by: who knows them. Raises ValueError where there is none.
    """

    candidates: tuple[Track, ...]
    named_by: Source

    def __post_init__(self) -> None:
        if not self.candidates:
            raise ValueError("a doubt needs a song to ask about")


@dataclass(frozen=True, slots=True)
class TrackLink:
    """A track link taken out of free text: which service, which id there, and a clean address."""

    service: Service
    track_id: str
    url: str


@dataclass(frozen=True, slots=True)
class TrackWords:
    """Free text naming a song; artist is None where only a title could be told apart."""

    title: str
    artist: str | None
    text: str
    """The cleaned line as a whole, for services that search free text."""


@dataclass(frozen=True, slots=True)
class ShortLink:
    """A short link of a known music service, which has to be followed to learn the track."""

    url: str


SongQuery = TrackLink | TrackWords
"""What a song in text can be read as."""
