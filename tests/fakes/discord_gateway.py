"""The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME, with zlib-stream where asked for."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord_shapes import snowflake

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE_STATE = 0, 1, 2, 3, 4
RESUME, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 6, 7, 9, 10, 11

DECODE_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED = 4002, 4003, 4004
INVALID_INTENTS, DISALLOWED_INTENTS = 4013, 4014

GUILD_MESSAGES, GUILD_REACTIONS = 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS, MESSAGE_CONTENT = 1 << 12, 1 << 13, 1 << 15
PRIVILEGED = (1 << 1) | (1 << 8) | MESSAGE_CONTENT


@dataclass
class Session:
    """One identified session: everything dispatched to it can be replayed."""

    intents: int
    shard: int = 0
    shards: int = 1
    id: str = field(default_factory=snowflake)
    events: list[dict[str, Any]] = field(default_factory=list)


class Connection:
    """One websocket."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self.socket = socket
        self._deflate = zlib.compressobj() if compressed else None
        self.transport: asyncio.Transport | None = None

    async def send(self, payload: dict[str, Any]) -> None:
        text = json.dumps(payload)
        if self._deflate is None:
            await self.socket.send_str(text)
            return
        data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        await self.socket.send_bytes(data)


class Gateway:
    """All sessions of the one bot this server knows."""

    def __init__(self, token: str, ready: dict[str, Any], url: str) -> None:
        self._token = token
        self._ready = ready
        self._url = url
        self.allowed_privileged = 0
        self.reject_tokens = False
        self.heartbeat_interval_ms = 41_250
        self.guilds: list[dict[str, Any]] = []
        self.sessions: dict[str, Session] = {}
        self.session: Session | None = None
        self.connection: Connection | None = None
        self.further_shards: dict[int, tuple[Session, Connection]] = {}
        """Of a bot that comes with several connections, those after the first."""
        self.log: list[str] = []
        self.heartbeats: list[int | None] = []
        self.changed = asyncio.Condition()
        self.on_voice_state: Callable[[dict[str, Any]], Awaitable[None]] | None = None

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection from HELLO to its end."""
        query = request.query
        if query.get("v") != "10" or query.get("encoding") != "json":
            raise web.HTTPBadRequest(text="this server speaks version 10 in JSON")
        if query.get("compress") not in (None, "zlib-stream"):
            raise web.HTTPBadRequest(text="this server compresses with zlib-stream only")
        socket = web.WebSocketResponse(max_msg_size=4096, autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, compressed="compress" in query)
        connection.transport = request.transport
        interval = {"heartbeat_interval": self.heartbeat_interval_ms}
        await connection.send({"op": HELLO, "t": None, "s": None, "d": interval})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                await socket.close(code=DECODE_ERROR)
                break
            await self._receive(connection, json.loads(message.data))
        await self._note("closed", connection=None if self.connection is connection else ...)
        return socket

    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Send an event, or keep it for the resume where nobody is connected."""
        shard = self.shard_of(int(data.get("guild_id") or 0))
        session, connection = self.further_shards.get(shard, (self.session, self.connection))
        if session:
            await self._tell(session, connection, name, data)

    def shard_of(self, guild_id: int) -> int:
        """Which connection is told of a server; direct messages (0) belong to the first."""
        return (guild_id >> 22) % (self.session.shards if self.session else 1)

    async def send_raw(self, payload: dict[str, Any]) -> None:
        """Anything, for tests of the protocol."""
        assert self.connection is not None
        await self.connection.send(payload)

    async def drop(self) -> None:
        """Cut the line without a word."""
        if self.connection and self.connection.transport:
            self.connection.transport.abort()
            self.connection = None
            await asyncio.sleep(0)

    async def close(self, code: int) -> None:
        """Close with a code."""
        if self.connection:
            connection, self.connection = self.connection, None
            await connection.socket.close(code=code)

    def forget_sessions(self) -> None:
        """As after a long outage: nothing can be resumed."""
        self.sessions.clear()

    async def _receive(self, connection: Connection, payload: dict[str, Any]) -> None:
        data = payload.get("d")
        match payload["op"]:
            case op if op == HEARTBEAT:
                self.heartbeats.append(data)
                await connection.send({"op": HEARTBEAT_ACK, "t": None, "s": None, "d": None})
                await self._note()
            case op if op == IDENTIFY:
                await self._identify(connection, data)
            case op if op == RESUME:
                await self._resume(connection, data)
            case op if op == PRESENCE:
                pass
            case op if op == VOICE_STATE and self.on_voice_state:
                await self.on_voice_state(data)
            case _:
                await connection.socket.close(code=4001)

    async def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        if self.reject_tokens or data["token"] != self._token:
            self.log.append("identify refused")
            await connection.socket.close(code=AUTHENTICATION_FAILED)
            return
        if data["intents"] & PRIVILEGED & ~self.allowed_privileged:
            self.log.append("intents refused")
            await connection.socket.close(code=DISALLOWED_INTENTS)
            return
        assert set(data["properties"]) == {"os", "browser", "device"}
        session = Session(data["intents"], *data.get("shard", (0, 1)))
        self.sessions[session.id] = session
        if session.shard:
            self.further_shards[session.shard] = session, connection
        else:
            self.session, self.connection = session, connection
        guilds = [g for g in self.guilds if self.shard_of(int(g["id"])) == session.shard]
        ready = {
            **self._ready,
            "session_id": session.id,
            "resume_gateway_url": self._url,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
        }
        if "shard" in data:
            ready["shard"] = data["shard"]
        await self._tell(session, connection, "READY", ready)
        for guild in guilds:
            await self._tell(session, connection, "GUILD_CREATE", guild)
        await self._note("identified")

    async def _tell(
        self, session: Session, connection: Connection | None, name: str, data: dict[str, Any]
    ) -> None:
        event = {"op": DISPATCH, "t": name, "s": len(session.events) + 1, "d": data}
        session.events.append(event)
        if connection and not connection.socket.closed:
            try:
                await connection.send(event)
            except ConnectionError:
                if self.connection is connection:
                    self.connection = None

    async def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        session = self.sessions.get(data["session_id"])
        if data["token"] != self._token or session is None or data["seq"] is None:
            await self._note("resume refused")
            await connection.send({"op": INVALID_SESSION, "t": None, "s": None, "d": False})
            return
        self.session, self.connection = session, connection
        for event in session.events[data["seq"] :]:
            await connection.send(event)
        await self.dispatch("RESUMED", {"_trace": []})
        await self._note("resumed")

    async def _note(self, entry: str | None = None, connection: Any = ...) -> None:
        if connection is not ...:
            self.connection = connection
        if entry:
            self.log.append(entry)
        async with self.changed:
            self.changed.notify_all()
