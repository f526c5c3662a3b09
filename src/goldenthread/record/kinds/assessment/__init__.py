"""Assessing what a child needs."""
