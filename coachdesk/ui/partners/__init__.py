"""The Partners page: hand-offs by state."""
