"""Results and errors into words and pictures."""
