"""The real process and a real browser: consent, a photo, a song, five tracks, a thumb, a row."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from bot.presenters.language import say
from bot.presenters.words import explain_error
from core.domain.errors import ErrorCode, MoodmixError
from tests.fakes.bot_process import environment_for
from tests.fakes.browser import CHROMEDRIVER, CHROMIUM, Browser

pytestmark = pytest.mark.skipif(
    not (CHROMIUM.exists() and CHROMEDRIVER.exists()),
    reason="Debian's chromium and chromium-driver are not installed",
)

SONG = "Queen - Don't Stop Me Now"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def address(repository: Path, data_dir: Path) -> Iterator[str]:
    """``python -m bot`` with no token and no network: the page's address as it was printed."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot"],
        cwd=repository,
        env=environment_for(data_dir.parent, MOODMIX_WEB_PORT="0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        # ends with the process: a start that fails closes its output
        line = next((line for line in process.stdout if "http://" in line), "")
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, process.communicate(timeout=10)
        yield found[0]
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
        assert process.returncode == 0, errors
        assert "Traceback" not in errors
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def camera(tmp_path: Path, shared_data: Path) -> Path:
    """What the camera of the browser sees: a real face that moves a little."""
    photo = Image.open(shared_data / "faces" / "single" / "astronaut.png").convert("RGB")
    film = tmp_path / "face.mjpeg"
    with film.open("wb") as file:
        for step in range(30):
            shift = abs(step - 15) * 2
            photo.crop((shift, 0, shift + 480, 360)).resize((640, 480)).save(file, "JPEG")
    return film


@pytest.fixture
def browser(tmp_path: Path, address: str, camera: Path) -> Iterator[Browser]:
    browser = Browser(tmp_path / "profile", camera)
    try:
        browser.open(address)
        yield browser
    finally:
        browser.close()


def rows(data_dir: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(data_dir / "moodmix.sqlite3")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_a_stranger_gets_from_a_photo_and_a_song_to_a_thumb_in_the_database(
    browser: Browser, address: str, data_dir: Path, shared_data: Path
) -> None:
    assert say("greeting") in browser.text("#log")
    browser.agree()
    browser.attach(shared_data / "faces" / "single" / "astronaut.png")
    browser.write(SONG)

    answer = browser.send()

    assert "You look happy to me" in answer.text
    assert len(browser.all(".track")) == 5
    assert all(line.text for line in browser.all(".track .reason"))
    assert len(browser.all(".track .links a")) >= 5
    browser.wait(lambda: browser.run("return document.querySelector('.card img').naturalWidth > 0"))
    browser.click(".track:nth-child(2) .up")
    browser.wait(lambda: browser.all(".up[aria-pressed=true]"))
    assert rows(data_dir, "SELECT position, verdict FROM feedback") == [(2, "up")]
    assert browser.complaints() == []

    browser.open(address)

    assert say("welcome-back") in browser.text("#log")
    assert browser.all(".notice") == []
    assert rows(data_dir, "SELECT position, verdict FROM feedback") == [(2, "up")]


def test_a_video_is_read_as_well_and_forget_leaves_nothing(
    browser: Browser, data_dir: Path, shared_data: Path
) -> None:
    browser.agree()
    browser.attach(shared_data / "faces" / "video" / "lp_d10.mp4")
    browser.write(SONG)
    browser.send()
    assert len(browser.all(".track")) == 5
    browser.click(".track:first-child .down")
    browser.wait(lambda: browser.all(".down[aria-pressed=true]"))

    browser.click("#menu-button")
    browser.click("[data-command=forget]")
    browser.click("#forget")

    browser.wait(lambda: browser.all(".notice button"))
    assert rows(data_dir, "SELECT * FROM feedback") == []
    assert rows(data_dir, "SELECT * FROM consent") == []


def test_a_live_face_is_found_boxed_and_read_over_its_seconds(
    browser: Browser, data_dir: Path
) -> None:
    browser.agree()
    browser.click("#open-camera")
    browser.run("window.view = document.querySelector('#camera-dialog video')")
    browser.wait(lambda: browser.run("return window.view.videoWidth > 0"))
    browser.click("#camera-observe")
    browser.wait(lambda: browser.one("#camera-face").is_displayed())
    left, top, right, bottom = browser.run(
        "const [v, f] = [window.view, document.getElementById('camera-face')]"
        ".map((each) => each.getBoundingClientRect());"
        "return [(f.left - v.left) / v.width, (f.top - v.top) / v.height,"
        " (f.right - v.left) / v.width, (f.bottom - v.top) / v.height];"
    )
    # her face is a little right of the middle, as in a mirror, and in the upper half
    assert (0.4 < left < right < 0.75, -0.05 < top < bottom < 0.65) == (True, True)

    # nothing more is pressed: the observation ends by itself
    browser.wait(lambda: not browser.one("#camera-dialog").is_displayed(), seconds=40)
    question = browser.reply()

    assert "seconds you looked" in question.text
    assert "happy" in question.text
    assert rows(data_dir, "SELECT count(*) FROM session") == [(1,)]
    browser.write(SONG)
    assert "How your face went" in browser.send().text
    assert len(browser.all(".track")) == 5
    assert browser.complaints() == []


def test_of_a_group_photo_everyones_mood_can_be_taken(browser: Browser, shared_data: Path) -> None:
    browser.agree()
    browser.attach(shared_data / "faces" / "group" / "group7_happy.jpg")
    browser.write(SONG)
    assert "faces and read the largest one" in browser.send().text

    browser.click(".whose button")
    browser.wait(lambda: len(browser.all(".answer")) == 2)

    assert "All of you together look happy" in browser.text(".answer")
    assert browser.complaints() == []


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("no_face/coffee.png", ErrorCode.NO_FACE),
        ("derived/cut_off.jpg", ErrorCode.MEDIA_TRUNCATED),
        ("no_face/flower.heic", ErrorCode.NO_FACE),
    ],
)
def test_a_photo_that_cannot_be_read_is_explained(
    browser: Browser, shared_data: Path, file: str, code: ErrorCode
) -> None:
    browser.agree()
    browser.attach(shared_data / "faces" / file)
    browser.write(SONG)

    assert browser.send().text.endswith(explain_error(MoodmixError(code)))
    assert browser.complaints(expected_status=422) == []
