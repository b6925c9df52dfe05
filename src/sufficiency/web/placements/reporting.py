"""What the desk reports, as tables: refusals, emergencies, days to a home, exceptions."""

from datetime import date

from sufficiency.web.access.models import Authority
from sufficiency.web.placements import expectations, patterns, queries
from sufficiency.web.placements.choices import Refusal
from sufficiency.web.placements.questions import QUESTIONS
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.ui.components import Cell, Column, Table


def reports(authority: Authority) -> list[Table]:
    """Every table of the page."""
    return [
        *_asked(authority),
        *_pace(authority),
        _unassessed(authority),
        _broken(authority),
        *_patterns(authority),
    ]


def _asked(authority: Authority) -> list[Table]:
    """Refusals by provider and by need, and emergencies by month."""
    reason = dict(Refusal.choices)
    return [
        Table(
            "Refusals by provider",
            (Column("Provider"), Column("Why not"), Column("Times", is_number=True)),
            [[name, reason.get(why, why), times] for name, why, times in queries.refusals(authority)],
            shows_caption=True,
        ),
        Table(
            "Refusals by high need of the child",
            (Column("Need"), Column("Why not"), Column("Times", is_number=True)),
            [
                [QUESTIONS[need].label if need in QUESTIONS else "No high need", reason.get(why, why), times]
                for need, why, times in queries.refusals_by_need(authority)
            ],
            shows_caption=True,
        ),
        Table(
            "Requests and emergencies by month",
            (
                Column("Month"),
                Column("Sent", is_number=True),
                Column("Challenged", is_number=True),
                Column("Emergencies", is_number=True),
                Column("Share", is_number=True),
            ),
            [
                [_month(month), sent, urgent, genuine, f"{genuine / sent:.0%}"]
                for month, sent, urgent, genuine in queries.emergencies_by_month(authority)
            ],
            shows_caption=True,
        ),
    ]


def _pace(authority: Authority) -> list[Table]:
    columns = (
        Column("Month sent"),
        Column("Homes chosen", is_number=True),
        Column("Mean days", is_number=True),
    )
    rows = [[_month(month), count, f"{days:.1f}"] for month, count, days in queries.days_to_a_home(authority)]
    return [Table("Days from sending to a chosen home", columns, rows, shows_caption=True)]


def found(authority: Authority, words: str) -> Table:
    """What a search through decisions, answers, checks and reviews finds."""
    rows = [
        [Cell(one.request.reference, href=one.request.get_absolute_url()), one.where, one.text]
        for one in patterns.search(authority, words)
    ]
    return Table(
        f"What holds “{words}”",
        (Column("Request"), Column("Where"), Column("Text")),
        rows,
        shows_caption=True,
    )


def _patterns(authority: Authority) -> list[Table]:
    """What placements that broke down have in common, and which expectations are not met."""
    labels = {**expectations.LABELS, **{key: one.label for key, one in QUESTIONS.items()}}
    told = (
        (
            "What placements have in common",
            "Circumstance",
            "Made",
            "Broke down",
            patterns.in_common(authority),
        ),
        (
            "What is expected of placements",
            "Expectation",
            "Looked at",
            "Not met",
            patterns.not_met(authority),
        ),
    )
    return [
        Table(
            caption,
            (
                Column(what),
                Column(of, is_number=True),
                Column(bad, is_number=True),
                Column("Share", is_number=True),
            ),
            [
                [labels.get(name, name), count, missed, f"{missed / count:.0%}"]
                for name, count, missed in rows
            ],
            shows_caption=True,
        )
        for caption, what, of, bad, rows in told
    ]


def _unassessed(authority: Authority) -> Table:
    columns = (Column("Request"), Column("Home"), Column("Chosen by"))
    rows = [
        [Cell(one.request.reference, href=one.request.get_absolute_url()), one.home.reference, one.decided_by]
        for one in queries.without_assessment(authority)
    ]
    return Table("Chosen without a named assessment", columns, rows, shows_caption=True)


def _broken(authority: Authority) -> Table:
    columns = (Column("Request"), Column("Ended on"), Column("Behind it"), Column("Why the home was chosen"))
    rows = [
        [
            Cell(one.request.reference, href=one.request.get_absolute_url()),
            one.ended_on,
            one.get_why_display(),
            covered(choice.reason, secrets_of(one.request)) if choice else "not written",
        ]
        for one, choice in queries.soon_broken_down(authority)
    ]
    return Table("Broken down within three months", columns, rows, shows_caption=True)


def _month(month: str) -> str:
    """A month that is kept so that it sorts, as people read it: 2026-11 as "November 2026"."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
