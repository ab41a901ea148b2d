"""Spotify, by spotipy, when the operator has keys."""
