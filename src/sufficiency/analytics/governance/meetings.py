"""When a group may meet and for how long; whether what it does there counts."""

import calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sufficiency.analytics.governance.breaches import Breach
from sufficiency.analytics.governance.declaring import Choice, GroupType
from sufficiency.analytics.governance.membership import Member, may_chair, voting
from sufficiency.analytics.reference.working_days import is_working_day

LINES_A_PAGE = 40  # an agenda page in 11 point with a title and a place for times
CHARACTERS_A_LINE = 80


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A meeting that somebody wants to hold."""

    on: date
    minutes: int
    is_extra: bool = False
    chair_agreed: bool = False


def plan_breaches(terms: GroupType, plan: Plan, *, others: Iterable[date] = ()) -> list[Breach]:
    """Every rule that a planned meeting breaks; `others` are the days of the group's other meetings."""
    return [
        *_too_long(terms, plan),
        *_after_the_end(terms, plan),
        *_extra(plan),
        *_same_day(plan, others),
    ]


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def schedule(first: date, *, count: int, until: date) -> list[date]:
    """So many meetings spread evenly from the first to the last day, both included."""
    if count == 1:
        return [first]
    gap = (until - first) / (count - 1)
    return [first + timedelta(days=(gap * number).days) for number in range(count)]


def even_gap_days(first: date, *, count: int, until: date) -> int:
    """Whole days between meetings where so many are spread evenly."""
    return (until - first).days // (count - 1)


def next_due(terms: GroupType, last: date) -> date:
    """The day by which a group should meet again."""
    return months_later(last, terms.interval_months)


def papers_due(terms: GroupType, on: date) -> date:
    """The last day on which the papers of a meeting go out in time."""
    day, left = on, terms.papers_due_days
    while left:
        day -= timedelta(days=1)
        left -= is_working_day(day)
    return day


@dataclass(frozen=True)
class Held:
    """How many meetings were held beside how many the rule asks for."""

    held: int
    required: int

    @property
    def percent(self) -> float:
        """Share of the required meetings that were held, in percent."""
        return 100 * self.held / self.required


def held_against_rule(terms: GroupType, held: int, *, months: int = 12) -> Held:
    """Meetings held in some months beside the number that the interval asks for."""
    return Held(held, months // terms.interval_months)


@dataclass(frozen=True, kw_only=True)
class Room:
    """Who is there: members present (or their substitutes), the chair, the places of everyone in the room."""

    present: Sequence[Member]
    members: int
    chair: Member | None = None


def room_breaches(terms: GroupType, room: Room) -> list[Breach]:
    """What keeps a meeting from deciding: no chair, the wrong chair, too few, one agency only, a place not filled."""
    return [
        *_who_chairs(terms, room),
        *_quorum(terms, room),
        *_agencies_here(terms, room),
        *_must_attend(terms, room),
    ]


def quorum_in_words(terms: GroupType, room: Room) -> str:
    """The light in words: “5 of 9 here, 4 needed, chair present”."""
    here, needed = len(voting(terms, room.present)), terms.quorum.needed(room.members)
    chair = "chair present" if room.chair else "no chair"
    return f"{here} of {room.members} here, {needed} needed, {chair}"


def agenda_pages(titles: Iterable[str]) -> int:
    """How many pages an agenda of these titles takes."""
    lines = sum(1 + -(-max(len(title), 1) // CHARACTERS_A_LINE) for title in titles)
    return -(-lines // LINES_A_PAGE)


def agenda_breaches(
    terms: GroupType, titles: Sequence[str], *, item_minutes: int, meeting_minutes: int
) -> list[Breach]:
    """An agenda that nobody can get through: more pages than the rule, or more minutes than the meeting."""
    return [
        *_too_many_pages(terms, agenda_pages(titles)),
        *_too_many_minutes(item_minutes, meeting_minutes),
    ]


def _too_long(terms: GroupType, plan: Plan) -> Iterator[Breach]:
    if terms.longest_minutes is not None and plan.minutes > terms.longest_minutes:
        rule = f"A meeting takes at most {terms.longest_minutes} minutes."
        over = plan.minutes - terms.longest_minutes
        yield Breach(rule, f"This one would take {plan.minutes}.", refuses=True, by=over)


def _after_the_end(terms: GroupType, plan: Plan) -> Iterator[Breach]:
    if terms.ends_on is not None and plan.on > terms.ends_on:
        rule = f"The group ends on {_day(terms.ends_on)}."
        yield Breach(rule, f"{_day(plan.on)} is after that.", refuses=True)


def _extra(plan: Plan) -> Iterator[Breach]:
    if plan.is_extra and not plan.chair_agreed:
        yield Breach("An extra meeting is agreed by the chair.", "The chair has not agreed it.", refuses=True)


def _same_day(plan: Plan, others: Iterable[date]) -> Iterator[Breach]:
    if plan.on in set(others):
        yield Breach("A group meets once a day.", f"It meets on {_day(plan.on)} already.", refuses=True)


def _who_chairs(terms: GroupType, room: Room) -> Iterator[Breach]:
    if room.chair is None:
        found = (
            "No chair has been elected yet."
            if terms.chair.chosen is Choice.ELECTED
            else "Nobody chairs this meeting."
        )
        yield Breach(terms.chair.in_words, found, refuses=True)
        return
    if not (room.chair.is_vice and terms.chair.vice_may):
        yield from may_chair(terms, room.chair)


def _quorum(terms: GroupType, room: Room) -> Iterator[Breach]:
    here, needed = len(voting(terms, room.present)), terms.quorum.needed(room.members)
    if here < needed:
        yield Breach(
            terms.quorum.in_words(room.members),
            f"{here} {'is' if here == 1 else 'are'} here.",
            refuses=True,
            by=needed - here,
        )


def _agencies_here(terms: GroupType, room: Room) -> Iterator[Breach]:
    bodies = {member.body for member in voting(terms, room.present) if member.body}
    if terms.agencies and len(bodies) < terms.agencies:
        names = ", ".join(sorted(bodies)) or "none"
        yield Breach(f"At least {terms.agencies} agencies are in the room.", f"Here: {names}.")


def _must_attend(terms: GroupType, room: Room) -> Iterator[Breach]:
    here = {member.place for member in room.present}
    for key in terms.must_attend:
        place = terms.place(key)
        if key not in here and place is not None:
            yield Breach(f"The place “{place.label}” is filled at every meeting.", "Nobody is here for it.")


def _too_many_pages(terms: GroupType, pages: int) -> Iterator[Breach]:
    if pages > terms.agenda_pages:
        rule = f"An agenda takes at most {terms.agenda_pages} pages."
        yield Breach(rule, f"This one takes {pages}.", refuses=True, by=pages - terms.agenda_pages)


def _too_many_minutes(items: int, meeting: int) -> Iterator[Breach]:
    if items > meeting:
        found = f"The items take {items} minutes and the meeting {meeting}."
        yield Breach("The items fit into the meeting.", found, by=items - meeting)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
