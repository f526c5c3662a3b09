"""Where the child will grow up: plans, matches, special guardianship, adoption, the child's own story."""
