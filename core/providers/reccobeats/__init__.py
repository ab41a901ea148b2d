"""ReccoBeats: names and audio features for Spotify ids, without a key."""
