"""Ofsted's list beside the register: which registrations are new, changed, closed, or no longer on it.

The list is the one the Department sends for the return (`analytics.returns.providers`). It names no setting and gives
no judgement: children's homes are kept from public view, and judgements are published elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sufficiency.analytics.homes.kinds import HomeKind


class Finding(StrEnum):
    """What the list means for what is in the register; the label is what is shown."""

    FIRST = "First told by a list"
    SAME = "As it was"
    CHANGED = "Changed"
    CLOSED = "No longer registered"
    GONE = "Not on the list"

    @property
    def is_told(self) -> bool:
        """Whether somebody should look at it."""
        return self not in (Finding.SAME, Finding.FIRST)


@dataclass(frozen=True)
class Registration:
    """A line of the list. `area` is the authority as written, `closed_on` the day the registration ended."""

    urn: str
    provider_type: str = ""
    area: str = ""
    closed_on: date | None = None
    postcode: str = ""
    place_codes: tuple[str, ...] = ()

    @property
    def kind(self) -> HomeKind | None:
        """The kind of home it registers; None for an agency, whose carers are homes of their own, and where unclear."""
        homes = (kind for kind in HomeKind if not kind.is_fostering)
        return next((kind for kind in homes if set(kind.codes) & set(self.place_codes)), None)


def registrations(rows: Iterable[Mapping[str, Any]]) -> dict[str, Registration]:
    """The lines by their number; of two lines of one number the one that still holds, or else the last to end."""
    found: dict[str, Registration] = {}
    for row in rows:
        one = Registration(
            urn=row["urn"],
            provider_type=row["provider_type"] or "",
            area=row["authority"] or "",
            closed_on=row["closed_on"],
            postcode=row["postcode"] or "",
            place_codes=tuple(code.strip() for code in (row["place_codes"] or "").split(",") if code.strip()),
        )
        other = found.get(one.urn)
        if other is None or _lasts(one) > _lasts(other):
            found[one.urn] = one
    return found


def finding(
    now: Registration | None, before: Registration | None, *, as_of: date, was_listed: bool
) -> Finding:
    """What a list of a day says of a number that is in the register; `before` is what an earlier list said of it."""
    if now is None:
        return Finding.GONE
    if now.closed_on is not None and now.closed_on <= as_of:
        return Finding.CLOSED
    if before is None:
        return Finding.FIRST
    told = (now.provider_type, now.area, now.closed_on) == (
        before.provider_type,
        before.area,
        before.closed_on,
    )
    return Finding.SAME if told and was_listed else Finding.CHANGED


def to_add(
    listed: Mapping[str, Registration], known: Iterable[str], *, areas: Iterable[str], as_of: date
) -> list[Registration]:
    """Homes registered in our area that the register does not have, by number."""
    ours, there = {area.casefold() for area in areas if area}, set(known)
    return [
        one
        for urn, one in sorted(listed.items())
        if urn not in there
        and one.kind is not None
        and one.area.casefold() in ours
        and (one.closed_on is None or one.closed_on > as_of)
    ]


def _lasts(one: Registration) -> date:
    return one.closed_on or date.max
