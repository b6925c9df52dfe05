"""The pipeline of carers as a table, the goal as a table and a chart, one household's way as a timeline."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from sufficiency.analytics.homes.recruitment import Goal, InStage, OnPath, Stage
from sufficiency.reports.charts import Bar, bars
from sufficiency.reports.figures import Column as FigureColumn, Figure, Table as FigureTable, drawn
from sufficiency.reports.palette import QUIET, colour_of
from sufficiency.reports.wording import change, number, percentage
from sufficiency.web.commissioning.listing.contracts import EDGE, ROW
from sufficiency.web.commissioning.models import CarerCase
from sufficiency.web.commissioning.states import TONES
from sufficiency.web.ui import drawings
from sufficiency.web.ui.components import Cell, Column, Entry, Fact, Table, Tone

STAGES = (
    Column("Stage"), Column("Households now", is_number=True), Column("Longest wait, days", is_number=True),
    Column("Came to it", is_number=True), Column("Went on", is_number=True), Column("Of those who left it", is_number=True),
    Column("Days in it, middle", is_number=True),
)  # fmt: skip
YEARS = (
    Column("Year"), Column("Places wanted", is_number=True), Column("Gained", is_number=True),
    Column("Lost", is_number=True), Column("Households, net", is_number=True), Column("Path", is_number=True),
    Column("Reached", is_number=True), Column("Where that stands"),
)  # fmt: skip
CASES = (
    Column("Household", sort="name"), Column("Stage", sort="stage"), Column("Since"), Column("Days", is_number=True),
    Column("Places", is_number=True), Column("Worker"), Column("Came by"),
)  # fmt: skip
SORTED_BY = {"name": "name", "stage": "stage"}


def stages(found: Iterable[InStage]) -> Table:
    """Every stage: who is there, how long, how many went on."""
    return Table("The way from enquiry to first placement", STAGES, [_stage(one) for one in found])


def _stage(one: InStage) -> list[Any]:
    share = "" if one.share_going_on is None else percentage(one.share_going_on)
    middle = None if one.middle_days is None else round(one.middle_days)
    is_end = one.stage in (Stage.FIRST_PLACEMENT, Stage.LEFT)
    return [
        one.stage.label, one.now, None if is_end else one.longest_days, one.ever,
        None if is_end else one.went_on, "" if is_end else share, None if is_end else middle,
    ]  # fmt: skip


def years(goal: Goal, found: Sequence[OnPath]) -> Table:
    """Each year of the goal; those to come with what is wanted of them."""
    begun = {one.year: one for one in found}
    rows = [
        _year(begun[year])
        if year in begun
        else [year.label, aim, None, None, None, goal.path[year], None, "to come"]
        for year, aim in zip(goal.years, goal.each_year, strict=True)
    ]
    return Table("More places, year by year", YEARS, rows)


def _year(one: OnPath) -> list[Any]:
    return [
        one.year.label, one.aim, one.gained, one.lost, one.households, one.path, one.reached, _verdict(one)
    ]  # fmt: skip


def _verdict(one: OnPath) -> Cell:
    words = change(one.ahead)
    if one.ahead >= 0:
        return Cell("On the path" if one.ahead == 0 else f"{words} than the path", tone=Tone.GOOD)
    # A year that is not over may still catch up.
    return Cell(f"{words} than the path", tone=Tone.BAD if one.is_over else Tone.WARNING)


def sentence(goal: Goal, found: Sequence[OnPath]) -> str:
    """Where the goal stands, in one sentence."""
    if not found:
        return f"The first year of the goal, {goal.years[0]}, has not begun."
    last = found[-1]
    return (
        f"{number(last.reached)} of at least {number(goal.at_least)} more places; the path wants {number(last.path)} "
        f"by the end of {last.year}."
    )


def path(goal: Goal, found: Sequence[OnPath]) -> Figure:
    """The path of the goal, and how far it was reached, as bars."""
    reached = {one.year: one.reached for one in found}
    rows: list[Bar] = []
    for year, wanted in goal.path.items():
        rows.append(Bar(f"{year} wanted", wanted, number(wanted), QUIET))
        if year in reached:
            rows.append(
                Bar(
                    f"{year} reached",
                    max(reached[year], 0),
                    number(reached[year]),
                    colour_of("in_house_fostering"),
                )
            )
    facts = tuple(
        (year.label, number(wanted), number(reached[year]) if year in reached else "to come")
        for year, wanted in goal.path.items()
    )
    title = sentence(goal, found)
    columns = (
        FigureColumn("By the end of"),
        FigureColumn("Wanted", is_number=True),
        FigureColumn("Reached", is_number=True),
    )
    content = FigureTable(
        "More places with our own foster carers, counted from the beginning", columns, facts
    )

    def draw() -> Figure:
        height = EDGE + ROW * len(rows)
        note = f"{goal.source}. {goal.note}"
        return drawn(
            title, lambda size: bars(rows, size=size, alt_text=title), table=content, height=height, note=note
        )

    return drawings.kept(draw, shows=("goal", title, rows, facts, goal))


def cases(found: Iterable[CarerCase], *, today: date, sorted_by: str) -> Table:
    """The list of households."""
    return Table("Households", CASES, [_case(one, today) for one in found], sorted_by=sorted_by)


def _case(case: CarerCase, today: date) -> list[Any]:
    since = _since(case)
    return [
        Cell(str(case), href=case.get_absolute_url()),
        Cell(case.stage_of.label, tone=TONES[case.stage]),
        since,
        (today - since).days if since else None,
        case.places,
        case.worker,
        case.came_by,
    ]


def records(found: Iterable[CarerCase]) -> list[dict[str, Any]]:
    """One flat record a household, with the day of each stage."""
    return [
        {
            "reference": case.reference, "stage": case.stage_of.label, "places": case.places,
            "came by": case.came_by, "worker": case.worker,
            **{stage.label.lower(): case.in_plain().first(stage) for stage in Stage},
        }
        for case in found
    ]  # fmt: skip


def facts(case: CarerCase) -> list[Fact]:
    """What is known of a household."""
    given = [
        Fact("Places they offer", case.places),
        Fact("Came by", case.came_by or "not known"),
        Fact("Worker", case.worker or "nobody yet"),
    ]
    in_register = (
        Fact("In the register", str(case.home), href=case.home.get_absolute_url(), action="Open")
        if case.home
        else None
    )
    notes = Fact("Notes", case.notes) if case.notes else None
    return [*given, *(fact for fact in (in_register, notes) if fact)]


def way(case: CarerCase) -> list[Entry]:
    """The stages it came to, newest first."""
    return [
        Entry(Stage(one.stage).label, _at(one.on), by=one.by, text=one.reason)
        for one in reversed(list(case.reached.all()))
    ]


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def _since(case: CarerCase) -> date | None:
    steps = list(case.reached.all())
    return steps[-1].on if steps else None
