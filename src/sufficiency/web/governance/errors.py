"""What may go wrong when something is written about a group."""


class MovedOnError(Exception):
    """Something is no longer where it was when this began; the message says where it is."""


class NotAllowedError(Exception):
    """Someone may not do this here; the message says why."""
