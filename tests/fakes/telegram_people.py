"""The people's side of the local Telegram server: what they send, press and see."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram_server import (
    BOT_ID,
    BOT_NAME,
    ChatState,
    Json,
    TelegramServer,
    bot_user,
    without_reply,
)

_query_numbers = itertools.count(91_000_000_000)


@dataclass(slots=True)
class Person:
    """A Telegram user."""

    id: int
    name: str
    language: str = "en"

    @property
    def user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }


_OTHERS: dict[str, Json] = {
    "location": {"location": {"latitude": 52.5, "longitude": 13.4}},
    "contact": {"contact": {"phone_number": "+49123", "first_name": "Cem"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "venue": {
        "venue": {
            "location": {"latitude": 52.5, "longitude": 13.4},
            "title": "Bar",
            "address": "Street 1",
        },
        "location": {"latitude": 52.5, "longitude": 13.4},
    },
    "poll": {
        "poll": {
            "id": "77",
            "question": "Which?",
            "options": [{"persistent_id": "1", "text": "One", "voter_count": 0}],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    "story": {"story": {"id": 3, "chat": {"id": 5, "type": "private", "first_name": "Cem"}}},
}


_RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
    *("can_manage_video_chats", "can_restrict_members", "can_promote_members"),
    *("can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    "can_delete_stories",
)
_MEMBERSHIPS: dict[str, Json] = {
    "left": {"status": "left"},
    "kicked": {"status": "kicked", "until_date": 0},
    "member": {"status": "member"},
    "administrator": {"status": "administrator", **dict.fromkeys(_RIGHTS, False)},
}


class Chat:
    """A private chat or a group, seen through a person's app."""

    def __init__(self, server: TelegramServer, info: Json, *, privacy_mode: bool = True) -> None:
        self.server = server
        self.id = int(info["id"])
        self.state = server.chats.setdefault(self.id, ChatState(info))
        self.privacy_mode = privacy_mode
        self._seen = 0

    # -- sending

    def send_text(
        self, person: Person, text: str, *, entities: list[Json] | None = None, **options: Any
    ) -> Json:
        entities = _entities(text) if entities is None else entities
        content = {"text": text, **({"entities": entities} if entities else {})}
        return self._send(person, content, **options)

    def send_photo(
        self, person: Person, data: bytes, caption: str | None = None, **options: Any
    ) -> Json:
        """A photo as apps send it: re-encoded by the server, several sizes."""
        sizes = self.server.photo_sizes(data)
        assert sizes, "apps send only pictures as photos"
        return self._send(person, {"photo": sizes, **_caption(caption)}, **options)

    def send_document(
        self,
        person: Person,
        data: bytes,
        filename: str,
        mime_type: str | None,
        caption: str | None = None,
        *,
        claimed_size: int | None = None,
        **options: Any,
    ) -> Json:
        document = self._file(data, f"documents/{filename}", claimed_size)
        document["file_name"] = filename
        if mime_type:
            document["mime_type"] = mime_type
        return self._send(person, {"document": document, **_caption(caption)}, **options)

    def send_video(
        self,
        person: Person,
        data: bytes,
        caption: str | None = None,
        *,
        claimed_size: int | None = None,
        **options: Any,
    ) -> Json:
        video = {
            **self._file(data, "videos/file.mp4", claimed_size),
            "width": 320,
            "height": 240,
            "duration": 3,
            "mime_type": "video/mp4",
        }
        return self._send(person, {"video": video, **_caption(caption)}, **options)

    def send_video_note(self, person: Person, data: bytes, **options: Any) -> Json:
        note = {**self._file(data, "video_notes/file.mp4"), "length": 240, "duration": 3}
        return self._send(person, {"video_note": note}, **options)

    def send_animation(
        self, person: Person, data: bytes, caption: str | None = None, **options: Any
    ) -> Json:
        """GIFs arrive as MP4, and once more as a document for old bots."""
        file = {**self._file(data, "animations/file.mp4"), "mime_type": "video/mp4"}
        animation = {**file, "width": 320, "height": 240, "duration": 3, "file_name": "a.mp4"}
        content = {"animation": animation, "document": {**file, "file_name": "a.mp4"}}
        return self._send(person, {**content, **_caption(caption)}, **options)

    def send_live_photo(
        self, person: Person, still: bytes, moving: bytes, caption: str | None = None
    ) -> Json:
        live = {
            **self._file(moving, "videos/live.mp4"),
            "width": 320,
            "height": 240,
            "duration": 3,
            "mime_type": "video/mp4",
            "photo": self.server.photo_sizes(still),
        }
        return self._send(person, {"live_photo": live, **_caption(caption)})

    def send_voice(self, person: Person, data: bytes, **options: Any) -> Json:
        voice = {**self._file(data, "voice/file.oga"), "duration": 9, "mime_type": "audio/ogg"}
        return self._send(person, {"voice": voice}, **options)

    def send_audio(self, person: Person, data: bytes, filename: str, **options: Any) -> Json:
        audio = {
            **self._file(data, f"music/{filename}"),
            "duration": 9,
            "mime_type": "audio/mpeg",
            "file_name": filename,
        }
        return self._send(person, {"audio": audio}, **options)

    def send_other(self, person: Person, kind: str) -> Json:
        """Something that is no file: a location, a contact, a poll, a die, a place, a story."""
        return self._send(person, deepcopy(_OTHERS[kind]))

    def send_sticker(self, person: Person) -> Json:
        sticker = {
            **self._file(b"RIFF", "stickers/file.webp"),
            "width": 512,
            "height": 512,
            "type": "regular",
            "is_animated": False,
            "is_video": False,
            "emoji": "😀",
        }
        return self._send(person, {"sticker": sticker})

    def edit_text(self, person: Person, message: Json, text: str) -> None:
        edited = {**self.state.messages[message["message_id"]], "text": text}
        edited["edit_date"] = int(time.time())
        self.state.messages[message["message_id"]] = edited
        self.server.push("edited_message", deepcopy(edited))

    def press(self, person: Person, message: Json, words: str) -> str:
        """Press the button with these words (or whose words end so); returns the query's id."""
        now = self.state.messages[message["message_id"]]
        buttons = list(itertools.chain.from_iterable(now["reply_markup"]["inline_keyboard"]))
        fitting = [button for button in buttons if button["text"].endswith(words)]
        assert fitting, f"no button {words!r} among {[button['text'] for button in buttons]}"
        return self.press_data(person, now, fitting[0]["callback_data"])

    def press_data(self, person: Person, message: Json, data: str) -> str:
        query_id = str(next(_query_numbers))
        self.server.open_queries.add(query_id)
        self.server.push(
            "callback_query",
            {
                "id": query_id,
                "from": person.user,
                "message": deepcopy(message),
                "chat_instance": f"{self.id}",
                "data": data,
            },
        )
        return query_id

    def ask_inline(self, person: Person, words: str = "", offset: str = "") -> str:
        """Write the bot's name and words in any chat; returns the query's id."""
        query_id = str(next(_query_numbers))
        self.server.open_inline_queries.add(query_id)
        query = {"id": query_id, "from": person.user, "query": words, "offset": offset}
        self.server.push("inline_query", query)
        return query_id

    async def inline_answer(self, query_id: str, timeout_s: float = 15.0) -> Json:
        """What is offered then."""
        return await self.server.until(
            lambda: next(
                (a for a in self.server.inline_answers if a["inline_query_id"] == query_id), None
            ),
            timeout_s,
        )

    def let_bot(self, person: Person, before: str, after: str) -> None:
        """Change what the bot is here: "left", "member", "administrator", "kicked"."""
        bot = bot_user()
        self.server.push(
            "my_chat_member",
            {
                "chat": self.state.info,
                "from": person.user,
                "date": int(time.time()),
                "old_chat_member": {"user": bot, **_MEMBERSHIPS[before]},
                "new_chat_member": {"user": bot, **_MEMBERSHIPS[after]},
            },
        )

    def become_supergroup(self) -> Chat:
        """What Telegram does to a group that grows: another number, and two service messages."""
        info = {**self.state.info, "id": self.id - 1_000_000_000_000, "type": "supergroup"}
        self.state.migrated_to = info["id"]
        admin = Person(1, "Admin")
        self._send(admin, {"migrate_to_chat_id": info["id"]})
        grown = Chat(self.server, info, privacy_mode=self.privacy_mode)
        grown._send(admin, {"migrate_from_chat_id": self.id})
        return grown

    def react(
        self, person: Person | None, message: Json, new: list[str], old: list[str] | None = None
    ) -> None:
        """Change a person's reactions; without a person, an anonymous admin's."""
        who = {"user": person.user} if person else {"actor_chat": self.state.info}
        self.server.push(
            "message_reaction",
            {
                "chat": self.state.info,
                "message_id": message["message_id"],
                **who,
                "date": int(time.time()),
                "old_reaction": [{"type": "emoji", "emoji": emoji} for emoji in old or []],
                "new_reaction": [{"type": "emoji", "emoji": emoji} for emoji in new],
            },
        )

    # -- seeing

    async def bot_says(
        self, timeout_s: float = 15.0, *, ignoring: str = "Looking and listening …"
    ) -> Json:
        """The bot's next message in this chat that was not asked for before.

        ignoring: words to pass over, by default the ones that only say that work goes on.
        """

        def newer() -> Json | None:
            return next(
                (
                    message
                    for number, message in sorted(self.state.messages.items())
                    if number > self._seen
                    and message["from"]["id"] == BOT_ID
                    and message.get("text") != ignoring
                ),
                None,
            )

        message = await self.server.until(newer, timeout_s)
        self._seen = message["message_id"]
        return deepcopy(message)

    async def until_shown(
        self, message: Json, condition: Callable[[Json], Any], timeout_s: float = 15.0
    ) -> Json:
        """A message once it looks as wanted, after an edit."""
        number = message["message_id"]
        await self.server.until(
            lambda: number in self.state.messages and condition(self.state.messages[number]),
            timeout_s,
        )
        return deepcopy(self.state.messages[number])

    async def note_on(self, query_id: str, timeout_s: float = 15.0) -> Json:
        """What the person who pressed was told."""
        return await self.server.until(
            lambda: next(
                (n for n in self.server.notes if n["callback_query_id"] == query_id), None
            ),
            timeout_s,
        )

    def bot_messages(self) -> list[Json]:
        """Everything of the bot that stands in the chat."""
        return [
            message
            for _, message in sorted(self.state.messages.items())
            if message["from"]["id"] == BOT_ID
        ]

    # -- parts

    def _send(
        self,
        person: Person,
        content: Json,
        *,
        reply_to: Json | None = None,
        album: str | None = None,
        as_chat: Json | None = None,
        topic: int | None = None,
        forwarded_from: Json | None = None,
        via_bot: Json | None = None,
    ) -> Json:
        message: Json = {
            "message_id": next(self.state.numbers),
            "from": person.user,
            "chat": self.state.info,
            "date": int(time.time()),
            **content,
        }
        if album:
            message["media_group_id"] = album
        if topic:
            message |= {"message_thread_id": topic, "is_topic_message": True}
        if as_chat:
            message["sender_chat"] = as_chat
        if forwarded_from:
            message["forward_origin"] = {"date": int(time.time()) - 60, **forwarded_from}
        if via_bot:
            message["via_bot"] = via_bot
        if reply_to:
            message["reply_to_message"] = without_reply(
                self.state.messages.get(reply_to["message_id"], reply_to)
            )
        self.state.messages[message["message_id"]] = message
        if not self.privacy_mode or self._bot_may_see(message):
            self.server.push("message", deepcopy(message))
        return message

    def _bot_may_see(self, message: Json) -> bool:
        """Group privacy mode: commands for this bot, replies to it, and everything in private."""
        if self.state.info["type"] == "private":
            return True
        if message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID:
            return True
        words = message.get("text") or message.get("caption") or ""
        command = re.match(r"/[a-z0-9_]+(@\w+)?", words)
        return bool(command) and command[1] in (None, f"@{BOT_NAME}")

    def _file(self, data: bytes, path: str, claimed_size: int | None = None) -> Json:
        file_id = self.server.store_file(data, path, claimed_size)
        return {
            "file_id": file_id,
            "file_unique_id": f"u{file_id[-10:]}",
            "file_size": len(data) if claimed_size is None else claimed_size,
        }


