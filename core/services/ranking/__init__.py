"""Ranking: which tracks fit a mood, a taste, a wish and an occasion, and why."""

from core.services.ranking.order import NO_PREFERENCE, Order
from core.services.ranking.rank import rank

__all__ = ["NO_PREFERENCE", "Order", "rank"]
