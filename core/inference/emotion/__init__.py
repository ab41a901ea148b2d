"""Reading the emotion off a face."""
