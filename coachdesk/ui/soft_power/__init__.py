"""Soft power towards partner teams: how we treat them, what is coming, and their requests."""
