"""The placement plan: what the carers and everyone around the child have agreed, as a document.

What it must hold: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9 and Schedule 2.
Addresses stay covered, as in a referral.
"""

from collections.abc import Iterator

from sufficiency.reports.document import Block, Document, Grid, Heading, Paragraph
from sufficiency.web.placements import lacking
from sufficiency.web.placements.models import Choice, RequestChild
from sufficiency.web.placements.questions import QUESTIONS
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.ui.wording import full_day

NOT_AGREED = "Not agreed yet."
# Schedule 2 by paragraph, in the words of the form: which answers say it.
SECTIONS = (
    ("How the child’s needs are met", ("strengths", "skills_wanted", "keeps_safe", "identity")),
    ("Family time", ("family_time", "key_people")),
    ("School", ("at_school", "keep_school")),
    ("Health", ("health",)),
)
# What only people can agree in a meeting: left open in writing, never made up.
TO_AGREE = (
    "What carers may decide day by day",
    "When the social worker visits",
    "What ends the placement, and how",
)


def placement_plan(choice: Choice) -> Document:
    """The plan of the home chosen for a request, one document for all its children."""
    request = choice.request
    answers, secrets = lacking.answers_of(request), secrets_of(request)
    blocks: list[Block] = [
        Paragraph(f"Home: {choice.home.reference}. Why this home: {choice.reason}"),
        Paragraph(f"The plan for the child: {answers.get((None, 'plan')) or NOT_AGREED}"),
        Paragraph(f"Expected length: {answers.get((None, 'stay')) or NOT_AGREED}"),
    ]
    for member in request.members.select_related("child"):
        blocks += _of_child(member, answers)
    blocks += _promised(choice)
    blocks += _checks(choice)
    for what in TO_AGREE:
        blocks += [Heading(what, 1), Paragraph(NOT_AGREED)]
    shown = [Paragraph(covered(one.text, secrets)) if isinstance(one, Paragraph) else one for one in blocks]
    return Document("Placement plan", f"{request.reference}, {request.authority.name}", shown)


def _of_child(member: RequestChild, answers: lacking.Answers) -> Iterator[Block]:
    yield Heading(f"Child {member.child.reference}", 1)
    words = answers.get((member.pk, "words"))
    yield Paragraph(f"“{words}”" if words else "Not asked yet.")
    levels = [
        f"{question.label}: {answers[member.pk, key]}"
        for key, question in QUESTIONS.items()
        if key.startswith("need_") and answers.get((member.pk, key)) is not None
    ]
    yield Paragraph("Needs: " + ("; ".join(levels) or NOT_AGREED))
    for title, keys in SECTIONS:
        yield Heading(title, 2)
        said = [
            f"{QUESTIONS[key].label}: {answers[member.pk, key]}"
            for key in keys
            if answers.get((member.pk, key))
        ]
        yield Paragraph("; ".join(said) or NOT_AGREED)


def _promised(choice: Choice) -> Iterator[Block]:
    yield Heading("Supports promised, and gaps accepted", 1)
    rows = [(one.text, one.owner, full_day(one.due_on)) for one in choice.promises.all()]
    yield (
        Grid(caption="Supports promised", columns=("What", "Who", "By"), rows=rows)
        if rows
        else Paragraph("No support was promised.")
    )
    yield Paragraph(f"Gaps accepted: {choice.gaps or 'none'}")


def _checks(choice: Choice) -> Iterator[Block]:
    yield Heading("When we look how it is going", 1)
    days = [f"{one.get_kind_display()}: {full_day(one.due_on)}" for one in choice.request.checks.all()]
    yield Paragraph("; ".join(days) or "From the day of moving in: after 72 hours, 28 days and 6 months.")
