"""Nouns and rules: values and pure functions, standard library only."""
