import io
import wave

import av
import numpy as np
import pytest

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.audio import (
    AudioBounds,
    decode_audio,
    decode_passages,
)

RATE = 22_050
KINDS = ("mp3", "m4a", "mp4", "aac", "ogg", "opus", "flac", "wav", "webm")


def strongest_hz(samples):
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    return float(np.fft.rfftfreq(samples.size, 1 / RATE)[spectrum.argmax()])


def code_of(data, bounds=None):
    with pytest.raises(MediaError) as caught:
        decode_audio(data, RATE, bounds or AudioBounds())
    return caught.value.code


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_gives_its_sound_as_mono_float32_at_the_rate_asked_for(kind, encode, tone):
    rate = 48_000 if kind in {"opus", "webm"} else 44_100
    samples = decode_audio(encode(tone(5, rate_hz=rate), kind), RATE)
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert samples.size / RATE == pytest.approx(5, abs=0.15)
    assert strongest_hz(samples) == pytest.approx(440, abs=1)
    assert np.abs(samples[RATE:-RATE]).max() == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("kind", ["flac", "mp3", "m4a", "ogg"])
def test_stereo_is_mixed_to_mono_at_equal_power_whatever_the_format(kind, encode, tone):
    both = decode_audio(encode(np.stack([tone(), tone()]), kind), RATE)
    one = decode_audio(encode(np.stack([tone(), 0 * tone()]), kind), RATE)
    assert np.abs(both[RATE:-RATE]).max() == pytest.approx(0.5 * 2**0.5, abs=0.05)
    assert np.abs(one[RATE:-RATE]).max() == pytest.approx(0.5 / 2**0.5, abs=0.05)


LONG = ("mp3", "m4a", "aac", "ogg", "opus", "flac", "wav", "webm")


@pytest.mark.parametrize("kind", LONG)
def test_of_a_long_file_the_middle_of_each_equal_part_is_heard(kind, encode, tone):
    pitches = (200, 400, 600, 800)
    rate = 48_000 if kind in {"opus", "webm"} else 44_100
    song = np.concatenate([tone(20, hz=hz, rate_hz=rate) for hz in pitches])
    bounds = AudioBounds(max_s=16, passages=4)
    passages = decode_passages(encode(song, kind), RATE, bounds)
    assert [strongest_hz(passage.samples) for passage in passages] == pytest.approx(pitches, abs=1)
    starts = [passage.start_s for passage in passages]
    # raw AAC tells no length: the bit rate gives it away, nearly
    assert starts == pytest.approx([8, 28, 48, 68], abs=3 if kind == "aac" else 0.2)
    assert [passage.samples.size for passage in passages] == [4 * RATE] * 4
    assert all(np.abs(passage.samples[:RATE]).max() > 0.3 for passage in passages)


def test_a_file_within_the_bound_is_one_passage_from_its_start(encode, tone):
    (whole,) = decode_passages(encode(tone(12), "flac"), RATE, AudioBounds(max_s=12))
    assert (whole.start_s, whole.samples.size) == (0, 12 * RATE)


def test_the_passages_joined_are_the_sound_of_a_long_file(encode, tone):
    song = encode(np.concatenate([tone(20, hz=200), tone(20, hz=900)]), "flac")
    bounds = AudioBounds(max_s=8, passages=2)
    parts = [passage.samples for passage in decode_passages(song, RATE, bounds)]
    np.testing.assert_array_equal(decode_audio(song, RATE, bounds), np.concatenate(parts))


def test_a_stream_that_does_not_tell_its_length_is_decoded_from_its_start_up_to_the_bound(tone):
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="webm", options={"live": "1"}) as container:
        stream = container.add_stream("libopus", rate=48_000, layout="mono")
        pcm = (tone(12, rate_hz=48_000) * 32767).astype(np.int16)[None]
        frame = av.AudioFrame.from_ndarray(pcm, "s16", "mono")
        frame.sample_rate = 48_000
        splitter = av.AudioResampler("s16", "mono", 48_000, frame_size=960)
        for part in splitter.resample(frame):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    samples = decode_audio(buffer.getvalue(), RATE, AudioBounds(max_s=6))
    assert samples.size == 6 * RATE


def test_nothing_at_all_is_called_empty():
    assert code_of(b"") is ErrorCode.MEDIA_EMPTY


