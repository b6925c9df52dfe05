"""What a rule says when it cannot be run, or has nothing to say of this return."""


class LackingError(Exception):
    """Something a rule needs is not there; the text says what, for the user."""


class NotApplicableError(Exception):
    """The rule is not about returns such as this one; the text says why, for the user."""
