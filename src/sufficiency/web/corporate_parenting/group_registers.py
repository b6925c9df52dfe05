"""The lists that a corporate parenting panel keeps, each with what is amiss with it as a whole."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sufficiency.analytics.governance.corporate_parents import (
    conflicting_years,
    month_gaps,
    months_between,
    room_for_co_optees,
    rota_gaps,
    runs_of_months,
    share_briefed,
    vacant,
    without,
)
from sufficiency.analytics.governance.group_types import CORPORATE_PARENTING
from sufficiency.reports.wording import percentage, plural
from sufficiency.web.corporate_parenting.models import (
    Body,
    BodyKind,
    Briefing,
    Challenge,
    Champion,
    Citation,
    Complaints,
    Improvement,
    Invitation,
    PanelYear,
    PledgeSignature,
    RotaHome,
    Theme,
    Training,
    Visit,
    VisitKind,
    Voice,
)
from sufficiency.web.corporate_parenting.suppressing import late_share, shown_counts
from sufficiency.web.governance.models import Group
from sufficiency.web.governance.queries import members_on
from sufficiency.web.governance.registers import Register
from sufficiency.web.homes import queries as homes

PANELS = frozenset({CORPORATE_PARENTING.key})
MONTHS_BACK = 6  # visits are looked at over half a year


def members(group: Group, today: date) -> list[str]:
    """The names of who is a member today."""
    return [one.name for one in members_on(group, today) if one.counts_as_member]


def programme_remarks(group: Group, rows: Sequence[Theme], _: date) -> list[str]:
    """Objectives without a theme, and themes whose objective the strategy does not have."""
    year = PanelYear.objects.filter(group=group).first()
    objectives = year.objectives.splitlines() if year else []
    seen = [row.objective for row in rows]
    odd = [
        f"“{name}” is no objective of the strategy." for name in sorted(set(seen) - set(objectives) - {""})
    ]
    return [f"Nothing is planned for “{name}”." for name in vacant(objectives, seen)] + (
        odd if objectives else []
    )


def champion_remarks(group: Group, rows: Sequence[Champion], today: date) -> list[str]:
    """Vacant themes and districts, and champions who are not on the panel."""
    empty = [f"{row.theme} is vacant." for row in rows if not row.name]
    here = set(members(group, today))
    areas = {one.area for one in members_on(group, today) if one.area and one.counts_as_member}
    empty += [
        f"No member is from {name}." for name in vacant([row.theme for row in rows if row.is_area], areas)
    ]
    return empty + [
        f"{row.name} ({row.theme}) is not on the panel."
        for row in rows
        if row.name and not row.on_panel and row.name not in here
    ]


def training_remarks(group: Group, rows: Sequence[Training], today: date) -> list[str]:
    """Members who have not done Level 1."""
    done = [row.member.name for row in rows if "level 1" in row.course.casefold()]
    return _missing(members(group, today), done, "Not done Level 1 Child Protection Training")


def pledge_remarks(group: Group, rows: Sequence[PledgeSignature], today: date) -> list[str]:
    """Members who have not signed."""
    people = members(group, today)
    left = without(people, [row.member.name for row in rows])
    told = f"{len(people) - len(left)} of {len(people)} have signed the pledge."
    return [told, *([f"Not yet: {', '.join(left)}."] if left else [])]


def visit_remarks(group: Group, rows: Sequence[Visit], today: date) -> list[str]:
    """Homes and months without a member, and months without a quality visit."""
    start = months_between(date(today.year - 1, today.month, 1), today)[-MONTHS_BACK]
    homes = list(RotaHome.objects.filter(group=group).values_list("name", flat=True))
    reg44 = [(row.home, row.month) for row in rows if row.kind == VisitKind.REG44 and row.member_id]
    missing = rota_gaps(homes, reg44, start=start, end=today)
    gaps = [
        f"{home}: nobody in {months}."
        for home in homes
        for months in _in_runs(month for there, month in missing if there == home)
    ]
    done = [row.done_on for row in rows if row.kind == VisitKind.QUALITY and row.done_on]
    return gaps + [
        f"No quality visit in {months}." for months in _in_runs(month_gaps(done, start=start, end=today))
    ]


def _in_runs(months: Iterable[date]) -> list[str]:
    """Months in words, those that follow each other as one: a line for each would hide the other homes."""
    return [
        f"{last:%B %Y}" if first == last else f"{first:%B %Y} to {last:%B %Y}"
        for first, last in runs_of_months(months)
    ]


def rota_remarks(group: Group, rows: Sequence[RotaHome], _: date) -> list[str]:
    """Our homes that are not on the rota, and names on it that are no open home of ours."""
    ours, named = our_homes(group), [row.name for row in rows]
    if not ours:
        return []
    return [f"{name} is not on the rota." for name in without(ours, named)] + [
        f"{name} is on the rota and is no open children’s home of ours." for name in without(named, ours)
    ]


def our_homes(group: Group) -> list[str]:
    """Our own open children’s homes, from the register of homes: those that regulation 44 visits are due to."""
    return list(homes.childrens_homes(group.authority, own=True).values_list("name", flat=True))


def homes_to_visit(group: Group) -> list[str]:
    """The homes on the rota, and those of others, for quality visits."""
    rota = RotaHome.objects.filter(group=group).values_list("name", flat=True)
    return [*rota, *homes.childrens_homes(group.authority, own=False).values_list("name", flat=True)]


def complaint_remarks(_: Group, rows: Sequence[Complaints], __: date) -> list[str]:
    """The share answered late, service by service."""
    sums: dict[str, tuple[int, int]] = {}
    for row in rows:
        answered, late = sums.get(row.service, (0, 0))
        sums[row.service] = answered + row.answered, late + row.late
    return [f"{service}: {late_share(*counts)}." for service, counts in sorted(sums.items())]


def body_remarks(group: Group, rows: Sequence[Body], _: date) -> list[str]:
    """More invited to co-opt than there is room for, and bodies not heard."""
    invited = sum(row.kind == BodyKind.INVITED for row in rows)
    place = group.type.place("county")
    most = group.terms.most_members or 0
    room, beyond = room_for_co_optees(
        most_members=most, councillors=place.most or 0 if place else 0, invited=invited
    )
    remarks = (
        [f"{invited} are invited to co-opt a member and there is room for {room}: not all can be met."]
        if beyond
        else []
    )
    heard = set(Invitation.objects.filter(group=group).values_list("body", flat=True))
    owed = [row for row in rows if row.kind in (BodyKind.ACCOUNT, BodyKind.WITNESS) and row.pk not in heard]
    return remarks + [f"Not asked to a meeting yet: {row.name}." for row in owed]


def challenge_remarks(_: Group, rows: Sequence[Challenge], __: date) -> list[str]:
    """Challenges that nobody has answered."""
    return [f"No answer yet: {row.text}" for row in rows if not row.assurance]


def briefing_remarks(_: Group, rows: Sequence[Briefing], today: date) -> list[str]:
    """The largest share of councillors briefed in the past year."""
    recent = [row for row in rows if (today - row.on).days <= 366]
    if not recent:
        return ["No briefing to all councillors in the past year."]
    best = max(share_briefed(row.briefed, row.councillors) or 0 for row in recent)
    of = plural(len(recent), "briefing")
    return [f"{percentage(best)} of councillors were briefed at the best attended of {of} in the past year."]


def voice_remarks(_: Group, rows: Sequence[Voice], __: date) -> list[str]:
    """What was said and nothing was done about yet; how many took part, small numbers hidden."""
    lines = []
    for row in rows:
        if row.kind == "consultation" and not row.done:
            lines.append(f"Nothing is recorded as done about “{row.title}”.")
        if row.took_part is not None:
            lines.append(f"{row.title}: {shown_counts(row.took_part, row.took_part_uasc)}.")
    return lines


def improvement_remarks(_: Group, rows: Sequence[Improvement], __: date) -> list[str]:
    """Areas without an item of the business plan."""
    return [f"“{row.area}” maps to no item of the business plan." for row in rows if not row.plan_item]


def citation_remarks(_: Group, rows: Sequence[Citation], __: date) -> list[str]:
    """Two years given for one regulation."""
    pairs = conflicting_years([{"printed": row.printed} for row in rows])
    return [f"In conflict: “{one}” and “{other}”." for one, other in pairs]


def _missing(people: Sequence[str], done: Sequence[str], what: str) -> list[str]:
    left = without(people, done)
    return [f"{what}: {', '.join(left)}."] if left else []


def _kept(key: str, label: str, one: str, model: Any, fields: str, columns: Any, **values: Any) -> Register:
    return Register(
        key=key,
        label=label,
        one=one,
        model=model,
        fields=tuple(fields.split()),
        columns=columns,
        kinds=PANELS,
        **values,
    )


REGISTERS = [
    _kept(
        "years", "Years and annual reports", "year", PanelYear,
        "begins_on ends_on foreword objectives priorities next_priorities implications background",
        (("Year", "label"), ("Begins", "begins_on"), ("Ends", "ends_on")),
        intro="Each year’s objectives, priorities and foreword, from which its annual report is made.",
    ),
    _kept(
        "programme", "Work programme", "theme", Theme, "on theme objective by finding meeting",
        (("Theme", "theme"), ("Month", "month"), ("Objective", "objective_or_all"), ("By", "by"), ("What was found",
        "finding")),
        intro="What the panel looks at, month by month; each theme goes on the agenda of its month, with a review of the "
        "programme.", remarks=programme_remarks, feeds_agendas=True,
    ),
    _kept(
        "champions", "Champions", "champion", Champion, "theme is_area name on_panel result",
        (("Theme or area", "theme"), ("Champion", "name"), ("On the panel", "is_on_panel"), ("What they brought about",
        "result")),
        remarks=champion_remarks,
    ),
    _kept(
        "training", "Training", "course", Training, "member course done_on",
        (("Member", "member"), ("Course", "course"), ("Done", "done_on")),
        intro="Level 1 Child Protection Training is the least for every member.", remarks=training_remarks,
    ),
    _kept(
        "pledge", "Pledge", "signature", PledgeSignature, "member signed_on",
        (("Member", "member"), ("Signed", "signed_on")),
        intro="The pledge to the children in care, which every member signs.", remarks=pledge_remarks,
    ),
    _kept(
        "homes", "Homes on the rota", "home", RotaHome, "name", (("Home", "name"),),
        intro="Our own children’s homes, picked from the register of homes.", remarks=rota_remarks,
        choices={"name": our_homes},
    ),
    _kept(
        "visits", "Visits", "visit", Visit, "kind home month member visitor done_on finding",
        (("Home", "home"), ("Month", "month_in_words"), ("Visit", "get_kind_display"), ("Member", "member"),
        ("Done", "done_on"), ("What was found", "finding")),
        intro="A member visits each of our homes every month with the independent visitor (Regulation 44), and one "
        "independent provider a month with officers.",
        remarks=visit_remarks, choices={"home": homes_to_visit},
    ),
    _kept(
        "bodies", "Bodies and witnesses", "body", Body, "kind name accepted",
        (("Name", "name"), ("How it stands to the panel", "get_kind_display"), ("Took up the invitation", "accepted")),
        remarks=body_remarks,
    ),
    _kept(
        "invitations", "Who was asked to meetings", "invitation", Invitation, "body meeting topic came",
        (("Who", "body"), ("Meeting", "meeting"), ("About", "topic"), ("Came", "came")),
    ),
    _kept(
        "challenges", "Challenges and assurance", "challenge", Challenge, "on text put_to assurance",
        (("Challenge", "text"), ("When", "on"), ("Put to", "put_to"), ("Answer", "assurance")), remarks=challenge_remarks,
    ),
    _kept(
        "briefings", "Briefings to all councillors", "briefing", Briefing, "on title briefed councillors",
        (("Briefing", "title"), ("When", "on"), ("Briefed", "briefed"), ("Of", "councillors")), remarks=briefing_remarks,
    ),
    _kept(
        "voices", "Voices and celebrations", "entry", Voice, "kind on title text took_part took_part_uasc done",
        (("Title", "title"), ("What", "get_kind_display"), ("When", "on"), ("What was said", "text"),
        ("What was done", "done")),
        remarks=voice_remarks, small_numbers=("took_part", "took_part_uasc"),
    ),
    _kept(
        "complaints", "Complaints against timescales", "month", Complaints, "on service stage answered late note",
        (("Month", "month"), ("Service", "service"), ("Stage", "get_stage_display"), ("What is done", "note")),
        intro="Told by service and month, so that no complaint can be made out.", remarks=complaint_remarks,
        small_numbers=("answered", "late"),
    ),
    _kept(
        "improvement", "Improvement plan", "area", Improvement, "plan area plan_item standing",
        (("Area", "area"), ("Plan", "plan"), ("Item of the business plan", "plan_item"), ("Where it stands", "standing")),
        remarks=improvement_remarks,
    ),
    _kept(
        "citations", "Law and guidance cited", "citation", Citation, "printed where problem",
        (("As printed", "printed"), ("Where", "where"), ("What is odd", "problem")), remarks=citation_remarks,
    ),
]  # fmt: skip
