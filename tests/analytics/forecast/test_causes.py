"""Why children leave."""

import pytest

from sufficiency.analytics.forecast.causes import CAUSES, EIGHTEEN, LEAVING, MOVE, Cause, cause_codes
from sufficiency.analytics.returns.codes import code_sets


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("E4A", Cause.HOME),
        ("E13", Cause.HOME),
        ("E41", Cause.ORDER),
        ("E45", Cause.ORDER),
        ("E11", Cause.ADOPTED),
    ],
)
def test_reasons_for_ceasing_are_grouped_by_what_follows(code, cause):
    assert LEAVING[cause_codes()[code]] is cause


def test_other_reasons_are_left_to_the_rest():
    assert not {"E2", "E3", "E8", "E9", "E17", "X1"} & set(cause_codes())


def test_every_grouped_code_is_in_the_code_set():
    known = {code.code for code in code_sets()["REC"].codes}
    assert set(cause_codes()) <= known
    assert len(cause_codes()) >= 10


def test_turning_eighteen_comes_after_the_causes_with_a_hazard():
    assert CAUSES[EIGHTEEN] is Cause.EIGHTEEN
    assert len(LEAVING) == MOVE
    assert all(cause.label for cause in Cause)
