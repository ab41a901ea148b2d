"""Last.fm: how a song feels by the words listeners tag it with; needs a key."""
