"""Discord's HTTP interface v10 and content network, with what they remember.

Whatever the bot does against the documented rules is answered as Discord would, and noted in
``faults``.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from aiohttp import web

from tests.fakes.discord_gateway import DIRECT_MESSAGES, GUILD_MESSAGES
from tests.fakes.discord_rules import choices_faults, command_faults, message_faults
from tests.fakes.discord_shapes import (
    ATTACH_FILES,
    EMBED_LINKS,
    EPHEMERAL,
    MENU,
    READ_HISTORY,
    SEND_IN_THREADS,
    SEND_MESSAGES,
    SLASH,
    Message,
    Person,
    Place,
    SentFile,
    StoredFile,
    age_of,
    snowflake,
)

ACKNOWLEDGE_WITHIN_S = 3.0
TOKEN_LIVES_S = 15 * 60.0
BASE = "/api/v10"
_WRITES = SEND_MESSAGES | SEND_IN_THREADS


@dataclass
class Exchange:
    """One interaction, from the click to the last answer."""

    person: Person
    place: Place
    kind: int
    id: str = field(default_factory=snowflake)
    token: str = field(default_factory=lambda: f"interaction-token-{snowflake()}")
    source: Message | None = None
    original: Message | None = None
    is_acknowledged: bool = False
    asked_at: float = 0.0
    suggested: asyncio.Future[list[dict[str, Any]]] | None = None


class HttpInterface:
    """Everything the bot can ask for over HTTP."""

    def __init__(self, token: str = "local.discord.bot-token") -> None:
        self.token = token
        self.bot = Person("moodmix", is_bot=True)
        self.owner = Person("Olga")
        self.guild_id = snowflake()
        self.guild_channel = Place(snowflake(), guild_id=self.guild_id)
        self.commands: list[dict[str, Any]] = []
        self.registrations = 0
        self.requests: list[str] = []
        self.typing: list[str] = []
        self.downloads: list[str] = []
        self.faults: list[str] = []
        self.transcript: list[str] = []
        self.messages: dict[str, Message] = {}
        self.files: dict[str, StoredFile] = {}
        self.exchanges: dict[str, Exchange] = {}
        self.failures: list[tuple[str, int]] = []
        self.app_permissions = 2_248_473_465_835_073
        self.more_places: list[Place] = []
        self.shards = 1
        self.held_downloads: asyncio.Event | None = None
        self.known_people: dict[str, Person] = {}
        self.avatars: dict[str, bytes] = {}
        self.hides_hooks = False
        """A server in which only who asks sees what apps say that nobody put there."""
        self._direct: dict[str, Place] = {}
        self._answers: asyncio.Queue[Message] = asyncio.Queue()
        self._port = 0

    def direct_place(self, person: Person) -> Place:
        """The direct channel between a person and the bot."""
        if person.id not in self._direct:
            self._direct[person.id] = Place(snowflake(), recipient=person)
        return self._direct[person.id]

    def routes(self) -> list[web.RouteDef]:
        app_id = self.bot.id
        hook = f"{BASE}/webhooks/{app_id}/{{token}}"
        return [
            web.get("/gw/", self._enter_gateway),
            web.get("/resume/", self._enter_gateway),
            web.get("/attachments/{channel}/{file}/{name}", self._download),
            web.get(f"{BASE}/users/@me", self._own_user),
            web.post(f"{BASE}/users/@me/channels", self._open_direct),
            web.get(f"{BASE}/oauth2/applications/@me", self._application),
            web.get(f"{BASE}/gateway/bot", self._gateway_address),
            web.get(f"{BASE}/applications/{app_id}/commands", self._list_commands),
            web.put(f"{BASE}/applications/{app_id}/commands", self._register_commands),
            web.post(f"{BASE}/interactions/{{id}}/{{token}}/callback", self._callback),
            web.post(hook, self._follow_up),
            web.get(f"{hook}/messages/{{message}}", self._read_hook),
            web.patch(f"{hook}/messages/{{message}}", self._edit_hook),
            web.post(f"{BASE}/channels/{{channel}}/messages", self._create_message),
            web.patch(f"{BASE}/channels/{{channel}}/messages/{{message}}", self._edit_message),
            web.post(f"{BASE}/channels/{{channel}}/typing", self._type),
            web.get(f"{BASE}/channels/{{channel}}/messages/{{message}}", self._read_message),
            web.get(
                f"{BASE}/channels/{{channel}}/messages/{{message}}/reactions/{{emoji}}",
                self._read_reactions,
            ),
            web.get("/avatars/{user}/{name}", self._download_avatar),
        ]

    @web.middleware
    async def front_door(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.requests.append(f"{request.method} {request.path}")
        for number, (part, status) in enumerate(self.failures):
            if part in request.path:
                del self.failures[number]
                return _answer({"message": "failed on request", "code": 0}, status)
        if request.path.startswith(BASE):
            agent = request.headers.get("User-Agent", "")
            is_hook = "/webhooks/" in request.path or "/interactions/" in request.path
            if not is_hook and not re.match(r"DiscordBot \(.+\)", agent):
                self.faults.append(f"user agent {agent!r}")
            if not is_hook and request.headers.get("Authorization") != f"Bot {self.token}":
                return _answer({"message": "401: Unauthorized", "code": 0}, 401)
        response: web.StreamResponse = await handler(request)
        return response

    async def _enter_gateway(self, request: web.Request) -> web.WebSocketResponse:
        return await self.gateway.handle(request)

    async def _own_user(self, _: web.Request) -> web.Response:
        return _answer({**self.bot.payload(), "verified": True, "mfa_enabled": False, "flags": 0})

    async def _application(self, _: web.Request) -> web.Response:
        return _answer(
            {
                "id": self.bot.id,
                "name": "moodmix",
                "icon": None,
                "description": "",
                "summary": "",
                "verify_key": "0" * 64,
                "bot_public": True,
                "bot_require_code_grant": False,
                "owner": self.owner.payload(),
                "team": None,
                "flags": 0,
                "interactions_endpoint_url": None,
            }
        )

    async def _gateway_address(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return _answer(
            {"url": self.gateway_url, "shards": self.shards, "session_start_limit": limit}
        )

    async def _open_direct(self, request: web.Request) -> web.Response:
        recipient = str((await request.json())["recipient_id"])
        place = next((p for p in self._direct.values() if p.recipient.id == recipient), None)
        return _answer(place.payload()) if place else _refused(50007, "Cannot send messages", 403)

    async def _list_commands(self, _: web.Request) -> web.Response:
        return _answer(self.commands)

    async def _register_commands(self, request: web.Request) -> web.Response:
        commands = await request.json()
        faults = command_faults(commands)
        if faults:
            return self._bad_form(faults)
        self.registrations += 1
        self.commands = [
            {
                "type": SLASH,
                "description": "",
                "options": [],
                "default_member_permissions": None,
                "nsfw": False,
                "dm_permission": True,
                "version": snowflake(),
                **command,
                "id": snowflake(),
                "application_id": self.bot.id,
            }
            for command in commands
        ]
        return _answer(self.commands)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        stored = self.files.get(request.match_info["file"])
        if stored is None:
            raise web.HTTPNotFound(text="This content is no longer available.")
        self.downloads.append(stored.name)
        if self.held_downloads:
            await self.held_downloads.wait()
        return web.Response(
            body=stored.data, content_type=stored.content_type or "application/octet-stream"
        )

    async def _type(self, request: web.Request) -> web.Response:
        place = self._place(request.match_info["channel"])
        if place and place.forbidden & _WRITES:
            return _refused(50013, "Missing Permissions", 403)
        self.typing.append(request.match_info["channel"])
        return web.Response(status=204)

    async def _callback(self, request: web.Request) -> web.Response:
        exchange = self.exchanges.get(request.match_info["token"])
        loop = asyncio.get_running_loop()
        if exchange is None or exchange.id != request.match_info["id"]:
            return _refused(10062, "Unknown interaction", 404)
        if exchange.is_acknowledged:
            return _refused(40060, "Interaction has already been acknowledged", 400)
        if loop.time() - exchange.asked_at > ACKNOWLEDGE_WITHIN_S:
            self.faults.append("not acknowledged within 3 s")
            return _refused(10062, "Unknown interaction", 404)
        payload, files = await _read_body(request)
        kind, data = payload["type"], payload.get("data") or {}
        if kind == 8:
            return self._suggest(exchange, data.get("choices") or [])
        faults = message_faults(data, files) if kind == 4 else []
        if exchange.suggested or kind not in (4, 5, 6, 7):
            faults.append(f"callback of type {kind}")
        if faults:
            return self._bad_form(faults)
        exchange.is_acknowledged = True
        self._acknowledge(exchange, kind, data, files)
        return self._callback_answer(request, exchange, kind)

    def _suggest(self, exchange: Exchange, choices: list[dict[str, Any]]) -> web.Response:
        faults = choices_faults(choices)
        if faults or exchange.suggested is None:
            return self._bad_form(faults or ["suggestions that nobody asked for"])
        exchange.is_acknowledged = True
        exchange.suggested.set_result(choices)
        return web.Response(status=204)

    def _acknowledge(
        self, exchange: Exchange, kind: int, data: dict[str, Any], files: dict[str, bytes]
    ) -> None:
        if kind in (6, 7):
            exchange.original = exchange.source
            if kind == 7 and exchange.source:
                self._change(exchange.source, data, files)
            return
        message = Message(self.bot, exchange.place, flags=data.get("flags", 0))
        exchange.original = self.messages[message.id] = message
        if kind == 5:
            message.is_thinking = True
        else:
            self._fill(message, data, files)
            self._finish(message, exchange.person)

    def _callback_answer(self, request: web.Request, exchange: Exchange, kind: int) -> web.Response:
        if request.query.get("with_response", "").lower() not in ("true", "1"):
            return web.Response(status=204)
        message = exchange.original
        described = {"id": exchange.id, "type": exchange.kind}
        resource: dict[str, Any] = {"type": kind}
        if message:
            described |= {
                "response_message_id": message.id,
                "response_message_loading": message.is_thinking,
                "response_message_ephemeral": message.is_ephemeral,
            }
            if kind in (4, 7):
                resource["message"] = message.payload()
        return _answer({"interaction": described, "resource": resource})

    async def _follow_up(self, request: web.Request) -> web.Response:
        exchange, refusal = self._hook_of(request)
        if exchange is None:
            return refusal
        payload, files = await _read_body(request)
        faults = message_faults(payload, files)
        if faults:
            return self._bad_form(faults)
        message = exchange.original
        if message is None or not message.is_thinking:
            flags = EPHEMERAL if self.hides_hooks else payload.get("flags", 0) & EPHEMERAL
            message = Message(self.bot, exchange.place, flags=flags)
            self.messages[message.id] = message
        message.is_thinking = False
        self._fill(message, payload, files)
        self._finish(message, exchange.person)
        return _answer({**message.payload(), "webhook_id": self.bot.id})

    async def _read_hook(self, request: web.Request) -> web.Response:
        exchange, refusal = self._hook_of(request)
        if exchange is None:
            return refusal
        message = self._hook_message(exchange, request.match_info["message"])
        return _answer(message.payload()) if message else _refused(10008, "Unknown Message", 404)

    async def _edit_hook(self, request: web.Request) -> web.Response:
        exchange, refusal = self._hook_of(request)
        if exchange is None:
            return refusal
        message = self._hook_message(exchange, request.match_info["message"])
        if message is None:
            return _refused(10008, "Unknown Message", 404)
        return await self._edit(message, request, exchange.person)

    async def _create_message(self, request: web.Request) -> web.Response:
        place = self._place(request.match_info["channel"])
        if place is None:
            return _refused(10003, "Unknown Channel", 404)
        if place.recipient and not place.recipient.takes_direct:
            return _refused(50007, "Cannot send messages to this user", 403)
        payload, files = await _read_body(request)
        if self._is_forbidden(place, payload, files):
            return _refused(50013, "Missing Permissions", 403)
        if place.forbidden & EMBED_LINKS:
            payload.pop("embeds", None)
        faults = message_faults(payload, files)
        reference = payload.get("message_reference") or {}
        # discord.py sends ids as numbers here, which Discord takes as well
        replied_to = str(reference.get("message_id") or "") or None
        if replied_to and replied_to not in self.messages:
            if reference.get("fail_if_not_exists", True):
                faults.append("reply to an unknown message")
            replied_to = None
        if faults:
            return self._bad_form(faults)
        message = Message(self.bot, place, reply_to=replied_to)
        self.messages[message.id] = message
        self._fill(message, payload, files)
        self._finish(message, place.recipient)
        if self._sees(DIRECT_MESSAGES if place.is_direct else GUILD_MESSAGES):
            own = message.payload()
            if place.guild_id:
                own |= {"guild_id": place.guild_id, "member": without_user(self.bot.member())}
            await self.gateway.dispatch("MESSAGE_CREATE", own)
        return _answer(message.payload())

    async def _edit_message(self, request: web.Request) -> web.Response:
        message = self.messages.get(request.match_info["message"])
        if message is None or message.author is not self.bot or message.is_ephemeral:
            return _refused(10008, "Unknown Message", 404)
        return await self._edit(message, request, message.place.recipient)

    async def _read_message(self, request: web.Request) -> web.Response:
        message = self.messages.get(request.match_info["message"])
        if message is None or message.is_ephemeral:
            return _refused(10008, "Unknown Message", 404)
        if message.place.forbidden & READ_HISTORY:
            return _refused(50001, "Missing Access", 403)
        return _answer(message.payload())

    async def _read_reactions(self, request: web.Request) -> web.Response:
        message = self.messages[request.match_info["message"]]
        after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 25))
        emoji = request.match_info["emoji"]
        people = sorted(int(person) for each, person in message.reactions if each == emoji)
        found = [self.known_people[str(one)] for one in people if one > after]
        return _answer([person.payload() for person in found[:limit]])

    async def _download_avatar(self, request: web.Request) -> web.Response:
        person = self.known_people[request.match_info["user"]]
        name = request.match_info["name"].partition(".")[0]
        if person.avatar != name:
            raise web.HTTPNotFound
        self.downloads.append(f"avatar of {person.name}")
        return web.Response(body=self.avatars[name], content_type="image/png")

    def _is_forbidden(self, place: Place, payload: dict[str, Any], files: dict[str, bytes]) -> bool:
        """Whether the bot lacks a permission that it needs for this message."""
        needed = SEND_IN_THREADS if place.parent else SEND_MESSAGES
        needed |= ATTACH_FILES if files else 0
        needed |= READ_HISTORY if payload.get("message_reference") else 0
        return bool(place.forbidden & needed)

    def _hook_of(self, request: web.Request) -> tuple[Exchange | None, web.Response]:
        exchange = self.exchanges.get(request.match_info["token"])
        if exchange is None or not exchange.is_acknowledged:
            return None, _refused(10015, "Unknown Webhook", 404)
        if age_of(exchange.id) > TOKEN_LIVES_S:
            return None, _refused(50027, "Invalid Webhook Token", 401)
        return exchange, web.Response()

    def _hook_message(self, exchange: Exchange, name: str) -> Message | None:
        return exchange.original if name == "@original" else self.messages.get(name)

    async def _edit(
        self, message: Message, request: web.Request, person: Person | None
    ) -> web.Response:
        payload, files = await _read_body(request)
        merged = {"content": message.content, "embeds": message.embeds, **payload}
        faults = message_faults(merged, files)
        if faults:
            return self._bad_form(faults)
        was_thinking, message.is_thinking = message.is_thinking, False
        self._change(message, payload, files)
        if was_thinking:
            self._finish(message, person)
        return _answer(message.payload())

    def _fill(self, message: Message, payload: dict[str, Any], files: dict[str, bytes]) -> None:
        described = {item["filename"]: item for item in payload.get("attachments") or []}
        if set(described) != set(files):
            self.faults.append(f"files {set(files)} announced as {set(described)}")
        for name, data in files.items():
            stored = self._store(message.place, SentFile(name, data, "image/png"))
            stored.description = described.get(name, {}).get("description")
            message.files.append(stored)
        self._change(message, payload, files)

    def _change(self, message: Message, payload: dict[str, Any], files: dict[str, bytes]) -> None:
        if "content" in payload:
            message.content = payload["content"] or ""
        if "attachments" in payload and not files:
            kept = {str(item["id"]) for item in payload["attachments"] or []}
            message.files = [item for item in message.files if item.id in kept]
        if "components" in payload:
            message.components = payload["components"] or []
        if "embeds" in payload:
            message.embeds = json.loads(json.dumps(payload["embeds"] or []))
        urls = {f"attachment://{stored.name}": stored.url for stored in message.files}
        for embed in message.embeds:
            image = embed.get("image")
            if image:
                image["url"] = urls.get(image["url"], image["url"])

    def _finish(self, message: Message, person: Person | None) -> None:
        seen_by = f" (only {person.name} sees it)" if message.is_ephemeral and person else ""
        files = [f"{item.name}: {item.description}" for item in message.files]
        rows = [" ".join(map(_shown, row["components"])) for row in message.components]
        body = "\n".join(part for part in (message.text, *files, *rows) if part)
        self._write(self.bot, body, message.place, seen_by)
        self._answers.put_nowait(message)

    def _write(self, author: Person, text: str, place: Place, note: str = "") -> None:
        where = "direct" if place.is_direct else "a group" if place.group else "#general"
        self.transcript.append(f"{author.name} in {where}{note}: {text}")

    def _store(self, place: Place, item: SentFile) -> StoredFile:
        file_id = snowflake()
        path = f"attachments/{place.id}/{file_id}/{quote(item.name)}"
        url = f"http://127.0.0.1:{self._port}/{path}?ex=68f0&is=68ef&hm=00"
        stored = StoredFile(
            file_id, item.name, item.data, url, item.content_type, size=item.claimed_size or 0
        )
        self.files[file_id] = stored
        return stored

    def _place(self, channel_id: str) -> Place | None:
        places = [self.guild_channel, *self.more_places, *self._direct.values()]
        return next((place for place in places if place.id == channel_id), None)

    def _sees(self, intent: int) -> bool:
        return self.gateway.session is not None and bool(self.gateway.session.intents & intent)

    def _bad_form(self, faults: list[str]) -> web.Response:
        self.faults += faults
        return _refused(50035, f"Invalid Form Body: {'; '.join(faults)}", 400)

    def _ready_payload(self) -> dict[str, Any]:
        return {
            "v": 10,
            "user": {**self.bot.payload(), "verified": True, "mfa_enabled": False, "flags": 0},
            "application": {"id": self.bot.id, "flags": 0},
        }

    def _socket_url(self, path: str) -> str:
        return f"ws://127.0.0.1:{self._port}/{path}/"


def _answer(payload: Any, status: int = 200) -> web.Response:
    # discord.py reads JSON only where the type is exactly this, without a charset
    body = json.dumps(payload).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json"})


def _shown(component: dict[str, Any]) -> str:
    """A button as its label, a menu with what can be chosen in it."""
    if component["type"] != MENU:
        return f"[{component['label']}]"
    options = (
        f"✓{option['label']}" if option.get("default") else option["label"]
        for option in component["options"]
    )
    return f"[{component.get('placeholder')} ▾ {' | '.join(options)}]"


def _refused(code: int, message: str, status: int) -> web.Response:
    return _answer({"message": message, "code": code}, status)


def without_user(member: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in member.items() if name != "user"}


async def _read_body(request: web.Request) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The JSON payload and, in a multipart form, the files by name."""
    if not request.content_type.startswith("multipart/"):
        payload: dict[str, Any] = await request.json()
        return payload, {}
    payload, files = {}, {}
    form = await request.multipart()
    while part := await form.next():
        if part.name == "payload_json":
            payload = json.loads(await part.text())
        else:
            assert re.fullmatch(r"files\[\d+\]", part.name or "")
            files[part.filename or ""] = bytes(await part.read())
    return payload, files
