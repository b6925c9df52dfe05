"""What the regional standard says of a search and an agreement, read back: written where it may be, else compared.

Who searches and what was agreed is decided on the desk, so a file never overrules it: a price is taken while nobody
has moved in, a day while the request is written, and whatever else differs is told.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.placements import actions
from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.placements.states import RequestState

START, PRICE = "latest start date", "Total agreed weekly cost"
COMPARED = (
    "planned or emergency search", "siblings to place together (count)", "Actual Weekly Cost", "Placement Location",
    "Provider ID (linked to Ofsted)", "Whether Sibling Split Y/N", "Placement Type",
)  # fmt: skip


def problems_of(line: int, row: Mapping[str, Any]) -> list[str]:
    """What cannot be read in a row."""
    found = []
    if row.get(START) and _day(row[START]) is None:
        found.append(f"Line {line}, {START}: “{row[START]}” is no day such as 2026-11-24.")
    if row.get(PRICE) and _pounds(row[PRICE]) is None:
        found.append(f"Line {line}, {PRICE}: “{row[PRICE]}” is no sum in pounds of 0 or more.")
    return found


def take(request: SearchRequest, row: Mapping[str, Any], *, by: Actor) -> int:
    """Write the day and the price where they may still be written; how many changed."""
    return _take_day(request, row, by) + _take_price(request, row, by)


def differences(row: Mapping[str, Any], held: Mapping[str, object]) -> list[str]:
    """What a row says otherwise than the desk: the desk’s own stays, and the difference is told."""
    return [
        f"{name}: the file says “{row[name]}”, here it is “{held.get(name, '')}” and stays so."
        for name in COMPARED
        if row.get(name) and not _alike(row[name], held.get(name, ""))
    ]


def _take_day(request: SearchRequest, row: Mapping[str, Any], by: Actor) -> int:
    day = _day(row.get(START) or "")
    # The day on the wall: half past midnight in July is still the day before by Greenwich.
    held = timezone.localtime(request.needed_by)
    if day is None or request.state != RequestState.DRAFT or held.date() == day:
        return 0
    actions.need_by(request, held.replace(year=day.year, month=day.month, day=day.day), by=by)
    return 1


def _take_price(request: SearchRequest, row: Mapping[str, Any], by: Actor) -> int:
    price = _pounds(row.get(PRICE) or "")
    choice = request.choices.filter(is_current=True).first()
    if (
        price is None
        or choice is None
        or request.state != RequestState.DECIDED
        or choice.weekly_cost == price
    ):
        return 0
    actions.agree_price(choice, price, by=by)
    return 1


def _alike(told: str, held: object) -> bool:
    return told.strip().casefold() == str(held).casefold() or (
        _pounds(told) is not None and _pounds(told) == _pounds(str(held))
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _pounds(text: str) -> Decimal | None:
    try:
        found = Decimal(text.strip().removeprefix("£").replace(",", ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() and found >= 0 else None
