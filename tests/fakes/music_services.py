"""Local stand-ins for the music services, in the shapes the real ones answer with.

Each service listens on a port of its own on 127.0.0.1, can be told to misbehave, and every request
is logged. Use ``async with MusicServices() as services`` inside a loop, or ``with
MusicServices.in_thread() as services`` from plain code.
"""

import asyncio
import base64
import io
import json
import math
import re
import socket
import struct
import threading
import unicodedata
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from aiohttp import web

DAY_LONG_RETRY_AFTER = "86000"
PREMIUM_TEXT = "Active premium subscription required for the owner of the app."
HUGE_BYTES = 6_000_000


class Behaviour(StrEnum):
    """How a service answers from now on."""

    NORMAL = "normal"
    RATE_LIMITED = "429 with a day-long Retry-After"
    FORBIDDEN = "403 with plain text"
    SERVER_ERROR = "500"
    HTML = "200 with a web page"
    GARBAGE = "200 with bytes that are no JSON"
    NULL = "200 with null"
    NESTED = "200 with brackets nested without end"
    WRONG_SHAPE = "200 with JSON of another shape"
    BARE_ERROR = "400 with an error that is no object"
    EMPTY = "200 with an empty list"
    TRUNCATED = "200 cut short"
    HANGING = "no answer at all"
    DRIPPING = "a byte now and then"
    HUGE = "the right answer followed by megabytes"
    REDIRECT = "302 to another machine"


@dataclass(frozen=True)
class FakeSong:
    """One song as all services know it."""

    title: str
    artist: str
    isrc: str
    spotify_id: str
    deezer_id: int
    itunes_id: int
    youtube_id: str
    valence: float
    energy: float
    year: int
    genre: str = "Pop"
    soundcloud: str | None = None
    has_features: bool = True
    has_preview: bool = True
    tidal_id: str | None = None

    @property
    def mbid(self) -> str:
        return f"00000000-0000-4000-8000-{self.deezer_id:012d}"

    @property
    def artist_id(self) -> int:
        """Deezer's."""
        return sum(self.artist.encode()) + 1000


KARAOKE = FakeSong(
    *("Bohemian Rhapsody (Karaoke Version)", "Sing Along Stars", "GBAAA1200001"),
    *("0karaoke00000000000000", 11, 21, "karaoke0000", 0.5, 0.5, 2012, "Karaoke"),
)
BOHEMIAN = FakeSong(
    *("Bohemian Rhapsody - Remastered 2011", "Queen", "GBUM71029604"),
    *("4u7EnebtmKWzUH433cf5Qv", 12, 22, "fJ9rUzIMcZQ", 0.228, 0.402, 1975, "Rock"),
)
NEVER = FakeSong(
    *("Never Gonna Give You Up", "Rick Astley", "GBARL9300135"),
    *("4uLU6hMCjMI75M1A2tKUQC", 13, 23, "dQw4w9WgXcQ", 0.917, 0.943, 1987),
    soundcloud="rick-astley-official/never-gonna-give-you-up-4",
    tidal_id="77646168",
)
HAPPY = FakeSong(
    *('Happy - From "Despicable Me 2"', "Pharrell Williams", "USQ4E1300686"),
    *("60nZcImufyMA1MKQY3dcCH", 14, 24, "ZbZSe6N_BXs", 0.962, 0.822, 2013),
)
HELLO = FakeSong(
    *("Hello", "Adele", "GBBKS1500214"),
    *("62PaSfnXSMyLshYJrlTuL3", 15, 25, "YQHsXMglC9A", 0.289, 0.451, 2015),
    has_features=False,
)
UNHEARD = FakeSong(
    *("Nobody Rated This", "The Silent Ones", "GBZZZ9900001"),
    *("0silent000000000000000", 16, 26, "silent00000", 0.5, 0.5, 1999, "Ambient"),
    has_features=False,
    has_preview=False,
)
SONGS = (KARAOKE, BOHEMIAN, NEVER, HAPPY, HELLO, UNHEARD)

