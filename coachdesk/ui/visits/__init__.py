"""The joint visit: what to watch before, what was seen, and what is said in the car."""
