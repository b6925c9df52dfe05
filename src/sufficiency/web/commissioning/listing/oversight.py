"""What is watched over in homes as tables; children are named only to who may see children's records."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from sufficiency.analytics.clocks.reckoning import Reckoned, Standing
from sufficiency.analytics.homes.oversight import Matter, MonthOfVisits
from sufficiency.reports.wording import number, plural
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.commissioning.analytics.oversight import Away, Concern, Inspected, Setting, Visited
from sufficiency.web.commissioning.models import HostedChild, RiskListing, UnregisteredSetting, Visit
from sufficiency.web.homes.models import Home, Placement
from sufficiency.web.ui.components import Cell, Column, Fact, Step, StepState, Table, Tone
from sufficiency.web.ui.wording import full_day

A_CHILD = "a child"
STANDINGS = {
    Standing.IN_TIME: ("Done in time", Tone.GOOD),
    Standing.LATE: ("Done late", Tone.WARNING),
    Standing.DUE: ("Due", Tone.WAITING),
    Standing.OVERDUE: ("Overdue", Tone.BAD),
    Standing.UNKNOWN: ("Could not be told", Tone.WARNING),
}
LAWFUL = {
    True: ("Lawful", Tone.GOOD),
    False: ("Not lawful for 16 and 17 year olds", Tone.BAD),
    None: ("Could not be told", Tone.WARNING),
}
Namer = Callable[[Placement], Any]


def namer(actor: Actor) -> Namer:
    """How a child of a placement is named to someone."""
    if not actor.may(Permission.CHILDREN_SEE):
        return lambda _: A_CHILD
    return lambda one: Cell(one.child.reference, href=reverse("children:child", args=[one.child_id]))


def home_cell(home: Home) -> Cell:
    """A home, leading to its page."""
    return Cell(str(home), href=home.get_absolute_url())


def due_cells(reckoned: Reckoned, today: date) -> list[Any]:
    """When something was or is due, and where it stands."""
    words, tone = STANDINGS[reckoned.standing]
    over = reckoned.days_over(today)
    return [reckoned.due, Cell(f"{words}, {plural(over, 'day')}" if over else words, tone=tone)]


def concerns(found: Iterable[Concern], name: Namer) -> Table:
    """Each child in a home that is judged inadequate or stopped; a home without children in one line."""
    columns = (Column("Home"), Column("Why"), Column("Child"), Column("There since"))
    rows = [row for one in found for row in _concern(one, name)]
    return Table("Homes judged inadequate or stopped, and every child there", columns, rows)


def _concern(one: Concern, name: Namer) -> list[list[Any]]:
    home = [home_cell(one.home), one.why]
    if not one.children:
        return [[*home, "nobody lives there", None]]
    return [[*home, name(child), child.started_on] for child in one.children]


def settings_16_plus(found: Iterable[Setting]) -> Table:
    """Settings for 16 and 17 year olds: registered or not."""
    columns = (
        Column("Setting"), Column("Provider"), Column("In the register"), Column("Registration"),
        Column("Children there", is_number=True),
    )  # fmt: skip
    rows = [
        [
            home_cell(one.home), one.home.provider.name, one.home.get_registration_display(),
            Cell(LAWFUL[one.lawful][0], tone=LAWFUL[one.lawful][1]), one.children,
        ]
        for one in found
    ]  # fmt: skip
    return Table("Supported accommodation and other settings for 16 and 17 year olds", columns, rows)


def too_young(found: Iterable[tuple[Placement, bool | None]], name: Namer) -> Table:
    """Children too young for where they live, and those whose age is not known."""
    columns = (Column("Child"), Column("Setting"), Column("There since"), Column("Age"))
    rows = [
        [
            name(one), home_cell(one.home), one.started_on,
            Cell("Under 16", tone=Tone.BAD) if young else Cell("Not known", tone=Tone.WARNING),
        ]
        for one, young in found
    ]  # fmt: skip
    return Table("Children under 16 in such a setting", columns, rows)


def settings(
    found: Iterable[tuple[UnregisteredSetting, Sequence[Matter]]], *, today: date, actor: Actor
) -> Table:
    """Unregistered settings in use, each with what is overdue."""
    columns = (
        Column("Setting"), Column("Child"), Column("Since"), Column("Days", is_number=True),
        Column("Who answers for it"), Column("Key decision"), Column("Overdue"),
    )  # fmt: skip
    sees = actor.may(Permission.CHILDREN_SEE)
    rows = [
        [
            Cell(one.reference, href=one.get_absolute_url()),
            one.child.reference if sees else A_CHILD,
            one.began_on,
            (today - one.began_on).days,
            one.owner or Cell("Nobody", tone=Tone.BAD),
            one.key_decision or Cell("Not on file", tone=Tone.BAD),
            "; ".join(matter.what for matter in due if matter.is_overdue) or "nothing",
        ]
        for one, due in found
    ]
    return Table("Unregistered settings in use", columns, rows)


def not_written_down(found: Iterable[Placement], name: Namer) -> Table:
    """Children in unregistered homes with no case written down, so with no key decision."""
    columns = (Column("Child"), Column("Home"), Column("There since"), Column("Key decision"))
    rows = [
        [name(one), home_cell(one.home), one.started_on, Cell("Not on file", tone=Tone.BAD)] for one in found
    ]
    return Table("Children in an unregistered home about whom nothing is written down", columns, rows)


def steps(due: Iterable[Matter], *, today: date) -> list[Step]:
    """What a setting asks for, as steps done and to do."""
    return [_step(one, today) for one in due]


def _step(one: Matter, today: date) -> Step:
    reckoned = one.reckoned
    if not one.is_open:
        late = ", late" if reckoned.standing is Standing.LATE else ""
        return Step(
            one.what, StepState.DONE, detail=f"{full_day(reckoned.done)}{late}" if reckoned.done else ""
        )
    by = f"by {full_day(reckoned.due)}" if reckoned.due else "could not be told when"
    over = reckoned.days_over(today)
    detail = f"{by}: {plural(over, 'day')} overdue" if over else by
    return Step(one.what, StepState.TO_DO, detail=f"{detail} ({reckoned.clock.duty})")


def setting_facts(one: UnregisteredSetting, *, actor: Actor) -> list[Fact]:
    """What is known of a setting."""
    sees = actor.may(Permission.CHILDREN_SEE)
    approved = (
        f"{one.approved_by}, {full_day(one.approved_on)}, key decision {one.key_decision}"
        if one.approved_on
        else "Not yet"
    )
    ended = [Fact("Left", f"{full_day(one.ended_on)}: {one.why_ended}")] if one.ended_on else []
    return [
        Fact("Child", one.child.reference if sees else A_CHILD),
        Fact("Setting", str(one.home), href=one.home.get_absolute_url(), action="Open"),
        Fact("First day", one.began_on),
        Fact("Why", one.why),
        Fact("Who answers for it", one.owner or "Nobody yet"),
        Fact("The way out", one.exit_plan or "Not planned yet"),
        Fact("Director’s approval", approved),
        *ended,
    ]


def looks(one: UnregisteredSetting) -> Table:
    """Every look at a setting, newest first."""
    columns = (Column("Day"), Column("By"), Column("Child seen"), Column("What was found and done"))
    rows = [[look.on, look.by, look.saw_child, look.text] for look in one.looks.all()]
    return Table("Looks", columns, rows)


def escalations(one: UnregisteredSetting) -> Table:
    """Every escalation, newest first."""
    columns = (Column("Day"), Column("By"), Column("To whom"), Column("What they decided"))
    rows = [[went.on, went.by, went.to, went.answer] for went in one.escalations.all()]
    return Table("Escalations", columns, rows)


def inspections(found: Iterable[Inspected], *, today: date) -> Table:
    """Inspected homes, whose inspection is due soonest first."""
    columns = (
        Column("Home"), Column("Last inspected"), Column("Judgement"), Column("Next due"), Column("Where it stands"),
    )  # fmt: skip
    rows = [
        [
            home_cell(one.home),
            one.last or "not known",
            one.judgement or "not known",
            *due_cells(one.next, today),
        ]
        for one in found
    ]
    return Table("Inspections", columns, rows)


def rota(found: Sequence[Visited], *, today: date) -> Table:
    """Independent visits home by home and month by month; a month without one is a gap."""
    longest = max((one.months for one in found), key=len, default=[])
    months = [one.month for one in longest]
    columns = (
        Column("Home"),
        *(Column(f"{month.first:%b %Y}") for month in months),
        Column("Next review of quality"),
        Column("Where it stands"),
    )
    rows = [_rota_row(one, len(months), today) for one in found]
    return Table("Independent visits (regulation 44) and reviews of quality (regulation 45)", columns, rows)


def _rota_row(one: Visited, months: int, today: date) -> list[Any]:
    blank = [""] * (months - len(one.months))
    return [
        home_cell(one.home),
        *blank,
        *(_month_cell(month) for month in one.months),
        *due_cells(one.review, today),
    ]


def _month_cell(month: MonthOfVisits) -> Any:
    if month.visits:
        return ", ".join(str(day.day) for day in month.visits)
    return Cell("Gap", tone=Tone.BAD) if month.is_gap else "to come"


def visits(found: Iterable[Visit]) -> Table:
    """Visits, newest first."""
    columns = (
        Column("Day"),
        Column("Home"),
        Column("For"),
        Column("Visitor"),
        Column("Councillor"),
        Column("Found"),
    )
    rows = [
        [one.on, home_cell(one.home), one.get_kind_display(), one.visitor, one.member or "nobody", one.found]
        for one in found
    ]
    return Table("Visits, newest first", columns, rows)


def away(found: Iterable[Away], *, today: date, name: Namer, may_tell: bool) -> Table:
    """Our children in other authorities' areas, and whether those were told."""
    columns = (
        Column("Child"), Column("Home"), Column("There since"), Column("To be told by"), Column("Where it stands"),
        Column("Told"),
    )  # fmt: skip
    rows = [
        [
            name(one.placement), home_cell(one.placement.home), one.placement.started_on,
            *due_cells(one.notice, today), _told(one, may_tell=may_tell),
        ]
        for one in found
    ]  # fmt: skip
    return Table("Our children in other authorities’ areas", columns, rows)


