"""The refusal of words that cannot be understood."""


class WrongWords(Exception):
    """What was typed, or a variable of the environment, makes no sense: exit status 2."""
