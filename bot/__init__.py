"""moodmix: who we talk to."""
