"""Training code of the facial emotion network. Never imported at run time."""
