"""Pre-proceedings and court."""
