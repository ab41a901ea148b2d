"""A local Discord: start it, talk to the bot as people do, and read what it answered.

Shapes, limits and refusals follow Discord's documentation.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.fakes import discord_shapes as shapes
from tests.fakes.discord_gateway import (
    DIRECT_MESSAGES,
    DIRECT_REACTIONS,
    GUILD_MESSAGES,
    GUILD_REACTIONS,
    MESSAGE_CONTENT,
    Gateway,
)
from tests.fakes.discord_http import (
    ACKNOWLEDGE_WITHIN_S,
    BASE,
    Exchange,
    HttpInterface,
    without_user,
)
from tests.fakes.discord_rules import UPLOAD_LIMIT_BYTES
from tests.fakes.discord_shapes import (
    ATTACHMENT,
    BOOLEAN,
    INTEGER,
    MENU,
    MESSAGE_MENU,
    SLASH,
    STRING,
    USER_MENU,
    Message,
    Person,
    Place,
    SentFile,
    snowflake,
)

PATIENCE_S = 30.0

Given = str | int | bool | SentFile
"""The value of an option."""


class DiscordServer(HttpInterface):
    """Discord with its gateway, and the people who use it."""

    _runner: web.AppRunner | None = None
    suggested_values: dict[str, str]
    """What was suggested last, by name."""

    # ---- running

    async def start(self) -> None:
        """Listen on a free port of 127.0.0.1; a second start takes the same port again."""
        if not self._port:
            probe = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
            self._port = probe.sockets[0].getsockname()[1]
            probe.close()
            await probe.wait_closed()
            self.gateway = Gateway(self.token, self._ready_payload(), self._socket_url("resume"))
            guild = shapes.guild_create(self.guild_id, self.guild_channel, self.owner, self.bot)
            self.gateway.guilds.append(guild)
        app = web.Application(client_max_size=64 * 2**20, middlewares=[self.front_door])
        app.add_routes(self.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True).start()

    async def stop(self) -> None:
        """Cut the gateway and stop listening."""
        await self.gateway.drop()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self._port}{BASE}"

    @property
    def gateway_url(self) -> str:
        return self._socket_url("gw")

    def add_place(self, place: Place) -> Place:
        """A further channel or thread of the guild, before the bot connects."""
        guild = self.gateway.guilds[0]
        guild["threads" if place.parent else "channels"].append(place.payload())
        self.more_places.append(place)
        return place

    # ---- people

    async def slash(
        self,
        person: Person,
        name: str,
        *,
        place: Place | None = None,
        age_s: float = 0.0,
        **options: Given,
    ) -> Exchange:
        """Run a slash command as registered; unknown options and choices fail the test.

        age_s: how long ago the command was run, for tests of what expires.
        """
        command = self._registered(name, SLASH)
        known = {option["name"]: option for option in command.get("options", [])}
        place = place or self.direct_place(person)
        given = []
        attachments: dict[str, Any] = {}
        for option_name, value in options.items():
            option = known[option_name]
            sent = self._option_value(option, value, place, attachments)
            given.append({"name": option_name, "type": option["type"], "value": sent})
        missing = [o["name"] for o in known.values() if o.get("required")]
        assert set(missing) <= set(options)
        self._write(person, f"/{name} {self._shown(options)}".strip(), place)
        data = {
            "id": command["id"],
            "name": name,
            "type": SLASH,
            "options": given,
            "resolved": {"attachments": attachments},
        }
        exchange = Exchange(person, place, 2, id=snowflake(age_s))
        return await self._interact(exchange, data)

    async def suggest(
        self, person: Person, name: str, option: str, typed: str, place: Place | None = None
    ) -> list[str]:
        """Type into an option that has suggestions; returns the names of what is suggested."""
        command = self._registered(name, SLASH)
        (known,) = (one for one in command["options"] if one["name"] == option)
        assert known.get("autocomplete"), f"{option} has no suggestions"
        given = {"name": option, "type": known["type"], "value": typed, "focused": True}
        data = {"id": command["id"], "name": name, "type": SLASH, "options": [given]}
        exchange = Exchange(person, place or self.direct_place(person), 4)
        exchange.suggested = asyncio.get_running_loop().create_future()
        await self._interact(exchange, data)
        choices = await asyncio.wait_for(exchange.suggested, ACKNOWLEDGE_WITHIN_S)
        self.suggested_values = {choice["name"]: choice["value"] for choice in choices}
        shown = " | ".join(self.suggested_values)
        self._write(person, f"/{name} {option}:{typed}… suggests {shown}", exchange.place)
        return list(self.suggested_values)

    async def user_menu(
        self, person: Person, name: str, target: Person, place: Place | None = None
    ) -> Exchange:
        """Run a user command on somebody."""
        command = self._registered(name, USER_MENU)
        place = place or self.guild_channel
        self._write(person, f"Apps ▸ {name} on {target.name}", place)
        self.known_people[target.id] = target
        data = {
            "id": command["id"],
            "name": name,
            "type": USER_MENU,
            "target_id": target.id,
            "resolved": {
                "users": {target.id: target.payload()},
                "members": {target.id: without_user(target.member())} if place.guild_id else {},
            },
        }
        return await self._interact(Exchange(person, place, 2), data)

    async def choose(self, person: Person, message: Message, menu: str, *labels: str) -> Exchange:
        """Choose in a menu under a message, by its placeholder and the labels of options."""
        component = message.menus[menu]
        by_label = {option["label"]: option["value"] for option in component["options"]}
        least, most = component.get("min_values", 1), component.get("max_values", 1)
        assert least <= len(labels) <= most
        self._write(person, f"[{menu} ▾ {', '.join(labels)}]", message.place)
        data = {
            "custom_id": component["custom_id"],
            "component_type": MENU,
            "values": [by_label[label] for label in labels],
        }
        return await self._interact(Exchange(person, message.place, 3, source=message), data)

    async def menu(self, person: Person, name: str, message: Message) -> Exchange:
        """Run a message command on a message."""
        command = self._registered(name, MESSAGE_MENU)
        self._write(person, f"Apps ▸ {name} on a message of {message.author.name}", message.place)
        data = {
            "id": command["id"],
            "name": name,
            "type": MESSAGE_MENU,
            "target_id": message.id,
            "resolved": {"messages": {message.id: message.payload()}},
        }
        return await self._interact(Exchange(person, message.place, 2), data)

    async def press(self, person: Person, message: Message, label: str) -> Exchange:
        """Press a button that stands under a message."""
        custom_id = message.buttons[label]
        self._write(person, f"[{label}]", message.place)
        exchange = Exchange(person, message.place, 3, source=message)
        return await self._interact(exchange, {"custom_id": custom_id, "component_type": 2})

    async def write(
        self,
        person: Person,
        text: str = "",
        *files: SentFile,
        place: Place | None = None,
        mentions_bot: bool = False,
    ) -> Message:
        """Write a message: to the bot itself, or in a guild channel."""
        place = place or self.direct_place(person)
        content = f"<@{self.bot.id}> {text}".strip() if mentions_bot else text
        message = Message(
            person,
            place,
            content,
            files=[self._store(place, item) for item in files],
            mentions=[self.bot] if mentions_bot else [],
        )
        self.messages[message.id] = message
        names = " ".join(f"📎{item.name}" for item in files)
        self._write(person, f"{text} {names}".strip(), place)
        if self._sees(DIRECT_MESSAGES if place.is_direct else GUILD_MESSAGES):
            readable = place.is_direct or mentions_bot or self._sees(MESSAGE_CONTENT)
            data = message.payload(with_content=readable)
            if place.guild_id:
                data |= {"guild_id": place.guild_id, "member": without_user(person.member())}
            await self.gateway.dispatch("MESSAGE_CREATE", data)
        return message

    async def react(
        self, person: Person, message: Message, emoji: str, *, add: bool = True
    ) -> None:
        """Put a reaction on a message, or take it back."""
        assert not message.is_ephemeral, "nobody can react to an ephemeral message"
        if not self._sees(DIRECT_REACTIONS if message.place.is_direct else GUILD_REACTIONS):
            return
        data: dict[str, Any] = {
            "user_id": person.id,
            "channel_id": message.place.id,
            "message_id": message.id,
            "emoji": {"id": None, "name": emoji},
            "type": 0,
            "burst": False,
        }
        if message.place.guild_id:
            data["guild_id"] = message.place.guild_id
        self.known_people[person.id] = person
        if add:
            data["message_author_id"] = message.author.id
            message.reactions.append((emoji, person.id))
        else:
            message.reactions.remove((emoji, person.id))
        self._write(person, f"{'reacts' if add else 'takes back'} {emoji}", message.place)
        name = "MESSAGE_REACTION_ADD" if add else "MESSAGE_REACTION_REMOVE"
        await self.gateway.dispatch(name, data)

    # ---- waiting

    async def answer(self, timeout_s: float = PATIENCE_S) -> Message:
        """The next finished message of the bot."""
        return await asyncio.wait_for(self._answers.get(), timeout_s)

    @property
    def unread(self) -> int:
        """Finished messages nobody has asked for yet."""
        return self._answers.qsize()

    async def until(self, holds: Callable[[], bool], timeout_s: float = PATIENCE_S) -> None:
        """Wait until something is true of the server."""
        async with asyncio.timeout(timeout_s):
            while not holds():  # noqa: ASYNC110 - many things may make it true
                await asyncio.sleep(0.01)

    def fail_next(self, path_part: str, status: int) -> None:
        """Answer the next request whose path holds ``path_part`` with an error."""
        self.failures.append((path_part, status))

    async def _interact(self, exchange: Exchange, data: dict[str, Any]) -> Exchange:
        person, place = exchange.person, exchange.place
        exchange.asked_at = asyncio.get_running_loop().time()
        self.exchanges[exchange.token] = exchange
        payload: dict[str, Any] = {
            "id": exchange.id,
            "application_id": self.bot.id,
            "type": exchange.kind,
            "token": exchange.token,
            "version": 1,
            "data": data,
            "channel_id": place.id,
            "channel": place.payload(),
            "locale": person.locale,
            "app_permissions": str(self.app_permissions & ~place.forbidden),
            "attachment_size_limit": UPLOAD_LIMIT_BYTES,
            "entitlements": [],
        }
        if place.guild_id:
            payload |= {
                "guild_id": place.guild_id,
                "guild": {"id": place.guild_id, "locale": "en-US", "features": []},
                "guild_locale": "en-US",
                "member": person.member(),
                "authorizing_integration_owners": {"0": place.guild_id},
                "context": 0,
            }
        else:
            payload |= {
                "user": person.payload(),
                "authorizing_integration_owners": {"0": "0"}
                if place.is_direct
                else {"1": person.id},
                "context": 1 if place.is_direct else 2,
            }
        if exchange.source:
            payload["message"] = exchange.source.payload()
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return exchange

    def _option_value(
        self,
        option: dict[str, Any],
        value: Given,
        place: Place,
        attachments: dict[str, Any],
    ) -> str | int | bool:
        if isinstance(value, SentFile):
            assert option["type"] == ATTACHMENT
            stored = self._store(place, value)
            attachments[stored.id] = {**stored.payload(), "ephemeral": True}
            return stored.id
        if isinstance(value, bool):
            assert option["type"] == BOOLEAN
            return value
        if isinstance(value, int):
            assert option["type"] == INTEGER
            assert option["min_value"] <= value <= option["max_value"]
            return value
        assert option["type"] == STRING
        assert len(value) <= option.get("max_length", 6000)
        choices = [choice["value"] for choice in option.get("choices", [])]
        assert not choices or value in choices
        return value

    def _registered(self, name: str, kind: int) -> dict[str, Any]:
        for command in self.commands:
            if (command["name"], command["type"]) == (name, kind):
                return command
        raise AssertionError(f"no command {name!r} is registered")

    def _shown(self, options: dict[str, Given]) -> str:
        return " ".join(
            f"{name}:{value.name if isinstance(value, SentFile) else value}"
            for name, value in options.items()
        )
