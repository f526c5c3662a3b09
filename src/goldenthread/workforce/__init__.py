"""Workers, teams and roles: who works here, for whom, and what each role may."""
