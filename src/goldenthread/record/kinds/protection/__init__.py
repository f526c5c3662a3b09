"""Protecting a child from significant harm."""
