"""All talks: those ahead with their preparation, those behind with what became of them."""
