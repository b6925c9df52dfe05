"""Homes as tables, and one home as facts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from sufficiency.analytics.homes.judgements import Judgement
from sufficiency.analytics.homes.offers import Theme
from sufficiency.analytics.reference.authorities import authorities
from sufficiency.analytics.returns.codes import code_sets
from sufficiency.web.children.shielding import COVERED
from sufficiency.web.homes import wording
from sufficiency.web.homes.counting import BANDS, Sums, together
from sufficiency.web.homes.models import Approval, Confirmation, Hold, Home, Inspection, Placement, Stop
from sufficiency.web.homes.queries import Known
from sufficiency.web.homes.states import TONES
from sufficiency.web.ui.components import Cell, Column, Fact, Table, Tone
from sufficiency.web.ui.wording import full_day, moment, time_left

NOT_KNOWN = "Not known yet"
NATIONS = {"W": "Wales", "S": "Scotland", "N": "Northern Ireland"}  # by the first letter of the code
YES_NO = {True: "Yes", False: "No", None: NOT_KNOWN}
SORTED_BY = {"reference": "reference", "name": "name", "kind": "kind", "confirmed": "confirmed_at"}
REGISTER = (
    Column("Home", sort="reference"),
    Column("Name", sort="name"),
    Column("Kind", sort="kind"),
    Column("Run by"),
    Column("Places"),
    Column("Free", is_number=True),
    Column("Ages"),
    Column("Ofsted"),
    Column("Confirmed", sort="confirmed"),
)
FREE = (
    Column("Kind of placement"),
    Column("Homes", is_number=True),
    Column("Approved", is_number=True),
    Column("Children", is_number=True),
    Column("Held", is_number=True),
    Column("Stopped", is_number=True),
    Column("Kept", is_number=True),
    Column("Free", is_number=True),
    *(Column(f"Ages {band}", is_number=True) for band in BANDS),
)


def register(homes: Iterable[Any], known: Mapping[int, Known], *, sorted_by: str, now: datetime) -> Table:
    """A page of the register; the homes come with their latest judgement (queries.judged)."""
    rows = [_row(home, known.get(home.pk), now) for home in homes]
    return Table("Homes", REGISTER, rows, sorted_by=sorted_by)


def _row(home: Any, known: Known | None, now: datetime) -> list[object]:
    places = known.places if known else None
    return [
        Cell(home.reference, href=home.get_absolute_url()),
        home.name,
        home.get_kind_display(),
        home.provider.name,
        wording.drawn(places) if places else Cell("Closed", tone=Tone.QUIET),
        places.free if places else "",
        wording.ages(known.youngest, known.oldest) if known and known.standing.approved else "",
        judgement(home.judgement or home.agency_judgement),
        wording.confirmed(home, now=now),
    ]


def judgement(value: str | None) -> object:
    """A judgement as a cell: the worst kind as a tag."""
    if not value:
        return ""
    found = Judgement(value)
    return Cell(found.label, tone=Tone.BAD) if found.is_of_concern else found.label


def free_places(sums: Sequence[Sums]) -> Table:
    """Free places tonight by kind of placement and age band. A place for several bands counts in each."""
    rows: list[list[object]] = [
        [one.kind.label, one.homes, *_parts(one.places), *one.free_by_band.values()] for one in sums
    ]
    everything = [sum(one.free_by_band[band] for one in sums) for band in BANDS]
    rows.append(["All", sum(one.homes for one in sums), *_parts(together(sums)), *everything])
    return Table("Free places tonight", FREE, rows)


def _parts(places: Any) -> list[int]:
    kept = places.for_siblings + places.for_emergencies
    return [places.approved, places.children, places.held, places.stopped, kept, places.free]


def facts(home: Home, *, uncovered: bool) -> list[Fact]:
    """What a home is, and where."""
    area = authorities().get(home.area)
    inside = {True: ", in our area", False: ", outside our area", None: ""}[home.is_inside]
    return [
        Fact("Kind", f"{home.get_kind_display()} ({home.placement_kind.label.lower()})"),
        Fact("Run by", home.provider.name, href=home.provider.get_absolute_url(), action="Open"),
        Fact("Registration", home.get_registration_display()),
        *([Fact("Ofsted number", home.ofsted_number)] if home.ofsted_number else []),
        *_listed(home),
        Fact(
            "Postcode",
            (home.postcode or NOT_KNOWN) if uncovered else (COVERED if home.postcode else NOT_KNOWN),
        ),
        Fact("Area", f"{area.name}{inside}" if area else NATIONS.get(home.area[:1], NOT_KNOWN)),
        Fact("Opened", full_day(home.opened_on) if home.opened_on else NOT_KNOWN),
        *([Fact("Closed", full_day(home.closed_on))] if home.closed_on else []),
        Fact("Ask for", ", ".join(filter(None, [home.contact, home.email, home.phone])) or NOT_KNOWN),
    ]


def _listed(home: Home) -> list[Fact]:
    """What Ofsted's list said, with the list and its day: a fact without its source cannot be judged."""
    entry = getattr(home, "ofsted", None)
    if entry is None:
        return []
    said = entry.provider_type or "registered" if entry.is_listed else "not on it"
    return [Fact("Ofsted’s list", f"{said} ({entry.source}, {full_day(entry.as_of)})")]


