"""Requests and placements as rows of the regional home-search standard, out and in."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from sufficiency.web.access.acting import Actor
from sufficiency.web.placements import actions, lacking, standard_agreed
from sufficiency.web.placements.errors import RefusedError
from sufficiency.web.placements.models import Choice, RequestChild, SearchRequest
from sufficiency.web.placements.questions import QUESTIONS, STEPS
from sufficiency.web.placements.questions.declaring import Kind
from sufficiency.web.placements.shielding import covered, secrets_of, sector

ASKED = {question.standard: question for question in QUESTIONS.values() if question.standard}
FOUND = (
    "Child ID", "Local Identifier", "planned or emergency search", "latest start date",
    "siblings to place together (count)", "Name of officer filling referral form", "Date of referral form filling",
    "Total agreed weekly cost", "Actual Weekly Cost", "Name of officer filling form", "Date of form filling",
    "Placement Location", "Provider ID (linked to Ofsted)", "Whether Sibling Split Y/N", "Placement Type",
)  # fmt: skip
FIELDS = (*FOUND[:5], *ASKED, *FOUND[5:])
TYPES = {"fostering": "Foster", "residential": "Residential", "supported": "Supported Accomodation"}


def exported(request: SearchRequest) -> str:
    """The request as CSV, a row a child; where someone lives is given as a postcode sector, as the standard asks."""
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS)
    writer.writeheader()
    answers, secrets = lacking.answers_of(request), secrets_of(request)
    for member in request.members.select_related("child"):
        row = {**_found(request, member), **_asked(answers, member, secrets)}
        writer.writerow({name: covered(str(row.get(name) or ""), []) for name in FIELDS})
    return out.getvalue()


def imported(request: SearchRequest, text: str, *, by: Actor) -> int:
    """Read answers from such a CSV into a request: all or nothing; the number of answers that changed."""
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    members = {member.child.reference: member for member in request.members.select_related("child")}
    problems = [problem for line, row in enumerate(rows, 2) for problem in _problems(line, row, members)]
    if not rows:
        problems = ["The file has no rows. Export a request to see what it must look like."]
    if problems:
        raise RefusedError(" ".join(problems[:5]))
    with transaction.atomic():
        return sum(
            _written(request, members[row["Child ID"]], row, by) + standard_agreed.take(request, row, by=by)
            for row in rows
        )


def differences(request: SearchRequest, text: str) -> list[str]:
    """What such a CSV says of the search and the agreement otherwise than the desk does."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    members = {member.child.reference: member for member in request.members.select_related("child")}
    found = [
        told
        for row in rows
        if row.get("Child ID") in members
        for told in standard_agreed.differences(row, _found(request, members[row["Child ID"]]))
    ]
    return list(dict.fromkeys(found))


def _problems(line: int, row: Mapping[str, Any], members: Mapping[str, RequestChild]) -> list[str]:
    if row.get("Child ID") not in members:
        return [f"Line {line}: “{row.get('Child ID')}” is no child of this request (column Child ID)."]
    return standard_agreed.problems_of(line, row) + [
        f"Line {line}, {name}: “{row[name]}” is none of {', '.join(question.options)}."
        for name, question in ASKED.items()
        if row.get(name) and question.kind is Kind.CHOICE and _option(question.options, row[name]) is None
    ]


def _written(request: SearchRequest, member: RequestChild, row: Mapping[str, str], by: Actor) -> int:
    given = {name: row[name] for name in ASKED if row.get(name) and "[covered]" not in row[name]}
    of_child = {
        ASKED[n].key: _value(n, v) for n, v in given.items() if STEPS[ASKED[n].step].by_child and _full(n, v)
    }
    of_whole = {ASKED[n].key: _value(n, v) for n, v in given.items() if not STEPS[ASKED[n].step].by_child}
    told = ((of_child, member), (of_whole, None))
    # An agreement’s file has no answers in it; it may come when they can no longer be changed.
    return sum(
        actions.write(request, answers, by=by, member=owner, said_by="imported")
        for answers, owner in told
        if answers
    )


def _full(name: str, value: str) -> bool:
    """A postcode sector says less than the postcode that may be here already: it is not taken in."""
    return ASKED[name].kind is not Kind.POSTCODE or len(value.replace(" ", "")) > 5


def _value(name: str, text: str) -> str:
    question = ASKED[name]
    return _option(question.options, text) or text if question.kind is Kind.CHOICE else text


def _option(options: Any, text: str) -> str | None:
    wanted = {"y": "yes", "n": "no"}.get(text.strip().casefold(), text.strip().casefold())
    return next((one for one in options if one.casefold() == wanted or one[2:].casefold() == wanted), None)


def _asked(
    answers: Mapping[tuple[int | None, str], object], member: RequestChild, secrets: list[str]
) -> dict[str, str]:
    row = {}
    for name, question in ASKED.items():
        value = answers.get((member.pk if STEPS[question.step].by_child else None, question.key))
        text = "" if value is None else str(value)
        row[name] = sector(text) if question.kind is Kind.POSTCODE else covered(text, secrets)
    return row


def _found(request: SearchRequest, member: RequestChild) -> dict[str, object]:
    choice = request.choices.filter(is_current=True).select_related("home__provider").first()
    return {
        "Child ID": member.child.reference,
        "Local Identifier": request.reference,
        "planned or emergency search": "Emergency" if request.is_emergency else "Planned",
        "latest start date": timezone.localdate(request.needed_by),
        "siblings to place together (count)": request.members.count() - 1,
        "Name of officer filling referral form": request.asked_by_name,
        "Date of referral form filling": timezone.localdate(request.sent_at or request.asked_at),
        "Whether Sibling Split Y/N": _is_split(request),
        **(_agreed(choice) if choice else {}),
    }


def _is_split(request: SearchRequest) -> str:
    said = (
        request.answers.filter(question="together", is_current=True).values_list("value", flat=True).first()
    )
    return "Y" if said and str(said).startswith("Apart") else "N"


def _agreed(choice: Choice) -> dict[str, object]:
    home, line = choice.home, choice.commitments.first()
    kind = "fostering" if home.kind_of.is_fostering else "residential"
    kind = "supported" if home.kind == "supported_accommodation" else kind
    decided: date = timezone.localdate(choice.decided_at)
    return {
        "Total agreed weekly cost": choice.weekly_cost or (line.weekly if line else ""),
        "Actual Weekly Cost": line.weekly if line else "",
        "Name of officer filling form": choice.decided_by,
        "Date of form filling": decided,
        "Placement Location": "In our area"
        if home.is_inside
        else "Outside our area"
        if home.is_inside is False
        else "",
        "Provider ID (linked to Ofsted)": home.ofsted_number or home.provider.ofsted_number,
        "Placement Type": TYPES[kind],
    }
