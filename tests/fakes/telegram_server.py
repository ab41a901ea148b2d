"""A local Telegram Bot API server, faithful to the shapes and refusals of the documents.

One bot, people and chats made by the test (see telegram_people). It answers on HTTP as
https://core.telegram.org/bots/api describes: ``/bot<token>/<method>`` with url-encoded, multipart
or JSON parameters, ``/file/bot<token>/<path>`` for downloads. It can be taken away and brought
back on the same port, answer 429, drop connections and be slow.
"""

from __future__ import annotations

import asyncio
import io
import itertools
import json
import re
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web
from PIL import Image, ImageOps, UnidentifiedImageError

from tests.fakes.telegram_html import EntityError, parse_html, utf16_length

Json = dict[str, Any]

TOKEN = "700000001:AAF-fake-token-of-the-local-server"
BOT_ID = 700000001
BOT_NAME = "moodmix_test_bot"

DOWNLOAD_LIMIT = 20 * 1000 * 1000
UPLOAD_LIMIT = 50 * 1000 * 1000
_PHOTO_LIMIT = 10 * 1000 * 1000
_CAPTION_LIMIT, _TEXT_LIMIT, _DATA_LIMIT, _NOTE_LIMIT = 1024, 4096, 64, 200
_CHAT_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location"),
    *("record_video_note", "upload_video_note"),
}
_RESULTS_LIMIT = 50
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


class RefusalError(Exception):
    """An answer with ``ok: false``."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad_request(description: str) -> RefusalError:
    return RefusalError(400, f"Bad Request: {description}")


class ConnectionDroppedError(Exception):
    """The connection was closed instead of answering."""


@dataclass(slots=True)
class Call:
    """One request of the bot. at: seconds of the monotonic clock."""

    method: str
    parameters: Json
    at: float


@dataclass(slots=True)
class ChatState:
    """What the server knows of a chat."""

    info: Json
    started: bool = True
    blocked: bool = False
    photos_forbidden: bool = False
    voices_forbidden: bool = False
    migrated_to: int | None = None
    messages: dict[int, Json] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))


@dataclass(slots=True)
class StoredFile:
    data: bytes
    path: str
    claimed_size: int | None = None

    @property
    def size(self) -> int:
        return len(self.data) if self.claimed_size is None else self.claimed_size


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a request."""

    data: bytes
    name: str
    content_type: str


