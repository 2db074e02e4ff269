"""Tokens, theme, fonts and the small painted widgets every screen uses."""
