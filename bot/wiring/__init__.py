"""The composition root: the only place that builds infrastructure and hands it to services."""