def test_more_bytes_than_allowed_are_refused_before_decoding(encode, tone):
    song = encode(tone(), "wav")
    assert code_of(song, AudioBounds(max_bytes=len(song) - 1)) is ErrorCode.MEDIA_TOO_LARGE
    assert decode_audio(song, RATE, AudioBounds(max_bytes=len(song))).size


@pytest.mark.parametrize(
    "data",
    [b"just some words " * 50, bytes(4000), b"\x89PNG\r\n\x1a\n" + bytes(500), b"\xff"],
    ids=["text", "zeros", "picture", "one byte"],
)
def test_what_is_no_sound_is_called_unsupported(data):
    assert code_of(data) is ErrorCode.MEDIA_UNSUPPORTED


def test_noise_is_never_taken_for_music():
    rubbish = np.random.default_rng(3).bytes(200_000)
    assert code_of(rubbish) in {ErrorCode.MEDIA_UNSUPPORTED, ErrorCode.MEDIA_CORRUPT}


def test_a_playlist_never_opens_the_file_it_points_to(tmp_path, encode, tone):
    target = tmp_path / "secret.aac"
    target.write_bytes(encode(tone(), "aac"))
    playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile://{target}\n#EXT-X-ENDLIST\n"
    assert code_of(playlist.encode()) is ErrorCode.MEDIA_UNSUPPORTED
    concat = f"ffconcat version 1.0\nfile '{target}'\n"
    assert code_of(concat.encode()) is ErrorCode.MEDIA_UNSUPPORTED


