"""Over how many connections Discord wants to speak with a bot: one, until it is in many servers."""

from __future__ import annotations

import aiohttp
import structlog

ASK_TIMEOUT_S = 10.0

_AGENT = "DiscordBot (https://github.com/Rapptz/discord.py, 2)"
"""Discord's gate turns away whoever does not name themselves like this."""

_log = structlog.get_logger()


async def recommended_shards(api_url: str, token: str) -> int:
    """What Discord recommends for this bot; 1 where it does not say.

    A token that is not accepted is told at the login that follows.
    """
    headers = {"Authorization": f"Bot {token}", "User-Agent": _AGENT}
    timeout = aiohttp.ClientTimeout(ASK_TIMEOUT_S)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as http,
            http.get(f"{api_url}/gateway/bot", headers=headers) as answer,
        ):
            told = await answer.json() if answer.ok else {}
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        _log.warning("shards_unknown", platform="discord", cause=type(error).__name__)
        return 1
    shards = told.get("shards") if isinstance(told, dict) else None
    return shards if isinstance(shards, int) and shards > 0 else 1
