"""The local chat page: the same conversation in a browser."""
