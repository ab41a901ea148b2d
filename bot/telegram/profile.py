"""What Telegram shows of the bot in each language: its commands, and what it is for."""

from __future__ import annotations

import structlog
from telegram import BotCommand
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.presenters.language import LANGUAGES, say, speaking

COMMANDS = (
    *("moodmix", "mood", "history", "week"),
    *("settings", "help", "privacy", "export", "forget"),
)
"""In the order in which menus show them."""

_log = structlog.get_logger()


async def announce(bot: ExtBot[None]) -> None:
    """Bring what Telegram shows up to date; only what differs is sent.

    A failure is logged and tried again at the next start. Raises InvalidToken.
    """
    try:
        for language in LANGUAGES:
            with speaking(language):
                await _announce_in(bot, None if language == LANGUAGES[0] else language)
    except InvalidToken:
        raise
    except TelegramError as error:
        _log.warning("telegram_profile_not_set", reason=type(error).__name__)


async def _announce_in(bot: ExtBot[None], code: str | None) -> None:
    """In the language being spoken, for people of this code; None for all whose is not spoken."""
    commands = tuple(BotCommand(name, say(f"command-{name}")) for name in COMMANDS)
    if await bot.get_my_commands(language_code=code) != commands:
        await bot.set_my_commands(commands, language_code=code)
    long, short = say("telegram-description"), say("telegram-short-description")
    if (await bot.get_my_description(language_code=code)).description != long:
        await bot.set_my_description(long, language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
