"""How a source is asked: not too often, and not twice for what it has just said.

Together with its rests after failures (cooldown.py, the circuit breaker) this is all that keeps a
source from being a burden; every source states its own manners and shares this one piece.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Manners:
    """What one source wants. Raises ValueError for a rate that is none.

    calls: at most so many within ``window_s`` seconds; longest_s: its own limit for one answer, the
    operator's where None or where that is shorter; kept_s: how long an answer stands;
    kept_most: how many answers are remembered; rests_after: the seconds it is left alone after
    an answer of a status that means something of its own there (429 and 5xx are heeded anyway).
    """

    calls: int = 20
    window_s: float = 5.0
    longest_s: float | None = None
    kept_s: float = 300.0
    kept_most: int = 256
    rests_after: Mapping[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.calls < 1 or self.window_s <= 0:
            raise ValueError("at least one call in a time that passes")

    def limit_s(self, operators_s: float) -> float:
        """The seconds one answer may take."""
        return operators_s if self.longest_s is None else min(self.longest_s, operators_s)


@dataclass(frozen=True, slots=True)
class _Kept:
    answer: object
    until_s: float


class Courtesy:
    """Keeps to one source's manners; never sleeps and asks nothing itself.

    The pace is the generic cell rate algorithm: a burst of ``calls``, then one each
    ``window_s / calls`` seconds.
    """

    def __init__(self, manners: Manners, clock: Callable[[], float]) -> None:
        self._manners = manners
        self._clock = clock
        self._next_s = 0.0
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    def turn_in_s(self, patience_s: float) -> float | None:
        """Seconds until the source may be asked, and takes that turn; None, and takes none, where
        that is longer than ``patience_s``.
        """  # noqa: D205 - one sentence
        now_s = self._clock()
        each_s = self._manners.window_s / self._manners.calls
        turn_s = max(self._next_s, now_s)
        wait_s = max(turn_s - (self._manners.window_s - each_s) - now_s, 0.0)
        if wait_s > patience_s:
            return None
        self._next_s = turn_s + each_s
        return wait_s

    def kept(self, question: Hashable) -> object | None:
        """What the source said to this not long ago; None where that is not known."""
        kept = self._kept.get(question)
        if kept is None or self._clock() >= kept.until_s:
            self._kept.pop(question, None)
            return None
        self._kept.move_to_end(question)
        return kept.answer

    def keep(self, question: Hashable, answer: object) -> None:
        """Remember an answer; the one not asked for longest makes room."""
        self._kept[question] = _Kept(answer, self._clock() + self._manners.kept_s)
        self._kept.move_to_end(question)
        while len(self._kept) > self._manners.kept_most:
            self._kept.popitem(last=False)
