"""Commands, options and menus in the languages that both Discord and moodmix speak."""

from __future__ import annotations

from collections.abc import Callable

import discord
from discord import app_commands

from bot.presenters.language import LANGUAGES, known_language, speaking


def told(words: Callable[[], str]) -> app_commands.locale_str:
    """Words that are said again for every language; English is what all others see."""
    with speaking(LANGUAGES[0]):
        return app_commands.locale_str(words(), again=words)


class MenuTranslator(app_commands.Translator):
    """Says the words of ``told`` in the language of a locale."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        _context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The words; None where they are the same, or moodmix does not speak the language."""
        language, again = known_language(locale.value), string.extras.get("again")
        if language is None or again is None:
            return None
        with speaking(language):
            words: str = again()
        return None if words == string.message else words
