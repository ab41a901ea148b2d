"""The networks that hear music, each in one file."""
