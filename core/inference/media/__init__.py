"""From bytes to pixels and samples, in memory, bounded before decoding."""
