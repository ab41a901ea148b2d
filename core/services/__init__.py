"""Use cases, ranking and explanation."""
