"""What may go wrong when something is written about evidence."""


class NoEvidenceError(Exception):
    """A claim has nothing behind it; the message says what to do."""
