"""Fetching a network from a real local host, whole, interrupted, wrong, and through a proxy."""

import dataclasses
import hashlib
import json
import os
import random
import subprocess
import sys

import pytest

from core.domain.errors import ErrorCode, OperationError
from core.inference.faces.choose import make_detector
from core.inference.weights import weights_folder
from core.inference.weights_fetch import YUNET, Patience, fetch, is_whole
from tests.fakes.file_host import Manner, forward_proxy, serve_file

CONTENT = random.Random(7).randbytes(200_000)
NETWORK = dataclasses.replace(
    YUNET,
    file="tiny.onnx",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    size_bytes=len(CONTENT),
    addresses=(),
)
HALF = len(CONTENT) // 2
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def _no_proxy_from_outside(monkeypatch):
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def host(request):
    with serve_file(CONTENT, request.param) as running:
        yield running


def leave_part(folder, content):
    folder.mkdir(exist_ok=True)
    (folder / "tiny.onnx.part").write_bytes(content)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def why_not(host, folder, patience=None):
    with pytest.raises(OperationError) as caught:
        fetch(NETWORK, folder, host.address, patience=patience or Patience())
    assert caught.value.code is ErrorCode.WEIGHTS_NOT_FETCHED
    assert not is_whole(NETWORK, folder)
    return str(caught.value.params["reason"])


@pytest.mark.parametrize("host", [Manner.NORMAL, Manner.NO_RANGES], indirect=True)
def test_a_file_is_fetched_whole_and_nothing_else_is_left(host, tmp_path):
    steps = []
    path = fetch(NETWORK, tmp_path / "new", host.address, steps.append)
    assert path.read_bytes() == CONTENT
    assert is_whole(NETWORK, tmp_path / "new")
    assert names_in(tmp_path / "new") == ["tiny.onnx"]
    assert steps == sorted(steps)
    assert steps[-1] == len(CONTENT)


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_an_interrupted_download_goes_on_where_it_stopped(host, tmp_path):
    leave_part(tmp_path, CONTENT[:HALF])
    assert fetch(NETWORK, tmp_path, host.address).read_bytes() == CONTENT
    assert host.seen == [("/tiny.onnx", f"bytes={HALF}-")]


@pytest.mark.parametrize("host", [Manner.CUT], indirect=True)
def test_a_line_that_breaks_is_taken_up_again_at_once(host, tmp_path):
    assert fetch(NETWORK, tmp_path, host.address).read_bytes() == CONTENT
    assert [asked for _, asked in host.seen] == [None, f"bytes={HALF}-"]


@pytest.mark.parametrize("host", [Manner.NO_RANGES, Manner.WRONG_RANGE], indirect=True)
def test_where_the_host_cannot_continue_the_download_starts_over(host, tmp_path):
    leave_part(tmp_path, CONTENT[:HALF])
    assert fetch(NETWORK, tmp_path, host.address).read_bytes() == CONTENT


@pytest.mark.parametrize("part", [bytes(HALF), bytes(len(CONTENT)), bytes(len(CONTENT) + 9)])
@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_a_part_of_something_else_is_noticed_and_fetched_anew(host, tmp_path, part):
    leave_part(tmp_path, part)
    assert fetch(NETWORK, tmp_path, host.address).read_bytes() == CONTENT
    assert host.seen[-1] == ("/tiny.onnx", None)


@pytest.mark.parametrize("host", [Manner.CUT_WITHOUT_RANGES], indirect=True)
def test_a_line_that_always_breaks_is_given_up_and_what_came_is_kept(host, tmp_path):
    assert "could not be reached" in why_not(host, tmp_path)
    assert len(host.seen) <= 4
    assert (tmp_path / "tiny.onnx.part").read_bytes() == CONTENT[:HALF]


@pytest.mark.parametrize(
    ("host", "words"),
    [
        (Manner.OTHER_CONTENT, "checksum differs"),
        (Manner.LARGER, "larger than that file"),
        (Manner.GONE, "HTTP 404"),
        (Manner.PAGE, "web page"),
    ],
    indirect=["host"],
)
def test_what_is_not_the_file_is_named_and_removed(host, tmp_path, words):
    assert words in why_not(host, tmp_path)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("host", [Manner.SHORTER], indirect=True)
def test_a_file_that_is_too_short_is_never_taken(host, tmp_path):
    assert "only 131 of 200,000 bytes" in why_not(host, tmp_path)


@pytest.mark.parametrize("host", [Manner.HANGING], indirect=True)
def test_a_silent_host_is_not_waited_for_longer_than_said(host, tmp_path):
    assert "did not answer in time" in why_not(host, tmp_path, Patience(step_s=0.3))
    assert len(host.seen) == 1


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_a_download_beyond_its_time_stops_and_keeps_what_came(host, tmp_path):
    assert "too slow" in why_not(host, tmp_path, Patience(whole_s=0.0))


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_the_second_address_serves_where_the_first_fails(host, tmp_path):
    addresses = ("http://127.0.0.1:1/tiny.onnx", f"{host.address}/deep/tiny.onnx")
    network = dataclasses.replace(NETWORK, addresses=addresses)
    assert fetch(network, tmp_path).read_bytes() == CONTENT


