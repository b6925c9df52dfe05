"""Carers and homes from a workbook: every row goes through the forms of the pages, and all are kept or none is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.offers import ADAPTATIONS, SKILLS
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.audit.recording import record
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.homes import keeping, queries
from sufficiency.web.homes.actions import RefusedError
from sufficiency.web.homes.forms import ApprovalForm, HomeForm
from sufficiency.web.homes.models import Approval, Home
from sufficiency.web.homes.models.register import SMOKING
from sufficiency.web.homes.sheets import Fault, Row, said_twice
from sufficiency.web.homes.states import Registration

Words = Mapping[str, str]  # small letters to the value


@dataclass(frozen=True)
class Heading:
    """A column of the template: the field of the form, and what belongs in it."""

    heading: str
    field: str
    explained: str
    for_carers: bool = True
    for_homes: bool = True


def _labels(pairs: Any) -> Words:
    return {label.lower(): value for value, label in pairs if value}


KINDS = _labels([(kind.value, kind.label) for kind in HomeKind])
REGISTRATIONS, SMOKES = _labels(Registration.choices), _labels(SMOKING)
NEEDED = ("reference", "name", "kind", "run by", "places", "from age", "to age", "approved from")
HOME = (
    Heading("reference", "reference", "Needed. One that is known already is changed, not doubled"),
    Heading("name", "name", "Needed"),
    Heading("kind", "kind", "Needed. One of: " + ", ".join(kind.label for kind in HomeKind)),
    Heading("run by", "provider", "Needed. The provider’s name as in the register"),
    Heading("registration", "registration", "One of: " + "; ".join(Registration.labels), for_carers=False),
    Heading("Ofsted number", "ofsted_number", "Such as SC123456", for_carers=False),
    Heading("opened", "opened_on", "Such as 01/04/2026"),
    Heading("postcode", "postcode", "Kept covered; area and distance follow from it"),
    Heading("ask for", "contact", "Whom to ask for"),
    Heading("e-mail", "email", "Where the link for confirming vacancies goes"),
    Heading("telephone", "phone", ""),
    Heading("smoking", "smoking", "One of: " + "; ".join(label for _, label in SMOKING[1:]), for_homes=False),
    Heading("animals", "pets", "Which; “none” for none, blank for not known", for_homes=False),
    Heading("school run miles", "school_run_miles", "How far they drive each way", for_homes=False),
    Heading("skills", "skills", "Parted by semicolons: " + "; ".join(SKILLS.values())),
    Heading("adaptations", "adaptations", "Parted by semicolons: " + "; ".join(ADAPTATIONS.values())),
    Heading("languages", "languages", "Parted by commas"),
    Heading("faiths", "faiths", "Parted by commas"),
)
APPROVAL = (
    Heading("places", "places", "Needed. A whole number"),
    Heading("from age", "youngest", "Needed. Whole years"),
    Heading("to age", "oldest", "Needed. Whole years"),
    Heading("approved from", "starts_on", "Needed. A later day than the present approval’s ends that one"),
    Heading("approved by", "decided_by", "Such as fostering panel"),
    Heading("sibling places", "for_siblings", "Places in rooms only brothers and sisters share"),
    Heading("emergency places", "for_emergencies", "Places a retained carer keeps"),
    Heading("conditions", "conditions", ""),
)
_BY_FIELD = {one.field: one.heading for one in (*HOME, *APPROVAL)}
NONE = "none"


@dataclass
class Planned:
    """What a row would do: its forms, checked, and the approval that a later one ends."""

    row: int
    home: HomeForm
    approval: ApprovalForm
    ends: Approval | None = None

    @property
    def is_new(self) -> bool:
        """Whether the home is not in the register yet."""
        return self.home.instance.pk is None


@dataclass(frozen=True)
class Preview:
    """What an import would do, and every fault. One fault keeps all out."""

    planned: Sequence[Planned] = ()
    faults: Sequence[Fault] = ()
    rows: Sequence[Row] = field(default=())

    @property
    def added(self) -> int:
        """Homes that are new."""
        return sum(one.is_new for one in self.planned)


def template(*, carers: bool) -> dict[str, list[dict[str, object]]]:
    """The sheets of a template: one to fill in, one that explains it."""
    wanted = [one for one in (*HOME, *APPROVAL) if (one.for_carers if carers else one.for_homes)]
    blank: dict[str, object] = dict.fromkeys(one.heading for one in wanted)
    explained: list[dict[str, object]] = [
        {"column": one.heading, "what belongs in it": one.explained} for one in wanted
    ]
    return {"Carers" if carers else "Homes": [blank], "How to fill it in": explained}


def preview(rows: Sequence[Row], authority: Authority) -> Preview:
    """What importing these rows would do; nothing is written."""
    providers = {one.name.lower(): str(one.pk) for one in queries.providers_of(authority)}
    known = {
        one.reference.lower(): one
        for one in queries.homes_of(authority).prefetch_related("offers", "approvals")
    }
    faults: list[Fault] = said_twice(rows, "reference")
    planned: list[Planned] = []
    for row in rows:
        found, wrong = _planned(row, authority, providers, known.get(row.get("reference").lower()))
        faults += wrong
        planned.append(found)
    if not rows:
        faults.append(Fault(2, "", "There is no row to import."))
    faults.sort(key=lambda one: one.row)
    return Preview(planned if not faults else (), faults, rows)


@transaction.atomic
def keep(planned: Sequence[Planned], *, by: Actor) -> int:
    """Keep every row, or none where the database refuses one: the refusal says which and why."""
    for one in planned:
        try:
            _keep(one, by=by)
        except RefusedError as refused:
            raise RefusedError(f"Row {one.row}: {refused} Nothing was kept.") from refused
    record(Verb.HOMES_IMPORTED, by=by, reason=f"{len(planned)} homes")
    return len(planned)


def _keep(one: Planned, *, by: Actor) -> None:
    home: Home = one.home.save(commit=False)
    keeping.keep_home(home, offers=one.home.offers(), by=by)
    approval: Approval = one.approval.save(commit=False)
    if one.ends is not None:
        one.ends.ends_on = approval.starts_on
        keeping.keep_approval(one.ends, by=by)
    approval.home = home
    keeping.keep_approval(approval, by=by)


def _planned(
    row: Row, authority: Authority, providers: Words, home: Home | None
) -> tuple[Planned, list[Fault]]:
    given, wrong = _given(row, providers)
    instance = home or Home(authority=authority)
    filled = HomeForm(given, instance=instance, providers=queries.providers_of(authority))
    now = _approval_of(home)
    own = {one.field: row.get(one.heading.lower()) for one in APPROVAL}
    own |= {name: own[name] or "0" for name in ("for_siblings", "for_emergencies")} | {"beyond_limit": "0"}
    approval = ApprovalForm(own, instance=Approval(authority=authority))
    ends = None
    if approval.is_valid() and now is not None:
        starts = approval.cleaned_data["starts_on"]
        if starts == now.starts_on:
            approval = ApprovalForm(own, instance=now)
        elif starts > now.starts_on:
            ends = now
        else:
            wrong.append(Fault(row.number, "approved from", "A later approval is in the register already."))
    for form in (filled, approval):
        wrong += [
            fault for fault in _faults(row, form) if fault.heading not in {one.heading for one in wrong}
        ]
    return Planned(row.number, filled, approval, ends), wrong


def _given(row: Row, providers: Words) -> tuple[dict[str, Any], list[Fault]]:
    """The row as the form of a home takes it, and what has no such value."""
    given: dict[str, Any] = {one.field: row.get(one.heading.lower()) for one in HOME}
    wrong: list[Fault] = []

    def value(name: str, words: Words, what: str) -> str:
        text = given[name].strip().lower()
        if text and text not in words and given[name] not in words.values():
            wrong.append(Fault(row.number, _BY_FIELD[name], f"There is no {what} “{given[name]}”."))
        return words.get(text, given[name])

    given["provider"] = value("provider", providers, "provider in the register called")
    given["kind"] = value("kind", KINDS, "kind of home")
    given["registration"] = value("registration", REGISTRATIONS, "registration") or Registration.NOT_KNOWN
    given["smoking"] = value("smoking", SMOKES, "answer")
    for name, listed in (("skills", SKILLS), ("adaptations", ADAPTATIONS)):
        words = {label.lower(): key for key, label in listed.items()}
        names = [part.strip() for part in given[name].split(";") if part.strip()]
        unknown = [part for part in names if part.lower() not in words]
        wrong += [Fault(row.number, name, f"“{part}” is not in the list.") for part in unknown]
        given[name] = [words[part.lower()] for part in names if part.lower() in words]
    animals = given["pets"].strip().lower()
    given["has_pets"] = "unknown" if not animals else "false" if animals == NONE else "true"
    given["pets"] = "" if animals == NONE else given["pets"]
    return given, wrong


def _approval_of(home: Home | None) -> Approval | None:
    """The latest approval that goes on."""
    goes_on = [one for one in home.approvals.all() if one.ends_on is None] if home else []
    return max(goes_on, key=lambda one: one.starts_on, default=None)


def _faults(row: Row, form: Any) -> list[Fault]:
    return [
        Fault(row.number, _BY_FIELD.get(name, ""), str(message))
        for name, messages in form.errors.items()
        for message in messages
    ]
