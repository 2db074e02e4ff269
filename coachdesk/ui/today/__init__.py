"""Today: the next talk, what is due, what was captured."""
