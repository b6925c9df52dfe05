"""What the readers of published papers share: what is missing is told, months become days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
MIDDLE = 15  # the day taken for a meeting of which only the month is printed
FIRST_MONTH = 5  # a municipal year runs from the annual meeting in May


class PapersError(Exception):
    """A file of papers that cannot be read: what, where, and what next."""

    def __init__(self, what: str, *, where: str, what_next: str = "") -> None:
        super().__init__(what)
        self.what, self.where = what, where
        self.what_next = what_next or "Compare the file with the worked example that the documentation shows."


def needed(content: Mapping[str, Any], *path: str) -> Any:
    """A value at a path of keys; raises PapersError that names the path where it is missing."""
    here: Any = content
    for key in path:
        if not isinstance(here, Mapping) or key not in here:
            raise PapersError(f"There is no “{key}”.", where=" → ".join(path))
        here = here[key]
    return here


def month_number(name: str) -> int:
    """The number of a month by its name or the first letters of it; raises PapersError."""
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.casefold().startswith(name.casefold()):
            return number
    raise PapersError(f"“{name}” is no month.", where="a month")


def month_of(name: str, *, year: int) -> date:
    """The middle of a month in the municipal year that begins in May of `year`."""
    number = month_number(name)
    return date(year if number >= FIRST_MONTH else year + 1, number, MIDDLE)


def starting_year(period: str) -> int:
    """2019 of “2019-20”; raises PapersError."""
    if not period[:4].isdigit():
        raise PapersError(f"“{period}” is no period like 2019-20.", where="meta → period")
    return int(period[:4])
