"""Seeing the child."""
