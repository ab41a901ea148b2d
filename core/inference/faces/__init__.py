"""Finding the face in a picture."""
