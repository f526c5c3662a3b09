"""Young people leaving care, and after."""
