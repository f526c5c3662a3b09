"""Contact, early help, referral."""
