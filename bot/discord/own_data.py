"""What is a person's own on Discord: moods over time, settings, consent, all that is stored."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import discord
from discord.utils import escape_markdown

from bot.chat import Chat
from bot.discord.buttons import forget_buttons, withdraw_button
from bot.discord.menus import setting_menus
from bot.discord.outlets import Outlet, QuietOutlet
from bot.discord.presses import SettingPress
from bot.discord.replies import painted
from bot.presenters.export import ExportFile, export_files
from bot.presenters.history import HISTORY, describe_history, draw_history
from bot.presenters.language import LANGUAGES, language_code, language_names, say
from bot.presenters.settings import DEFAULT, Setting, present_settings, set_by_choice
from bot.presenters.week import describe_week, draw_week
from core.domain.conversation import PersonId
from core.domain.personal_data import PersonalData
from core.domain.preferences import Preferences
from core.domain.song_text import match_artist
from core.domain.wishes import Context

_HISTORY_NAME, _WEEK_NAME = "mood-history.png", "mood-week.png"
_PACKED_NAME = "moodmix-export.zip"

_UPLOAD_LIMIT_BYTES = 8 * 2**20
"""Discord takes a little more everywhere; larger files are packed."""


@dataclass(frozen=True, slots=True)
class SettingsRequest:
    """What a command sets. Languages by code or name; without, again: names of artists."""

    language: str | None = None
    song_language: str | None = None
    occasion: Context | None = None
    help_line: bool | None = None
    without: str | None = None
    again: str | None = None


class OwnData:
    """Everybody asks for what is theirs, and nobody else sees it."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._companion = chat.companion

    async def show_history(self, person: PersonId, weeks: int | None, outlet: Outlet) -> None:
        """Their moods as a picture and in words; weeks: how far back."""
        since = datetime.now(UTC) - (timedelta(weeks=weeks) if weeks else HISTORY)
        moods = await self._companion.history(person, since)
        if not moods:
            await outlet.send(say("history-none"), private=True)
            return
        picture = await painted(self._chat, draw_history, describe_history, moods, _HISTORY_NAME)
        await outlet.send(describe_history(moods), files=[picture], private=True)

    async def show_week(self, person: PersonId, outlet: Outlet) -> None:
        """Their last seven days as a picture and in words."""
        week = await self._companion.week(person)
        picture = await painted(self._chat, draw_week, describe_week, week, _WEEK_NAME)
        await outlet.send(describe_week(week), files=[picture], private=True)

    async def say_privacy(self, person: PersonId, outlet: Outlet) -> None:
        """What is kept, and a way to take the consent back."""
        has_consented = await self._companion.has_consented(person)
        view = withdraw_button() if has_consented else None
        await outlet.send(say("privacy", days=self._chat.keep_days), view=view, private=True)

    async def withdraw(self, person: PersonId, outlet: Outlet) -> None:
        """Look at no face of theirs any more."""
        await self._companion.withdraw_consent(person)
        await outlet.send(say("withdrawn"), private=True)

    async def ask_to_forget(self, outlet: Outlet) -> None:
        """Ask before everything is erased."""
        await outlet.send(say("forget-question"), view=forget_buttons(), private=True)

    async def export(self, person: PersonId, outlet: Outlet) -> None:
        """All that is stored about them, as files."""
        data = await self._companion.export(person)
        files = await asyncio.to_thread(_export, data, datetime.now(UTC))
        await outlet.send(
            say("export-handed"),
            files=[discord.File(io.BytesIO(file.data), file.name) for file in files],
            private=True,
        )

    async def set(self, person: PersonId, request: SettingsRequest, outlet: Outlet) -> None:
        """Set what is told, and show all settings; nothing is set where a language is unknown."""
        unknown = unknown_language(request)
        is_saved = unknown is None and await self.set_quietly(person, request)
        # in the language that was chosen just now
        async with self._chat.speaking_with(person, outlet.origin.language):
            notes = [say("settings-language-unknown", language=unknown)] if unknown else []
            notes += [say("settings-saved")] if is_saved else []
            notes += [] if unknown else await self._set_artists(person, request)
            content, view = await self._shown(person)
        words = "\n\n".join((*map(escape_markdown, notes), content))
        await outlet.send(words, view=view, private=True)

    async def set_quietly(self, person: PersonId, request: SettingsRequest) -> bool:
        """Set preferences, their languages known, without a word; False where nothing changes."""
        before = await self._companion.preferences(person)
        preferences = _changed(before, request)
        if preferences == before:
            return False
        await self._companion.set_preferences(person, preferences)
        return True

    async def choose(self, person: PersonId, press: SettingPress, outlet: QuietOutlet) -> None:
        """Set what was chosen in a menu, and show it there; raises ValueError."""
        if press.setting is Setting.ARTISTS:
            for name in await self._named(person, press.values):
                await self._companion.want_again(person, name)
        else:
            preferences = _chosen(await self._companion.preferences(person), press)
            await self._companion.set_preferences(person, preferences)
        async with self._chat.speaking_with(person, outlet.origin.language):
            content, view = await self._shown(person)
            await outlet.change(f"{say('settings-saved')}\n\n{content}", view)

    async def drop_help_line(self, person: PersonId, outlet: Outlet) -> None:
        """No line with where to find help any more."""
        preferences = await self._companion.preferences(person)
        await self._companion.set_preferences(person, replace(preferences, help_line=False))
        await outlet.send(say("help-off"), private=True)

    async def _set_artists(self, person: PersonId, request: SettingsRequest) -> list[str]:
        """Leave an artist out, or let one come again; returns what is said of it."""
        notes = []
        if request.without:
            await self._companion.want_without(person, request.without)
            notes.append(say("settings-without", artist=request.without))
        if request.again:
            names = await self._named(person, [request.again])
            for name in names:
                await self._companion.want_again(person, name)
            again = names[0] if names else request.again
            notes.append(say("settings-again" if names else "settings-not-without", artist=again))
        return notes

    async def _shown(self, person: PersonId) -> tuple[str, discord.ui.View]:
        preferences = await self._companion.preferences(person)
        artists = await self._companion.unwanted_artists(person)
        words = escape_markdown(present_settings(preferences, artists))
        return words, setting_menus(preferences, artists)

    async def _named(self, person: PersonId, shown: Sequence[str]) -> list[str]:
        """Artists left out, whose names may be shown shorter or spelled otherwise."""
        unwanted = await self._companion.unwanted_artists(person)
        keys = [match_artist(name) for name in shown]
        return [
            name
            for name in unwanted
            if match_artist(name) in keys or any(name.startswith(part) for part in shown)
        ]


