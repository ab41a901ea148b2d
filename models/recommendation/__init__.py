"""Measuring recommendations: on simulated listeners, and on tables with mood labels."""
