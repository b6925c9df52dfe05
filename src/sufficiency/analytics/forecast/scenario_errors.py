"""What is raised when a scenario cannot be read."""


class ScenarioError(Exception):
    """A scenario that cannot be used: what is wrong, where in it, and what to do next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(f"{where}: {what} {what_next}")
        self.what = what
        self.where = where
        self.what_next = what_next