def daily_life(home: Home) -> list[Fact]:
    """Who lives there beside the children, what they offer, and what daily life is like."""
    offers = list(home.offers.all())
    told = [
        Fact(theme.label, ", ".join(one.in_words for one in offers if one.theme == theme) or NOT_KNOWN)
        for theme in Theme
    ]
    if not home.kind_of.is_fostering:
        return told
    miles = home.school_run_miles
    drive = NOT_KNOWN if miles is None else f"Drive up to {miles} miles"
    return [
        Fact("Lives there", _household(home) or NOT_KNOWN),
        Fact("Animals", home.pets or YES_NO[home.has_pets]),
        Fact("Smoking", home.get_smoking_display() or NOT_KNOWN),
        Fact("School run", ". ".join(filter(None, [drive, home.school_run]))),
        *told,
    ]


def _household(home: Home) -> str:
    people = [
        f"{one.get_relation_display().lower()}{f' born in {one.born_in}' if one.born_in else ''}"
        for one in home.residents.all()
    ]
    return ", ".join(people).capitalize()


def approvals(found: Iterable[Approval], *, may_keep: bool) -> Table:
    """Approvals, the latest first."""
    columns = (
        Column("From"), Column("To"), Column("Places", is_number=True), Column("Ages"), Column("Special places"),
        Column("Conditions and exemptions"), Column("By"),
    )  # fmt: skip
    rows = [
        [
            Cell(
                full_day(one.starts_on),
                href=reverse("homes:change_approval", args=[one.home_id, one.pk]) if may_keep else "",
            ),
            full_day(one.ends_on) if one.ends_on else "goes on",
            one.places,
            wording.ages(one.youngest, one.oldest)
            + (f", {one.get_sex_display().lower()}" if one.sex else ""),
            _special(one),
            ". ".join(filter(None, [one.conditions, one.exemption])),
            one.decided_by,
        ]
        for one in sorted(found, key=lambda one: one.starts_on, reverse=True)
    ]
    return Table("Approvals", columns, rows)


def _special(approval: Approval) -> str:
    parts = [
        f"{approval.for_siblings} for brothers and sisters" if approval.for_siblings else "",
        f"{approval.for_emergencies} for emergencies" if approval.for_emergencies else "",
        f"{approval.beyond_limit} beyond the usual limit" if approval.beyond_limit else "",
    ]
    return ", ".join(part for part in parts if part)


def inspections(found: Iterable[Inspection]) -> Table:
    """Inspections, the latest first."""
    columns = (Column("Inspected"), Column("Judgement"), Column("Next due"), Column("Notes"))
    rows = [
        [full_day(one.inspected_on), judgement(one.judgement), one.next_due_on, one.notes] for one in found
    ]
    return Table("Inspections", columns, rows)


def stops(found: Iterable[Stop], *, today: date, may_keep: bool) -> Table:
    """Stops, the latest first."""
    columns = (
        Column("Since"),
        Column("Until"),
        Column("Places"),
        Column("Why"),
        Column("Set by"),
        Column("State"),
    )
    return Table("Stops", columns, [_stop(one, today=today, may_keep=may_keep) for one in found])


def _stop(one: Stop, *, today: date, may_keep: bool) -> list[object]:
    holds = one.since <= today and (one.until is None or today < one.until)
    lift = reverse("homes:lift", args=[one.home_id, one.pk]) if may_keep and holds else ""
    return [
        full_day(one.since),
        full_day(one.until) if one.until else "further notice",
        one.places or "All",
        one.reason,
        one.set_by,
        Cell("Lift", href=lift) if lift else Cell("Holds" if holds else "Over", tone=Tone.QUIET),
    ]


def holds(found: Iterable[Hold], *, now: datetime, may_take: bool) -> Table:
    """Places held now."""
    columns = (Column("For"), Column("Until"), Column("Left"), Column("Held by"))
    rows = [
        [
            Cell(
                one.for_whom,
                href=reverse("homes:release", args=[one.home_id, one.pk]) if may_take else "",
            ),
            moment(one.until),
            time_left(one.until, now=now),
            one.held_by,
        ]
        for one in found
    ]
    return Table("Places held", columns, rows)


def living(found: Iterable[Placement], *, may_take: bool, of: str = "here") -> Table:
    """The children who live there."""
    columns = (Column("Child"), Column("Since"), Column("Kind"), Column("Expected until"), Column("Note"))
    rows = [
        [
            Cell(f"Child {one.child.reference}", href=reverse("children:child", args=[one.child_id])),
            full_day(one.started_on),
            one.kind.label,
            one.expected_until,
            Cell("End the placement", href=reverse("homes:end", args=[one.home_id, one.pk]))
            if may_take
            else "",
        ]
        for one in found
    ]
    return Table(f"Children who live {of}", columns, rows)


def lived(found: Iterable[Placement]) -> Table:
    """The children who lived there."""
    columns = (Column("Child"), Column("From"), Column("To"), Column("Why it ended"), Column("State"))
    rows = [
        [
            Cell(f"Child {one.child.reference}", href=reverse("children:child", args=[one.child_id])),
            full_day(one.started_on),
            one.ended_on,
            WHY_ENDED.get(one.why_ended, one.why_ended),
            Cell(one.get_state_display(), tone=TONES[one.state]),
        ]
        for one in found
    ]
    return Table("Children who lived here", columns, rows)


WHY_ENDED: Mapping[str, str] = {code.code: code.meaning for code in code_sets()["REASON_PLACE_CHANGE"].codes}


def confirmations(found: Iterable[Confirmation]) -> Table:
    """What the carers or the provider said."""
    columns = (
        Column("When"), Column("By"), Column("How"), Column("Could take", is_number=True),
        Column("Register had free", is_number=True), Column("They said"),
    )  # fmt: skip
    rows = [
        [
            moment(one.at),
            one.by,
            one.get_how_display(),
            one.places_free,
            Cell(f"{one.expected}: differs", tone=Tone.WARNING) if one.differs else one.expected,
            one.note,
        ]
        for one in found
    ]
    return Table("Confirmations", columns, rows)
