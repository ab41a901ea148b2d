"""moodmix: what we do, knowing no chat platform."""
