"""Health, and how the child feels."""
