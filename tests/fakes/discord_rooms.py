"""The voice channels of the local Discord's server, and who sits in them."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord_gateway import Gateway
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Person, Place, snowflake
from tests.fakes.discord_voice import VoiceServer

VOICE, STAGE = 2, 13
GUILD_VOICE_STATES = 1 << 7
VIEW_CHANNEL, SEND_MESSAGES, CONNECT, SPEAK = 1 << 10, 1 << 11, 1 << 20, 1 << 21


class VoiceRooms:
    """Answers the bot's wish to join a room as Discord does, and moves people about."""

    def __init__(self, server: DiscordServer, voice: VoiceServer) -> None:
        self._server = server
        self._voice = voice
        self._guild = server.gateway.guilds[0]
        self._seats: dict[str, tuple[Person, str]] = {}
        self.is_answering = True
        self.bot_moves: list[str | None] = []
        server.gateway.on_voice_state = self._move_bot

    def add(self, name: str, kind: int = VOICE, *, forbidden: int = 0, limit: int = 0) -> Place:
        """A room. forbidden: permissions taken from everybody; limit: seats, 0 for any number."""
        place = Place(snowflake(), guild_id=self._server.guild_id)
        everyone = {"id": self._guild["id"], "type": 0, "allow": "0", "deny": str(forbidden)}
        self._guild["channels"].append(
            {
                "id": place.id,
                "type": kind,
                "guild_id": place.guild_id,
                "name": name,
                "position": len(self._guild["channels"]),
                "permission_overwrites": [everyone] if forbidden else [],
                "nsfw": False,
                "bitrate": 64_000,
                "user_limit": limit,
                "rtc_region": None,
                "topic": None,
                "parent_id": None,
                "last_message_id": None,
                "rate_limit_per_user": 0,
                "flags": 0,
            }
        )
        return place

    async def sit(self, person: Person, room: Place | None) -> None:
        """Somebody joins a room, or leaves all of them."""
        if room:
            self._seats[person.id] = (person, room.id)
        else:
            del self._seats[person.id]
        state = self._state(person, room.id if room else None)
        self._guild["voice_states"] = [self._state(*seat) for seat in self._seats.values()]
        self._guild["members"] = [
            self._server.bot.member(),
            *(seated.member() for seated, _ in self._seats.values() if not seated.is_bot),
        ]
        await self._dispatch("VOICE_STATE_UPDATE", state)

    @property
    def bots_room(self) -> str | None:
        """Where the bot sits, by the room's id."""
        seat = self._seats.get(self._server.bot.id)
        return seat[1] if seat else None

    async def send_bot_away(self) -> None:
        """As somebody does who may disconnect others."""
        await self.sit(self._server.bot, None)
        await self._voice.hang_up(4014)

    async def change_server(self) -> None:
        """As where a region fails: the same room, served elsewhere."""
        await self._offer_server()

    async def _move_bot(self, data: dict[str, Any]) -> None:
        """The bot's wish to join, change or leave a room (opcode 4)."""
        # where it joins again, discord.py forgets to say that it listens to nobody
        assert data["self_deaf"] or self.bot_moves
        room_id = data["channel_id"] and str(data["channel_id"])
        self.bot_moves.append(room_id)
        if not self.is_answering:
            return
        if room_id or self.bots_room:
            room = Place(room_id, guild_id=self._server.guild_id) if room_id else None
            await self.sit(self._server.bot, room)
        if room_id:
            await self._offer_server()

    async def _offer_server(self) -> None:
        offer = {"token": self._voice.token, "endpoint": self._voice.endpoint}
        await self._dispatch("VOICE_SERVER_UPDATE", offer | {"guild_id": self._server.guild_id})

    def _state(self, person: Person, room_id: str | None) -> dict[str, Any]:
        return {
            "guild_id": self._server.guild_id,
            "channel_id": room_id,
            "user_id": person.id,
            "member": person.member(),
            "session_id": f"voice-of-{person.id}",
            "deaf": False,
            "mute": False,
            "self_deaf": person.is_bot,
            "self_mute": False,
            "self_video": False,
            "suppress": False,
            "request_to_speak_timestamp": None,
        }

    async def _dispatch(self, name: str, data: dict[str, Any]) -> None:
        gateway: Gateway = self._server.gateway
        if gateway.session and gateway.session.intents & GUILD_VOICE_STATES:
            await gateway.dispatch(name, data)
