"""Learning: plans, attendance, exclusion, a school place."""
