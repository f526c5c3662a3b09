"""The stages of a child's journey: each puts on the thread what happens in it, everything owed well inside its limit."""
