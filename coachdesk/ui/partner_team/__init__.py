"""The page of one partner team: its people, introductions, what it knows and can do."""
