"""What people do about shortfalls, as actions of the record are: keyword-only, one transaction, a row in the audit."""
