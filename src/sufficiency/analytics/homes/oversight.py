"""Watching over homes: registration, inspections, visits, children under 16, unregistered settings, host authorities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sufficiency.analytics.clocks import homes as clocks
from sufficiency.analytics.clocks.declaring import Clock
from sufficiency.analytics.clocks.reckoning import Reckoned, Standing, next_of, reckon
from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.occupancy import Period

YOUNGEST_IN_SUPPORTED: Final = 16  # years


# What the register says of a home's registration (homes, states.py) to whether a child may be placed there.
_LAWFUL: Final = {"registered": True, "applied": True, "not_needed": True, "not_registered": False}


def is_lawful(home: HomeKind, *, registration: str, day: date) -> bool | None:
    """Whether a child may live there as far as registration goes; None where that is not known, which is never yes.

    Supported accommodation did not have to be registered before the regulations of 2023.
    """
    if home is HomeKind.SUPPORTED_ACCOMMODATION and not clocks.supported_registration.holds_on(day):
        return True
    # A setting that is kept as unregistered stays one, whatever was written beside it.
    return False if home is HomeKind.UNREGISTERED else _LAWFUL.get(registration)


def too_young(home: HomeKind, *, age: int | None, day: date) -> bool | None:
    """Whether a child is too young for where they live; None where the age is not known."""
    if home not in (HomeKind.SUPPORTED_ACCOMMODATION, HomeKind.UNREGISTERED):
        return False
    if not clocks.nobody_under_16.holds_on(day):
        return False
    return None if age is None else age < YOUNGEST_IN_SUPPORTED


# What an inspection of supported accommodation ended with to when the next is due.
AFTER_OUTCOME: Final = {
    "consistently_strong": clocks.supported_inspection_good,
    "inconsistent": clocks.supported_inspection_mixed,
    "serious_weaknesses": clocks.supported_inspection_serious,
}


def next_inspection(home: HomeKind, *, last: date | None, judgement: str, today: date) -> Reckoned | None:
    """When a home's next inspection is due; None for homes that are not inspected one by one."""
    clock = _inspection_clock(home, judgement)
    return reckon(clock, last, done=None, today=today) if clock else None


def _inspection_clock(home: HomeKind, judgement: str) -> Clock | None:
    if home is HomeKind.CHILDRENS_HOME:
        return clocks.full_inspection
    if home is HomeKind.SUPPORTED_ACCOMMODATION:
        # Without an outcome the shortest wait is assumed: it is better to ask too early.
        return AFTER_OUTCOME.get(judgement, clocks.supported_inspection_serious)
    return None


@dataclass(frozen=True)
class MonthOfVisits:
    """A calendar month of a home: the days of its independent visits. A month that has ended without one is a gap."""

    month: Period
    visits: tuple[date, ...]
    is_over: bool

    @property
    def is_gap(self) -> bool:
        """Whether the month ended without a visit."""
        return self.is_over and not self.visits


def months_of_visits(
    opened: date, visits: Iterable[date], *, since: date, today: date
) -> list[MonthOfVisits]:
    """Each calendar month from the later of two days up to today's: regulation 44 wants a visit in each."""
    days = sorted(visits)
    begin = max(opened, since)
    if begin > today:
        return []
    months = Period(begin.replace(day=1), today).months()
    whole = [Period(month.first, _end_of(month.first)) for month in months]
    return [
        MonthOfVisits(
            month, tuple(day for day in days if month.first <= day <= month.last), month.last < today
        )
        for month in whole
    ]


def _end_of(first: date) -> date:
    return clocks.visit_by_independent_person.limit.after(first) - date.resolution


def next_review_of_quality(opened: date, reviews: Iterable[date], *, today: date) -> Reckoned:
    """When the next regulation 45 review is due."""
    return next_of(clocks.review_of_quality, opened, times=reviews, today=today)


@dataclass(frozen=True)
class Unregistered:
    """A child in a setting that is not registered, and what was done about it.

    `looks` are the days on which the owner looked; `escalated` those on which it went to the director again.
    """

    began: date
    ended: date | None = None
    owner: str = ""
    looks: Sequence[date] = ()
    escalated: Sequence[date] = ()
    exit_planned: date | None = None
    approved: date | None = None
    key_decision: str = ""


@dataclass(frozen=True)
class Matter:
    """One thing to be done about a setting: in words, where it stands, and when it was due."""

    what: str
    reckoned: Reckoned

    @property
    def is_open(self) -> bool:
        """Whether someone still has to do it."""
        return self.reckoned.is_open

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been done by now."""
        return self.reckoned.standing is Standing.OVERDUE


def matters(case: Unregistered, *, today: date) -> list[Matter]:
    """Everything that a child's stay in an unregistered setting asks for; once it ended nothing is open any more."""
    until = min(case.ended or today, today)
    return [matter for matter in _matters(case, until) if case.ended is None or not matter.is_open]


def _matters(case: Unregistered, today: date) -> list[Matter]:
    # Approval without the key decision on file is not done.
    approved = case.approved if case.key_decision else None
    return [
        Matter(
            "Name an owner",
            reckon(
                clocks.look_at_unregistered, case.began, done=case.began if case.owner else None, today=today
            ),
        ),
        Matter(
            "Look at the child and the way out",
            next_of(clocks.look_at_unregistered, case.began, times=case.looks, today=today),
        ),
        Matter("Plan the exit", reckon(clocks.exit_plan, case.began, done=case.exit_planned, today=today)),
        Matter(
            "Director’s approval with the key decision on file",
            reckon(clocks.directors_approval, case.began, done=approved, today=today),
        ),
        Matter(
            "Escalate to the director",
            next_of(clocks.escalation, case.began, times=case.escalated, today=today),
        ),
    ]


def days_without_a_look(case: Unregistered, *, today: date) -> list[date]:
    """The days after the first, up to yesterday or the end, on which nobody looked."""
    last = min(case.ended or today, today)
    looked = set(case.looks)
    days = (date.fromordinal(number) for number in range(case.began.toordinal() + 1, last.toordinal()))
    return [day for day in days if day not in looked]


def told_host(*, began: date, told: date | None, today: date) -> Reckoned:
    """Where telling the host authority stands. Told before the start is in time; five working days are the most."""
    return reckon(clocks.tell_host_authority, began, done=told, today=today)
