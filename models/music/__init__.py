"""Training code of the music emotion network. Never imported at run time."""