TAKE_ON_ME = FakeSong(
    *("Take On Me", "a-ha", "USWB19902945"),
    *("2WfaOiMkCvy7F5fcp2zZ8L", 31, 41, "djV11Xbc914", 0.876, 0.902, 1985),
)
TAKE_ON_ME_AGAIN = FakeSong(
    *("Take On Me (2017 Remaster) [feat. Nobody]", "a-ha", "USWB19902999"),
    *("2Wremaster0000000000aa", 32, 42, "remaster000", 0.5, 0.5, 2017),
)
SMALLTOWN_BOY = FakeSong(
    *("Smalltown Boy", "Bronski Beat", "GBAAP8400071"),
    *("5vmRQ3zELMLUQPo2FLQ76x", 33, 43, "88sARuFu-tc", 0.55, 0.81, 1984),
)
GOLD = FakeSong(
    *("Gold", "Spandau Ballet", "GBAYK8300009"),
    *("0sgoldsgoldsgoldsgolds", 34, 44, "ntG50eXbBtc", 0.9, 0.7, 1983),
)
UNRATED_NEIGHBOUR = FakeSong(
    *("Nobody Knows How This Feels", "The Silent Ones", "GBZZZ9900002"),
    *("0silentsilentsilent000", 35, 45, "silent00002", 0.5, 0.5, 1999),
    has_features=False,
)
NEIGHBOURS = (TAKE_ON_ME, TAKE_ON_ME_AGAIN, SMALLTOWN_BOY, GOLD, UNRATED_NEIGHBOUR)
"""Known by id, and to those who are asked for songs beside another; searches do not find them."""

TAGS = {
    BOHEMIAN.title: {"classic rock": 100, "Queen": 60, "epic": 30, "melancholy": 30},
    NEVER.title: {"80s": 100, "happy": 60, "fun": 40},
}
"""What listeners tag songs with on Last.fm."""


@dataclass(frozen=True)
class LoggedRequest:
    """One request as it arrived."""

    service: str
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str] = field(repr=False)


def sample_audio(seconds: float = 12.0, rate_hz: int = 22_050) -> bytes:
    """A WAV file of a chord that pulses twice a second."""
    frames = bytearray()
    for n in range(int(seconds * rate_hz)):
        t = n / rate_hz
        chord = sum(math.sin(2 * math.pi * hz * t) for hz in (261.6, 329.6, 392.0)) / 3
        frames += struct.pack("<h", int(20_000 * chord * (1.0 - (t * 2) % 1.0)))
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate_hz)
        writer.writeframes(bytes(frames))
    return file.getvalue()