def private_chat(server: TelegramServer, person: Person) -> Chat:
    return Chat(server, {"id": person.id, "type": "private", "first_name": person.name})


def group(server: TelegramServer, title: str = "friends", *, privacy_mode: bool = True) -> Chat:
    info = {"id": -1001234500000 - len(server.chats), "type": "supergroup", "title": title}
    return Chat(server, info, privacy_mode=privacy_mode)


def small_group(server: TelegramServer) -> Chat:
    """A group that is no supergroup yet."""
    return Chat(server, {"id": -4_200_000 - len(server.chats), "type": "group", "title": "few"})


def buttons_of(message: Json) -> list[list[str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def _caption(caption: str | None) -> Json:
    if caption is None:
        return {}
    entities = _entities(caption)
    return {"caption": caption, **({"caption_entities": entities} if entities else {})}


def _entities(text: str) -> list[Json]:
    """Commands, names and links, as apps mark them (texts here are plain ASCII in front)."""
    patterns = (
        ("bot_command", r"(?:^|(?<=\s))/[a-z0-9_]+(?:@\w+)?"),
        ("mention", r"@\w{5,32}"),
        ("url", r"https?://\S+"),
    )
    found = [
        {"type": kind, "offset": match.start(), "length": match.end() - match.start()}
        for kind, pattern in patterns
        for match in re.finditer(pattern, text)
    ]
    return sorted(found, key=lambda entity: entity["offset"])
