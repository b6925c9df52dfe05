"""Every lever by example: what it changes, what it leaves alone, and that its declaration is whole."""

import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from sufficiency.analytics.forecast.bands import AGE_GROUPS, ENTRY_BANDS, KIND_INDEX
from sufficiency.analytics.forecast.causes import LEAVING, Cause
from sufficiency.analytics.forecast.levers.coming_in import DAYS_A_YEAR
from sufficiency.analytics.forecast.levers.declaring import LeverUnit, Takes, declared, lever
from sufficiency.analytics.forecast.levers.effects import Effects, Who
from sufficiency.analytics.forecast.levers.faults import LeverError
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.stated import Stated, When
from sufficiency.analytics.forecast.levers.wording import (
    ages_in_words,
    kinds_in_words,
    sentence,
    when_in_words,
)
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.steering import ON_ENTRY, ON_MOVING
from sufficiency.analytics.reference.kinds import Kind

START = date(2027, 3, 31)
MONTHS = Months.after(START, years=2)
PUBLISHED = {
    "entrants", "entrants_a_year", "shock", "home_sooner", "adoption_sooner", "leavers_a_year", "step_down",
    "kinship_first", "placed_instead", "in_house_growth", "instead_of", "fewer_children", "price", "block_beds",
}  # fmt: skip
AGENCY, IN_HOUSE = KIND_INDEX["agency_fostering"], KIND_INDEX["in_house_fostering"]


def nothing() -> Effects:
    """No lever, with 1 new entrant a day of every band."""
    return Effects.none(MONTHS, usual_entrants=np.ones((24, len(ENTRY_BANDS))))


def acted(name: str, amount: float, **stated) -> Effects:
    one = levers()[name]
    usual = {**one.usual, **({"cause": one.usual_cause} if one.usual_cause else {})}
    return one.act(nothing(), Stated(name, amount, **{**usual, **stated}).given(start=START))


def test_the_levers_are_those_that_were_published():
    assert set(levers()) == PUBLISHED


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_every_declaration_is_whole(name):
    one = levers()[name]
    assert one.label
    assert one.source
    assert one.rule.endswith(".")
    assert one.least <= one.usual_amount <= one.most
    told = set(re.findall(r"\{(\w+)\}", one.sentence))
    assert "amount" in told
    assert told <= {"amount", "over_months", *map(str, Takes)}
    assert told - {"amount", "over_months"} <= set(map(str, one.takes))
    assert (Takes.TO in one.takes) <= bool(one.usual.get("to"))


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_every_lever_set_to_nothing_changes_nothing(name):
    before, after = nothing(), acted(name, 0.0, over_months=6)
    assert np.array_equal(before.steering.entrants, after.steering.entrants)
    assert np.array_equal(before.steering.times, after.steering.times)
    assert not after.steering.divert.any()
    assert not after.steering.plan_a_day.any()
    assert all(not one.at_ends.any() for one in after.held)
    assert np.array_equal(before.price_times, after.price_times)
    assert all(not block.beds.any() for block in after.blocks)


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_every_lever_does_nothing_before_it_begins(name):
    usual = levers()[name].usual_amount
    changed = acted(name, usual, starts=When(date(2028, 4, 1)))
    assert np.allclose(changed.steering.entrants[:12], 1.0)
    assert np.allclose(changed.steering.times[:12], 1.0)
    assert not changed.steering.divert[:12].any()
    assert not changed.steering.plan_a_day[:, :12].any()
    assert all(not one.at_ends[:13].any() for one in changed.held)
    assert np.allclose(changed.price_times[:12], 1.0)
    assert all(not block.beds[:12].any() for block in changed.blocks)


def test_no_lever_is_declared_twice():
    with pytest.raises(ValueError, match="two levers called price"):
        lever("price", label="", sentence="", unit=LeverUnit.BEDS, between=(0, 1), source="")(lambda e, _: e)
    assert declared()["price"].unit is LeverUnit.PERCENT


def test_entrants_change_for_the_ages_they_are_for():
    times = acted("entrants", 30, ages=("10-15",)).steering.entrants
    assert times[5].tolist() == [1, 1, 1, 1.3, 1, 1]
    assert acted("entrants", 30).steering.entrants[0].tolist() == [1.3] * 6
    assert acted("entrants", 30, uasc=True).steering.entrants[0].tolist() == [1] * 5 + [1.3]
    assert acted("entrants", 30, uasc=False).steering.entrants[0].tolist() == [1.3] * 5 + [1]


