"""Songs as Opus packets: what listeners in a voice channel hear."""

from __future__ import annotations

import numpy as np
import pytest

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.loudness import loudness_lufs
from core.inference.media.open_sound import open_sound
from core.inference.media.opus import TARGET_LUFS, OpusSound, gain_of
from core.inference.media.packets import whole_frames
from tests.fakes.discord_voice import PACKET_SAMPLES, RATE_HZ, decoded

KINDS = ("mp3", "m4a", "aac", "ogg", "opus", "flac", "wav", "webm")


def packets_of(data, gain_db=None):
    sound = OpusSound(data, gain_of(data) if gain_db is None else gain_db)
    return list(iter(sound.read, b""))


def loudness_of(data):
    with open_sound(data, len(data)) as container:
        return loudness_lufs(whole_frames(container, container.streams.audio[0]))


def rms_db(samples):
    middle = samples[RATE_HZ:-RATE_HZ]
    return 20 * np.log10(np.sqrt(np.mean(np.square(middle))))


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_is_heard_whole_and_at_its_pitch(kind, encode, tone):
    rate = 48_000 if kind in {"opus", "webm"} else 44_100
    packets = packets_of(encode(tone(5, rate_hz=rate), kind))
    samples = decoded(packets).mean(axis=1)
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))

    assert len(packets) * PACKET_SAMPLES / RATE_HZ == pytest.approx(5, abs=0.15)
    assert np.fft.rfftfreq(samples.size, 1 / RATE_HZ)[spectrum.argmax()] == pytest.approx(
        440, abs=1
    )


def test_stereo_stays_stereo(encode, tone):
    left_only = np.stack([tone(), 0 * tone()])
    samples = decoded(packets_of(encode(left_only, "flac")))
    assert rms_db(samples[:, 0]) > -30
    assert np.abs(samples[:, 1]).max() < 0.001


def test_a_quiet_song_and_a_loud_one_come_out_alike(encode, tone):
    quiet, loud = (decoded(packets_of(encode(level * tone(6), "wav"))) for level in (0.1, 1.9))
    assert rms_db(quiet) == pytest.approx(rms_db(loud), abs=0.5)


def test_the_ups_and_downs_of_a_song_are_kept(encode, tone):
    verse, chorus = 0.1 * tone(6), tone(6)
    samples = decoded(packets_of(encode(np.concatenate([verse, chorus]), "wav")))
    half = samples.shape[0] // 2
    assert rms_db(samples[half:]) - rms_db(samples[:half]) == pytest.approx(20, abs=1)


def test_raised_peaks_do_not_clip(encode, tone):
    mostly_quiet = 0.02 * tone(10)
    mostly_quiet[44_100:45_000] = tone(1)[:900]
    samples = decoded(packets_of(encode(mostly_quiet, "wav")))
    assert np.abs(samples).max() < 0.99


def test_real_songs_are_as_loud_as_each_other(shared_data):
    files = sorted((shared_data / "audio_samples").iterdir())
    songs = [file.read_bytes() for file in files]
    came_out = [loudness_of(data) + gain_of(data) for data in songs]

    assert max(map(loudness_of, songs)) - min(map(loudness_of, songs)) > 10
    assert came_out == pytest.approx([TARGET_LUFS] * len(songs), abs=0.1)


def test_silence_is_no_song(encode, tone):
    with pytest.raises(MediaError) as refused:
        gain_of(encode(0 * tone(), "wav"))
    assert refused.value.code is ErrorCode.AUDIO_SILENT


@pytest.mark.parametrize("data", [b"no sound at all", b"ID3" + bytes(400)])
def test_what_is_no_song_is_refused(data):
    with pytest.raises(MediaError):
        gain_of(data)


def test_a_picture_is_no_song(shared_data):
    photo = (shared_data / "faces" / "single" / "astronaut.png").read_bytes()
    with pytest.raises(MediaError) as refused:
        gain_of(photo)
    assert refused.value.code is ErrorCode.MEDIA_UNSUPPORTED


def test_a_song_that_was_cut_off_plays_to_where_it_ends(encode, tone):
    data = encode(tone(10), "mp3")
    packets = packets_of(data[: len(data) // 2])
    assert len(packets) * PACKET_SAMPLES / RATE_HZ == pytest.approx(5, abs=0.3)


def test_nothing_is_read_of_a_song_that_was_closed(encode, tone):
    sound = OpusSound(encode(tone(), "flac"), 0.0)
    assert sound.read()
    sound.close()
    sound.close()
    assert sound.read() == b""
