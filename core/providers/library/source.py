"""The library as a source: it names songs from words and says how they felt to our network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from core.domain.affect import Affect
from core.domain.errors import OperationError
from core.domain.music_reading import MusicReading
from core.domain.same_song import is_same_song, without_repeats
from core.domain.song_text import artist_keys, match_key, title_keys
from core.domain.track import (
    DoubtfulSong,
    RatedTrack,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.ports.library import TitledSongs
from core.providers.catalogue.known_songs import is_by
from core.providers.catalogue.readings import cut, parted
from core.providers.matching import CHOICE_LIMIT

MOST_COMPARED = 1000
"""Of more songs with the titles in question ("Intro"), the later ones are not looked at."""


class LibrarySource:
    """Finds and rates songs whose titles are spelled as ``song_text`` makes spellings alike.

    It has nothing to say while the library cannot be read.
    """

    def __init__(self, songs: TitledSongs) -> None:
        self._songs = songs

    @property
    def source(self) -> Source:
        """Whose word this is."""
        return Source.LIBRARY

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        """The song that is meant, or the songs of that title where it is not clear which.

        Links are none of the library's.
        """
        if isinstance(query, TrackLink):
            return None
        ways = tuple(_ways(query))
        titled: dict[str, list[Track]] = defaultdict(list)
        for song in await self._titled({key for title, _ in ways for key in title_keys(title)}):
            for key in title_keys(song.track.title):
                titled[key].append(song.track)
        for title, artist in ways:
            meant = without_repeats(
                track
                for key in title_keys(title)
                for track in titled.get(key, ())
                if artist is None or is_by(_artists_of(track), artist_keys(artist))
            )
            if len(meant) == 1:
                return meant[0]
            if meant:
                return DoubtfulSong(meant[:CHOICE_LIMIT], self.source)
        return None

    async def affect_of(self, track: Track) -> Affect | None:
        """How the song of this title with an artist in common felt to our network."""
        song = await self._same(track)
        return song.affect if song else None

    async def reading_of(self, track: Track) -> MusicReading | None:
        """All that was heard in that song."""
        song = await self._same(track)
        if song is None or song.track.file is None:
            return None
        try:
            return await self._songs.reading_of(song.track.file.number)
        except OperationError:
            return None

    async def _same(self, track: Track) -> RatedTrack | None:
        for song in await self._titled(set(title_keys(track.title))):
            # is_same_song is for songs whose artist is known, which files need not tell
            if is_same_song(song.track, track) or match_key(song.track) == match_key(track):
                return song
        return None

    async def _titled(self, keys: set[str]) -> Sequence[RatedTrack]:
        try:
            return await self._songs.titled(keys, MOST_COMPARED)
        except OperationError:
            return ()


def _ways(query: TrackWords) -> Iterator[tuple[str, str | None]]:
    """Titles and artists that the words may mean, the likeliest first.

    A title as it stands goes before one that would have to be cut out of it.
    """
    yield from parted(query)
    yield query.text, None
    if query.artist is None:
        yield query.title, None
    yield from cut(query)


def _artists_of(track: Track) -> list[str]:
    return [key for name in track.artists for key in artist_keys(name)]
