"""The ``moodmix`` command as a person runs it: a real process, real photos, no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.bot_process import environment_for
from tests.fakes.bot_process import run_command as moodmix

SONG = "Queen - Don't Stop Me Now"


def error_of(result: subprocess.CompletedProcess[str]) -> dict[str, str]:
    assert result.returncode == 2
    assert "Traceback" not in result.stdout + result.stderr
    (error,) = json.loads(result.stdout).values()
    return error


@pytest.fixture
def photo(shared_data: Path) -> Path:
    return shared_data / "faces" / "single" / "posed_sad.jpg"


def assert_documented(answer: dict[str, Any]) -> None:
    face = answer["face"]
    assert sum(face["probabilities"].values()) == pytest.approx(1, abs=0.01)
    assert face["probabilities"][face["label"]] == pytest.approx(face["confidence"])
    places = [face, answer["seed"], *answer["tracks"]]
    assert all(-1 <= place[axis] <= 1 for place in places for axis in ("valence", "arousal"))
    assert len(answer["tracks"]) == 5
    for track in answer["tracks"]:
        assert track["title"]
        assert track["reason"]
        assert all(url.startswith("https://") for url in track["links"].values())
    assert isinstance(face["sure"], bool)
    assert bool(face["guesses"]) is not face["sure"]
    assert {"face", "song", "ranking"} <= set(answer["timings_ms"])


def test_a_photo_and_a_song_make_a_mix(tmp_path: Path, photo: Path) -> None:
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    answer = json.loads(result.stdout)
    assert_documented(answer)
    assert answer["seed"]["sources"] == ["moodmix catalogue"]
    assert answer["intent"] in {"modulate", "enhance", "soothe"}


def test_a_video_and_an_audio_file_make_a_mix(tmp_path: Path, shared_data: Path) -> None:
    video = shared_data / "faces" / "video" / "lp_d19.mp4"
    song = shared_data / "audio_samples" / "skyward-storm.mp3"
    result = moodmix(tmp_path, "mix", video, "--song", song, "--json")
    assert result.returncode == 0, result.stdout + result.stderr
    answer = json.loads(result.stdout)
    assert_documented(answer)
    assert "moodmix music network" in answer["seed"]["sources"]
    assert answer["face"]["frames_read"] > 1


def test_a_video_is_read_as_the_settings_say(tmp_path: Path, shared_data: Path) -> None:
    video = shared_data / "faces" / "video" / "lp_d19.mp4"
    chosen = {"MOODMIX_VIDEO_READING": "convlstm"}
    result = moodmix(tmp_path, "mix", video, "--song", SONG, "--json", **chosen)
    assert result.returncode == 0, result.stdout + result.stderr
    answer = json.loads(result.stdout)
    assert_documented(answer)
    assert answer["face"]["engine"] == "convlstm"
    assert answer["face"]["probabilities"]["neutral"] == 0


def test_the_text_answer_and_the_card(tmp_path: Path, photo: Path) -> None:
    card = tmp_path / "card.png"
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--card", card)
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("\n   ") >= 10
    assert card.read_bytes().startswith(b"\x89PNG")


def test_the_course_of_a_video_is_drawn_and_a_photo_has_none(
    tmp_path: Path, shared_data: Path, photo: Path
) -> None:
    video, picture = shared_data / "faces" / "video" / "lp_d18.mp4", tmp_path / "course.png"
    result = moodmix(tmp_path, "mix", video, "--song", SONG, "--timeline", picture)
    assert result.returncode == 0, result.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
    picture.unlink()
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--timeline", picture)
    assert result.returncode == 0
    assert "no timeline" in result.stderr
    assert not picture.exists()


def test_a_chosen_intent_wins(tmp_path: Path, photo: Path) -> None:
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--json", "--intent", "modulate")
    assert json.loads(result.stdout)["intent"] == "modulate"


def test_a_chosen_soothing_leads_to_the_calm_half_step_by_step(tmp_path: Path, photo: Path) -> None:
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--json", "--intent", "soothe")
    answer = json.loads(result.stdout)
    assert (answer["intent"], answer["cause"]) == ("soothe", "chosen")
    assert answer["target"]["arousal"] <= -0.3
    aims = [track["aim"]["arousal"] for track in answer["tracks"]]
    assert aims == sorted(aims, reverse=True)


def test_wishes_and_an_occasion_are_followed_and_told(tmp_path: Path, photo: Path) -> None:
    wanted = ("--language", "French", "--context", "focus", "--not-artist", "stromae")
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--json", *wanted)
    answer = json.loads(result.stdout)
    assert answer["wishes"]["languages"] == ["fr"]
    assert answer["wishes"]["contexts"] == ["focus"]
    assert "Made to focus. Only in French. Nothing by stromae." in answer["explanation"]
    assert not any("Stromae" in track["artists"] for track in answer["tracks"])
    for track in answer["tracks"]:
        parts = [reason["contribution"] for reason in track["reasons"]]
        assert parts == sorted(parts, reverse=True)
        assert sum(parts) == pytest.approx(track["score"], abs=1e-3)


def test_the_baseline_ranker_counts_nothing_but_the_mood(tmp_path: Path, photo: Path) -> None:
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--json", "--ranker", "cosine")
    answer = json.loads(result.stdout)
    assert answer["weighed"] == {"mood": 1}
    scores = [track["score"] for track in answer["tracks"]]
    assert scores == sorted(scores, reverse=True)


def test_a_language_that_is_none_is_refused_with_words(tmp_path: Path, photo: Path) -> None:
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--language", "Elvish")
    assert result.returncode == 2
    assert "'Elvish' is no language I know" in result.stderr


def test_everyones_mood_of_a_group_photo_is_the_mean_over_its_faces(
    tmp_path: Path, shared_data: Path
) -> None:
    group = shared_data / "faces" / "group" / "group4_sofa.jpg"
    alone = json.loads(moodmix(tmp_path, "mix", group, "--song", SONG, "--json").stdout)
    result = moodmix(tmp_path, "mix", group, "--song", SONG, "--json", "--everyone")
    together = json.loads(result.stdout)
    assert alone["face"]["faces_found"] == together["face"]["faces_found"] > 1
    everyone = alone["face"]["everyone"]
    assert everyone == together["face"]["everyone"]
    assert everyone["probabilities"] == together["face"]["probabilities"]
    assert everyone["probabilities"] != alone["face"]["probabilities"]
    assert together["explanation"].startswith("All of you together look")
    assert result.stderr == ""


def test_everyones_mood_of_one_face_is_that_ones_and_said_so(tmp_path: Path, photo: Path) -> None:
    result = moodmix(tmp_path, "mix", photo, "--song", SONG, "--json", "--everyone")
    answer = json.loads(result.stdout)
    assert answer["face"]["everyone"] is None
    assert_documented(answer)
    assert "only one face" in result.stderr


def test_mix_leaves_no_database_behind(tmp_path: Path, photo: Path) -> None:
    assert moodmix(tmp_path, "mix", photo, "--song", SONG).returncode == 0
    assert list(tmp_path.rglob("*.sqlite3")) == []


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("hard/corrupt_truncated.jpg", "media_truncated"),
        ("derived/not_an_image.jpg", "media_mislabelled"),
        ("no_face/coffee.png", "no_face"),
        ("no_face/white.png", "no_face"),
    ],
)
def test_each_bad_picture_has_its_own_error(
    tmp_path: Path, shared_data: Path, file: str, code: str
) -> None:
    result = moodmix(tmp_path, "mix", shared_data / "faces" / file, "--song", SONG, "--json")
    assert error_of(result)["code"] == code


@pytest.mark.parametrize(
    ("song", "code"),
    [
        ("", "song_empty"),
        ("zzzz qqqq - xxyyzz", "song_not_found"),
        ("https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy", "link_is_album"),
        ("https://open.spotify.com/track/5T8EDUDqKcs6OSOwEsfqG7", "link_not_resolved"),
        ("https://example.org/song", "link_unsupported"),
        ("missing.mp3", "file_not_readable"),
    ],
)
def test_each_bad_song_has_its_own_error(tmp_path: Path, photo: Path, song: str, code: str) -> None:
    error = error_of(moodmix(tmp_path, "mix", photo, "--song", song, "--json"))
    assert error["code"] == code
    assert error["message"]


def test_a_missing_photo_is_named(tmp_path: Path) -> None:
    result = moodmix(tmp_path, "mix", "nobody.jpg", "--song", SONG)
    assert result.returncode == 2
    assert "nobody.jpg" in result.stderr
    assert "Traceback" not in result.stderr


def test_wrong_settings_are_named_as_json_too(tmp_path: Path, photo: Path) -> None:
    result = moodmix(
        tmp_path, "mix", photo, "--song", SONG, "--json", MOODMIX_WORKER_THREADS="many"
    )
    error = error_of(result)
    assert error["code"] == "settings_invalid"
    assert "MOODMIX_WORKER_THREADS" in error["message"]


def test_migrate_twice_says_so(tmp_path: Path) -> None:
    first, second = moodmix(tmp_path, "migrate"), moodmix(tmp_path, "migrate")
    assert (first.returncode, second.returncode) == (0, 0)
    assert "from version 0" in first.stdout
    assert "up to date" in second.stdout


def test_the_check_up_is_healthy_without_any_account(tmp_path: Path) -> None:
    result = moodmix(tmp_path, "doctor", "--json")
    assert result.returncode == 0, result.stdout
    checkup = json.loads(result.stdout)
    names = {check["name"] for check in checkup["checks"]}
    assert {"database", "weights moodnet", "weights moodnet-music", "Telegram", "Discord"} <= names


def test_the_check_up_names_what_is_broken_and_the_mend(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "moodmix.sqlite3").write_bytes(b"this is no database" * 100)
    result = moodmix(
        tmp_path,
        "doctor",
        MOODMIX_FACE_DETECTOR="yunet",
        MOODMIX_YUNET_MODEL=str(tmp_path / "missing.onnx"),
    )
    assert result.returncode == 1
    assert "To mend: 2." in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_the_check_up_says_when_no_service_answers(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    addresses = dict.fromkeys(
        [
            "MOODMIX_RECCOBEATS_URL",
            "MOODMIX_DEEZER_URL",
            "MOODMIX_ITUNES_URL",
            "MOODMIX_SPOTIFY_OEMBED_URL",
            "MOODMIX_YOUTUBE_OEMBED_URL",
            "MOODMIX_SOUNDCLOUD_OEMBED_URL",
            "MOODMIX_TIDAL_OEMBED_URL",
            "MOODMIX_MUSICBRAINZ_URL",
            "MOODMIX_LISTENBRAINZ_URL",
        ],
        nowhere,
    )
    result = moodmix(tmp_path, "doctor", MOODMIX_ONLINE="true", **addresses)
    assert result.returncode == 0
    assert result.stdout.count("no answer") == len(addresses)


def test_nothing_is_said_where_nobody_reads_on(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "bot", "migrate"],
        cwd=tmp_path,
        env=environment_for(tmp_path),
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (1, "")
