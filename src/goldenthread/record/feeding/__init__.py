"""Feeding: bringing the record up to what the council's present system holds, only what changed, in one transaction."""
