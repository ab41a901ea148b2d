"""What was learned: training code, one folder per network, and the exported weights."""