def test_so_many_entrants_are_added_a_year():
    times = acted("entrants_a_year", -73.05, ages=("10-15", "16-17")).steering.entrants
    assert (1 - times[0]) @ np.ones(6) * DAYS_A_YEAR == pytest.approx(73.05)


def test_more_entrants_than_there_are_cannot_be_taken_away():
    with pytest.raises(LeverError, match="only about 365 of them are expected"):
        acted("entrants_a_year", -400, ages=("10-15",))


def test_a_shock_is_at_its_height_at_once_and_dies_away():
    times = acted("shock", 60, over_months=12).steering.entrants[:, 0]
    assert times[0] == pytest.approx(1.575, abs=0.01)
    assert (np.diff(times[:12]) < 0).all()
    assert times[12:] == pytest.approx(np.ones(12))


def test_leaving_sooner_is_for_one_cause_and_builds_up():
    times = acted("home_sooner", 50, over_months=12, kinds=(Kind.AGENCY_FOSTERING,)).steering.times
    home = times[:, 0, 0, AGENCY, LEAVING.index(Cause.HOME)]
    assert home[0] == pytest.approx(1 + 0.5 / 24, abs=0.001)
    assert home[-1] == 1.5
    assert (np.delete(times, LEAVING.index(Cause.HOME), axis=4) == 1).all()
    assert (np.delete(times, AGENCY, axis=3) == 1).all()


def test_months_in_which_rates_turn_are_known():
    turns = acted("adoption_sooner", 50, over_months=3, until=When(date(2028, 3, 31))).steering.turns
    assert np.flatnonzero(turns).tolist() == [0, 1, 2, 3, 12]


def test_step_down_takes_so_many_a_year_to_the_kinds_named():
    found = acted("step_down", 12, to=(Kind.IN_HOUSE_FOSTERING,), ages=("10-15",)).steering
    assert found.plan_a_day.sum() == pytest.approx(12 / DAYS_A_YEAR * 24)
    assert found.plan_to[0].tolist() == (np.arange(12) >= IN_HOUSE).astype(float).tolist()
    assert found.plan_for[0][:, 3].any()
    assert not found.plan_for[0][:, [0, 1, 2, 4]].any()


def test_leavers_a_year_leave_by_their_cause():
    found = acted("leavers_a_year", 6, cause=Cause.ORDER).steering
    assert found.plan_cause.tolist() == [LEAVING.index(Cause.ORDER)]


def test_nobody_under_16_is_taken_to_supported_accommodation():
    to = (Kind.SUPPORTED_ACCOMMODATION,)
    plan = acted("step_down", 12, to=to).steering.plan_for[0]
    assert plan[:, 4].any()
    assert not plan[:, :4].any()
    divert = acted("placed_instead", 50, to=to).steering.divert
    assert not divert[..., :4, :].any()


def test_kinship_first_is_about_coming_in_alone():
    divert = acted("kinship_first", 25).steering.divert
    assert divert[0, ON_ENTRY, 0, 0, AGENCY] == 0.25
    assert not divert[:, ON_MOVING].any()
    assert acted("placed_instead", 25).steering.divert[0, ON_MOVING, 0, 0, AGENCY] == 0.25


def test_two_levers_on_the_same_placements_act_one_after_the_other():
    first = levers()["placed_instead"]
    kin = Stated("placed_instead", 50, kinds=(Kind.AGENCY_FOSTERING,), to=(Kind.KINSHIP_FOSTERING,))
    both = first.act(acted("placed_instead", 20), kin.given(start=START)).steering
    assert both.divert[0, ON_ENTRY, 0, 0, AGENCY] == pytest.approx(0.6)
    to = np.diff(both.divert_to[0, ON_ENTRY, 0, 0, AGENCY], prepend=0.0)
    assert to[[IN_HOUSE, KIND_INDEX["kinship_fostering"]]] == pytest.approx([1 / 3, 2 / 3])


def test_planned_numbers_are_reached_at_the_end_of_building_up():
    (held,) = acted("in_house_growth", 55, over_months=12).held
    assert held.at_ends[[0, 12, 24]].tolist() == [0, 55, 55]
    assert held.at_ends[6] == pytest.approx(27.5, abs=0.2)
    assert held.to is Kind.IN_HOUSE_FOSTERING


