"""ListenBrainz: recordings heard together with a song, and their Spotify ids, without a key."""
