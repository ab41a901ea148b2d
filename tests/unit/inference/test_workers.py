from __future__ import annotations

from bot.presenters.language import speaking, spoken
from core.inference.workers import Workers


async def test_work_in_a_thread_speaks_the_language_of_whoever_asked_for_it() -> None:
    workers = Workers(threads=1)
    for language in ("fa", "en", "vi"):
        with speaking(language):
            assert await workers.run(spoken) == language
    workers.close()
