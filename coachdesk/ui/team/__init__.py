"""One rep: the chain, its evidence, and everything open between the two."""
