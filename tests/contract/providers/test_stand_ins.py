"""The stand-ins can also run in a thread of their own, for tests of a whole process."""

import json
import urllib.request

from tests.fakes.music_services import Behaviour, MusicServices


def test_services_in_a_thread_answer_misbehave_and_log():
    with MusicServices.in_thread() as services:
        with urllib.request.urlopen(services.deezer_url + "/track/12", timeout=10) as answer:
            assert json.load(answer)["artist"]["name"] == "Queen"
        services.behave("deezer", Behaviour.HTML)
        with urllib.request.urlopen(services.deezer_url + "/track/12", timeout=10) as answer:
            assert answer.read().startswith(b"<!doctype html>")
        assert [request.path for request in services.asked("deezer")] == ["/track/12"] * 2


def test_the_environment_names_every_service_and_keys_on_wish():
    with MusicServices.in_thread() as services:
        addresses = services.environment()
        assert all(value.startswith("http://127.0.0.1:") for value in addresses.values())
        assert "MOODMIX_SPOTIFY_CLIENT_ID" not in addresses
        assert "MOODMIX_SPOTIFY_CLIENT_ID" in services.environment(with_spotify_keys=True)
