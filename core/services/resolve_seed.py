"""The seed track: from a link, words or an audio file to a named and rated song."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MediaError, SongError
from core.domain.media import Upload
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
        affect, rated_by = await self._rate(track)
        return SeedTrack(track, affect, named_by, rated_by)

    async def _expand(self, link: ShortLink) -> TrackLink:
        if self._expander is None:
            raise SongError(ErrorCode.LINK_NOT_RESOLVED, service="short")
        return await self._expander.expand(link.url)

    async def _from_audio(self, audio: Upload) -> SeedTrack:
        affect = await self._music_reader.read_music(audio)
        track = await self._music_reader.describe(audio)
        return SeedTrack(track, affect, Source.UPLOAD, Source.MUSIC_NETWORK)

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

    async def _rate(self, track: Track) -> tuple[Affect, Source]:
        for rater in self._raters:
            affect = await rater.affect_of(track)
            if affect:
                return affect, rater.source
        preview = await self._previews.fetch(track) if self._previews else None
        if preview:
            try:
                return await self._music_reader.read_music(preview), Source.MUSIC_NETWORK
            except MediaError as error:
                raise SongError(ErrorCode.SONG_NO_EMOTION, title=track.title) from error
        raise SongError(ErrorCode.SONG_NO_EMOTION, title=track.title)
