"""What services ask of the outside world, as Protocols."""
