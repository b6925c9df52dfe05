"""Reading the single values of a scenario: numbers with units, dates, ages, kinds, causes; each mistake told."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sufficiency.analytics.forecast.bands import AGE_GROUP_STARTS, AGE_GROUPS
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.levers.stated import When
from sufficiency.analytics.forecast.levers.which_home import FOSTERING, RESIDENTIAL
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.money.prices import kind_named
from sufficiency.analytics.reference.kinds import Kind

GROUPS_OF_KINDS: Final = {"fostering": FOSTERING, "residential": RESIDENTIAL, "all": tuple(Kind)}
_YEAR: Final = re.compile(r"year (\d{1,2})")
_SPAN: Final = re.compile(r"(\d{1,2})(?:-|–| to )(\d{1,2})")
_NUMBER: Final = re.compile(r"([-+−]?[\d,]*\.?\d+)\s*(.*)")
_DATES: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y")
_MONTHS: Final = ("%Y-%m", "%B %Y", "%b %Y")
_LAST_AGE: Final = 17
_UASC: Final = {"true": True, "yes": True, "only": True, "false": False, "no": False, "none": False}


@dataclass(frozen=True)
class Cell:
    """A value of a scenario and where it stands."""

    value: Any
    where: str

    def wrong(self, what: str, what_next: str) -> ScenarioError:
        """The error to raise about this value."""
        return ScenarioError(what, where=self.where, what_next=what_next)

    @property
    def text(self) -> str:
        """The value as text."""
        return str(self.value).strip()


def number(cell: Cell, *, unit: str = "", least: float = 0, most: float = 10**9) -> float:
    """A number, with its unit behind it or not: `6`, `6 children a year`, `15%`."""
    found = _NUMBER.fullmatch(cell.text)
    if isinstance(cell.value, bool) or not found:
        raise cell.wrong(f"“{cell.text}” is not a number.", f"Write it like 6{_spaced(unit)}.")
    value, told = float(found[1].replace(",", "").replace("−", "-")), found[2].strip().lower()
    if told and told != unit:
        raise cell.wrong(f"“{told}” is not what this is counted in.", f"Write it like 6{_spaced(unit)}.")
    if not least <= value <= most:
        raise cell.wrong(
            f"It is {value:,.10g}.", f"Give a number from {least:,.10g} to {most:,.10g}{_spaced(unit)}."
        )
    return value


def whole(cell: Cell, *, most: int) -> int:
    """A whole number from nought."""
    value = number(cell, most=most)
    if value != int(value):
        raise cell.wrong(f"“{cell.text}” is not a whole number.", "Write it like 12.")
    return int(value)


def when(cell: Cell, *, ends: bool = False) -> When:
    """A day, a month (its first day, or its last as an end), or a year of the forecast such as `year 2`."""
    if isinstance(cell.value, datetime):
        return When(cell.value.date())
    if isinstance(cell.value, date):
        return When(cell.value)
    text = cell.text.lower()
    if year := _YEAR.fullmatch(text):
        if not 1 <= int(year[1]) <= 25:
            raise cell.wrong(f"“{cell.text}” is beyond any forecast.", "Count years from 1 to 25.")
        return When(year=int(year[1]))
    day = _read(text, _DATES) or _month(text, ends=ends)
    if day is None:
        raise cell.wrong(
            f"“{cell.text}” is not a date.",
            "Write 2027-04-01, April 2027, or year 2 for the second year of the forecast.",
        )
    return When(day)


def ages(cell: Cell) -> tuple[str, ...]:
    """Age groups, as a list of them or as a span of years such as `10-17`."""
    words = cell.value if isinstance(cell.value, list) else str(cell.value).split(",")
    found = {group for word in words for group in _age_groups(Cell(word, cell.where))}
    return tuple(group for group in AGE_GROUPS if group in found)


def kinds(cell: Cell) -> tuple[Kind, ...]:
    """Kinds of placement in our words, as on screen or as in other documents; `fostering`, `residential`, `all`."""
    words = cell.value if isinstance(cell.value, list) else str(cell.value).split(",")
    found = {kind for word in words for kind in _kinds_named(Cell(word, cell.where))}
    return tuple(kind for kind in Kind if kind in found)


def cause(cell: Cell) -> Cause:
    """A reason for leaving care."""
    if cell.text.lower() not in set(LEAVING):
        known = ", ".join(LEAVING)
        raise cell.wrong(
            f"“{cell.text}” is no reason for leaving that a lever can change.", f"Choose one of {known}."
        )
    return Cause(cell.text.lower())


def uasc(cell: Cell) -> bool:
    """Whether unaccompanied asylum-seeking children alone, or all others alone, are meant."""
    word = cell.text.lower()
    if word not in _UASC:
        raise cell.wrong(
            f"“{cell.text}” is neither yes nor no.", "Write yes for UASC only, no for all others."
        )
    return _UASC[word]


def text(cell: Cell, *, longest: int = 2000) -> str:
    """Some words."""
    if not isinstance(cell.value, str | int | float) or len(cell.text) > longest:
        raise cell.wrong("It is not a text of reasonable length.", f"Write up to {longest:,} letters.")
    return cell.text


def nearest(word: str, known: Iterable[str]) -> str:
    """What a mistyped word may have meant, as a sentence, or all there is to choose from."""
    listed = list(known)
    close = difflib.get_close_matches(word.lower(), listed, n=1)
    return f"Did you mean {close[0]}?" if close else f"Choose from {', '.join(listed)}."


def refuse_unknown(told: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    """A name that means nothing here is a mistake: what was meant by it would be left undone unsaid."""
    for word in told:
        if str(word) not in known:
            raise ScenarioError(
                f"There is no “{word}” here.", where=where, what_next=nearest(str(word), known)
            )


def _kinds_named(cell: Cell) -> tuple[Kind, ...]:
    word = cell.text.lower()
    if word in GROUPS_OF_KINDS:
        return GROUPS_OF_KINDS[word]
    kind = kind_named(word)
    if kind is None:
        raise cell.wrong(
            f"There is no kind of placement “{cell.text}”.", nearest(word, [*GROUPS_OF_KINDS, *Kind])
        )
    return (kind,)


def _age_groups(cell: Cell) -> tuple[str, ...]:
    word = cell.text.lower()
    if word == "all":
        return AGE_GROUPS
    if word in AGE_GROUPS:
        return (word,)
    span = _SPAN.fullmatch(word)
    bounds = [*AGE_GROUP_STARTS, _LAST_AGE + 1]
    if (
        not span
        or int(span[1]) not in bounds
        or int(span[2]) + 1 not in bounds
        or int(span[1]) > int(span[2])
    ):
        raise cell.wrong(
            f"“{cell.text}” are no ages that the forecast tells apart.",
            f"Use {', '.join(AGE_GROUPS)}, or several together such as 10-17.",
        )
    first, last = bounds.index(int(span[1])), bounds.index(int(span[2]) + 1)
    return AGE_GROUPS[first:last]


def _month(word: str, *, ends: bool) -> date | None:
    first = _read(word, _MONTHS)
    if first is None or not ends:
        return first
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _read(word: str, layouts: Iterable[str]) -> date | None:
    for layout in layouts:
        try:
            return datetime.strptime(word, layout).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    return None


def _spaced(unit: str) -> str:
    return unit if unit == "%" else f" {unit}" if unit else ""
