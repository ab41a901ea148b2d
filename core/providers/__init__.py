"""Where songs are looked up: one folder per music service."""