class MusicServices:
    """Every service that moodmix asks, and the short-link hosts."""

    client_id = "test-client"
    client_secret = "test-secret"
    lastfm_key = "test-key"

    def __init__(self, songs: tuple[FakeSong, ...] = SONGS, audio: bytes | None = None) -> None:
        self.songs = list(songs)
        self.neighbours = list(NEIGHBOURS)
        self.tags = dict(TAGS)
        self.audio = audio if audio is not None else sample_audio(2.0)
        self.behaviours: dict[str, Behaviour] = {}
        self.requests: list[LoggedRequest] = []
        self.spotify_grants_features = False
        self.spotify_status: tuple[int, str] | None = None
        self.short_links: dict[str, str] = {}
        self.short_pages: dict[str, str] = {}
        self._ports: dict[str, int] = {}
        self._runners: list[web.AppRunner] = []
        self._stopping = asyncio.Event()

    # running

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        routes = {
            "spotify": [
                web.post("/api/token", self._spotify_token),
                web.get("/v1/tracks/{id}", self._spotify_track),
                web.get("/v1/search", self._spotify_search),
                web.get("/v1/audio-features/", self._spotify_features),
            ],
            "reccobeats": [
                web.get("/v1/track", self._reccobeats_tracks),
                web.get("/v1/audio-features", self._reccobeats_features),
                web.get("/v1/track/recommendation", self._reccobeats_neighbours),
            ],
            "deezer": [
                web.get("/track/isrc:{isrc}", self._deezer_isrc),
                web.get("/track/{id}", self._deezer_track),
                web.get("/search", self._deezer_search),
                web.get("/artist/{id}/radio", self._deezer_radio),
                web.get("/artist/{id}/related", self._deezer_related),
                web.get("/artist/{id}/top", self._deezer_top),
                web.get("/samples/{id}.wav", self._sample),
            ],
            "musicbrainz": [
                web.get("/ws/2/isrc/{isrc}", self._musicbrainz_isrc),
                web.get("/ws/2/recording", self._musicbrainz_search),
            ],
            "listenbrainz": [
                web.get("/similar-recordings/json", self._listenbrainz_similar),
                web.post("/spotify-id-from-mbid/json", self._listenbrainz_ids),
                web.post("/spotify-id-from-metadata/json", self._listenbrainz_ids),
            ],
            "lastfm": [web.get("/2.0/", self._lastfm_tags)],
            "itunes": [
                web.get("/lookup", self._itunes_lookup),
                web.get("/search", self._itunes_search),
                web.get("/samples/{id}.wav", self._sample),
            ],
            "spotify-oembed": [web.get("/oembed", self._spotify_oembed)],
            "youtube-oembed": [web.get("/oembed", self._youtube_oembed)],
            "soundcloud-oembed": [web.get("/oembed", self._soundcloud_oembed)],
            "tidal-oembed": [web.get("/oembed", self._tidal_oembed)],
            "short": [web.get("/{path:.*}", self._short_link)],
        }
        for service, table in routes.items():
            app = web.Application(middlewares=[self._middleware(service)])
            app.add_routes(table)
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
            await runner.setup()
            self._runners.append(runner)
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            self._ports[service] = runner.addresses[0][1]

    async def stop(self) -> None:
        self._stopping.set()
        for runner in self._runners:
            await runner.cleanup()
        self._runners.clear()

    @classmethod
    @contextmanager
    def in_thread(cls, *args, **kwargs) -> "Iterator[MusicServices]":
        """The same, on a loop in a thread of its own."""
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, daemon=True)
        thread.start()
        services = cls(*args, **kwargs)
        try:
            asyncio.run_coroutine_threadsafe(services.start(), loop).result(10)
            yield services
        finally:
            asyncio.run_coroutine_threadsafe(services.stop(), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            loop.close()

    # addresses

    def origin(self, service: str) -> str:
        return f"http://127.0.0.1:{self._ports[service]}"

    @property
    def spotify_api_url(self) -> str:
        return self.origin("spotify") + "/v1/"

    @property
    def spotify_token_url(self) -> str:
        return self.origin("spotify") + "/api/token"

    @property
    def reccobeats_url(self) -> str:
        return self.origin("reccobeats") + "/v1"

    @property
    def deezer_url(self) -> str:
        return self.origin("deezer")

    @property
    def itunes_url(self) -> str:
        return self.origin("itunes")

    @property
    def musicbrainz_url(self) -> str:
        return self.origin("musicbrainz") + "/ws/2"

    @property
    def listenbrainz_url(self) -> str:
        return self.origin("listenbrainz")

    @property
    def lastfm_url(self) -> str:
        return self.origin("lastfm") + "/2.0"

    def oembed_url(self, service: str) -> str:
        return self.origin(f"{service}-oembed") + "/oembed"

    def environment(self, *, with_spotify_keys: bool = False) -> dict[str, str]:
        """Settings that point a moodmix process at these services."""
        keys = {
            "MOODMIX_SPOTIFY_CLIENT_ID": self.client_id,
            "MOODMIX_SPOTIFY_CLIENT_SECRET": self.client_secret,
        }
        return {
            "MOODMIX_SPOTIFY_API_URL": self.spotify_api_url,
            "MOODMIX_SPOTIFY_TOKEN_URL": self.spotify_token_url,
            "MOODMIX_RECCOBEATS_URL": self.reccobeats_url,
            "MOODMIX_DEEZER_URL": self.deezer_url,
            "MOODMIX_ITUNES_URL": self.itunes_url,
            "MOODMIX_SPOTIFY_OEMBED_URL": self.oembed_url("spotify"),
            "MOODMIX_YOUTUBE_OEMBED_URL": self.oembed_url("youtube"),
            "MOODMIX_SOUNDCLOUD_OEMBED_URL": self.oembed_url("soundcloud"),
            "MOODMIX_TIDAL_OEMBED_URL": self.oembed_url("tidal"),
            "MOODMIX_MUSICBRAINZ_URL": self.musicbrainz_url,
            "MOODMIX_LISTENBRAINZ_URL": self.listenbrainz_url,
            "MOODMIX_LASTFM_URL": self.lastfm_url,
            **(keys if with_spotify_keys else {}),
        }

    # what tests say and ask

    def behave(self, service: str, behaviour: Behaviour) -> None:
        assert service in self._ports, service
        self.behaviours[service] = behaviour

    def asked(self, service: str) -> list[LoggedRequest]:
        return [request for request in self.requests if request.service == service]

    # misbehaving

    def _middleware(self, service: str):
        @web.middleware
        async def answer(request: web.Request, handler):
            self.requests.append(
                LoggedRequest(
                    service,
                    request.method,
                    request.path,
                    dict(request.query),
                    dict(request.headers),
                )
            )
            behaviour = self.behaviours.get(service, Behaviour.NORMAL)
            if behaviour is Behaviour.NORMAL or request.path == "/api/token":
                return await handler(request)
            return await self._misbehave(behaviour, request, handler)

        return answer

    async def _misbehave(self, behaviour, request, handler):
        if behaviour is Behaviour.EMPTY and request.path.endswith("/json"):
            return web.json_response([])
        plain = {
            Behaviour.RATE_LIMITED: (429, '{"error":{"status":429,"message":"slow down"}}'),
            Behaviour.FORBIDDEN: (403, PREMIUM_TEXT),
            Behaviour.SERVER_ERROR: (500, "oops"),
            Behaviour.HTML: (200, "<!doctype html><html><body>Welcome</body></html>"),
            Behaviour.GARBAGE: (200, '{"data": [{"id": 1, \x00'),
            Behaviour.NULL: (200, "null"),
            Behaviour.NESTED: (200, "[" * 200_000),
            Behaviour.WRONG_SHAPE: (
                200,
                '{"data": 7, "content": {}, "results": "x", "tracks": []}',
            ),
            Behaviour.BARE_ERROR: (400, '{"error": "bad request"}'),
            Behaviour.EMPTY: (
                200,
                json.dumps(
                    {key: [] for key in ("data", "content", "results", "recordings")}
                    | {"tracks": {"items": []}, "toptags": {"tag": []}}
                ),
            ),
        }
        if behaviour in plain:
            status, text = plain[behaviour]
            headers = {"Retry-After": DAY_LONG_RETRY_AFTER} if status == 429 else {}
            kind = "text/html" if text.startswith("<") else "application/json"
            return web.Response(status=status, text=text, content_type=kind, headers=headers)
        if behaviour is Behaviour.REDIRECT:
            raise web.HTTPFound("http://127.0.0.1:9/elsewhere")
        if behaviour is Behaviour.HANGING:
            await self._stopping.wait()
            return web.Response(status=503)
        if behaviour is Behaviour.HUGE:
            right = await handler(request)
            return web.Response(
                body=right.body + b" " * HUGE_BYTES, content_type="application/json"
            )
        return await self._write_badly(behaviour, request)

    async def _write_badly(self, behaviour, request):
        response = web.StreamResponse(headers={"Content-Length": "5000"})
        await response.prepare(request)
        await response.write(b'{"data": [')
        while behaviour is Behaviour.DRIPPING and not self._stopping.is_set():
            await asyncio.sleep(0.05)
            try:
                await response.write(b" ")
            except ConnectionError:
                break
        if request.transport:
            request.transport.close()
        return response

    # Spotify

    async def _spotify_token(self, request):
        if self.spotify_status:
            status, text = self.spotify_status
            return web.Response(status=status, text=text)
        form = await request.post()
        assert form["grant_type"] == "client_credentials"
        sent = request.headers.get("Authorization", "")
        if basic_credentials(self.client_id, self.client_secret) != sent:
            return web.json_response({"error": "invalid_client"}, status=400)
        token = {"access_token": "token-1", "token_type": "Bearer", "expires_in": 3600}
        return web.json_response(token)

    def _spotify_refusal(self, request):
        if request.headers.get("Authorization") != "Bearer token-1":
            error = {"status": 401, "message": "Invalid access token"}
            return web.json_response({"error": error}, status=401)
        return None

    async def _spotify_track(self, request):
        refusal = self._spotify_refusal(request)
        song = self._by("spotify_id", request.match_info["id"])
        missing = {"error": {"status": 404, "message": "Resource not found"}}
        return (
            refusal
            or (web.json_response(self._spotify_json(song)) if song else None)
            or web.json_response(missing, status=404)
        )

    async def _spotify_search(self, request):
        refusal = self._spotify_refusal(request)
        if refusal:
            return refusal
        limit = int(request.query.get("limit", "5"))
        if limit > 10:
            error = {"status": 400, "message": "Invalid limit"}
            return web.json_response({"error": error}, status=400)
        query = request.query["q"]
        isrc = re.fullmatch(r"isrc:(\S+)", query)
        fields = dict(re.findall(r'(track|artist):"([^"]*)"', query))
        found = (
            [song for song in self.songs if song.isrc == isrc[1]]
            if isrc
            else self._search(fields.get("track"), fields.get("artist"), query)
        )
        items = [self._spotify_json(song) for song in found][:limit]
        page = {"href": "", "items": items, "limit": limit, "offset": 0, "total": len(found)}
        return web.json_response({"tracks": page})

    async def _spotify_features(self, request):
        refusal = self._spotify_refusal(request)
        if refusal:
            return refusal
        if not self.spotify_grants_features:
            return web.json_response({"error": {"status": 403}}, status=403)
        songs = [self._by("spotify_id", wanted) for wanted in request.query["ids"].split(",")]
        return web.json_response(
            {
                "audio_features": [
                    {
                        "id": song.spotify_id,
                        "type": "audio_features",
                        "valence": song.valence,
                        "energy": song.energy,
                        "tempo": 120.0,
                    }
                    if song
                    else None
                    for song in songs
                ]
            }
        )

    def _spotify_json(self, song):
        return {
            "type": "track",
            "id": song.spotify_id,
            "name": song.title,
            "artists": [{"id": "a", "name": song.artist, "type": "artist"}],
            "album": {"id": "b", "name": "Album", "release_date": f"{song.year}-01-02"},
            "duration_ms": 200_000,
            "explicit": False,
            "external_ids": {"isrc": song.isrc},
            "external_urls": {"spotify": f"https://open.spotify.com/track/{song.spotify_id}"},
            "preview_url": None,
            "uri": f"spotify:track:{song.spotify_id}",
        }

    # ReccoBeats

    def _reccobeats_wanted(self, request):
        if request.headers.get("User-Agent", "").lower().startswith("python"):
            raise web.HTTPForbidden(text="Forbidden")
        wanted = request.query["ids"].split(",")
        # neither complete nor in the order that was asked for
        known = self.songs + self.neighbours
        return [song for song in reversed(known) if song.spotify_id in wanted]

    async def _reccobeats_tracks(self, request):
        return self._reccobeats_list(self._reccobeats_wanted(request))

    async def _reccobeats_neighbours(self, request):
        assert 1 <= int(request.query["size"]) <= 100
        seeds = request.query["seeds"].split(",")
        assert 1 <= len(seeds) <= 5
        known = {song.spotify_id for song in self.songs}
        near = [NEVER, TAKE_ON_ME, UNRATED_NEIGHBOUR] if known & set(seeds) else []
        return self._reccobeats_list(near)

    def _reccobeats_list(self, songs):
        return web.json_response(
            {
                "content": [
                    {
                        "id": f"00000000-0000-4000-8000-{song.deezer_id:012d}",
                        "trackTitle": song.title,
                        "artists": [{"id": "x", "name": song.artist, "href": "https://x"}],
                        "durationMs": 200_000,
                        "isrc": song.isrc,
                        "href": f"https://open.spotify.com/track/{song.spotify_id}",
                        "popularity": 80,
                    }
                    for song in songs
                ]
            }
        )

    async def _reccobeats_features(self, request):
        other = {
            "id": "y",
            "href": "https://open.spotify.com/track/0000000000000000000000",
            "valence": 0.99,
            "energy": 0.01,
        }
        return web.json_response(
            {
                "content": [
                    other,
                    *(
                        {
                            "id": f"00000000-0000-4000-8000-{song.deezer_id:012d}",
                            "href": f"https://open.spotify.com/track/{song.spotify_id}",
                            "isrc": song.isrc,
                            "acousticness": 0.1,
                            "danceability": 0.5,
                            "energy": song.energy,
                            "instrumentalness": 0.0,
                            "key": 1,
                            "liveness": 0.1,
                            "loudness": -8.0,
                            "mode": 1,
                            "speechiness": 0.05,
                            "tempo": 113.0,
                            "valence": song.valence,
                        }
                        for song in self._reccobeats_wanted(request)
                        if song.has_features
                    ),
                ]
            }
        )

    # Deezer

    def _deezer_error(self):
        error = {"type": "DataException", "message": "no data", "code": 800}
        return self._deezer_answer({"error": error})

    def _deezer_answer(self, content):
        if self.behaviours.get("deezer-quota"):
            error = {"type": "Exception", "message": "Quota limit exceeded", "code": 4}
            content = {"error": error}
        return web.json_response(content)

    async def _deezer_track(self, request):
        song = self._by("deezer_id", int(request.match_info["id"]))
        return self._deezer_answer(self._deezer_json(song)) if song else self._deezer_error()

    async def _deezer_isrc(self, request):
        song = self._by("isrc", request.match_info["isrc"])
        return self._deezer_answer(self._deezer_json(song)) if song else self._deezer_error()

    async def _deezer_search(self, request):
        query = request.query["q"]
        fields = dict(re.findall(r'(track|artist):"([^"]*)"', query))
        found = self._search(fields.get("track"), fields.get("artist"), query)
        return self._deezer_list(found)

    def _deezer_list(self, songs):
        items = []
        for song in songs:
            item = self._deezer_json(song)
            for absent in ("isrc", "bpm", "gain", "release_date", "contributors"):
                del item[absent]
            items.append(item)
        return self._deezer_answer({"data": items, "total": len(items)})

    async def _deezer_radio(self, request):
        near = [GOLD, TAKE_ON_ME_AGAIN] if self._has_artist(request) else []
        return self._deezer_list(near)

    async def _deezer_related(self, request):
        artist = {"id": TAKE_ON_ME.artist_id, "name": TAKE_ON_ME.artist, "type": "artist"}
        near = [artist, {"id": "broken"}] if self._has_artist(request) else []
        return self._deezer_answer({"data": near, "total": len(near)})

    async def _deezer_top(self, request):
        wanted = int(request.match_info["id"])
        return self._deezer_list([s for s in self.neighbours if s.artist_id == wanted])

    def _has_artist(self, request):
        wanted = int(request.match_info["id"])
        return any(song.artist_id == wanted for song in self.songs)

    def _deezer_json(self, song):
        preview = f"{self.deezer_url}/samples/{song.deezer_id}.wav" if song.has_preview else ""
        return {
            "id": song.deezer_id,
            "title": song.title,
            "isrc": song.isrc,
            "link": f"https://www.deezer.com/track/{song.deezer_id}",
            "duration": 200,
            "rank": 900_000,
            "release_date": f"{song.year}-01-02",
            "explicit_lyrics": False,
            "preview": preview,
            "bpm": 113.0,
            "gain": -8.0,
            "contributors": [{"id": song.artist_id, "name": song.artist, "role": "Main"}],
            "artist": {"id": song.artist_id, "name": song.artist, "type": "artist"},
            "album": {"id": 2, "title": "Album", "cover_small": "https://x/c.jpg"},
            "type": "track",
        }

    async def _sample(self, request):
        return web.Response(body=self.audio, content_type="audio/wav")

    # iTunes

    async def _itunes_lookup(self, request):
        song = self._by("itunes_id", int(request.query["id"]))
        return self._itunes_answer([song] if song else [])

    async def _itunes_search(self, request):
        assert request.query["media"] == "music"
        assert request.query["entity"] == "song"
        return self._itunes_answer(self._search(None, None, request.query["term"]))

    def _itunes_answer(self, songs):
        results = [
            {
                "wrapperType": "track",
                "kind": "song",
                "trackId": song.itunes_id,
                "trackName": song.title,
                "artistName": song.artist,
                "collectionName": "Album",
                "trackTimeMillis": 200_000,
                "trackViewUrl": f"https://music.apple.com/us/album/x/1?i={song.itunes_id}",
                "artworkUrl100": "https://x/a.jpg",
                "releaseDate": f"{song.year}-01-02T12:00:00Z",
                "primaryGenreName": song.genre,
                **(
                    {"previewUrl": f"{self.itunes_url}/samples/{song.itunes_id}.wav"}
                    if song.has_preview
                    else {}
                ),
            }
            for song in songs
        ]
        text = json.dumps({"resultCount": len(results), "results": results})
        return web.Response(text=text, content_type="text/javascript")  # as the real one does

    # oEmbed

    async def _spotify_oembed(self, request):
        song = self._by("spotify_id", request.query["url"].rsplit("/", 1)[-1])
        if song is None:
            return web.Response(status=404, text="Not found")
        return web.json_response({"title": song.title, "type": "rich", "provider_name": "Spotify"})

    async def _youtube_oembed(self, request):
        song = self._by("youtube_id", request.query["url"].rsplit("=", 1)[-1])
        if song is None:
            return web.Response(status=404, text="Not Found")
        title = f"{song.artist} - {song.title} (Official Music Video)"
        channel = song.artist.replace(" ", "") + "VEVO"
        return web.json_response({"title": title, "author_name": channel, "type": "video"})

    async def _soundcloud_oembed(self, request):
        song = self._by("soundcloud", request.query["url"].removeprefix("https://soundcloud.com/"))
        if song is None:
            return web.Response(status=404, text="{}")
        title = f"{song.title} by {song.artist}"
        return web.json_response({"title": title, "author_name": song.artist, "type": "rich"})

    async def _tidal_oembed(self, request):
        song = self._by("tidal_id", request.query["url"].rsplit("/", 1)[-1])
        if song is None:
            return web.Response(status=404, text="{}")
        return web.json_response({"title": f"{song.title} by {song.artist}", "type": "rich"})

    # MusicBrainz

    def _musicbrainz_refusal(self, request):
        if "moodmix" not in request.headers.get("User-Agent", ""):
            return web.json_response({"error": "say who you are"}, status=403)
        assert request.query["fmt"] == "json"
        return None

    async def _musicbrainz_isrc(self, request):
        refusal = self._musicbrainz_refusal(request)
        if refusal:
            return refusal
        isrc = request.match_info["isrc"]
        song = self._by("isrc", isrc)
        if song is None:
            return web.json_response({"error": "Not Found", "help": "…"}, status=404)
        recording = self._musicbrainz_json(song)
        recording["relations"] = [
            {
                "type": "free streaming",
                "target-type": "url",
                "url": {"id": "x", "resource": address},
            }
            for address in (
                f"https://open.spotify.com/track/{song.spotify_id}",
                f"https://www.youtube.com/watch?v={song.youtube_id}",
                "https://open.spotify.com/track/second000000000000000a",
                "https://somewhere.example/else",
            )
        ]
        again = {**self._musicbrainz_json(song), "id": "no-mbid"}
        return web.json_response({"isrc": isrc, "recordings": [again, recording]})

    async def _musicbrainz_search(self, request):
        refusal = self._musicbrainz_refusal(request)
        if refusal:
            return refusal
        fields = dict(re.findall(r'(recording|artist):"([^"]*)"', request.query["query"]))
        found = [
            {**self._musicbrainz_json(song), "score": 100, "isrcs": [song.isrc]}
            for song in self._search(fields.get("recording"), fields.get("artist"), "")
        ]
        return web.json_response({"created": "…", "count": len(found), "recordings": found})

    def _musicbrainz_json(self, song):
        return {
            "id": song.mbid,
            "title": song.title,
            "length": 200_000,
            "video": False,
            "disambiguation": "",
            "first-release-date": f"{song.year}-01-02",
            "artist-credit": [
                {"name": song.artist, "joinphrase": "", "artist": {"name": song.artist}}
            ],
        }

    # ListenBrainz

    async def _listenbrainz_similar(self, request):
        assert request.query["algorithm"].startswith("session_based_days_")
        known = any(song.mbid == request.query["recording_mbids"] for song in self.songs)
        return web.json_response(
            [
                {
                    "recording_mbid": song.mbid,
                    "recording_name": song.title,
                    "artist_credit_name": song.artist,
                    "score": 100,
                    "reference_mbid": request.query["recording_mbids"],
                }
                for song in ([SMALLTOWN_BOY, TAKE_ON_ME] if known else [])
            ]
        )

    async def _listenbrainz_ids(self, request):
        answers = []
        for wanted in await request.json():
            song = next(
                (
                    song
                    for song in self.songs + self.neighbours
                    if song.mbid == wanted.get("recording_mbid")
                    or (song.title, song.artist)
                    == (wanted.get("track_name"), wanted.get("artist_name"))
                ),
                None,
            )
            ids = [song.spotify_id] if song else []
            answers.append({**wanted, "spotify_track_ids": ids})
        return web.json_response(answers)

    # Last.fm

    async def _lastfm_tags(self, request):
        query = request.query
        assert (query["method"], query["format"]) == ("track.getTopTags", "json")
        if query["api_key"] != self.lastfm_key:
            error = {"error": 10, "message": "Invalid API key"}
            return web.json_response(error, status=403)
        tags = self.tags.get(query["track"])
        if tags is None:
            return web.json_response({"error": 6, "message": "Track not found"})
        listed = [
            {"count": count, "name": name, "url": "https://x"} for name, count in tags.items()
        ]
        about = {"artist": query["artist"], "track": query["track"]}
        return web.json_response({"toptags": {"tag": listed, "@attr": about}})

    # short links

    async def _short_link(self, request):
        address = f"https://{request.host}{request.path}"
        if address in self.short_links:
            raise web.HTTPTemporaryRedirect(self.short_links[address])
        if address in self.short_pages:
            return web.Response(text=self.short_pages[address], content_type="text/html")
        return web.Response(status=404, text="gone")

    # songs

    def _by(self, name, value):
        known = self.songs + self.neighbours
        return next((song for song in known if getattr(song, name) == value), None)

    def _search(self, track, artist, line):
        if track is not None or artist is not None:
            return [
                song
                for song in self.songs
                if _tokens(track or "") <= _tokens(song.title)
                and _tokens(artist or "") <= _tokens(song.artist)
            ]
        return [
            song for song in self.songs if _tokens(line) <= _tokens(song.artist + " " + song.title)
        ]


def basic_credentials(login: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{login}:{password}".encode()).decode()


def _tokens(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text)  # services find words without their accents
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return set(re.findall(r"\w+", letters.casefold()))


def closed_port() -> int:
    """A port on 127.0.0.1 where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
