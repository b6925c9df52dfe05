"""What a request still lacks, in sentences: before it is sent, and before homes are told of it."""

from datetime import date

from sufficiency.web.children.ages import age_on
from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.placements.questions.catalogue import is_about_needs

SCHOOL_AGES = range(5, 16)  # whole years that are within it wherever the birthday falls
Answers = dict[tuple[int | None, str], object]
KINDS_OF_HOME = ("foster_suits", "residential_suits", "supported_suits")


def answers_of(request: SearchRequest) -> Answers:
    """Every answer that holds, by child (None: of the request) and question."""
    held = request.answers.filter(is_current=True)
    return {(answer.member_id, answer.question): answer.value for answer in held}


def before_sending(request: SearchRequest) -> list[str]:
    """A request states needs; one that names a kind of home and no needs is refused."""
    answers = answers_of(request)
    names_a_kind = any(answers.get((None, key)) for key in KINDS_OF_HOME)
    without = [str(member) for member in request.members.all() if not _has_needs(answers, member.pk)]
    if not without:
        return []
    named = "It names a kind of home, but a request says what the child needs. " if names_a_kind else ""
    return [f"{named}Write at least one need, or that there is none, for {' and '.join(without)}."]


def before_asking(request: SearchRequest) -> list[str]:
    """What a referral must say before any home is told of it."""
    answers = answers_of(request)
    found = before_sending(request)
    for member in request.members.all():
        if not (answers.get((member.pk, "words")) or answers.get((member.pk, "no_words_because"))):
            found.append(f"Write what {member} says, or why the child has not been asked yet.")
        if not answers.get((member.pk, "family_time")):
            found.append(f"Write the family time of {member}.")
    for key, what in (("plan", "the plan for the child"), ("stay", "how long it is expected to be")):
        if not answers.get((None, key)):
            found.append(f"Write {what}.")
    return found


def without_school(request: SearchRequest, today: date) -> list[str]:
    """Children of statutory school age of whom nobody has said that they go to school (Education Act 1996, section 8)."""
    answers = answers_of(request)
    return [
        str(member)
        for member in request.members.select_related("child")
        if member.child.born
        and age_on(today, born=member.child.born) in SCHOOL_AGES
        and answers.get((member.pk, "at_school")) != "Yes"
    ]


def _has_needs(answers: dict[tuple[int | None, str], object], member: int) -> bool:
    return any(
        owner == member and is_about_needs(key) and value not in (None, "", [])
        for (owner, key), value in answers.items()
    )
