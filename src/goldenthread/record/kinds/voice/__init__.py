"""What children ask for, and what comes of it."""
