from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.affect import Affect
from core.domain.emotion import EMOTION_AFFECT, Emotion
from core.domain.errors import ErrorCode, FaceError, SongError
from core.domain.face_reading import FaceReading
from core.domain.intent import Intent, IntentCause
from core.domain.media import Upload
from core.domain.mix import ReasonKind
from core.domain.track import OwnFile, RatedTrack, Source
from core.domain.track_table import TrackTable
from core.domain.wishes import Wishes
from core.services.make_mix import AT_ONCE, Listener, MixMaker
from core.services.resolve_seed import SeedResolver
from models.bench.ranking import made_up_table
from tests.fakes.songs import (
    FakeCatalogue,
    FakeFaceReader,
    FakeFinder,
    FakeMusicReader,
    FakeRater,
    rated,
)

SONG = rated("Happy", "Pharrell Williams", 0.9, 0.6)
TRACKS = [rated(f"Song {n}", f"Artist {n}", 0.1 * n, 0.1 * n) for n in range(8)]


def mix_maker(library: FakeLibrary | None = None) -> MixMaker:
    seeds = SeedResolver(
        finders=[FakeFinder(Source.CATALOGUE, titles={"Happy": SONG.track})],
        raters=[FakeRater(Source.CATALOGUE, {"Happy": SONG.affect})],
        music_reader=FakeMusicReader(),
    )
    return MixMaker(FakeFaceReader(), seeds, FakeCatalogue(TRACKS), library)


async def test_a_sad_face_and_a_bright_song_lift_the_mood() -> None:
    mix = await mix_maker().mix(Upload(b"sad"), "Happy")
    assert mix.decision.intent is Intent.ENHANCE
    assert mix.face.affect.valence < 0 < mix.target.valence
    assert len(mix.recommendations) == 5
    assert set(mix.timings_ms) == {"face", "song", "candidates", "ranking"}


async def test_one_half_failing_does_not_lose_the_other() -> None:
    no_song = await mix_maker().understand(Upload(b"sad"), "unknown song")
    assert no_song.face
    assert no_song.failure
    assert no_song.failure.code is ErrorCode.SONG_NOT_FOUND
    no_face = await mix_maker().understand(Upload(b"nobody"), "Happy")
    assert no_face.seed
    assert no_face.failure
    assert no_face.failure.code is ErrorCode.NO_FACE


async def test_the_failure_of_the_face_is_told_first() -> None:
    with pytest.raises(FaceError):
        await mix_maker().mix(Upload(b"nobody"), "unknown song")


async def test_an_empty_song_is_asked_for() -> None:
    with pytest.raises(SongError) as failure:
        await mix_maker().mix(Upload(b"sad"), "")
    assert failure.value.code is ErrorCode.SONG_EMPTY


async def test_the_list_follows_a_chosen_intent() -> None:
    lifted = await mix_maker().mix(Upload(b"neutral"), "Happy")
    kept = await mix_maker().mix(Upload(b"neutral"), "Happy", Intent.MODULATE)
    neutral = EMOTION_AFFECT[Emotion.NEUTRAL]

    def mean_distance(recommended: list[Affect]) -> float:
        return sum(neutral.distance(affect) for affect in recommended) / len(recommended)

    assert mean_distance([r.rated.affect for r in kept.recommendations]) < mean_distance(
        [r.rated.affect for r in lifted.recommendations]
    )


async def test_a_listeners_wishes_and_recent_songs_are_followed() -> None:
    understood = await mix_maker().understand(Upload(b"sad"), "Happy")
    assert understood.face
    assert understood.seed
    listener = Listener(Wishes(not_artists=("Artist 3",)), (TRACKS[0].track, TRACKS[1].track))
    mix = await mix_maker().answer(understood.face, understood.seed, listener=listener)
    titles = {recommendation.track.title for recommendation in mix.recommendations}
    assert titles == {"Song 2", "Song 4", "Song 5", "Song 6", "Song 7"}
    assert mix.wishes == listener.wishes


class CountingThreads:
    def __init__(self) -> None:
        self.calls = 0

    async def run(self, function, *args, **kwargs):
        self.calls += 1
        return function(*args, **kwargs)


class LargeCatalogue(FakeCatalogue):
    def tables(self) -> list[TrackTable]:
        return [made_up_table(AT_ONCE + 1)]


@pytest.mark.parametrize(("catalogue", "calls"), [(FakeCatalogue, 0), (LargeCatalogue, 1)])
async def test_only_a_large_catalogue_is_ranked_beside_the_event_loop(catalogue, calls) -> None:
    threads = CountingThreads()
    maker = mix_maker()
    understood = await maker.understand(Upload(b"sad"), "Happy")
    assert understood.face
    assert understood.seed
    elsewhere = MixMaker(FakeFaceReader(), None, catalogue(TRACKS), threads=threads)
    mix = await elsewhere.answer(understood.face, understood.seed)
    assert len(mix.recommendations) == 5
    assert threads.calls == calls


async def test_own_songs_near_every_step_of_the_way_take_part() -> None:
    way = [rated(f"Mine {n}", f"Me {n}", -0.5 + n / 4, -0.2 + n / 6) for n in range(6)]
    own = [
        replace(song, track=replace(song.track, file=OwnFile(n, Path(f"/music/{n}.mp3"))))
        for n, song in enumerate(way)
    ]
    far = [rated(f"Far {n}", f"Else {n}", -1.0, 1.0) for n in range(9)]
    maker = mix_maker(FakeLibrary(*own, *far))
    mix = await maker.mix(Upload(b"sad"), "Happy")
    assert sum(each.track.file is not None for each in mix.recommendations) >= 3


class FakeLibrary:
    def __init__(self, *songs: RatedTrack) -> None:
        self._songs = songs

    async def near(self, target: Affect, most: int) -> list[RatedTrack]:
        return sorted(self._songs, key=lambda song: song.affect.distance(target))[:most]


async def test_songs_of_the_library_are_recommended_among_those_of_the_catalogue() -> None:
    own = rated("Mine", "Me", 0.9, 0.6)
    own = replace(own, track=replace(own.track, file=OwnFile(7, Path("/music/mine.mp3"))))
    maker = mix_maker(FakeLibrary(own, rated("Far", "Me Too", -1.0, -1.0)))
    mix = await maker.mix(Upload(b"happy"), "Happy")
    tracks = [recommendation.track for recommendation in mix.recommendations]
    assert own.track in tracks
    assert "Far" not in [track.title for track in tracks]
    assert any(track.file is None for track in tracks)


async def test_a_told_mood_is_answered_without_a_song() -> None:
    mix = await mix_maker().answer(FaceReading.of_word(Emotion.SAD), None)
    assert (mix.seed, mix.decision.cause) == (None, IntentCause.DARK_MOOD)
    assert len(mix.recommendations) == 5
    kinds = {reason.kind for song in mix.recommendations for reason in song.reasons}
    assert kinds == {ReasonKind.MOOD}
