from datetime import date

import pytest

from sufficiency.analytics.governance.breaches import TermsError
from sufficiency.analytics.governance.recommendations import LABELS, MOVES, Case, Stage, Vote, agreement, move

SEATS = ["Conservative", "Labour", "Liberal Democrat", "Independent"]
END = date(2023, 6, 27)


def case(*agreeing, on=date(2023, 5, 1), **values):
    return Case(seats=SEATS, votes=[Vote(seat, True) for seat in agreeing], on=on, ends_on=END, **values)


def along(*stages, **values):
    here = Stage.PROPOSED
    for stage in stages:
        here = move(here, stage, case(*SEATS, **values))
    return here


def test_every_stage_has_its_moves_and_its_words():
    assert set(MOVES) == set(LABELS) == set(Stage)


def test_three_of_four_groups_are_not_agreed_and_four_are():  # L5
    (lack,) = agreement(case(*SEATS[:3]))
    assert lack.found == "3 of 4 agree; not yet: Independent."
    assert not agreement(case(*SEATS))
    with pytest.raises(TermsError, match="Every seat agrees"):
        move(Stage.PROPOSED, Stage.AGREED, case(*SEATS[:3]))


def test_a_substitute_from_outside_the_board_does_not_count():  # L6
    votes = [*(Vote(seat, True) for seat in SEATS[:3]), Vote("Independent", True, eligible=False)]
    outside = Case(seats=SEATS, votes=votes, on=date(2023, 5, 1))
    with pytest.raises(TermsError):
        move(Stage.AGREED, Stage.SUBMITTED, outside)


def test_agreement_by_nobody_is_none():
    assert agreement(Case(seats=[], on=date(2023, 5, 1)))[0].found == "No seat is filled."


def test_the_way_to_policy_leads_through_the_board():
    assert (
        along(Stage.CONSULTED, Stage.AGREED, Stage.SUBMITTED, Stage.APPROVED, Stage.ADOPTED) is Stage.ADOPTED
    )


def test_the_swift_way_leads_through_lead_members_with_a_reason():
    swift = (Stage.AGREED, Stage.WITH_LEADS, Stage.APPROVED_BY_LEADS, Stage.ADOPTED)
    assert along(*swift, reason="The consultation closes on Friday.") is Stage.ADOPTED
    with pytest.raises(TermsError, match="A reason is recorded"):
        along(*swift)


def test_lead_members_may_refer_it_up_and_the_board_may_return_it():
    assert (
        along(Stage.AGREED, Stage.WITH_LEADS, Stage.SUBMITTED, Stage.RETURNED, Stage.PROPOSED, reason="So.")
        is Stage.PROPOSED
    )


@pytest.mark.parametrize("here", [stage for stage in Stage if Stage.ADOPTED not in MOVES[stage]])
def test_nothing_is_policy_before_it_is_approved(here):
    with pytest.raises(TermsError, match="Nothing is policy before it is approved"):
        move(here, Stage.ADOPTED, case(*SEATS))


def test_nothing_is_submitted_after_the_term():
    with pytest.raises(TermsError, match="A group submits within its term"):
        move(Stage.AGREED, Stage.SUBMITTED, case(*SEATS, on=date(2023, 6, 28)))
    assert move(Stage.AGREED, Stage.SUBMITTED, case(*SEATS, on=END)) is Stage.SUBMITTED


@pytest.mark.parametrize("stage", [Stage.RETURNED, Stage.REJECTED])
def test_what_the_board_turns_back_has_a_reason(stage):
    with pytest.raises(TermsError):
        move(Stage.SUBMITTED, stage, case(*SEATS))


def test_no_approval_without_the_agreement_of_all():
    with pytest.raises(TermsError, match="Each step follows the one before"):
        move(Stage.PROPOSED, Stage.APPROVED, case(*SEATS))
