"""The seed track: from a link, words or an audio file to a named and rated song."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.errors import ErrorCode, MediaError, SongError
from core.domain.media import Upload
from core.domain.music_reading import MusicReading
from core.domain.song_query import read_song
from core.domain.track import SeedTrack, ShortLink, SongQuery, Source, Track, TrackLink
from core.ports.reading import MusicReader
from core.ports.songs import AffectSource, LinkExpander, LinkNamer, PreviewFetcher, TrackFinder


class SeedResolver:
    """Asks the sources in the given order; the first that can say is believed and named."""

    def __init__(
        self,
        *,
        finders: Sequence[TrackFinder],
        raters: Sequence[AffectSource],
        music_reader: MusicReader,
        namers: Sequence[LinkNamer] = (),
        expander: LinkExpander | None = None,
        previews: PreviewFetcher | None = None,
    ) -> None:
        """Without expander and previews nothing is asked of the network."""
        self._finders = finders
        self._namers = namers
        self._raters = raters
        self._expander = expander
        self._previews = previews
        self._music_reader = music_reader

    async def resolve(self, song: str | Upload) -> SeedTrack:
        """Name and rate the song.

        Raises SongError where the text is no song, nobody knows it or nobody can say how it feels,
        and MediaError or OperationError from reading an audio file.
        """
        if isinstance(song, Upload):
            return await self._from_audio(song)
        query = read_song(song)
        if isinstance(query, ShortLink):
            query = await self._expand(query)
        track, named_by = await self._identify(query)
        for rater in self._raters:
            affect = await rater.affect_of(track)
            if affect:
                return SeedTrack(track, affect, named_by, rater.source)
        return _heard(track, named_by, await self._hear_preview(track))

    async def _expand(self, link: ShortLink) -> TrackLink:
        if self._expander is None:
            raise SongError(ErrorCode.LINK_NOT_RESOLVED, service="short")
        return await self._expander.expand(link.url)

    async def _from_audio(self, audio: Upload) -> SeedTrack:
        heard = await self._music_reader.read_music(audio)
        return _heard(await self._music_reader.describe(audio), Source.UPLOAD, heard)

    async def _identify(self, query: SongQuery) -> tuple[Track, Source]:
        found = await self._find(query)
        if found:
            return found
        if isinstance(query, TrackLink):
            for namer in self._namers:
                words = await namer.name(query)
                found = await self._find(words) if words else None
                if found:
                    return found
            raise SongError(ErrorCode.LINK_NOT_RESOLVED, service=query.service.value)
        raise SongError(ErrorCode.SONG_NOT_FOUND, text=query.text)

    async def _find(self, query: SongQuery) -> tuple[Track, Source] | None:
        for finder in self._finders:
            track = await finder.find(query)
            if track:
                return track, finder.source
        return None

    async def _hear_preview(self, track: Track) -> MusicReading:
        preview = await self._previews.fetch(track) if self._previews else None
        if preview:
            try:
                return await self._music_reader.read_music(preview)
            except MediaError as error:
                raise SongError(ErrorCode.SONG_NO_EMOTION, title=track.title) from error
        raise SongError(ErrorCode.SONG_NO_EMOTION, title=track.title)


def _heard(track: Track, named_by: Source, heard: MusicReading) -> SeedTrack:
    return SeedTrack(track, heard.affect, named_by, Source.MUSIC_NETWORK, heard)