def unknown_language(request: SettingsRequest) -> str | None:
    """What is written for a language, and is none that can be chosen."""
    if request.language and language_code(request.language) not in LANGUAGES:
        return request.language
    if request.song_language and language_code(request.song_language) not in language_names():
        return request.song_language
    return None


def _changed(preferences: Preferences, request: SettingsRequest) -> Preferences:
    if request.language:
        code = language_code(request.language) or DEFAULT
        preferences = set_by_choice(preferences, Setting.LANGUAGE, code)
    if request.song_language:
        code = language_code(request.song_language) or DEFAULT
        preferences = set_by_choice(preferences, Setting.SONG_LANGUAGES, code)
    if request.occasion:
        preferences = replace(preferences, occasion=request.occasion)
    if request.help_line is not None:
        preferences = replace(preferences, help_line=request.help_line)
    return preferences


def _chosen(preferences: Preferences, press: SettingPress) -> Preferences:
    if press.setting is Setting.SONG_LANGUAGES:
        return replace(preferences, song_languages=frozenset(press.values))
    (value,) = press.values
    return set_by_choice(preferences, press.setting, value)


def _export(data: PersonalData, at: datetime) -> Sequence[ExportFile]:
    """The files, packed where they are too large to be sent as they are."""
    files = export_files(data, at)
    if sum(len(file.data) for file in files) <= _UPLOAD_LIMIT_BYTES:
        return files
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, file.data)
    return [ExportFile(_PACKED_NAME, "application/zip", packed.getvalue())]
