import asyncio
import csv
import io

import numpy as np
import pytest
import soundfile

from core.domain.affect import Affect
from core.domain.errors import ErrorCode, MediaError, OperationError
from core.domain.media import Upload
from core.domain.song_course import find_turn
from core.inference.media.audio import decode_audio
from core.inference.music.reader import MusicNetReader
from core.inference.music.regressor import MusicRegressor
from core.inference.workers import Workers
from core.ports.reading import MusicReader
from tests.fakes.sounds import RATE, playing, talking


@pytest.fixture
def workers():
    pool = Workers(threads=1, queue_limit=4)
    yield pool
    pool.close()


@pytest.fixture
def reader(workers):
    return MusicNetReader(workers, MusicRegressor.load())


@pytest.fixture
def sample(shared_data):
    def open_sample(name):
        return Upload((shared_data / "audio_samples" / name).read_bytes(), name)

    return open_sample


SAMPLES = (
    "crown-range.ogg",
    "crystal_grotto.m4a",
    "skyward-storm.mp3",
    "sunset_cliffs.wav",
    "volcanic_depths.flac",
)


def test_the_reader_is_a_music_reader(reader):
    port: MusicReader = reader
    assert callable(port.read_music)


@pytest.mark.parametrize("name", SAMPLES)
async def test_real_music_of_every_format_gets_a_point_on_the_plane(name, reader, sample):
    reading = await reader.read_music(sample(name))
    assert reading.affect.distance(Affect(0, 0)) > 0.01
    assert sum(reading.moods.values()) == pytest.approx(1)
    assert all(0 < deviation < 1 for deviation in reading.spread)
    assert -60 < reading.sound.loudness_db < 0
    times_s = [moment.time_s for moment in reading.moments]
    assert times_s == sorted(times_s)
    assert len(times_s) in range(1, 7)


async def test_the_same_music_reads_alike_in_two_formats(reader, sample):
    first = await reader.read_music(sample("crystal_grotto.m4a"))
    second = await reader.read_music(sample("crystal_grotto.ogg"))
    assert first.affect.distance(second.affect) < 0.15


async def test_reading_twice_gives_the_same_point(reader, sample):
    upload = sample("volcanic_depths.flac")
    assert await reader.read_music(upload) == await reader.read_music(upload)


