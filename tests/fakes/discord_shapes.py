"""Payloads in the shapes of Discord's HTTP interface and gateway, version 10."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

EPOCH_MS = 1_420_070_400_000
GUILD_TEXT, DIRECT, GROUP = 0, 1, 3
SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
STRING, INTEGER, BOOLEAN, ATTACHMENT = 3, 4, 5, 11
MENU = 3
"""The type of a component to choose strings from."""

PUBLIC_THREAD, FORUM = 11, 15
SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_HISTORY = 1 << 11, 1 << 14, 1 << 15, 1 << 16
SEND_IN_THREADS = 1 << 38
EPHEMERAL = 1 << 6
ALL_PERMISSIONS = 2_248_473_465_835_073

_counter = itertools.count(1)


def snowflake(age_s: float = 0.0) -> str:
    """A fresh id; its upper bits are the time, from which expiry is reckoned."""
    milliseconds = int((time.time() - age_s) * 1000) - EPOCH_MS
    return str((milliseconds << 22) | (next(_counter) & 0x3FFFFF))


def age_of(snowflake_id: str) -> float:
    """Seconds since an id was made."""
    return time.time() - ((int(snowflake_id) >> 22) + EPOCH_MS) / 1000


@dataclass(frozen=True)
class Person:
    """Somebody who uses Discord."""

    name: str
    id: str = field(default_factory=snowflake)
    is_bot: bool = False
    locale: str = "en-US"
    avatar: str | None = None
    takes_direct: bool = True

    def payload(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "username": self.name.lower(),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": self.avatar,
            "bot": self.is_bot,
            "public_flags": 0,
        }

    def member(self) -> dict[str, Any]:
        return {
            "user": self.payload(),
            "nick": None,
            "avatar": None,
            "roles": [],
            "joined_at": "2024-01-01T00:00:00.000000+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": "2248473465835073",
        }


@dataclass(frozen=True)
class Place:
    """A channel: a direct message with the bot, a group of people, or one of a guild.

    denied: permissions that everybody lacks there; parent: of a thread, the channel it is in.
    """

    id: str
    guild_id: str | None = None
    denied: int = 0
    parent: Place | None = None
    kind: int = GUILD_TEXT
    name: str = "general"
    recipient: Person | None = None
    group: tuple[Person, ...] = ()

    @property
    def is_direct(self) -> bool:
        return self.recipient is not None

    @property
    def forbidden(self) -> int:
        """What nobody may do there, of a thread as in its channel."""
        return self.denied | (self.parent.denied if self.parent else 0)

    def payload(self) -> dict[str, Any]:
        if self.group:
            return {
                "id": self.id,
                "type": GROUP,
                "name": "Friends",
                "icon": None,
                "owner_id": self.group[0].id,
                "last_message_id": None,
                "recipients": [person.payload() for person in self.group],
                "flags": 0,
            }
        if self.recipient:
            return {
                "id": self.id,
                "type": DIRECT,
                "last_message_id": None,
                "recipients": [self.recipient.payload()],
                "flags": 0,
            }
        if self.parent:
            return {
                "id": self.id,
                "type": PUBLIC_THREAD,
                "guild_id": self.guild_id,
                "parent_id": self.parent.id,
                "owner_id": self.id,
                "name": self.name,
                "last_message_id": None,
                "message_count": 1,
                "member_count": 1,
                "rate_limit_per_user": 0,
                "flags": 0,
                "thread_metadata": {
                    "archived": False,
                    "auto_archive_duration": 1440,
                    "archive_timestamp": "2026-11-01T12:00:00.000000+00:00",
                    "locked": False,
                },
                "permissions": str(ALL_PERMISSIONS & ~self.forbidden),
            }
        everyone = {"id": self.guild_id, "type": 0, "allow": "0", "deny": str(self.denied)}
        return {
            "id": self.id,
            "type": self.kind,
            "guild_id": self.guild_id,
            "name": self.name,
            "position": 0,
            "bitrate": 64_000,
            "user_limit": 0,
            "rtc_region": None,
            "permission_overwrites": [everyone] if self.denied else [],
            "nsfw": False,
            "topic": None,
            "last_message_id": None,
            "rate_limit_per_user": 0,
            "parent_id": None,
            "flags": 0,
            "permissions": str(ALL_PERMISSIONS & ~self.denied),
        }


@dataclass(frozen=True)
class SentFile:
    """What a person attaches."""

    name: str
    data: bytes
    content_type: str | None = None
    claimed_size: int | None = None


@dataclass
class StoredFile:
    """An attachment on the content network."""

    id: str
    name: str
    data: bytes
    url: str
    content_type: str | None = None
    description: str | None = None
    size: int = 0

    def payload(self) -> dict[str, Any]:
        shape: dict[str, Any] = {
            "id": self.id,
            "filename": self.name,
            "size": self.size or len(self.data),
            "url": self.url,
            "proxy_url": self.url,
        }
        if self.content_type:
            shape["content_type"] = self.content_type
        if self.description:
            shape["description"] = self.description
        return shape


@dataclass
class Message:
    """A message somebody can see."""

    author: Person
    place: Place
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    files: list[StoredFile] = field(default_factory=list)
    mentions: list[Person] = field(default_factory=list)
    flags: int = 0
    reply_to: str | None = None
    id: str = field(default_factory=snowflake)
    is_thinking: bool = False
    reactions: list[tuple[str, str]] = field(default_factory=list)
    """Emoji and the id of who put it there, the first first."""

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def buttons(self) -> dict[str, str]:
        """Label to custom id, row by row."""
        return {
            button.get("label", ""): button["custom_id"]
            for row in self.components
            for button in row["components"]
            if button["type"] != MENU
        }

    @property
    def menus(self) -> dict[str, dict[str, Any]]:
        """Placeholder to menu, row by row."""
        return {
            menu.get("placeholder", ""): menu
            for row in self.components
            for menu in row["components"]
            if menu["type"] == MENU
        }

    @property
    def text(self) -> str:
        """All words of the message and its embeds."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [embed.get("title", ""), embed.get("description", "")]
            parts += [f"{item['name']}\n{item['value']}" for item in embed.get("fields", [])]
        return "\n".join(part for part in parts if part)

    def payload(self, *, with_content: bool = True) -> dict[str, Any]:
        shape: dict[str, Any] = {
            "id": self.id,
            "channel_id": self.place.id,
            "author": self.author.payload(),
            "content": self.content if with_content else "",
            "timestamp": "2026-11-01T12:00:00.000000+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [person.payload() for person in self.mentions],
            "mention_roles": [],
            "attachments": [item.payload() for item in self.files] if with_content else [],
            "embeds": self.embeds if with_content else [],
            "components": self.components if with_content else [],
            "pinned": False,
            "type": 19 if self.reply_to else 0,
            "flags": self.flags,
        }
        if self.reactions:
            emojis = dict.fromkeys(emoji for emoji, _ in self.reactions)
            shape["reactions"] = [
                {
                    "emoji": {"id": None, "name": emoji},
                    "count": sum(each == emoji for each, _ in self.reactions),
                    "count_details": {"normal": 1, "burst": 0},
                    "me": False,
                    "me_burst": False,
                    "burst_colors": [],
                }
                for emoji in emojis
            ]
        if self.reply_to:
            shape["message_reference"] = {
                "type": 0,
                "message_id": self.reply_to,
                "channel_id": self.place.id,
            }
        return shape


def guild_create(guild_id: str, channel: Place, owner: Person, bot: Person) -> dict[str, Any]:
    """GUILD_CREATE of a small guild with one text channel."""
    return {
        "id": guild_id,
        "name": "Listening room",
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "owner_id": owner.id,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": [
            {
                "id": guild_id,
                "name": "@everyone",
                "color": 0,
                "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
                "hoist": False,
                "position": 0,
                "permissions": "2248473465835073",
                "managed": False,
                "mentionable": False,
                "flags": 0,
            }
        ],
        "emojis": [],
        "features": [],
        "mfa_level": 0,
        "application_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "vanity_url_code": None,
        "description": None,
        "banner": None,
        "premium_tier": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": "en-US",
        "public_updates_channel_id": None,
        "nsfw_level": 0,
        "joined_at": "2024-01-01T00:00:00.000000+00:00",
        "large": False,
        "unavailable": False,
        "member_count": 2,
        "voice_states": [],
        "members": [bot.member()],
        "channels": [channel.payload()],
        "threads": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "stickers": [],
    }
