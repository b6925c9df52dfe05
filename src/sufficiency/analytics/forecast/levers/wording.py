"""A lever as a sentence: pieces of text and fields, so that pages can put a field where the word stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sufficiency.analytics.forecast.bands import AGE_GROUPS
from sufficiency.analytics.forecast.levers.declaring import Lever, LeverUnit, Takes
from sufficiency.analytics.forecast.levers.stated import Stated, When
from sufficiency.analytics.reference.kinds import Kind

FIELD: Final = re.compile(r"\{(\w+)\}")
_GROUPS: Final = {
    "fostering": (Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING),
    "residential": (Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL, Kind.RESIDENTIAL_SCHOOL),
    "any kind": tuple(Kind),
}


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence; `field` names what it says, or is blank for plain text."""

    text: str
    field: str = ""


def sentence(lever: Lever, stated: Stated) -> str:
    """The whole sentence, with the numbers in it and a full stop."""
    text = "".join(piece.text for piece in pieces(lever, stated))
    return f"{text[0].upper()}{text[1:]}."


def pieces(lever: Lever, stated: Stated) -> list[Piece]:
    """The sentence in pieces: what is changed, for whom, and when."""
    return [*_what(lever, stated), *_for_whom(lever, stated), *_when(lever, stated)]


def kinds_in_words(kinds: Iterable[Kind], *, joined: str = "and") -> str:
    """Kinds as in a sentence: “agency fostering”, “fostering”, “kinship and in-house fostering”."""
    chosen = tuple(kind for kind in Kind if kind in set(kinds))
    for word, group in _GROUPS.items():
        if chosen == group:
            return word
    return _listed([kind.label[0].lower() + kind.label[1:] for kind in chosen], joined)


def ages_in_words(ages: Iterable[str]) -> str:
    """Age groups as in a sentence, neighbours run together: “10–17”."""
    places = [AGE_GROUPS.index(age) for age in ages]
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return _listed([_run(run[0], run[-1]) for run in runs], "and")


def when_in_words(when: When, *, ends: bool = False) -> str:
    """A date as in a sentence: “April 2027”, “15 May 2027”, “the start of year 2”."""
    if when.day is None:
        return f"the {'end' if ends else 'start'} of year {when.year}"
    return _month(when.day, ends=ends)


def _what(lever: Lever, stated: Stated) -> Iterator[Piece]:
    for place, part in enumerate(FIELD.split(lever.sentence)):
        if place % 2 == 0:
            yield Piece(part)
        elif part == "amount":
            yield from _amount(lever, stated.amount)
        else:
            yield Piece(_value(part, stated), part)


def _amount(lever: Lever, amount: float) -> Iterator[Piece]:
    number = f"{abs(amount):,.10g}"
    percent = lever.unit is LeverUnit.PERCENT
    yield Piece(f"{number}%" if percent else number, "amount")
    if lever.is_signed:
        yield Piece(" ")
        yield Piece("more" if amount >= 0 else lever.down, "direction")
    if not percent:
        yield Piece(f" {lever.unit}")


def _value(field: str, stated: Stated) -> str:
    if field == "kinds":
        return kinds_in_words(stated.kinds)
    if field == "to":
        return kinds_in_words(stated.to, joined="or")
    if field == "cause":
        return (stated.cause.label if stated.cause else "any reason").lower()
    if field == "discount":
        return f"{stated.discount:.10g}"
    return str(stated.over_months)


def _for_whom(lever: Lever, stated: Stated) -> Iterator[Piece]:
    if Takes.AGES in lever.takes and stated.ages != AGE_GROUPS:
        yield from (Piece(", ages "), Piece(ages_in_words(stated.ages), "ages"))
    if Takes.UASC in lever.takes and stated.uasc is not None:
        word = (
            "unaccompanied asylum-seeking children only"
            if stated.uasc
            else "without unaccompanied asylum-seeking children"
        )
        yield from (Piece(", "), Piece(word, "uasc"))
    if Takes.KINDS in lever.takes and "{kinds}" not in lever.sentence and len(stated.kinds) < len(Kind):
        yield from (Piece(", living in "), Piece(kinds_in_words(stated.kinds, joined="or"), "kinds"))


def _when(lever: Lever, stated: Stated) -> Iterator[Piece]:
    yield from (Piece(", from "), Piece(when_in_words(stated.starts), "from"))
    if stated.over_months and "{over_months}" not in lever.sentence:
        plural = "month" if stated.over_months == 1 else "months"
        yield from (
            Piece(", building up over "),
            Piece(str(stated.over_months), "over_months"),
            Piece(f" {plural}"),
        )
    if stated.until is not None:
        yield from (Piece(", until "), Piece(when_in_words(stated.until, ends=True), "until"))


def _month(day: date, *, ends: bool) -> str:
    last = (date.fromordinal(day.toordinal() + 1)).month != day.month
    if (day.day == 1 and not ends) or (last and ends):
        return f"{day:%B %Y}"
    return f"{day.day} {day:%B %Y}"


def _run(first: int, last: int) -> str:
    if first == 0:
        return "under 1" if last == 0 else f"under {int(AGE_GROUPS[last].split('-')[1]) + 1}"
    return f"{AGE_GROUPS[first].split('-')[0]}–{AGE_GROUPS[last].split('-')[1]}"


def _listed(words: list[str], joined: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joined} {words[-1]}"
