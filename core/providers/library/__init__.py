"""The user's library: the songs on this machine, named by their tags and heard by our network."""
