"""Capture: one line in ten seconds, and the rows of a paper form."""
