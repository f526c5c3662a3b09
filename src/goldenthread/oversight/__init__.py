"""Shortfalls over time: when each was first seen, who was told, what was decided, how it ended. Nothing drifts unseen."""