class TelegramServer:
    """``async with TelegramServer() as server``; give the bot ``server.url`` and ``TOKEN``."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.calls: list[Call] = []
        self.chats: dict[int, ChatState] = {}
        self.commands: dict[str, list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.webhook: Json = {"url": ""}
        self.delivered: list[int] = []
        self.files: dict[str, StoredFile] = {}
        self.downloads: list[str] = []
        self.open_queries: set[str] = set()
        self.notes: list[Json] = []
        self.inline_mode = True
        self.open_inline_queries: set[str] = set()
        self.inline_answers: list[Json] = []
        self.changed = asyncio.Condition()
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._updates: deque[Json] = deque()
        self._update_ids = itertools.count(5000)
        self._allowed: list[str] | None = None
        self._poll_generation = 0
        self._file_numbers = itertools.count(1)
        self._delivering: asyncio.Task[None] | None = None
        self._floods: dict[str, deque[int]] = defaultdict(deque)
        self._drops: dict[str, int] = defaultdict(int)
        self._delays: dict[str, float] = {}
        self._failures: dict[str, deque[tuple[int, str]]] = defaultdict(deque)

    # -- life

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> None:
        """Listen; again on the same port after a stop."""
        app = web.Application(client_max_size=UPLOAD_LIMIT + 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.*}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Go away; open connections are cut."""
        if self._runner:
            for connection in self._runner.server.connections if self._runner.server else ():
                if connection.transport:
                    connection.transport.abort()
            self._poll_generation += 1
            await self._notify()
            if self._delivering:
                self._delivering.cancel()
                await asyncio.wait({self._delivering})
            await self._runner.cleanup()
            self._runner = None

    # -- what a test can switch

    def flood(self, method: str, retry_after: int, times: int = 1) -> None:
        """Answer the next calls of a method with 429."""
        self._floods[method].extend([retry_after] * times)

    def drop(self, method: str, times: int = 1) -> None:
        """Close the connection in answer to the next calls, before doing anything."""
        self._drops[method] += times

    def delay(self, method: str, seconds: float) -> None:
        """Answer a method late from now on; "download" is the file download."""
        self._delays[method] = seconds

    def fail(self, method: str, code: int, description: str, times: int = 1) -> None:
        """Answer the next calls with this error."""
        self._failures[method].extend([(code, description)] * times)

    # -- what a test can see

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def until(self, condition: Callable[[], Any], timeout_s: float = 15.0) -> Any:
        """Wait for something truthy; fails with what the bot has done so far."""
        try:
            async with asyncio.timeout(timeout_s), self.changed:
                while not (result := condition()):
                    await self.changed.wait()
                return result
        except TimeoutError:
            done = [(call.method, _brief(call.parameters)) for call in self.calls[-12:]]
            raise AssertionError(f"waited {timeout_s} s in vain; last calls: {done}") from None

    # -- for telegram_people

    def push(self, kind: str, payload: Json) -> int:
        """Queue an update for the bot, if it asked for its kind."""
        number = next(self._update_ids)
        wanted = kind in self._allowed if self._allowed else kind not in _NOT_BY_DEFAULT
        if wanted:
            self._updates.append({"update_id": number, kind: payload})
        task = asyncio.get_running_loop().create_task(self._notify())
        task.add_done_callback(lambda _done: None)
        return number

    @property
    def pending_updates(self) -> int:
        return len(self._updates)

    def store_file(self, data: bytes, path: str, claimed_size: int | None = None) -> str:
        number = next(self._file_numbers)
        file_id = f"BQACAgIAAxkBAAIB{number:06d}"
        self.files[file_id] = StoredFile(data, f"{path}_{number}", claimed_size)
        return file_id

    async def _notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    # -- HTTP

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        key = method.lower()
        try:
            self._check_token(request.match_info["token"])
            parameters, uploads = await _read_parameters(request)
            self.calls.append(Call(method, parameters, time.monotonic()))
            await self._misbehave(method, request)
            handler: Callable[..., Awaitable[Any]] = getattr(self, f"_do_{key}", _no_such_method)
            result = await handler(parameters, uploads)
        except ConnectionDroppedError:
            return web.Response()
        except RefusalError as refusal:
            body: Json = {
                "ok": False,
                "error_code": refusal.code,
                "description": refusal.description,
            }
            if refusal.parameters:
                body["parameters"] = refusal.parameters
            await self._notify()
            return web.json_response(body, status=refusal.code)
        await self._notify()
        return web.json_response({"ok": True, "result": result})

    async def _misbehave(self, method: str, request: web.Request) -> None:
        if self._drops[method]:
            self._drops[method] -= 1
            if request.transport:
                request.transport.abort()
            raise ConnectionDroppedError
        if self._delays.get(method):
            await asyncio.sleep(self._delays[method])
        if self._floods[method]:
            seconds = self._floods[method].popleft()
            raise RefusalError(
                429, f"Too Many Requests: retry after {seconds}", retry_after=seconds
            )
        if self._failures[method]:
            raise RefusalError(*self._failures[method].popleft())

    def _check_token(self, token: str) -> None:
        if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
            raise RefusalError(404, "Not Found")
        if token != self.token:
            raise RefusalError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request.match_info["token"])
            await self._misbehave("download", request)
        except ConnectionDroppedError:
            return web.Response()
        except RefusalError as refusal:
            return web.json_response(
                {"ok": False, "error_code": refusal.code, "description": refusal.description},
                status=refusal.code,
            )
        path = request.match_info["path"]
        stored = next((file for file in self.files.values() if file.path == path), None)
        if stored is None:
            return web.Response(status=404, text="Not Found")
        self.downloads.append(path)
        return web.Response(body=stored.data, content_type="application/octet-stream")

    # -- methods: the bot itself

    async def _do_getme(self, _parameters: Json, _uploads: Json) -> Json:
        return {
            **bot_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": self.inline_mode,
        }

    async def _do_getmycommands(self, parameters: Json, _uploads: Json) -> list[Json]:
        return self.commands.get(parameters.get("language_code", ""), [])

    async def _do_setmycommands(self, parameters: Json, _uploads: Json) -> bool:
        commands = parameters.get("commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command.get("command", "")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command.get("description", "")) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[parameters.get("language_code", "")] = commands
        return True

    async def _do_getmydescription(self, parameters: Json, _uploads: Json) -> Json:
        return {"description": self._described("description", parameters)}

    async def _do_getmyshortdescription(self, parameters: Json, _uploads: Json) -> Json:
        return {"short_description": self._described("short_description", parameters)}

    async def _do_setmydescription(self, parameters: Json, _uploads: Json) -> bool:
        return self._describe("description", parameters, 512)

    async def _do_setmyshortdescription(self, parameters: Json, _uploads: Json) -> bool:
        return self._describe("short_description", parameters, 120)

    def _described(self, kind: str, parameters: Json) -> str:
        code = parameters.get("language_code", "")
        return self.descriptions.get((kind, code)) or self.descriptions.get((kind, ""), "")

    def _describe(self, kind: str, parameters: Json, limit: int) -> bool:
        text = parameters.get(kind, "")
        if len(text) > limit:
            raise bad_request("description is too long")
        self.descriptions[kind, parameters.get("language_code", "")] = text
        return True

    async def _do_setwebhook(self, parameters: Json, _uploads: Json) -> bool:
        """From here on updates are delivered, a failed one again; https is not asked for here."""
        secret = parameters.get("secret_token", "")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad_request("secret token contains unallowed characters")
        self.webhook = {"url": parameters["url"], "secret": secret}
        if "allowed_updates" in parameters:
            self._allowed = parameters["allowed_updates"] or None
        self._delivering = asyncio.get_running_loop().create_task(self._deliver())
        return True

    async def _do_deletewebhook(self, _parameters: Json, _uploads: Json) -> bool:
        self.webhook = {"url": ""}
        return True

    async def _deliver(self) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret"]}
        async with aiohttp.ClientSession() as session:
            while self.webhook["url"]:
                async with self.changed:
                    while not self._updates:
                        await self.changed.wait()
                update = self._updates[0]
                try:
                    url = self.webhook["url"]
                    async with session.post(url, json=update, headers=headers) as response:
                        taken = response.ok
                except aiohttp.ClientError:
                    taken = False
                if taken and self._updates and self._updates[0] is update:
                    self._updates.popleft()
                    self.delivered.append(update["update_id"])
                    await self._notify()
                else:
                    await asyncio.sleep(0.2)

    async def _do_getwebhookinfo(self, _parameters: Json, _uploads: Json) -> Json:
        return {
            "url": self.webhook["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }

    async def _do_getupdates(self, parameters: Json, _uploads: Json) -> list[Json]:
        if self.webhook["url"]:
            raise RefusalError(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poll_generation += 1
        generation = self._poll_generation
        await self._notify()
        if "allowed_updates" in parameters:
            self._allowed = parameters["allowed_updates"] or None
        offset, limit = int(parameters.get("offset", 0)), int(parameters.get("limit", 100))
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        try:
            async with asyncio.timeout(min(int(parameters.get("timeout", 0)), 50)), self.changed:
                while not self._updates and generation == self._poll_generation:
                    await self.changed.wait()
        except TimeoutError:
            return []
        if generation != self._poll_generation:
            raise RefusalError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot "
                "instance is running",
            )
        return list(itertools.islice(self._updates, limit))

    # -- methods: sending

    async def _do_sendmessage(self, parameters: Json, _uploads: Json) -> Json:
        chat = self._chat(parameters)
        text, entities = _formatted(parameters, "text", "entities")
        if not text.strip():
            raise bad_request("message text is empty")
        if utf16_length(text) > _TEXT_LIMIT:
            raise bad_request("message is too long")
        return self._post(chat, parameters, {"text": text, **_some(entities=entities)})

    async def _do_sendphoto(self, parameters: Json, uploads: Json) -> Json:
        chat = self._chat(parameters)
        if chat.photos_forbidden:
            raise bad_request("not enough rights to send photos to the chat")
        sizes = self.photo_sizes(_uploaded("photo", parameters, uploads).data)
        if sizes is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        caption, entities = _formatted(parameters, "caption", "caption_entities")
        if utf16_length(caption) > _CAPTION_LIMIT:
            raise bad_request("message caption is too long")
        content = {"photo": sizes, **_some(caption=caption, caption_entities=entities)}
        return self._post(chat, parameters, content)

    async def _do_sendaudio(self, parameters: Json, uploads: Json) -> Json:
        """For music in MP3 or M4A, as documented; other types are taken for what they are."""
        sent = _uploaded("audio", parameters, uploads)
        if not sent.name.lower().endswith((".mp3", ".m4a")):
            return await self._do_senddocument(
                {**parameters, "document": "attach://audio"}, uploads
            )
        about = {name: parameters.get(name) for name in ("title", "performer")}
        return self._post_sound(parameters, "audio", sent, **about)

    async def _do_sendvoice(self, parameters: Json, uploads: Json) -> Json:
        if self._chat(parameters).voices_forbidden:
            raise bad_request("VOICE_MESSAGES_FORBIDDEN")
        return self._post_sound(parameters, "voice", _uploaded("voice", parameters, uploads))

    async def _do_senddocument(self, parameters: Json, uploads: Json) -> Json:
        return self._post_sound(parameters, "document", _uploaded("document", parameters, uploads))

    def _post_sound(self, parameters: Json, kind: str, sent: Upload, **about: Any) -> Json:
        chat = self._chat(parameters)
        if len(sent.data) > UPLOAD_LIMIT:
            raise RefusalError(413, "Request Entity Too Large")
        caption, entities = _formatted(parameters, "caption", "caption_entities")
        if utf16_length(caption) > _CAPTION_LIMIT:
            raise bad_request("message caption is too long")
        file_id = self.store_file(sent.data, f"{kind}/{sent.name}")
        file = {
            "file_id": file_id,
            "file_unique_id": f"u{file_id[-10:]}",
            "file_size": len(sent.data),
            "mime_type": sent.content_type,
            **_some(file_name=sent.name if kind != "voice" else None, **about),
        }
        if kind != "document":
            file["duration"] = int(parameters.get("duration", 0))
        content = {kind: file, **_some(caption=caption, caption_entities=entities)}
        return self._post(chat, parameters, content)

    async def _do_sendchataction(self, parameters: Json, _uploads: Json) -> bool:
        self._chat(parameters)
        if parameters.get("action") not in _CHAT_ACTIONS:
            raise bad_request("wrong parameter action in request")
        return True

    async def _do_editmessagetext(self, parameters: Json, _uploads: Json) -> Json:
        message = self._editable(parameters)
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")
        text, entities = _formatted(parameters, "text", "entities")
        if not text.strip():
            raise bad_request("message text is empty")
        if utf16_length(text) > _TEXT_LIMIT:
            raise bad_request("message is too long")
        return self._edit(message, parameters, {"text": text, **_some(entities=entities)})

    async def _do_editmessagecaption(self, parameters: Json, _uploads: Json) -> Json:
        message = self._editable(parameters)
        if "photo" not in message:
            raise bad_request("there is no caption in the message to edit")
        caption, entities = _formatted(parameters, "caption", "caption_entities")
        if utf16_length(caption) > _CAPTION_LIMIT:
            raise bad_request("message caption is too long")
        content = _some(caption=caption, caption_entities=entities)
        return self._edit(message, parameters, content)

    async def _do_editmessagereplymarkup(self, parameters: Json, _uploads: Json) -> Json:
        return self._edit(self._editable(parameters), parameters, None)

    async def _do_deletemessage(self, parameters: Json, _uploads: Json) -> bool:
        chat = self._chat(parameters)
        if chat.messages.pop(int(parameters.get("message_id", 0)), None) is None:
            raise bad_request("message to delete not found")
        return True

    async def _do_answercallbackquery(self, parameters: Json, _uploads: Json) -> bool:
        query_id = parameters.get("callback_query_id")
        if query_id not in self.open_queries:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        if len(parameters.get("text") or "") > _NOTE_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        self.open_queries.discard(query_id)
        self.notes.append(parameters)
        return True

    async def _do_answerinlinequery(self, parameters: Json, _uploads: Json) -> bool:
        query_id, results = parameters.get("inline_query_id"), parameters.get("results")
        if query_id not in self.open_inline_queries:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        if not isinstance(results, list) or len(results) > _RESULTS_LIMIT:
            raise bad_request("RESULTS_TOO_MUCH")
        ids = [result["id"] for result in results]
        if len(set(ids)) < len(ids) or not all(1 <= len(i.encode()) <= _DATA_LIMIT for i in ids):
            raise bad_request("RESULT_ID_INVALID")
        if len(str(parameters.get("next_offset") or "").encode()) > _DATA_LIMIT:
            raise bad_request("NEXT_OFFSET_INVALID")
        button = parameters.get("button")
        if button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
            raise bad_request("START_PARAM_INVALID")
        for result in results:
            if not result.get("title"):
                raise bad_request("ARTICLE_TITLE_EMPTY")
            content = result["input_message_content"]
            text, entities = _formatted(
                {"text": content["message_text"], "parse_mode": content.get("parse_mode")},
                *("text", "entities"),
            )
            if not text.strip() or utf16_length(text) > _TEXT_LIMIT:
                raise bad_request("MESSAGE_EMPTY")
            result["message"] = {"text": text, **_some(entities=entities)}
        self.open_inline_queries.discard(query_id)
        self.inline_answers.append(parameters)
        return True

    async def _do_getfile(self, parameters: Json, _uploads: Json) -> Json:
        stored = self.files.get(str(parameters.get("file_id")))
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if stored.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {
            "file_id": parameters["file_id"],
            "file_unique_id": f"u{parameters['file_id'][-10:]}",
            "file_size": stored.size,
            "file_path": stored.path,
        }

    # -- parts

    def photo_sizes(self, data: bytes) -> list[Json] | None:
        """As Telegram stores a photo: upright JPEGs, small and up to 1280 px; None for no image."""
        if len(data) > _PHOTO_LIMIT:
            return None
        try:
            image = Image.open(io.BytesIO(data))
            image.load()
        except (UnidentifiedImageError, OSError):
            return None
        upright = ImageOps.exif_transpose(image).convert("RGB")
        sizes = []
        for name, side in (("s", 90), ("m", 320), ("x", 1280)):
            scaled = upright.copy()
            scaled.thumbnail((side, side))
            buffer = io.BytesIO()
            scaled.save(buffer, "JPEG", quality=87)
            file_id = self.store_file(buffer.getvalue(), f"photos/file_{name}.jpg")
            sizes.append(
                {
                    "file_id": file_id,
                    "file_unique_id": f"u{file_id[-10:]}",
                    "width": scaled.width,
                    "height": scaled.height,
                    "file_size": len(buffer.getvalue()),
                }
            )
        return sizes

    def _chat(self, parameters: Json) -> ChatState:
        chat_id = str(parameters.get("chat_id", ""))
        if not chat_id:
            raise bad_request("chat_id is empty")
        if not re.fullmatch(r"-?[0-9]+", chat_id) or int(chat_id) not in self.chats:
            raise bad_request("chat not found")
        chat = self.chats[int(chat_id)]
        if not chat.started:
            raise RefusalError(403, "Forbidden: bot can't initiate conversation with a user")
        if chat.blocked:
            raise RefusalError(403, "Forbidden: bot was blocked by the user")
        if chat.migrated_to:
            raise RefusalError(
                *(400, "Bad Request: group chat was upgraded to a supergroup chat"),
                migrate_to_chat_id=chat.migrated_to,
            )
        return chat

    def _post(self, chat: ChatState, parameters: Json, content: Json) -> Json:
        markup = _checked_markup(parameters.get("reply_markup"))
        message: Json = {
            "message_id": next(chat.numbers),
            "from": bot_user(),
            "chat": chat.info,
            "date": int(time.time()),
            **content,
        }
        reply = parameters.get("reply_parameters")
        if reply:
            quoted = chat.messages.get(int(reply["message_id"]))
            if quoted is None and not reply.get("allow_sending_without_reply"):
                raise bad_request("message to be replied not found")
            if quoted is not None:
                message["reply_to_message"] = without_reply(quoted)
        if parameters.get("message_thread_id"):
            message["message_thread_id"] = int(parameters["message_thread_id"])
            message["is_topic_message"] = True
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
        chat.messages[message["message_id"]] = message
        return deepcopy(message)

    def _editable(self, parameters: Json) -> Json:
        chat = self._chat(parameters)
        message = chat.messages.get(int(parameters.get("message_id", 0)))
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != BOT_ID:
            raise bad_request("message can't be edited")
        return message

    def _edit(self, message: Json, parameters: Json, content: Json | None) -> Json:
        before = deepcopy(message)
        if content is not None:
            for key in ("text", "entities", "caption", "caption_entities"):
                message.pop(key, None)
            message.update(content)
        markup = _checked_markup(parameters.get("reply_markup"))
        message.pop("reply_markup", None)
        if markup and markup["inline_keyboard"]:
            message["reply_markup"] = markup
        if {**message, "edit_date": 0} == {**before, "edit_date": 0}:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        message["edit_date"] = int(time.time())
        return deepcopy(message)


async def _no_such_method(_parameters: Json, _uploads: Json) -> Any:
    raise RefusalError(404, "Not Found")


def bot_user() -> Json:
    return {"id": BOT_ID, "is_bot": True, "first_name": "moodmix", "username": BOT_NAME}


def without_reply(message: Json) -> Json:
    """A message as it is quoted: what it replied to itself is left out."""
    return {key: deepcopy(value) for key, value in message.items() if key != "reply_to_message"}


async def _read_parameters(request: web.Request) -> tuple[Json, Json]:
    """Parameters with JSON values taken apart, and uploaded files by field name."""
    raw: Json = dict(request.query)
    uploads: Json = {}
    if request.content_type == "application/json":
        raw.update(await request.json())
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                with value.file as file:
                    uploads[name] = Upload(file.read(), value.filename, value.content_type)
            else:
                raw[name] = value
    parameters = {}
    for name, value in raw.items():
        parameters[name] = value
        if isinstance(value, str) and name not in {"text", "caption"} and value[:1] in "[{":
            try:
                parameters[name] = json.loads(value)
            except ValueError as error:
                raise bad_request(f"can't parse {name} JSON object") from error
    return parameters, uploads


def _formatted(parameters: Json, name: str, entities: str) -> tuple[str, list[Json]]:
    text = str(parameters.get(name) or "")
    mode = str(parameters.get("parse_mode") or "").lower()
    if mode == "html":
        try:
            return parse_html(text)
        except EntityError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    if mode:
        raise bad_request("unsupported parse_mode")
    return text, parameters.get(entities) or []


def _uploaded(name: str, parameters: Json, uploads: Json) -> Upload:
    value = parameters.get(name)
    if isinstance(value, str) and value.startswith("attach://"):
        name = value.removeprefix("attach://")
    if name not in uploads:
        raise bad_request(f"there is no {name} in the request")
    return uploads[name]


def _checked_markup(markup: Any) -> Json | None:
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if markup.get("force_reply"):
        return markup
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        raise bad_request("can't parse reply keyboard markup JSON object")
    for button in itertools.chain.from_iterable(rows):
        if not button.get("text"):
            raise bad_request("can't parse inline keyboard button: text is empty")
        if not button.keys() - {"text"}:
            raise bad_request("text buttons are unallowed in the inline keyboard")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= _DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    return markup


def _some(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value}


def _brief(parameters: Json) -> Json:
    return {name: str(value)[:80] for name, value in parameters.items()}
