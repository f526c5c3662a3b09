"""The record: people, entries, facts, who may see them, and who looked."""
