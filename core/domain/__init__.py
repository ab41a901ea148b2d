"""Values and rules; imports nothing of ours."""