def _told(one: Away, *, may_tell: bool) -> Any:
    if not one.notice.is_open:
        return f"{one.placement.host_notice.told_whom}, {full_day(one.placement.host_notice.told_on)}"
    tell = reverse("commissioning:tell_host", args=[one.placement.pk])
    return Cell("Write down that it was told", href=tell) if may_tell else "not yet"


def hosted(found: Iterable[HostedChild], *, may_keep: bool) -> Table:
    """Children of other authorities in our area."""
    columns = (
        Column("Placed by"), Column("Their reference"), Column("Home"), Column("Born in"), Column("Came"),
        Column("We were told"), Column("Left"),
    )  # fmt: skip
    rows = [
        [
            one.placing_authority, one.their_reference,
            home_cell(one.home) if one.home else "not in the register",
            str(one.born_in) if one.born_in else "not known", one.came_on, one.told_on,
            Cell("Write down that the child left", href=reverse("commissioning:hosted_left", args=[one.pk]))
            if may_keep else "",
        ]
        for one in found
    ]  # fmt: skip
    return Table("Children of other authorities in our area", columns, rows)


def at_risk(found: Iterable[RiskListing], *, today: date, actor: Actor) -> Table:
    """Children at risk of exploitation, whom to look at soonest first."""
    columns = (
        Column("Child"), Column("At risk of"), Column("Since"), Column("Looked at again"), Column("Who acts"),
        Column("What is being done"), Column("Next"),
    )  # fmt: skip
    sees = actor.may(Permission.CHILDREN_SEE)
    rows = [_risk(one, today, sees=sees, may_keep=actor.may(Permission.OVERSIGHT_KEEP)) for one in found]
    return Table("Children at risk of exploitation", columns, rows)


def _risk(one: RiskListing, today: date, *, sees: bool, may_keep: bool) -> list[Any]:
    is_late = one.review_on < today
    again = Cell(f"{full_day(one.review_on)}, overdue", tone=Tone.BAD) if is_late else one.review_on
    link = reverse("commissioning:review_risk", args=[one.pk])
    return [
        one.child.reference if sees else A_CHILD,
        one.get_risk_display(),
        one.since,
        again,
        one.owner,
        one.doing,
        Cell("Review or take off", href=link) if may_keep else "",
    ]


def days_missed(days: Sequence[date]) -> str:
    """The days on which nobody looked, in words; blank where there is none."""
    if not days:
        return ""
    latest = ", ".join(f"{day.day} {day:%B}" for day in days[-5:])
    more = f"{number(len(days) - 5)} more and " if len(days) > 5 else ""
    return f"Nobody looked on {more}{latest}."
