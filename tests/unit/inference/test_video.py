import contextlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.errors import ErrorCode, MediaError
from core.inference.media.sniff import MediaFormat
from core.inference.media.video import VideoBounds, read_frames
from tests.fakes.media_files import (
    UPRIGHT,
    corner_names,
    four_colours,
    noise,
    sound,
    turned_by_matrix,
    video,
)

FILMS = {
    "mp4": (video(), MediaFormat.MP4),
    "mov": (video(name="mov"), MediaFormat.MP4),
    "webm": (video(name="webm", codec="libvpx"), MediaFormat.WEBM),
    "gif": (video(name="gif", codec="gif"), MediaFormat.GIF),
}


def timed_frames_of(data, media_format=MediaFormat.MP4, **bounds):
    return list(read_frames(data, media_format, VideoBounds(**bounds)))


def frames_of(data, media_format=MediaFormat.MP4, **bounds):
    return [frame.pixels for frame in timed_frames_of(data, media_format, **bounds)]


def code_of(data, media_format=MediaFormat.MP4, **bounds):
    with pytest.raises(MediaError) as caught:
        frames_of(data, media_format, **bounds)
    return caught.value.code


@pytest.mark.parametrize("name", FILMS)
def test_two_seconds_give_four_frames_a_second(name):
    frames = frames_of(*FILMS[name])
    assert len(frames) == 8
    assert all((frame.shape, frame.dtype) == ((48, 64, 3), np.uint8) for frame in frames)
    assert corner_names(frames[0]) == UPRIGHT


@pytest.mark.parametrize("name", FILMS)
def test_frames_know_their_time_from_the_first_one(name):
    times_s = [frame.time_s for frame in timed_frames_of(*FILMS[name])]
    assert times_s[0] == 0
    assert np.diff(times_s) == pytest.approx(0.25, abs=0.07)
    assert times_s[-1] <= 2


def test_a_minute_is_seen_to_its_end():
    times_s = [frame.time_s for frame in timed_frames_of(video(frames=600, rate=10))]
    assert len(times_s) <= 150
    assert times_s[-1] > 59


@pytest.mark.parametrize("clockwise_deg", [0, 90, 180, 270])
def test_the_display_matrix_sets_a_film_upright(clockwise_deg):
    stored = four_colours(96, 64).rotate(clockwise_deg, expand=True)
    data = turned_by_matrix(video(frames=3, size=stored.size, image=stored), clockwise_deg)
    frame = frames_of(data)[0]
    assert frame.shape == (64, 96, 3)
    assert corner_names(frame) == UPRIGHT


def test_a_single_frame_is_read():
    assert len(frames_of(video(frames=1))) == 1


def test_a_long_film_is_sampled_less_densely():
    assert len(frames_of(video(frames=600, rate=15), max_samples=12)) == 12


def test_frames_are_scaled_to_the_longest_side():
    assert frames_of(video(frames=1, size=(640, 480)), longest_side_px=320)[0].shape == (
        240,
        320,
        3,
    )


def test_bytes_are_bounded():
    data = video()
    assert code_of(data, max_bytes=len(data) - 1) is ErrorCode.MEDIA_TOO_LARGE


def test_a_claimed_duration_is_bounded_before_decoding():
    data = video(frames=3, rate=1, gap=100)
    assert code_of(data) is ErrorCode.MEDIA_TOO_LONG


def test_time_stamps_are_bounded_while_decoding_where_no_duration_is_claimed():
    data = bytearray(video(frames=5, rate=1, gap=30, name="webm", codec="libvpx"))
    at = data.index(b"\x44\x89")  # Duration becomes Void, as in a live recording
    data[at : at + 2] = b"\xec\x89"
    void = bytes(data[:at]) + b"\xec" + bytes([0x80 | 9]) + bytes(data[at + 2 : at + 11])
    assert len(void) == len(data[: at + 11])
    assert code_of(void + bytes(data[at + 11 :]), MediaFormat.WEBM) is ErrorCode.MEDIA_TOO_LONG


def test_pixels_of_a_frame_are_bounded():
    data = video(frames=2, size=(640, 480))
    assert code_of(data, max_frame_pixels=640 * 480 - 1) in {
        ErrorCode.MEDIA_TOO_MANY_PIXELS,
        ErrorCode.MEDIA_CORRUPT,
    }
    assert len(frames_of(data, max_frame_pixels=640 * 480)) == 1


def test_decoding_ends_at_the_bound_on_frames_and_keeps_what_it_has():
    assert len(frames_of(video(frames=150), max_decoded_frames=15)) <= 6


def test_decoding_ends_at_the_bound_on_pixels_and_keeps_what_it_has():
    assert len(frames_of(video(frames=150), max_decoded_pixels=64 * 48 * 15)) <= 6


@pytest.mark.parametrize("name", FILMS)
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_film_that_breaks_off_is_called_truncated(name, share):
    kinds = {"mp4": "mpeg4", "mov": "mpeg4", "webm": "libvpx", "gif": "gif"}
    data = video(frames=20, name=name, codec=kinds[name], image=noise(64, 48))
    cut = data[: int(len(data) * share)]
    assert code_of(cut, FILMS[name][1]) is ErrorCode.MEDIA_TRUNCATED


def test_a_film_with_zeros_for_pictures_is_called_corrupt():
    data = bytearray(video(image=noise(64, 48)))
    start = data.index(b"mdat") + 4
    end = data.index(b"moov") - 4
    data[start:end] = b"\x00" * (end - start)
    assert code_of(bytes(data)) is ErrorCode.MEDIA_CORRUPT


def test_a_container_without_pictures_is_unsupported():
    assert code_of(sound()) is ErrorCode.MEDIA_UNSUPPORTED


def test_a_format_that_is_no_film_is_unsupported():
    assert code_of(b"\x00" * 20, MediaFormat.PNG) is ErrorCode.MEDIA_UNSUPPORTED


def test_a_list_of_files_is_never_followed(tmp_path):
    secret = tmp_path / "film.mp4"
    secret.write_bytes(video())
    playlist = f"ffconcat version 1.0\nfile '{secret}'\n".encode()
    assert code_of(playlist) is ErrorCode.MEDIA_CORRUPT


def test_an_absurd_duration_in_the_track_header_does_not_mislead():
    data = bytearray(video())
    at = data.index(b"mdhd") + 4
    data[at + 16 : at + 20] = b"\x7f\xff\xff\xff"
    assert len(frames_of(bytes(data))) == len(frames_of(video()))


def test_pictures_far_larger_than_the_container_claims_are_refused():
    data = FILMS["webm"][0]
    claim = data.replace(b"\x9d\x01\x2a\x40\x00\x30\x00", b"\x9d\x01\x2a\xff\x3f\xff\x3f")
    assert claim != data
    assert code_of(claim, MediaFormat.WEBM) is ErrorCode.MEDIA_CORRUPT


@settings(max_examples=60, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(FILMS)))
def test_damage_anywhere_gives_frames_or_a_media_error(data, name):
    whole, media_format = FILMS[name]
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(MediaError):
        frames = frames_of(bytes(damaged), media_format)
        assert all(max(frame.shape[:2]) <= 960 for frame in frames)
