"""The forms of a scenario that are tables: places by kind, where children go when a kind is full, a plan's money."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.forms import BoundField

from sufficiency.analytics.forecast.capacity import USUAL_OVERFLOW
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.forecast.scenario_files import scenario_of
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.forecasting.forms import CountField

Record = Mapping[str, Any]
SHORT: Final = {"class": "govuk-input--width-4", "inputmode": "decimal"}
DATE: Final = {"class": "govuk-input--width-10"}
USUAL_YEARS: Final = 5
FIRST_YEAR: Final = "year 1"
_MONEY: Final = {"investment": "investment", "savings_targets": "target"}  # parts of a file, and their fields
USUAL_ORDER_LENGTH: Final = max(map(len, USUAL_OVERFLOW.values()))


class TableForm(forms.Form):
    """A form whose fields stand in a table: `headings` are those of its columns; each form gives its own `rows`."""

    headings: tuple[str, ...]

    @property
    def inline_errors(self) -> list[str]:
        """What is wrong, each with its field."""
        return [f"{field.label}: {error}" for field in self for error in field.errors]


class PlacesForm(TableForm):
    """Places by kind: how many from the start, and how many from later days on; a blank is as many as needed."""

    def __init__(self, data: Any = None, *, record: Record) -> None:
        stated = _by_kind(record)
        super().__init__(data, initial=dict(_initial_places(stated)))
        # As many later days as a file states, and one more: what is not shown here would be lost on saving.
        self.later = range(1, max([1, *(len(one) for one in stated.values())]) + 1)
        self.headings = ("Kind of placement", "From the start", *(("Later", "From") * len(self.later)))
        for kind in Kind:
            self.fields[f"{kind}_now"] = _count(f"{kind.label}: places from the start")
            for step in self.later:
                self.fields |= _a_later_step(kind, step)

    @property
    def rows(self) -> list[tuple[str, list[BoundField]]]:
        """A row of fields for each kind."""
        return [(kind.label, [self[name] for name in self._names(kind)]) for kind in Kind]

    def clean(self) -> dict[str, Any]:
        """Later places need a day, which is read as a file's would be, and places before them."""
        given = super().clean() or {}
        for kind in Kind:
            later = any(given.get(places) is not None for places, _ in self._steps(kind))
            if later and given.get(f"{kind}_now") is None and f"{kind}_now" not in self.errors:
                self.add_error(f"{kind}_now", "Give the places that are there before the later ones too.")
            for places, day in self._steps(kind):
                both = (given.get(places) is None) == (not given.get(day))
                if not both and not {places, day} & set(self.errors):
                    self.add_error(day, "Give both the places and the day from which they are there.")
        if not self.errors:
            try:
                scenario_of({"name": "it", "places": self.record()}, where="it")
            except ScenarioError as wrong:
                self.add_error(None, f"{wrong.what} {wrong.what_next}")
        return given

    def record(self) -> list[Record]:
        """The places as a file holds them."""
        given = self.cleaned_data
        return [
            {"kind": str(kind), "places": given[places], "from": given[day] if day else FIRST_YEAR}
            for kind in Kind
            for places, day in ((f"{kind}_now", None), *self._steps(kind))
            if given.get(places) is not None
        ]

    def _steps(self, kind: Kind) -> Iterator[tuple[str, str]]:
        yield from ((f"{kind}_then_{step}", f"{kind}_when_{step}") for step in self.later)

    def _names(self, kind: Kind) -> list[str]:
        return [f"{kind}_now", *(name for step in self._steps(kind) for name in step)]


