"""What may go wrong when something is written about the strategy."""


class NotYetError(Exception):
    """Something cannot be done as things stand; the message says what has to come first."""