@pytest.mark.parametrize("mirror", ["not an address", "ftp://127.0.0.1/x", "http://[::1"])
def test_a_mirror_that_is_no_web_address_is_said(tmp_path, mirror):
    with pytest.raises(OperationError) as caught:
        fetch(NETWORK, tmp_path, mirror)
    assert "no web address" in str(caught.value.params["reason"])


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_a_folder_that_cannot_be_written_is_said(host, tmp_path):
    (tmp_path / "taken").write_text("a file where the folder belongs")
    with pytest.raises(OperationError) as caught:
        fetch(NETWORK, tmp_path / "taken", host.address)
    assert caught.value.code is ErrorCode.FILE_NOT_WRITABLE


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_a_proxy_carries_the_download(host, tmp_path, monkeypatch):
    with forward_proxy(reach=host.address) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        path = fetch(NETWORK, tmp_path, "http://weights.example.test/zoo")
    assert path.read_bytes() == CONTENT
    assert proxy.seen == [("http://weights.example.test/zoo/tiny.onnx", None)]
    assert host.seen == [("/zoo/tiny.onnx", None)]


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_hosts_exempt_from_the_proxy_are_asked_directly(host, tmp_path, monkeypatch):
    with forward_proxy(reach=host.address) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        fetch(NETWORK, tmp_path, host.address)
    assert proxy.seen == []


@pytest.mark.parametrize("host", [Manner.NORMAL], indirect=True)
def test_a_proxy_that_refuses_is_named(host, tmp_path, monkeypatch):
    with forward_proxy(reach=host.address) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        with pytest.raises(OperationError) as caught:
            fetch(NETWORK, tmp_path, "https://weights.example.test")
    assert "proxy" in str(caught.value.params["reason"])
    assert proxy.seen == [("weights.example.test:443", None)]


@pytest.mark.parametrize("proxy", ["gopher://127.0.0.1:1", "http://127.0.0.1:1"])
def test_a_proxy_setting_that_leads_nowhere_is_said(tmp_path, monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(OperationError) as caught:
        fetch(NETWORK, tmp_path, "https://weights.example.test")
    assert "HTTPS_PROXY" in str(caught.value.params["reason"])


def moodmix(*arguments, **settings):
    environment = {key: value for key, value in os.environ.items() if key.upper() not in PROXIES}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env={**environment, **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_after_the_command_auto_means_yunet(shared_data, tmp_path):
    content = (shared_data / "models" / YUNET.file).read_bytes()
    assert make_detector("auto", None, tmp_path).name == "haar"
    with serve_file(content, Manner.CUT) as host:
        settings = {"MOODMIX_DATA_DIR": str(tmp_path), "MOODMIX_WEIGHTS_URL": host.address}
        first = moodmix("weights", "fetch", **settings)
        asked = len(host.seen)
        second = moodmix("weights", "fetch", "yunet", **settings)
        assert len(host.seen) == asked == 2
    assert (first.returncode, second.returncode) == (0, 0)
    assert str(weights_folder(tmp_path) / YUNET.file) in first.stdout
    assert "already here" in second.stdout
    assert "fetched to" in moodmix("weights", "list", **settings).stdout
    detector = make_detector("auto", None, tmp_path)
    detector.prepare()
    assert detector.name == "yunet"
    doctor = moodmix("doctor", "--json", MOODMIX_ONLINE="false", **settings)
    assert "yunet" in face_detector_line(doctor)["detail"]


def test_without_the_network_list_and_doctor_say_how_to_get_it(tmp_path):
    settings = {"MOODMIX_DATA_DIR": str(tmp_path)}
    listed = moodmix("weights", "list", **settings)
    assert "moodnet: shipped" in listed.stdout
    assert "moodmix weights fetch yunet" in listed.stdout
    doctor = moodmix("doctor", "--json", MOODMIX_ONLINE="false", **settings)
    line = face_detector_line(doctor)
    assert line["health"] == "ok"
    assert line["detail"].startswith("haar")
    assert "moodmix weights fetch" in line["detail"]


def test_a_failed_command_says_what_happened_and_what_to_do(tmp_path):
    with serve_file(CONTENT, Manner.GONE) as host:
        settings = {"MOODMIX_DATA_DIR": str(tmp_path), "MOODMIX_WEIGHTS_URL": host.address}
        failed = moodmix("weights", "fetch", **settings)
    assert failed.returncode == 2
    assert failed.stdout == ""
    assert "HTTP 404" in failed.stderr
    assert f"{host.address}/{YUNET.file}" in failed.stderr
    assert str(weights_folder(tmp_path)) in failed.stderr
    assert "Traceback" not in failed.stderr


def face_detector_line(doctor):
    (line,) = [row for row in json.loads(doctor.stdout)["checks"] if row["name"] == "face detector"]
    return line
