"""Deezer: names, ISRCs and short previews, without a key."""
