"""Many people at once on both platforms, each going the whole way, with everything they see noted.

Each person sends a photo, agrees to the notice, names a song, likes a track, asks for a second mix
and, without waiting for it, for the privacy notice: its answer has to come last.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.presenters.language import say
from tests.fakes.discord_server import DiscordServer
from tests.fakes.discord_shapes import Message as DiscordMessage
from tests.fakes.discord_shapes import Person as DiscordPerson
from tests.fakes.discord_shapes import SentFile
from tests.fakes.telegram_people import Person as TelegramPerson
from tests.fakes.telegram_people import private_chat
from tests.fakes.telegram_server import BOT_ID, Json, TelegramServer

FIRST_SONG = "Queen - Don't Stop Me Now"
SECOND_SONG = "Adele - Someone Like You"

NOTICE, QUESTION, LIST, NOTE, SECOND_LIST, PRIVACY = (
    *("consent notice", "face read", "first list", "rating noted", "second list", "privacy"),
)
STAGES = (NOTICE, QUESTION, LIST, NOTE, SECOND_LIST, PRIVACY)

_TELLING = 25
"""Of long texts so many characters tell them apart; further on they hold numbers."""

_BEFORE_TITLE = len(say("rated", verdict="up", title="")) - 1

_telegram_ids = itertools.count(4_100_000_000)
_WAITING = re.compile(re.escape(say("waiting-in-line", number=7)).replace("7", r"\d+"))


@dataclass(slots=True)
class Findings:
    """Waits in seconds by stage, and whatever went another way than it should."""

    waits_s: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)


class Visitor(Protocol):
    """One person; every method acts, and what the bot says is heard one by one."""

    async def show_face(self) -> None: ...
    async def agree(self) -> None: ...
    async def name_song(self) -> None: ...
    async def like(self) -> None: ...
    async def ask_again(self) -> None: ...
    async def ask_privacy(self) -> None: ...
    async def hear(self) -> str:
        """What was said next: a stage, or the words themselves."""
        ...

    def unheard(self) -> list[str]:
        """What was said beyond that."""
        ...


async def visit(visitor: Visitor, findings: Findings) -> None:
    """Go the whole way and note how long each answer took."""
    steps: tuple[tuple[Callable[[], Awaitable[None]], str], ...] = (
        (visitor.show_face, NOTICE),
        (visitor.agree, QUESTION),
        (visitor.name_song, LIST),
        (visitor.like, NOTE),
    )
    for act, stage in steps:
        asked = time.monotonic()
        await act()
        _note(findings, await visitor.hear(), stage, asked)
    asked = time.monotonic()
    await visitor.ask_again()
    await visitor.ask_privacy()
    for stage in (SECOND_LIST, PRIVACY):
        _note(findings, await visitor.hear(), stage, asked)


def _note(findings: Findings, said: str, stage: str, asked: float) -> None:
    findings.waits_s[stage].append(time.monotonic() - asked)
    if said != {SECOND_LIST: LIST}.get(stage, stage):
        findings.faults.append(f"instead of {stage}: {said}")


class TelegramVisitor:
    """Somebody in a private chat on Telegram."""

    def __init__(self, server: TelegramServer, photo: list[Json], patience_s: float) -> None:
        """photo: its sizes, as the server stored them once for everybody."""
        self._server = server
        self._person = TelegramPerson(next(_telegram_ids), "Ann")
        self._chat = private_chat(server, self._person)
        self._photo = photo
        self._patience_s = patience_s
        self._heard = 0
        self._last: Json = {}
        self._press: str | None = None

    async def show_face(self) -> None:
        self._chat._send(self._person, {"photo": self._photo})

    async def agree(self) -> None:
        self._chat.press(self._person, self._last, say("consent-button"))

    async def name_song(self) -> None:
        self._chat.send_text(self._person, FIRST_SONG)

    async def like(self) -> None:
        self._press = self._chat.press(self._person, self._last, "👍1")

    async def ask_again(self) -> None:
        content = {"photo": self._photo, "caption": SECOND_SONG}
        self._chat._send(self._person, content)

    async def ask_privacy(self) -> None:
        self._chat.send_text(self._person, "/privacy")

    async def hear(self) -> str:
        if self._press:
            query_id, self._press = self._press, None
            note = await self._chat.note_on(query_id, self._patience_s)
            return NOTE if note.get("text") else "nothing"
        self._last = await self._server.until(self._next, self._patience_s)
        self._heard = self._last["message_id"]
        words = self._last.get("text", "")
        if "photo" in self._last:
            return await self._whole_list()
        return _meaning(words)

    def unheard(self) -> list[str]:
        said = []
        while message := self._next():
            self._heard = message["message_id"]
            said.append(message.get("text") or "a picture")
        return said

    async def _whole_list(self) -> str:
        """A long list comes as a message of its own, with the buttons."""
        if not self._last.get("reply_markup"):
            self._last = await self._server.until(self._next, self._patience_s)
            self._heard = self._last["message_id"]
        return LIST

    def _next(self) -> Json | None:
        messages = self._chat.state.messages
        for number in range(self._heard + 1, max(messages, default=0) + 1):
            message = messages.get(number)
            if message and message["from"]["id"] == BOT_ID and not _is_progress(message):
                return message
        return None


class DiscordVisitor:
    """Somebody in a direct message on Discord, who uses a command for the second mix."""

    def __init__(self, hall: DiscordHall, photo: bytes, patience_s: float) -> None:
        self._server = hall.server
        self._person = DiscordPerson("Ada")
        self._answers = hall.answers_to(self._person)
        self._photo = SentFile("selfie.jpg", photo, "image/jpeg")
        self._patience_s = patience_s
        self._last: DiscordMessage | None = None

    async def show_face(self) -> None:
        await self._server.write(self._person, "", self._photo)

    async def agree(self) -> None:
        await self._press(say("consent-button"))

    async def name_song(self) -> None:
        await self._server.write(self._person, FIRST_SONG)

    async def like(self) -> None:
        await self._press("👍 1")

    async def ask_again(self) -> None:
        await self._server.slash(self._person, "moodmix", photo=self._photo, song=SECOND_SONG)

    async def ask_privacy(self) -> None:
        await self._server.write(self._person, "/privacy")

    async def hear(self) -> str:
        self._last = await asyncio.wait_for(self._answers.get(), self._patience_s)
        return LIST if self._last.embeds else _meaning(self._last.text)

    def unheard(self) -> list[str]:
        return [self._answers.get_nowait().text for _ in range(self._answers.qsize())]

    async def _press(self, label: str) -> None:
        assert self._last
        await self._server.press(self._person, self._last, label)


@dataclass(slots=True)
class DiscordHall:
    """Hands every answer on Discord to whom it is for."""

    server: DiscordServer
    _answers: dict[str, asyncio.Queue[DiscordMessage]] = field(default_factory=dict)

    def answers_to(self, person: DiscordPerson) -> asyncio.Queue[DiscordMessage]:
        place = self.server.direct_place(person)
        return self._answers.setdefault(place.id, asyncio.Queue())

    @asynccontextmanager
    async def open(self) -> AsyncIterator[DiscordHall]:
        sorting = asyncio.create_task(self._sort())
        try:
            yield self
        finally:
            sorting.cancel()
            await asyncio.wait({sorting})

    async def _sort(self) -> None:
        while True:
            message = await self.server._answers.get()
            self._answers.setdefault(message.place.id, asyncio.Queue()).put_nowait(message)


def most_in_a_second(server: TelegramServer) -> int:
    """The most messages that the bot sent or edited within any second."""
    window: deque[float] = deque()
    most = 0
    for call in server.calls:
        if call.method == "sendChatAction" or not call.method.startswith(("send", "edit")):
            continue
        window.append(call.at)
        while call.at - window[0] >= 1.0:
            window.popleft()
        most = max(most, len(window))
    return most


def doubles(server: TelegramServer) -> list[str]:
    """Presses that were answered more than once."""
    answered = Counter(note["callback_query_id"] for note in server.notes)
    return [query_id for query_id, times in answered.items() if times > 1]


def _is_progress(message: dict[str, Any]) -> bool:
    words = message.get("text", "")
    return words == say("working") or _WAITING.fullmatch(words) is not None


def _meaning(words: str) -> str:
    for stage, name in ((NOTICE, "consent-notice"), (PRIVACY, "privacy")):
        if words.startswith(say(name, days=0)[:_TELLING]):
            return stage
    if words == say("rated", verdict="up", title=words[_BEFORE_TITLE:-1]):
        return NOTE
    return QUESTION if "look" in words else words
