"""What pressing a button means, and how a button carries it in 64 bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bot.presenters.settings import Setting
from core.domain.conversation import Change, Onward, PersonId, Wish
from core.domain.emotion import Emotion
from core.domain.intent import Intent
from core.domain.mix import Verdict

_OWNER_TAG_LENGTH = 16
"""Of the person's pseudonym: enough to tell people apart, short enough for a button's 64 bytes."""


@dataclass(frozen=True, slots=True)
class Agree:
    """Consent to the notice; whoever presses agrees for themselves."""

    def data(self) -> str:
        """As a button carries it."""
        return "c"


@dataclass(frozen=True, slots=True)
class Rate:
    """👍 or 👎 on one track of a mix."""

    mix_id: int
    position: int
    verdict: Verdict

    def data(self) -> str:
        """As a button carries it."""
        return f"r:{self.mix_id}:{self.position}:{self.verdict.value[0]}"


@dataclass(frozen=True, slots=True)
class Play:
    """Send the file of a track; only tracks of the library have it."""

    mix_id: int
    position: int

    def data(self) -> str:
        """As a button carries it."""
        return f"p:{self.mix_id}:{self.position}"


@dataclass(frozen=True, slots=True)
class Choose:
    """The person's own choice of mood, intent or song; only who got the reply has it."""

    change: Change
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        if self.change.song:
            return f"s:{self.change.song}:{self.owner}"
        mood, intent = self.change.mood, self.change.intent
        letter = intent.value[0] if intent else ""
        return f"m:{mood}:{letter}:{self.owner}" if mood else f"i:{letter}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Correct:
    """The mood that was taken is not it; intent: what the person chose before."""

    intent: Intent | None
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"x:{self.intent.value[0] if self.intent else ''}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Tell:
    """How the person feels, without a camera and without a reply that it would change."""

    mood: Emotion
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"t:{self.mood}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Go:
    """On, or to the end, once a list was heard."""

    onward: Onward
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"o:{self.onward.value[0]}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Ask:
    """A wish about a track of a mix; only who got the answer has it."""

    wish: Wish
    mix_id: int
    position: int
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"w:{self.wish.value[0]}:{self.mix_id}:{self.position}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Forget:
    """The answer to whether everything shall be erased; only who asked can give it."""

    confirmed: bool
    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"f:{'y' if self.confirmed else 'n'}:{self.owner}"


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Consent is taken back; only who asked about it can press."""

    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"n:{self.owner}"


@dataclass(frozen=True, slots=True)
class HelpOff:
    """The line with where to find help shall not come again."""

    owner: str

    def data(self) -> str:
        """As a button carries it."""
        return f"h:{self.owner}"


@dataclass(frozen=True, slots=True)
class Open:
    """Show what can be chosen for a setting, or all settings. They stand in private chats only."""

    setting: Setting | None = None

    def data(self) -> str:
        """As a button carries it."""
        return f"g:{self.setting.value[0] if self.setting else ''}"


@dataclass(frozen=True, slots=True)
class Set:
    """Choose for a setting. value: that of an option, of an artist their ``artist_tag``."""

    setting: Setting
    value: str

    def data(self) -> str:
        """As a button carries it."""
        return f"e:{self.setting.value[0]}:{self.value}"


Owned = Choose | Correct | Tell | Go | Ask | Forget | Withdraw | HelpOff
"""What only one person may press, also in a group."""

OwnPress = Forget | Withdraw | HelpOff | Open | Set
"""What is about a person's own data."""

Press = Agree | Rate | Play | Open | Set | Owned


def owner_tag(person: PersonId) -> str:
    """The part of a pseudonym that buttons carry."""
    return person[:_OWNER_TAG_LENGTH]


def artist_tag(name: str) -> str:
    """Eight hexadecimal digits by which buttons tell a few artists apart."""
    return hashlib.blake2s(name.encode(), digest_size=4).hexdigest()
