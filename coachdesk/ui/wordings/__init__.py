"""The ratings in the manager's own words, and the one target."""
