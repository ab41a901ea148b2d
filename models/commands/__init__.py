"""What the ``moodmix`` command gains through entry points: train, evaluate and bench."""
