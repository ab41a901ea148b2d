"""Media decoding and the networks that read faces and music."""
