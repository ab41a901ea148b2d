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
    assert seed["sources"] == ["Spotify", "moodmix catalogue", "ReccoBeats"]
    said = {opinion["source"]: opinion["valence"] for opinion in seed["opinions"]}
    assert said["Spotify"] == said["ReccoBeats"] == pytest.approx(2 * NEVER.valence - 1)
    assert min(said.values()) <= seed["valence"] <= max(said.values())


def test_a_new_app_is_refused_features_and_reccobeats_speaks_instead(
    ask: Ask, services: MusicServices
) -> None:
    services.spotify_grants_features = False
    seed = ask(f"https://open.spotify.com/track/{NEVER.spotify_id}", with_spotify_keys=True)["seed"]
    assert seed["sources"] == ["Spotify", "moodmix catalogue", "ReccoBeats"]
    said = {opinion["source"]: opinion["arousal"] for opinion in seed["opinions"]}
    assert said["ReccoBeats"] == pytest.approx(2 * NEVER.energy - 1)


def test_without_keys_reccobeats_knows_a_spotify_link(ask: Ask) -> None:
    seed = ask(f"listen https://open.spotify.com/intl-de/track/{NEVER.spotify_id}?si=x")["seed"]
    assert seed["artists"] == [NEVER.artist]
    assert seed["sources"] == ["ReccoBeats", "moodmix catalogue"]


def test_words_are_found_and_the_catalogue_says_how_they_feel(ask: Ask) -> None:
    assert ask("Adele - Hello")["seed"]["sources"] == ["Deezer", "moodmix catalogue"]


def test_songs_beside_the_seed_are_looked_for_everywhere_and_rated(
    ask: Ask, services: MusicServices
) -> None:
    answer = ask(f"https://open.spotify.com/track/{NEVER.spotify_id}")
    asked = {request.path for request in services.requests}
    assert {"/v1/track/recommendation", "/similar-recordings/json"} <= asked
    assert any(path.endswith("/radio") for path in asked)
    rated = max(len(r.query.get("ids", "").split(",")) for r in services.asked("reccobeats"))
    assert rated >= 3
    for track in answer["tracks"]:
        assert {"spotify", "youtube", "apple", "deezer"} <= set(track["links"])


def test_a_song_in_doubt_names_the_songs_it_may_be(ask: Ask, services: MusicServices) -> None:
    services.songs = [
        replace(NEVER, title="A Title Two Sing", deezer_id=71),
        replace(HELLO, title="A Title Two Sing", deezer_id=72),
    ]
    error = ask("A Title Two Sing")["error"]
    assert error["code"] == "song_doubtful"
    assert '"Adele - A Title Two Sing"' in error["message"]


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
    for service in ("reccobeats", "deezer", "itunes", "musicbrainz", "listenbrainz"):
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
    names = ("Spotify", "ReccoBeats", "Deezer", "iTunes", "MusicBrainz", "ListenBrainz")
    assert {health[name] for name in names} == {"ok"}

    refused = moodmix(tmp_path, "doctor", **settings | {"MOODMIX_SPOTIFY_CLIENT_SECRET": "wrong"})
    assert refused.returncode == 1
    assert "MOODMIX_SPOTIFY_CLIENT_ID and _SECRET" in refused.stdout
