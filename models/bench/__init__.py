"""Peers to compare with, and the measuring of time and memory. Never imported at run time."""
