"""What is raised when a lever cannot do what it is asked to."""


class LeverError(Exception):
    """A lever that cannot be set like this: what is wrong and what to do next. Where it stands is added later."""

    def __init__(self, what: str, *, what_next: str) -> None:
        super().__init__(f"{what} {what_next}")
        self.what = what
        self.what_next = what_next
