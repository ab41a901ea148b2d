"""The catalogue as a source: it names songs from words and links and says how songs feel."""

from __future__ import annotations

from core.domain.affect import Affect
from core.domain.catalogue_import import IndexedSongs
from core.domain.song_text import artist_keys
from core.domain.track import (
    DoubtfulSong,
    RatedTrack,
    SongQuery,
    Source,
    Track,
    TrackLink,
    TrackWords,
)
from core.domain.track_table import TrackTable
from core.providers.catalogue.imported import ImportedSongs
from core.providers.catalogue.known_songs import KnownSongs
from core.providers.catalogue.readings import cut, parted, readings
from core.providers.catalogue.starter import StarterCatalogue


class CatalogueSource:
    """Finds and rates songs: the starter catalogue's, with typos, and imported ones, without."""

    def __init__(self, starter: StarterCatalogue, imported: IndexedSongs | None = None) -> None:
        self._ours = KnownSongs(starter.tracks())
        self._imported = ImportedSongs(imported or IndexedSongs.of(TrackTable.of(())))

    @property
    def source(self) -> Source:
        """Whose word this is."""
        return Source.CATALOGUE

    async def find(self, query: SongQuery) -> Track | DoubtfulSong | None:
        """The one song that is meant, or those of the starter catalogue that share a lone title.

        Of the starter catalogue and of imported songs, the starter's is meant. Links lead to
        imported songs only.
        """
        if isinstance(query, TrackLink):
            linked = self._imported.with_id(query)
            return linked.track if linked else None
        found = self._exactly(query) or self._nearly(query)
        shared = self._ours.sharing(query.title) if query.artist is None else ()
        if found is None and len(shared) > 1:
            return DoubtfulSong(shared, self.source)
        found = found or self._imported_by_title(query)
        return found.track if found else None

    async def affect_of(self, track: Track) -> Affect | None:
        """The rating of a song with this title and an artist in common, spelled as it may be."""
        artists = tuple(key for name in track.artists for key in artist_keys(name))
        found = self._spelled(track.title, artists)
        return found.affect if found else None

    def _spelled(self, title: str, credited: tuple[str, ...]) -> RatedTrack | None:
        return self._ours.spelled(title, credited) or self._imported.spelled(title, credited)

    def _exactly(self, query: TrackWords) -> RatedTrack | None:
        """A song whose title and artist are spelled right."""
        for title, artist in parted(query):
            found = self._spelled(title, artist_keys(artist))
            if found:
                return found
        for title, artist in cut(query):
            found = self._ours.spelled(title, artist_keys(artist))
            if found:
                return found
        return None

    def _nearly(self, query: TrackWords) -> RatedTrack | None:
        """A song of the starter catalogue, a little misspelled or told by its title alone."""
        for title, artist in readings(query):
            found = self._ours.nearly_spelled(title, artist)
            if found:
                return found
        return self._ours.titled(query.text) or (
            self._ours.titled(query.title) if query.artist is None else None
        )

    def _imported_by_title(self, query: TrackWords) -> RatedTrack | None:
        """An imported song of which somebody told the title, or the title and the artist in a row.

        The first goes before the second: with so many songs, the words of a title by themselves may
        well be another title beside another name.
        """
        if query.artist is not None or self._imported.knows(query.title):
            return self._imported.titled(query.text)
        for title, artist in cut(query):
            found = self._imported.spelled(title, artist_keys(artist))
            if found:
                return found
        return None
