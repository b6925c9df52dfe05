"""The lists that any group may keep."""

from collections.abc import Sequence
from datetime import date

from sufficiency.web.governance.models import Group, Output, OutputKind, PartyConsultation, Report
from sufficiency.web.governance.registers import Register
from sufficiency.web.ui.wording import full_day


def overdue(_: Group, rows: Sequence[Report], today: date) -> list[str]:
    """Reports that should have been given."""
    late = [row for row in rows if row.given_on is None and row.due_on < today]
    return [f"“{row.title}” for {row.given_to} was due on {full_day(row.due_on)}." for row in late]


def kinds_missing(_: Group, rows: Sequence[Output], __: date) -> list[str]:
    """Of the three things that a working group puts out, those of which there is none yet."""
    there = {row.kind for row in rows}
    return [f"{kind.label}: nothing yet." for kind in OutputKind if kind not in there]


def parties_not_asked(group: Group, rows: Sequence[PartyConsultation], today: date) -> list[str]:
    """Political groups with a seat that nobody has asked."""
    seats = {
        one.political_group for one in group.members.all() if one.political_group and one.serves_on(today)
    }
    return [
        f"{party} has not been consulted." for party in sorted(seats - {row.political_group for row in rows})
    ]


REGISTERS = [
    Register(
        key="reports",
        label="Reports",
        one="report",
        model=Report,
        fields=("title", "given_to", "asked_of", "concern", "due_on", "given_on", "answer"),
        columns=(
            ("Report", "title"),
            ("For", "given_to"),
            ("From", "asked_of"),
            ("Due", "due_on"),
            ("Given", "given_on"),
            ("What it said", "answer"),
        ),
        intro="Reports the group owes, and those it asked for because of a concern.",
        remarks=overdue,
    ),
    Register(
        key="outputs",
        label="What the group puts out",
        one="output",
        model=Output,
        fields=("kind", "text", "source"),
        columns=(("What", "text"), ("Kind", "get_kind_display"), ("Source", "source")),
        intro="Evidence considered, proposals, and good practice to share; each with its source.",
        kinds=frozenset({"cross_party_working_group", "task_group"}),
        remarks=kinds_missing,
    ),
    Register(
        key="parties",
        label="Political groups consulted",
        one="consultation",
        model=PartyConsultation,
        fields=("political_group", "about", "on", "note"),
        columns=(
            ("Political group", "political_group"),
            ("About", "about"),
            ("When", "on"),
            ("What they said", "note"),
        ),
        intro="Members consult their own political groups and draw on their own experience.",
        kinds=frozenset({"cross_party_working_group"}),
        remarks=parties_not_asked,
    ),
]
