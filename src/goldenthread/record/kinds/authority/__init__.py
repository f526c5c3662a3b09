"""What an inspection recommends to the authority, and the evidence that it was done."""
