"""Hearing how music feels: features from librosa, and our regressor on them."""
