"""What a rule says when it cannot be run."""


class LackingError(Exception):
    """Something a rule needs is not there; the text says what, for the user."""
