"""Children in need, and children privately fostered."""
