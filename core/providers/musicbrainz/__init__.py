"""MusicBrainz: recordings by code (ISRC) or words, and their ids elsewhere, without a key."""
