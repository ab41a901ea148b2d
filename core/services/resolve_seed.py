"""The seed track: from a link, words or an audio file to a named and rated song."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.errors import ErrorCode, MediaError, SongError
from core.domain.media import Upload
from core.domain.music_reading import MusicReading
from core.domain.opinions import by_weight, fuse
from core.domain.same_song import is_same_song, joined, without_repeats
from core.domain.song_query import read_song
from core.domain.track import (
    DoubtfulSong,
    Opinion,
    SeedTrack,
    ShortLink,
    SongQuery,
    Source,
    Track,
    TrackLink,
)
from core.domain.track_links import with_link
from core.ports.reading import MusicReader
from core.ports.songs import (
    AffectSource,
    IdentitySource,
    LinkExpander,
    LinkNamer,
    OwnSongs,
    PreviewFetcher,
    TrackFinder,
)
from core.services.side_by_side import side_by_side

BUDGET_S = 6.0
"""Longest wait for all sources together to name a song, and again to rate it."""

COMPLETE_BUDGET_S = 2.5
"""Longest wait for what more can be known of a named song; nothing depends on it."""

GRACE_S = 1.5
"""Once somebody has answered, the others get so much longer."""

CHOICES = 3
"""So many songs are offered where it is not clear which is meant."""


class SeedResolver:
    """Asks all sources side by side; of those that name a song the first in order is believed."""

    def __init__(
        self,
        *,
        finders: Sequence[TrackFinder],
        raters: Sequence[AffectSource],
        music_reader: MusicReader,
        own_songs: OwnSongs | None = None,
        identities: Sequence[IdentitySource] = (),
        namers: Sequence[LinkNamer] = (),
        expander: LinkExpander | None = None,
        previews: PreviewFetcher | None = None,
    ) -> None:
        """Without expander and previews nothing is asked of the network.

        own_songs: believed before all others, because people mean the songs they have.
        """
        own = (own_songs,) if own_songs else ()
        self._finders = (*own, *finders)
        self._identities = identities
        self._namers = namers
        self._raters = (*own, *raters)
        self._own_songs = own_songs
        self._expander = expander
        self._previews = previews
        self._music_reader = music_reader

    async def resolve(self, song: str | Upload) -> SeedTrack | DoubtfulSong:
        """Name and rate the song, or tell which songs it may be.

        Raises SongError where the text is no song, nobody knows it or nobody can say how it feels,
        and MediaError or OperationError from reading an audio file.
        """
        if isinstance(song, Upload):
            return await self._from_audio(song)
        query = read_song(song)
        if isinstance(query, ShortLink):
            query = await self._expand(query)
        found, named_by = await self._identify(query)
        if isinstance(found, DoubtfulSong):
            return found
        return await self.rate(found, named_by)

    async def rate(self, track: Track, named_by: Source) -> SeedTrack:
        """Learn the rest of a named song's identity, and how it feels.

        Raises SongError (SONG_NO_EMOTION) where nobody can say.
        """
        track = await self._complete(track)
        opinions = await self._opinions_on(track)
        if not opinions:
            return _heard(track, named_by, await self._hear_preview(track))
        return SeedTrack(
            track,
            fuse(opinions),
            named_by,
            rated_by=opinions[0].source,
            heard=await self._heard_before(track, opinions),
            opinions=opinions if len(opinions) > 1 else (),
        )

    async def _expand(self, link: ShortLink) -> TrackLink:
        if self._expander is None:
            raise SongError(ErrorCode.LINK_NOT_RESOLVED, service="short")
        return await self._expander.expand(link.url)

    async def _from_audio(self, audio: Upload) -> SeedTrack:
        heard = await self._music_reader.read_music(audio)
        return _heard(await self._music_reader.describe(audio), Source.UPLOAD, heard)

    async def _identify(self, query: SongQuery) -> tuple[Track | DoubtfulSong, Source]:
        found = await self._find(query)
        if isinstance(query, TrackLink):
            found = found or await self._find_by_name(query)
            if found is None:
                raise SongError(ErrorCode.LINK_NOT_RESOLVED, service=query.service.value)
            track, source = found
            return (with_link(track, query) if isinstance(track, Track) else track), source
        if found is None:
            raise SongError(ErrorCode.SONG_NOT_FOUND, text=query.text)
        return found

    async def _find_by_name(self, link: TrackLink) -> tuple[Track | DoubtfulSong, Source] | None:
        for namer in self._namers:
            words = await namer.name(link)
            found = await self._find(words) if words else None
            if found:
                return found
        return None

    async def _find(self, query: SongQuery) -> tuple[Track | DoubtfulSong, Source] | None:
        """What the first source says that is sure, with all that others know of the same song."""
        answers = await side_by_side(
            *(finder.find(query) for finder in self._finders), budget_s=BUDGET_S, grace_s=GRACE_S
        )
        sure = [
            (answer, finder.source)
            for finder, answer in zip(self._finders, answers, strict=True)
            if isinstance(answer, Track)
        ]
        if sure:
            track, source = sure[0]
            return _joined_with(track, [other for other, _ in sure[1:]]), source
        doubts = [answer for answer in answers if isinstance(answer, DoubtfulSong)]
        if not doubts:
            return None
        songs = without_repeats(song for doubt in doubts for song in doubt.candidates)
        return DoubtfulSong(songs[:CHOICES], doubts[0].named_by), doubts[0].named_by

    async def _complete(self, track: Track) -> Track:
        """The track with its recording code, ids and addresses wherever somebody knows them.

        A code that was learnt is worth a second round: by it more is found than by words.
        """
        for _ in range(2):
            found = await side_by_side(
                *(source.find_same(track) for source in self._identities),
                budget_s=COMPLETE_BUDGET_S,
                grace_s=GRACE_S,
            )
            code = track.isrc
            track = _joined_with(track, [other for other in found if other])
            if track.isrc == code:
                break
        return track

    async def _opinions_on(self, track: Track) -> tuple[Opinion, ...]:
        """What every source says that knows how the song feels, the weightiest first."""
        affects = await side_by_side(
            *(rater.affect_of(track) for rater in self._raters), budget_s=BUDGET_S, grace_s=GRACE_S
        )
        said = zip(self._raters, affects, strict=True)
        return by_weight(Opinion(rater.source, affect) for rater, affect in said if affect)

    async def _heard_before(self, track: Track, opinions: Sequence[Opinion]) -> MusicReading | None:
        """What our network heard in the song where it is one of the asker's own."""
        if self._own_songs is None or all(
            opinion.source is not self._own_songs.source for opinion in opinions
        ):
            return None
        return await self._own_songs.reading_of(track)

    async def _hear_preview(self, track: Track) -> MusicReading:
        preview = await self._previews.fetch(track) if self._previews else None
        if preview:
            try:
                return await self._music_reader.read_music(preview)
            except MediaError as error:
                raise SongError(ErrorCode.SONG_NO_EMOTION, title=track.title) from error
        raise SongError(ErrorCode.SONG_NO_EMOTION, title=track.title)


def _joined_with(track: Track, others: Sequence[Track]) -> Track:
    for other in others:
        if is_same_song(track, other):
            track = joined(track, other)
    return track


def _heard(track: Track, named_by: Source, heard: MusicReading) -> SeedTrack:
    return SeedTrack(track, heard.affect, named_by, Source.MUSIC_NETWORK, heard)