@pytest.mark.parametrize("kind", ["wav", "flac", "m4a"])
def test_a_file_cut_in_half_is_called_truncated_where_the_format_tells(kind, encode, tone):
    song = encode(tone(20), kind)
    assert code_of(song[: len(song) // 2]) is ErrorCode.MEDIA_TRUNCATED


def test_a_long_file_whose_end_is_missing_is_called_truncated_though_parts_are_there(encode, tone):
    song = encode(tone(80), "flac")
    bounds = AudioBounds(max_s=16, passages=4)
    assert code_of(song[: len(song) // 2], bounds) is ErrorCode.MEDIA_TRUNCATED


@pytest.mark.parametrize("audible", [2, 70])
def test_a_long_file_is_silent_only_where_every_passage_is(audible, encode, tone):
    song = np.zeros(80 * 44_100, np.float32)
    song[audible * 44_100 : (audible + 4) * 44_100] = tone(4)
    encoded, bounds = encode(song, "flac"), AudioBounds(max_s=16, passages=4)
    if audible == 70:
        assert len(decode_passages(encoded, RATE, bounds)) == 4
    else:
        assert code_of(encoded, bounds) is ErrorCode.AUDIO_SILENT


@pytest.mark.parametrize("kind", ["mp3", "ogg", "aac"])
def test_half_of_a_stream_without_a_length_is_still_heard(kind, encode, tone):
    song = encode(tone(20), kind)
    samples = decode_audio(song[: len(song) // 2], RATE)
    assert samples.size / RATE == pytest.approx(10, abs=1.5)


@pytest.mark.parametrize("kind", ["flac", "ogg", "webm"])
def test_a_file_whose_header_alone_is_left_is_called_damaged_or_cut(kind, encode, tone):
    song = encode(tone(), kind)
    damaged = {ErrorCode.MEDIA_CORRUPT, ErrorCode.MEDIA_TRUNCATED}
    assert code_of(song[:60]) in damaged


def test_a_song_overwritten_with_noise_is_called_damaged(encode, tone):
    song = bytearray(encode(tone(10), "flac"))
    song[200:] = np.random.default_rng(1).bytes(len(song) - 200)
    assert code_of(bytes(song)) in {ErrorCode.MEDIA_CORRUPT, ErrorCode.MEDIA_TRUNCATED}


def common_encryption(song):
    """The same song as an encrypted MP4 (ISO/IEC 23001-7), as streaming services send it."""
    target = io.BytesIO()
    options = {
        "encryption_scheme": "cenc-aes-ctr",
        "encryption_key": "76a6c65c5ea762046bd749a2e632ccbb",
        "encryption_kid": "a7e61c373e219033c21091fa607bf3b8",
    }
    with (
        av.open(io.BytesIO(song)) as source,
        av.open(target, "w", format="mp4", options=options) as locked,
    ):
        stream = locked.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(audio=0):
            if packet.dts is not None:
                packet.stream = stream
                locked.mux(packet)
    return target.getvalue()


def test_an_encrypted_file_is_called_encrypted_not_decoded_as_noise(encode, tone):
    song = encode(tone(10), "m4a")
    assert decode_audio(song, RATE).size
    assert code_of(common_encryption(song)) is ErrorCode.MEDIA_ENCRYPTED


def test_a_song_of_a_shop_with_copy_protection_is_called_encrypted(encode, tone):
    song = encode(tone(10), "m4a")
    assert song.count(b"mp4a") == 1
    assert code_of(song.replace(b"mp4a", b"drms")) is ErrorCode.MEDIA_ENCRYPTED


def ebml(identity, *parts):
    body = b"".join(parts)
    return bytes.fromhex(identity) + (1 << 28 | len(body)).to_bytes(4, "big") + body


@pytest.mark.parametrize(
    ("encoding", "code"),
    [
        (ebml("5035", ebml("47e1", b"\x05")), ErrorCode.MEDIA_ENCRYPTED),
        (ebml("5034", ebml("4254", b"\x03")), ErrorCode.MEDIA_CORRUPT),
    ],
    ids=["encrypted", "compressed"],
)
def test_a_webm_whose_track_is_encrypted_is_called_so(encoding, code):
    track = ebml(
        "ae",
        ebml("d7", b"\x01"),
        ebml("83", b"\x02"),
        ebml("86", b"A_OPUS"),
        ebml("6d80", ebml("6240", encoding)),
    )
    head = ebml("1a45dfa3", ebml("4282", b"webm"))
    assert code_of(head + ebml("18538067", ebml("1654ae6b", track))) is code


def test_a_few_damaged_frames_do_not_spoil_a_song(encode, tone):
    song = bytearray(encode(tone(10), "mp3"))
    song[40_000:40_400] = bytes(400)
    assert decode_audio(bytes(song), RATE).size / RATE == pytest.approx(10, abs=0.5)


def test_a_snippet_is_called_too_short_with_the_least_length(encode, tone):
    with pytest.raises(MediaError) as caught:
        decode_audio(encode(tone(2.5), "wav"), RATE, AudioBounds(minimum_s=3))
    assert caught.value.code is ErrorCode.AUDIO_TOO_SHORT
    assert caught.value.params == {"minimum_s": 3}


@pytest.mark.parametrize("level", [0.0, 1e-4])
def test_silence_and_hiss_below_hearing_are_called_silent(level, encode):
    hiss = level * np.random.default_rng(0).normal(size=44_100 * 5)
    assert code_of(encode(hiss, "flac")) is ErrorCode.AUDIO_SILENT


def test_a_soft_song_with_one_audible_passage_is_not_called_silent(encode, tone):
    song = np.concatenate([0 * tone(8), tone(2, level=0.01)])
    assert decode_audio(encode(song, "flac"), RATE).size == 10 * RATE


def test_a_video_without_sound_is_called_unsupported():
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=5)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        for _ in range(5):
            picture = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), "rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    assert code_of(buffer.getvalue()) is ErrorCode.MEDIA_UNSUPPORTED


def test_a_rate_that_would_turn_a_small_file_into_hours_of_sound_is_refused():
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as song:
        song.setnchannels(1)
        song.setsampwidth(2)
        song.setframerate(10)
        song.writeframes(np.ones(40_000, np.int16).tobytes())
    assert code_of(buffer.getvalue()) is ErrorCode.MEDIA_UNSUPPORTED


def test_samples_that_are_no_numbers_or_too_loud_are_tamed(tone):
    samples = 40 * tone(4)
    samples[1000:1010] = np.nan
    samples[2000] = np.inf
    body = samples.astype("<f4").tobytes()
    header = b"WAVEfmt " + (16).to_bytes(4, "little") + (3).to_bytes(2, "little")
    header += (1).to_bytes(2, "little") + (44_100).to_bytes(4, "little")
    header += (176_400).to_bytes(4, "little") + (4).to_bytes(2, "little")
    header += (32).to_bytes(2, "little") + b"data" + len(body).to_bytes(4, "little")
    song = b"RIFF" + (len(header) + len(body)).to_bytes(4, "little") + header + body
    decoded = decode_audio(song, RATE)
    assert np.isfinite(decoded).all()
    assert np.abs(decoded).max() == pytest.approx(1.0)