async def test_half_a_file_is_told_apart_from_a_whole_one(reader, sample):
    whole = sample("crystal_grotto.m4a")
    with pytest.raises(MediaError) as caught:
        await reader.read_music(Upload(whole.data[: len(whole.data) // 2], whole.filename))
    assert caught.value.code is ErrorCode.MEDIA_TRUNCATED


async def test_a_file_without_tags_is_described_by_its_name(reader, sample):
    track = await reader.describe(sample("sunset_cliffs.ogg"))
    assert track.title == "sunset cliffs"


async def test_a_photo_is_no_music(reader, shared_data):
    photo = (shared_data / "faces" / "single" / "astronaut.png").read_bytes()
    with pytest.raises(MediaError) as caught:
        await reader.read_music(Upload(photo, "song.mp3"))
    assert caught.value.code is ErrorCode.MEDIA_UNSUPPORTED


async def test_the_sound_of_a_video_is_heard(reader, shared_data):
    video = shared_data / "faces" / "video" / "lp_d10.mp4"
    if not video.exists():
        pytest.skip(f"the real video is not there: {video}")
    assert await reader.read_music(Upload(video.read_bytes()))


async def test_warming_up_needs_no_file(reader):
    await reader.warm_up()


async def test_when_the_queue_is_full_the_answer_is_busy(sample):
    pool = Workers(threads=1, queue_limit=0)
    reader = MusicNetReader(pool, MusicRegressor.load())
    upload = sample("volcanic_depths.flac")
    first = asyncio.create_task(reader.read_music(upload))
    await asyncio.sleep(0)
    with pytest.raises(OperationError) as caught:
        await reader.read_music(upload)
    await first
    pool.close()
    assert caught.value.code is ErrorCode.BUSY


async def test_in_sample_the_calmest_rated_songs_read_calmer_than_the_most_energetic(
    reader, shared_data
):
    calm, wild = await _extremes(reader, shared_data / "music", "arousal_mean_1_9")
    assert max(affect.arousal for affect in calm) < min(affect.arousal for affect in wild)


async def test_in_sample_the_saddest_rated_songs_read_darker_than_the_happiest(reader, shared_data):
    dark, bright = await _extremes(reader, shared_data / "music", "valence_mean_1_9")
    assert max(affect.valence for affect in dark) < min(affect.valence for affect in bright)


async def test_somebody_who_only_talks_is_told_to_send_a_song(reader):
    with pytest.raises(MediaError) as caught:
        await reader.read_music(Upload(as_wav(talking(seconds=25))))
    assert caught.value.code is ErrorCode.AUDIO_SPEECH_ONLY


async def test_a_song_with_a_spoken_beginning_is_heard(reader):
    song = np.concatenate([talking(seconds=15), playing(seconds=45)])
    assert len((await reader.read_music(Upload(as_wav(song)))).moments) == 6


async def test_silent_stretches_of_a_song_are_left_out(reader):
    song = np.concatenate([playing(seconds=20), np.zeros(40 * RATE, np.float32)])
    reading = await reader.read_music(Upload(as_wav(song)))
    assert len(reading.moments) in {2, 3}
    alone = await reader.read_music(Upload(as_wav(playing(seconds=20))))
    assert reading.affect.distance(alone.affect) < 0.2


async def test_a_click_before_silence_is_called_silent(reader):
    click = np.zeros(14 * RATE, np.float32)
    click[:100] = 1.0
    with pytest.raises(MediaError) as caught:
        await reader.read_music(Upload(as_wav(click), "click.wav"))
    assert caught.value.code is ErrorCode.AUDIO_SILENT


async def test_a_long_song_that_grows_wild_half_way_is_heard_to_turn_there(reader, shared_data):
    calm, wild = _extreme_clips(shared_data / "music")
    reading = await reader.read_music(Upload(as_wav(np.concatenate([calm, wild]))))
    assert len(reading.moments) == 6
    turn = find_turn(reading.moments)
    assert turn is not None
    assert turn.more_energetic == 1
    assert turn.time_s == pytest.approx(calm.size / RATE, abs=20)


async def test_a_long_song_that_stays_as_it_is_is_not_heard_to_turn(reader, shared_data):
    for steady in _extreme_clips(shared_data / "music"):
        reading = await reader.read_music(Upload(as_wav(steady)))
        assert find_turn(reading.moments) is None


def as_wav(samples):
    buffer = io.BytesIO()
    soundfile.write(buffer, np.clip(samples, -1, 1), RATE, format="WAV")
    return buffer.getvalue()


def _extreme_clips(folder, seconds=90):
    """The calmest and the most energetic rated song, each again and again."""
    rows = _by_rating(folder, "arousal_mean_1_9")
    clips = [decode_audio((folder / row["file"]).read_bytes(), RATE) for row in (rows[0], rows[-1])]
    return [np.resize(clip, seconds * RATE) for clip in clips]


async def _extremes(reader, folder, column, count=4):
    rows = _by_rating(folder, column)

    async def read(row):
        reading = await reader.read_music(Upload((folder / row["file"]).read_bytes()))
        return reading.affect

    lowest = [await read(row) for row in rows[:count]]
    return lowest, [await read(row) for row in rows[-count:]]


def _by_rating(folder, column):
    if not (folder / "deam.csv").exists():
        pytest.skip(f"the rated clips are not there: {folder}")
    with (folder / "deam.csv").open(newline="", encoding="utf-8") as handle:
        return sorted(csv.DictReader(handle), key=lambda row: float(row[column]))
