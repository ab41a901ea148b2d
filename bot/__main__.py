"""``python -m bot`` is the ``moodmix`` command."""

from bot.cli import main

main()