class OverflowForm(TableForm):
    """Where the children go for whom a kind is full, in order; kinds left blank take nobody."""

    def __init__(self, data: Any = None, *, record: Record) -> None:
        stated = {Kind(kind): tuple(map(Kind, order)) for kind, order in record.get("overflow", {}).items()}
        orders = {**USUAL_OVERFLOW, **stated}
        super().__init__(
            data,
            initial={
                f"{kind}_{n}": str(other)
                for kind, order in orders.items()
                for n, other in enumerate(order, 1)
            },
        )
        # A file may hold a longer order, none of which may be lost.
        self.length = max(USUAL_ORDER_LENGTH, *map(len, orders.values()))
        self.headings = ("When full", "Children go to", *(["Then to"] * (self.length - 1)))
        self.fields |= {
            f"{kind}_{n}": _another_kind(kind, n) for kind in Kind for n in range(1, self.length + 1)
        }

    @property
    def rows(self) -> list[tuple[str, list[BoundField]]]:
        """A row of choices for each kind."""
        return [(kind.label, [self[f"{kind}_{n}"] for n in range(1, self.length + 1)]) for kind in Kind]

    def clean(self) -> dict[str, Any]:
        """An order is held to the rules of a file."""
        given = super().clean() or {}
        for kind in Kind:
            try:
                scenario_of({"name": "it", "overflow": {str(kind): self._order(kind)}}, where="it")
            except ScenarioError as wrong:
                self.add_error(f"{kind}_1", f"{wrong.what} {wrong.what_next}")
        return given

    def record(self) -> Record:
        """The orders that are not the usual ones, as a file holds them."""
        orders = {kind: self._order(kind) for kind in Kind}
        usual = {kind: [str(other) for other in USUAL_OVERFLOW.get(kind, ())] for kind in Kind}
        return {str(kind): order for kind, order in orders.items() if order != usual[kind]}

    def _order(self, kind: Kind) -> list[str]:
        chosen = (self.cleaned_data.get(f"{kind}_{n}") for n in range(1, self.length + 1))
        return [other for other in chosen if other]


class MoneyForm(TableForm):
    """What a plan puts in and means to save, by year of the forecast."""

    headings = ("Year", "Put in (£)", "To be saved (£)")

    def __init__(self, data: Any = None, *, record: Record) -> None:
        stated = {part: record.get(part, {}) for part in _MONEY}
        # Years beyond those that are usual are shown where a file has them, or saving would drop them.
        last = max((int(year.split()[1]) for years in stated.values() for year in years), default=0)
        self.years = range(1, max(USUAL_YEARS, last) + 1)
        initial = {
            f"{_MONEY[part]}_{n}": years.get(f"year {n}")
            for part, years in stated.items()
            for n in self.years
        }
        super().__init__(data, initial=initial)
        for n in self.years:
            self.fields[f"investment_{n}"] = _pounds(f"Year {n}: put in")
            self.fields[f"target_{n}"] = _pounds(f"Year {n}: to be saved")

    @property
    def rows(self) -> list[tuple[str, list[BoundField]]]:
        """A row of fields for each year."""
        return [(f"Year {n}", [self[f"investment_{n}"], self[f"target_{n}"]]) for n in self.years]

    def record(self) -> Record:
        """The money as a file holds it."""
        given = self.cleaned_data
        return {
            part: {
                f"year {n}": given[f"{field}_{n}"]
                for n in self.years
                if given.get(f"{field}_{n}") is not None
            }
            for part, field in _MONEY.items()
        }


def _by_kind(record: Record) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for one in record.get("places", []):
        found.setdefault(one["kind"], []).append(one)
    return found


def _initial_places(stated: Mapping[str, list[Record]]) -> Iterator[tuple[str, Any]]:
    for kind, statements in stated.items():
        # What holds from the start comes first, wherever a file has it. The first places that a file states hold
        # before their day too, so that they are also those from the start where it names none.
        first = next((one for one in statements if one["from"] == FIRST_YEAR), None)
        later = [one for one in statements if one is not first]
        yield f"{kind}_now", (first or statements[0])["places"]
        for step, one in enumerate(later, 1):
            yield f"{kind}_then_{step}", one["places"]
            yield f"{kind}_when_{step}", one["from"]


def _a_later_step(kind: Kind, step: int) -> dict[str, forms.Field]:
    return {
        f"{kind}_then_{step}": _count(f"{kind.label}: places later" + (f" ({step})" if step > 1 else "")),
        f"{kind}_when_{step}": forms.CharField(
            label=f"{kind.label}: from" + (f" ({step})" if step > 1 else ""),
            required=False,
            max_length=40,
            widget=forms.TextInput(attrs=DATE),
        ),
    }


def _another_kind(kind: Kind, place: int) -> forms.Field:
    others = [(str(other), other.label) for other in Kind if other is not kind]
    return forms.ChoiceField(
        label=f"{kind.label}: {'then to' if place > 1 else 'children go to'}"
        + (f" ({place})" if place > 2 else ""),
        required=False,
        choices=[("", "–"), *others],
    )


def _count(label: str) -> forms.Field:
    return CountField(
        label=label, required=False, min_value=0, max_value=100_000, widget=forms.TextInput(attrs=SHORT)
    )


def _pounds(label: str) -> forms.Field:
    return CountField(
        label=label,
        required=False,
        min_value=0,
        max_value=10**10,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "numeric"}),
    )
