"""For whoever runs moodmix: its health and its figures."""
