"""``moodmix mix`` and ``doctor`` as real processes over local stand-ins of the music services."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.bot_process import run_command as moodmix
from tests.fakes.music_services import HELLO, NEVER, UNHEARD, Behaviour, MusicServices, sample_audio

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def services() -> Iterator[MusicServices]:
    with MusicServices.in_thread(audio=sample_audio(12)) as running:
        yield running


@pytest.fixture
def ask(services: MusicServices, tmp_path: Path, shared_data: Path) -> Ask:
    """The JSON answer to a photo and a song, with the services at hand."""
    photo = shared_data / "faces" / "single" / "posed_happy.jpg"

    def ask(song: str, *, with_spotify_keys: bool = False) -> dict[str, Any]:
        settings = services.environment(with_spotify_keys=with_spotify_keys)
        settings |= {"MOODMIX_ONLINE": "true", "MOODMIX_PROVIDER_TIMEOUT_S": "2"}
        result = moodmix(tmp_path, "mix", photo, "--song", song, "--json", **settings)
        assert "Traceback" not in result.stdout + result.stderr
        answer: dict[str, Any] = json.loads(result.stdout)
        return answer

    return ask


def test_a_spotify_link_is_named_and_rated_by_spotify_where_the_app_may(
    ask: Ask, services: MusicServices
) -> None:
    services.spotify_grants_features = True
    seed = ask(f"https://open.spotify.com/track/{NEVER.spotify_id}", with_spotify_keys=True)["seed"]
    assert seed["title"] == NEVER.title
    assert seed["sources"] == ["Spotify"]
    assert seed["valence"] == pytest.approx(2 * NEVER.valence - 1)


def test_a_new_app_is_refused_features_and_reccobeats_speaks_instead(
    ask: Ask, services: MusicServices
) -> None:
    services.spotify_grants_features = False
    seed = ask(f"https://open.spotify.com/track/{NEVER.spotify_id}", with_spotify_keys=True)["seed"]
    assert seed["sources"] == ["Spotify", "ReccoBeats"]
    assert seed["arousal"] == pytest.approx(2 * NEVER.energy - 1)


def test_without_keys_reccobeats_knows_a_spotify_link(ask: Ask) -> None:
    seed = ask(f"listen https://open.spotify.com/intl-de/track/{NEVER.spotify_id}?si=x")["seed"]
    assert (seed["artists"], seed["sources"]) == ([NEVER.artist], ["ReccoBeats"])


def test_words_are_found_and_the_catalogue_says_how_they_feel(ask: Ask) -> None:
    assert ask("Adele - Hello")["seed"]["sources"] == ["Deezer", "moodmix catalogue"]


def test_a_song_nobody_rated_is_heard_by_our_own_network(ask: Ask, services: MusicServices) -> None:
    services.songs = [replace(HELLO, title="A Song No Catalogue Has")]
    seed = ask("Adele - A Song No Catalogue Has")["seed"]
    assert seed["sources"] == ["Deezer", "moodmix music network"]


def test_a_song_without_rating_and_sound_says_what_to_do(ask: Ask) -> None:
    error = ask(f"{UNHEARD.artist} - {UNHEARD.title}")["error"]
    assert error["code"] == "song_no_emotion"
    assert "audio file" in error["message"]


@pytest.mark.parametrize("behaviour", [Behaviour.HANGING, Behaviour.SERVER_ERROR, Behaviour.HTML])
def test_with_every_service_failing_the_catalogue_still_answers(
    ask: Ask, services: MusicServices, behaviour: Behaviour
) -> None:
    for service in ("reccobeats", "deezer", "itunes"):
        services.behave(service, behaviour)
    answer = ask("Adele - Hello")
    assert answer["seed"]["sources"] == ["moodmix catalogue"]
    assert len(answer["tracks"]) == 5


def test_the_check_up_sees_every_source_and_a_refused_key(
    services: MusicServices, tmp_path: Path
) -> None:
    settings = {"MOODMIX_ONLINE": "true", **services.environment(with_spotify_keys=True)}
    healthy = moodmix(tmp_path, "doctor", "--json", **settings)
    assert healthy.returncode == 0, healthy.stdout
    health = {check["name"]: check["health"] for check in json.loads(healthy.stdout)["checks"]}
    assert {health[name] for name in ("Spotify", "ReccoBeats", "Deezer", "iTunes")} == {"ok"}

    refused = moodmix(tmp_path, "doctor", **settings | {"MOODMIX_SPOTIFY_CLIENT_SECRET": "wrong"})
    assert refused.returncode == 1
    assert "MOODMIX_SPOTIFY_CLIENT_ID and _SECRET" in refused.stdout
