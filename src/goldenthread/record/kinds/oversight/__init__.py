"""Decisions, supervision, and what the record says as a whole."""
