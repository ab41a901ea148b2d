"""iTunes Search: names and short previews, without a key."""
