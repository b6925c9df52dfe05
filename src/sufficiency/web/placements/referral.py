"""What a home is told: the same content as a page, Word, PDF and e-mail text, with addresses covered."""

from collections.abc import Iterator

from django.utils import timezone

from sufficiency.reports.document import Block, Document, Heading, Paragraph
from sufficiency.web.children.ages import age_on
from sufficiency.web.placements import lacking
from sufficiency.web.placements.models import Ask, RequestChild, Reveal
from sufficiency.web.placements.questions import QUESTIONS, STEPS
from sufficiency.web.placements.shielding import covered, secrets_of
from sufficiency.web.ui.wording import moment

LETTERS = "ABCDEFGH"
NOT_SAID: tuple[object, ...] = (None, "", [])


def referral(ask: Ask, *, reveal: Reveal | None = None) -> Document:
    """The referral of one ask. Only with `reveal`, a copy for one named recipient, are addresses in it."""
    request = ask.request
    secrets = [] if reveal else secrets_of(request)
    members = list(request.members.select_related("child"))
    blocks: list[Block] = [
        Paragraph(f"Needed by {moment(request.needed_by)}. Please answer by {moment(ask.reply_by)}.")
    ]
    if reveal:
        blocks.append(
            Paragraph(f"This copy shows addresses to {reveal.recipient} only, because: {reveal.reason}")
        )
    answers = lacking.answers_of(request)
    for letter, member in zip(LETTERS, members, strict=False):
        blocks += _child(ask, letter, member, answers, bool(reveal))
    blocks += _whole(answers, bool(reveal))
    shown = blocks if reveal else [_covered(block, secrets) for block in blocks]
    count = "a child" if len(members) == 1 else f"{len(members)} brothers and sisters together"
    return Document(f"A home for {count}", f"{request.reference}, from {request.authority.name}", shown)


def as_text(document: Document) -> str:
    """The document as the text of an e-mail."""
    lines = [document.title, document.subtitle, ""]
    for block in document.blocks:
        lines += _lines(block)
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> list[str]:
    text = getattr(block, "text", "")
    return ["", text.upper()] if isinstance(block, Heading) else [text]


def _child(
    ask: Ask,
    letter: str,
    member: RequestChild,
    answers: dict[tuple[int | None, str], object],
    uncovered: bool,
) -> Iterator[Block]:
    child = member.child
    name = f"Child {letter}" + (f", our reference {child.reference}" if ask.is_named else "")
    yield Heading(name, 1)
    words = answers.get((member.pk, "words"))
    yield Paragraph(
        f"“{words}”"
        if words
        else f"Not asked yet: {answers.get((member.pk, 'no_words_because')) or 'no reason given'}"
    )
    if child.born:
        yield Paragraph(f"Age: {age_on(timezone.localdate(ask.sent_at), born=child.born)}")
    yield from _answered(answers, member.pk, uncovered, leave_out=("words", "no_words_because"))


def _whole(answers: dict[tuple[int | None, str], object], uncovered: bool) -> Iterator[Block]:
    yield Heading("Plan and search", 1)
    yield from _answered(answers, None, uncovered)


def _answered(
    answers: dict[tuple[int | None, str], object],
    owner: int | None,
    uncovered: bool,
    leave_out: tuple[str, ...] = (),
) -> Iterator[Block]:
    for key, question in QUESTIONS.items():
        value = answers.get((owner, key))
        hidden = question.is_address and not uncovered
        if value in NOT_SAID or hidden or key in leave_out or not (question.in_referral or uncovered):
            continue
        if STEPS[question.step].by_child is (owner is not None):
            yield Paragraph(
                f"{question.label}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
            )


def _covered(block: Block, secrets: list[str]) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(covered(block.text, secrets))
    return block