def test_prices_change_for_their_kinds():
    times = acted("price", -10).price_times
    assert times[0, KIND_INDEX["external_residential"]] == pytest.approx(0.9)
    assert times[0, AGENCY] == 1.0


def test_block_beds_are_divided_over_their_kinds():
    kinds = (Kind.EXTERNAL_RESIDENTIAL, Kind.RESIDENTIAL_SCHOOL)
    blocks = acted("block_beds", 6, kinds=kinds, discount=15).blocks
    assert [(block.kind, block.beds[0], block.discount) for block in blocks] == [
        (kind, 3, 0.15) for kind in kinds
    ]


def test_a_lever_cannot_act_before_the_forecast_starts():
    with pytest.raises(LeverError, match="acts from 01/04/2026, but the forecast starts after 31/03/2027"):
        acted("price", 5, starts=When(date(2026, 4, 1)))


def test_a_lever_cannot_end_before_it_begins():
    with pytest.raises(LeverError, match="ends on 31/03/2028, before it begins on 01/05/2028"):
        acted("price", 5, starts=When(date(2028, 5, 1)), until=When(year=1))


def test_years_of_the_forecast_are_counted_from_its_start():
    assert When(year=2).begins(START) == date(2028, 4, 1)
    assert When(year=2).ends(START) == date(2029, 3, 31)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (
            Stated(
                "step_down", 6, When(date(2027, 4, 1)), 12, ages=("10-15",), **levers()["step_down"].usual
            ),
            (
                "Step down 6 children a year from residential to in-house fostering or agency fostering, ages 10–15, "
                "from April 2027, building up over 12 months."
            ),
        ),
        (
            Stated("entrants", -10, until=When(date(2028, 3, 31)), uasc=True),
            (
                "10% fewer children come into care, unaccompanied asylum-seeking children only, "
                "from the start of year 1, until March 2028."
            ),
        ),
        (
            Stated("price", 5, When(date(2027, 5, 15)), kinds=(Kind.EXTERNAL_RESIDENTIAL,)),
            "A week in external residential costs 5% more, from 15 May 2027.",
        ),
        (
            Stated("home_sooner", 20, cause=Cause.HOME, kinds=(Kind.AGENCY_FOSTERING,), uasc=False),
            (
                "Leaving care (home or to family) becomes 20% more likely in any week, without unaccompanied "
                "asylum-seeking children, living in agency fostering, from the start of year 1."
            ),
        ),
        (
            Stated(
                "block_beds",
                6,
                kinds=(Kind.EXTERNAL_RESIDENTIAL,),
                discount=15,
                over_months=1,
                until=When(year=2),
            ),
            (
                "Block-book 6 beds in external residential at 15% less, from the start of year 1, building up over 1 month, "
                "until the end of year 2."
            ),
        ),
        (
            Stated("shock", 30, over_months=18),
            (
                "A shock: at once 30% more children come into care than usual, dying away over 18 months, "
                "from the start of year 1."
            ),
        ),
    ],
)
def test_a_lever_reads_as_a_sentence(stated, said):
    assert sentence(levers()[stated.lever], stated) == said


def test_ages_and_kinds_run_together():
    assert ages_in_words(("under 1", "1-4")) == "under 5"
    assert ages_in_words(("under 1",)) == "under 1"
    assert ages_in_words(("1-4", "10-15", "16-17")) == "1–4 and 10–17"
    assert kinds_in_words(tuple(Kind)) == "any kind"
    assert (
        kinds_in_words((Kind.AGENCY_FOSTERING, Kind.KINSHIP_FOSTERING))
        == "kinship fostering and agency fostering"
    )
    assert when_in_words(When(date(2028, 2, 29)), ends=True) == "February 2028"


def test_who_holds_the_cells_it_is_for():
    who = Who(ages=("16-17",), kinds=(Kind.SECURE,), uasc=True)
    assert who.cells.sum() == 1
    assert not who.bands[:5].any()
    assert who.bands[5]
    assert not replace(who, uasc=None).bands[5]
    assert Who().bands.all()
    assert Who().cells.sum() == 2 * len(AGE_GROUPS) * len(Kind)
