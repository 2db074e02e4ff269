"""Use cases: one function each, called through the Desk."""
