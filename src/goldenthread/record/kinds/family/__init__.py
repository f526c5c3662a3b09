"""The family as a resource: family group meetings, and time together."""
