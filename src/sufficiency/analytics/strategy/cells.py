"""Reads values out of a YAML file, each mistake told with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from sufficiency.analytics.reference.years import CollectionYear


class StrategyError(Exception):
    """A strategy that cannot be read: what is wrong, where, and what to do next."""

    def __init__(self, what: str, *, where: str, what_next: str) -> None:
        super().__init__(f"{where}: {what} {what_next}")
        self.what = what
        self.where = where
        self.what_next = what_next


@dataclass(frozen=True)
class Cell:
    """A value of the file and where it stands."""

    value: Any
    where: str

    def wrong(self, what: str, what_next: str) -> StrategyError:
        """The error to raise about this value."""
        return StrategyError(what, where=self.where, what_next=what_next)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is given."""
        return self.value is None or self.value == ""

    def __getitem__(self, key: Any) -> "Cell":
        """The value under a key, blank where there is none."""
        return Cell(self.mapping().get(key), f"{self.where}, {key}")

    def mapping(self) -> Mapping[Any, Any]:
        """Keys and values; nothing given is none of them."""
        if self.is_blank:
            return {}
        if not isinstance(self.value, dict):
            raise self.wrong(f"“{shown(self.value)}” stands where entries are expected.", "Write key: value.")
        return self.value

    def entries(self) -> Iterator[tuple[Any, "Cell"]]:
        """Each key with its value."""
        return ((key, self[key]) for key in self.mapping())

    def items(self, *, named: str = "entry") -> Iterator["Cell"]:
        """The entries of a list; nothing given is none of them."""
        if self.is_blank:
            return
        if not isinstance(self.value, list):
            raise self.wrong(f"“{shown(self.value)}” is no list.", "Write each entry on a line with “- ”.")
        for number, value in enumerate(self.value, start=1):
            name = value.get("id", number) if isinstance(value, dict) else number
            yield Cell(value, f"{self.where}, {named} {name}")

    def text(self) -> str:
        """As text, blank where there is none."""
        if isinstance(self.value, dict | list):
            raise self.wrong("a text is expected here.", "Put it between quotes if it has a colon in it.")
        return "" if self.value is None else str(self.value).strip()

    def needed(self, what: str) -> str:
        """As text that must be there."""
        if not self.text():
            raise self.wrong(f"{what} is missing.", "Add it.")
        return self.text()

    def texts(self) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(cell.text() for cell in self.items())

    def whole(self) -> int:
        """As a whole number."""
        number = self._number("6")
        if number != number.to_integral_value():
            raise self.wrong(f"“{shown(self.value)}” is not a whole number.", "Write it like 6.")
        return int(number)

    def pounds(self) -> Decimal:
        """As pounds, not below nought."""
        amount = self._number("241800 or £241,800")
        if amount < 0:
            raise self.wrong(
                f"“{shown(self.value)}” is below nought.", "Write savings and targets as positive."
            )
        return amount

    def year(self) -> CollectionYear:
        """As a financial year such as 2011/12."""
        try:
            return CollectionYear.parse(self.text())
        except ValueError:
            raise self.wrong(
                f"“{shown(self.value)}” is not a financial year.", "Write it like 2011/12."
            ) from None

    def _number(self, example: str) -> Decimal:
        plain = self.text().replace("£", "").replace(",", "").strip()
        try:
            number = Decimal(plain)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or isinstance(self.value, bool):
            raise self.wrong(f"“{shown(self.value)}” is not a number.", f"Write it like {example}.")
        return number


def shown(value: Any) -> str:
    """A value as a message quotes it, shortened."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}…"
