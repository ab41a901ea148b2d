"""Whatever people paste or write ends in one song, a question, or a helpful answer."""

import asyncio

import pytest

from bot.presenters.words import explain_error
from core.domain.affect import Affect
from core.domain.errors import SongError
from core.domain.track import DoubtfulSong, Service, Source
from core.providers.deezer.client import DeezerFinder
from core.providers.http import MusicHttp
from core.providers.itunes.client import ITunesFinder
from core.providers.oembed.client import OEmbedNamer
from core.providers.reccobeats.client import ReccoBeats
from core.providers.short_links import ShortLinkExpander
from core.services.resolve_seed import SeedResolver
from tests.fakes.music_services import FakeSong, MusicServices
from tests.fakes.seed_cases import CASES

NAMED = (Service.SPOTIFY, Service.YOUTUBE, Service.SOUNDCLOUD, Service.TIDAL)


class EveryoneIsContent:
    source = Source.CATALOGUE

    async def affect_of(self, track):
        return Affect(0.2, -0.2)


@pytest.fixture(scope="module")
def services():
    with MusicServices.in_thread() as running:
        yield running


async def resolve(services, text):
    async with MusicHttp(20.0) as http:
        seeds = SeedResolver(
            finders=[
                ReccoBeats(http, services.reccobeats_url),
                DeezerFinder(http, services.deezer_url),
                ITunesFinder(http, services.itunes_url),
            ],
            namers=[OEmbedNamer(http, name, services.oembed_url(name.value)) for name in NAMED],
            raters=[EveryoneIsContent()],
            expander=ShortLinkExpander(http),
            music_reader=None,
        )
        try:
            return await seeds.resolve(text)
        except SongError as error:
            return error


def test_the_table_is_long_and_no_row_stands_twice():
    assert len(CASES) >= 150
    assert len({text for text, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("text", "outcome"), CASES, ids=[ascii(text)[:60] for text, _ in CASES])
async def test_a_row_of_the_table(services, text, outcome):
    found = await resolve(services, text)
    if isinstance(found, SongError):
        assert found.code is outcome
        words = explain_error(found)
        assert words.endswith((".", "!", "?"))
        assert "{" not in words.replace(text, "")
        return
    if isinstance(found, DoubtfulSong):
        assert [song.title for song in found.candidates] == [song.title for song in outcome]
        return
    assert isinstance(outcome, FakeSong)
    assert (found.track.title, found.track.artists) == (outcome.title, (outcome.artist,))
    assert set(found.track.links) == set(found.track.ids)
    assert all(url.startswith("https://") for url in found.track.links.values())


async def test_nothing_but_the_services_own_addresses_is_ever_asked_about(services):
    services.requests.clear()
    refused = [text for text, outcome in CASES if str(outcome).startswith(("link_uns", "link_is"))]
    assert len(refused) > 60
    results = await asyncio.gather(*(resolve(services, text) for text in refused))
    assert all(isinstance(result, SongError) for result in results)
    assert services.requests == []
