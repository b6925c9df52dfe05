"""From a proposal to policy: where a recommendation stands, the moves from there, and what each needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sufficiency.analytics.governance.breaches import Breach, TermsError


class Stage(StrEnum):
    """Where a recommendation stands; the value is what is stored."""

    PROPOSED = "proposed"
    CONSULTED = "consulted"
    AGREED = "agreed_by_all"
    SUBMITTED = "submitted_to_board"
    WITH_LEADS = "sent_to_lead_members"
    APPROVED = "approved_by_board"
    APPROVED_BY_LEADS = "approved_by_lead_members"
    RETURNED = "returned"
    REJECTED = "rejected"
    ADOPTED = "adopted"


LABELS: Mapping[Stage, str] = {
    Stage.PROPOSED: "Proposed",
    Stage.CONSULTED: "Political groups consulted",
    Stage.AGREED: "Agreed by all",
    Stage.SUBMITTED: "Submitted to the board",
    Stage.WITH_LEADS: "Sent to lead members",
    Stage.APPROVED: "Approved by the board",
    Stage.APPROVED_BY_LEADS: "Approved by lead members",
    Stage.RETURNED: "Returned",
    Stage.REJECTED: "Rejected",
    Stage.ADOPTED: "Adopted as policy",
}
APPROVED = frozenset({Stage.APPROVED, Stage.APPROVED_BY_LEADS})


@dataclass(frozen=True)
class Vote:
    """What one seat said. `eligible` is false for a substitute who may not sit in."""

    seat: str
    agrees: bool
    eligible: bool = True


@dataclass(frozen=True, kw_only=True)
class Case:
    """A recommendation with what its moves are judged by."""

    seats: Sequence[str]
    votes: Sequence[Vote] = ()
    reason: str = ""
    on: date
    ends_on: date | None = None


Guard = Callable[[Case], list[Breach]]


def agreement(case: Case) -> list[Breach]:
    """What is lacking for the agreement of every seat; nothing where all agree."""
    counted = {vote.seat for vote in case.votes if vote.agrees and vote.eligible}
    lacking = [seat for seat in case.seats if seat not in counted]
    if not lacking and case.seats:
        return []
    agreed = len(case.seats) - len(lacking)
    found = (
        f"{agreed} of {len(case.seats)} agree; not yet: {', '.join(lacking)}."
        if case.seats
        else "No seat is filled."
    )
    return [Breach("Every seat agrees, by its member or an eligible substitute.", found, refuses=True)]


def _within_term(case: Case) -> list[Breach]:
    if case.ends_on is not None and case.on > case.ends_on:
        found = f"{case.on.day} {case.on:%B %Y} is after its end; extend the term first."
        return [Breach("A group submits within its term.", found, refuses=True)]
    return []


def _has_reason(case: Case) -> list[Breach]:
    if case.reason.strip():
        return []
    return [Breach("A reason is recorded.", "None is given.", refuses=True)]


def _submits(case: Case) -> list[Breach]:
    return [*agreement(case), *_within_term(case)]


def _submits_swiftly(case: Case) -> list[Breach]:
    return [*_submits(case), *_has_reason(case)]


def _nothing(_: Case) -> list[Breach]:
    return []


@dataclass(frozen=True)
class Move:
    """A move that is allowed: what it is called on a button, and what it needs."""

    label: str
    guard: Guard = _nothing


MOVES: Mapping[Stage, Mapping[Stage, Move]] = {
    Stage.PROPOSED: {
        Stage.CONSULTED: Move("Political groups have been consulted"),
        Stage.AGREED: Move("All agree", agreement),
    },
    Stage.CONSULTED: {Stage.AGREED: Move("All agree", agreement)},
    Stage.AGREED: {
        Stage.SUBMITTED: Move("Submit to the board", _submits),
        Stage.WITH_LEADS: Move("Send to lead members, because it cannot wait", _submits_swiftly),
    },
    Stage.SUBMITTED: {
        Stage.APPROVED: Move("The board approves"),
        Stage.RETURNED: Move("The board returns it", _has_reason),
        Stage.REJECTED: Move("The board rejects it", _has_reason),
    },
    Stage.WITH_LEADS: {
        Stage.APPROVED_BY_LEADS: Move("Lead members approve"),
        Stage.SUBMITTED: Move("Refer up to the board", _within_term),
    },
    Stage.RETURNED: {Stage.PROPOSED: Move("Revise and propose again")},
    Stage.APPROVED: {Stage.ADOPTED: Move("Adopt as policy")},
    Stage.APPROVED_BY_LEADS: {Stage.ADOPTED: Move("Adopt as policy")},
    Stage.REJECTED: {},
    Stage.ADOPTED: {},
}


def move(here: Stage, to: Stage, case: Case) -> Stage:
    """The stage after a move; raises TermsError with the rule’s text where it is not allowed."""
    allowed = MOVES[here].get(to)
    if allowed is None:
        found = f"From “{LABELS[here]}” it cannot go to “{LABELS[to]}”."
        rule = (
            "Nothing is policy before it is approved."
            if to is Stage.ADOPTED
            else "Each step follows the one before."
        )
        raise TermsError([Breach(rule, found, refuses=True)])
    if breaches := allowed.guard(case):
        raise TermsError(breaches)
    return to
