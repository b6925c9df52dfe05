"""What is raised when a forecast cannot be made."""


class ForecastError(Exception):
    """A forecast that could not be made: what is wrong, where, and what to do next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(f"{where}: {what} {what_next}")
        self.what = what
        self.where = where
        self.what_next = what_next
