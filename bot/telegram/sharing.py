"""Sharing lists in any chat: whoever writes the bot's name there picks one of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.chat import Chat
from bot.presenters.dates import day_name
from bot.presenters.language import row_of, say
from bot.presenters.library import heading
from bot.presenters.song import named
from bot.telegram.render import render_shared
from bot.telegram.replies import PLATFORM
from core.domain.personal_data import StoredMix
from core.domain.track import Track

LISTS_PER_PAGE = 10
"""Each comes twice: as it is, and with the mood."""

START_PARAMETER = "moodmix"


class Sharing:
    """Offers a person's latest lists; nobody else is shown them, and nothing is cached."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def on_query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer with the lists whose songs or artists hold what was written so far."""
        query = update.inline_query
        if query is None:
            return
        person = self._chat.pseudonyms.person(PLATFORM, query.from_user.id)
        mixes = (await self._chat.companion.export(person)).mixes
        fitting = [mix for mix in reversed(mixes) if _holds(mix, query.query)]
        first = int(query.offset or 0)
        after = first + LISTS_PER_PAGE
        bot_name = context.bot.username
        results = [each for mix in fitting[first:after] for each in _results_of(mix, bot_name)]
        with suppress(BadRequest):  # answered too late: they have written on meanwhile
            await query.answer(
                results,
                cache_time=0,
                is_personal=True,
                next_offset=str(after) if after < len(fitting) else "",
                button=InlineQueryResultsButton(
                    say("telegram-share-button"), start_parameter=START_PARAMETER
                ),
            )


def _holds(mix: StoredMix, words: str) -> bool:
    wanted = words.strip().casefold()
    return any(wanted in heading(song).casefold() for song in _songs_of(mix))


def _songs_of(mix: StoredMix) -> list[Track]:
    return [Track(song.title, song.artists) for song in mix.tracks]


def _results_of(mix: StoredMix, bot_name: str) -> Iterator[InlineQueryResultArticle]:
    """The list without a word about the mood, and with it, for whoever wants to tell."""
    day, songs = day_name(mix.made_at), _songs_of(mix)
    description = row_of([heading(song) for song in songs])
    seed = named(Track(*mix.seed)) if mix.seed else ""
    words = say("telegram-shared", song=seed, seed="song" if mix.seed else "none")
    feel = say("emotion-feel", emotion=mix.label)
    mood = say("telegram-shared-mood", mood=feel, intent=mix.intent)
    for name, title, told in (
        ("list", say("telegram-share-title", day=day), ""),
        ("mood", say("telegram-share-title-mood", day=day), mood),
    ):
        yield InlineQueryResultArticle(
            f"{name}:{mix.mix_id}",
            title,
            InputTextMessageContent(
                render_shared(words, told, songs, bot_name),
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            description=f"{told} {description}".strip(),
        )
