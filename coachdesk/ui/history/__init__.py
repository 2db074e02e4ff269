"""The history: what was changed, when, in words."""
