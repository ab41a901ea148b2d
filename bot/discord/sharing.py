"""Showing everybody a list that only one person has seen, if that person wants it."""

from __future__ import annotations

import aiohttp
import discord

from bot.chat import Chat
from bot.discord.answer_embed import CARD_NAME, shared_embed
from bot.discord.buttons import share_buttons, shared_buttons
from bot.discord.funnel import PLATFORM
from bot.discord.outlets import InteractionOutlet, QuietOutlet
from bot.discord.presses import SharePress, Shown
from bot.presenters.language import say


class Sharing:
    """Asks what is to be shared, and posts it. The mood is private: it goes only by choice."""

    def __init__(self, chat: Chat) -> None:
        self._companion = chat.companion
        self._pseudonyms = chat.pseudonyms

    async def ask(self, press: SharePress, outlet: InteractionOutlet) -> None:
        """Show what would be seen of the mood, and ask; raises ConversationError (LIST_GONE)."""
        await self._companion.songs_of(press.mix_id)
        card = await _card_of(outlet)
        view = share_buttons(press.mix_id, with_mood=card is not None)
        await outlet.send(say("discord-share-question"), files=[card] if card else [], view=view)

    async def share(self, press: SharePress, outlet: QuietOutlet) -> None:
        """Post the list where it was asked for; raises ConversationError (LIST_GONE)."""
        songs = await self._companion.songs_of(press.mix_id)
        card = await _card_of(outlet) if press.shown is Shown.MOOD else None
        name = outlet.interaction.user.display_name
        message = await outlet.send_to_all(
            embeds=[shared_embed(songs, name, has_card=card is not None)],
            files=[card] if card else [],
            view=shared_buttons(press.mix_id, len(songs)),
        )
        if message is None:
            return
        reference = self._pseudonyms.message(PLATFORM, message.channel.id, message.id)
        await self._companion.link_message(reference, press.mix_id)
        hidden = message.flags.ephemeral
        await outlet.change(say("discord-share-hidden" if hidden else "discord-share-done"))


async def _card_of(outlet: InteractionOutlet) -> discord.File | None:
    """The picture under which the button was pressed, with its words; None where it is gone."""
    message = outlet.interaction.message
    found = message.attachments if message else []
    card = next((item for item in found if item.filename == CARD_NAME), None)
    if card is None:
        return None
    try:
        return await card.to_file(description=card.description or "")
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        return None
