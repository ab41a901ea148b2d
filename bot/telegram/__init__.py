"""Telegram: thin handlers over the conversation, on python-telegram-bot."""
