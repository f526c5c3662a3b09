"""What standards and signals would have said on past days, and what came after: so that an authority can choose what speaks."""
