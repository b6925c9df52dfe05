"""Scenarios beside doing nothing: laws that hold for any lever, and a county's own table reproduced."""

from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from sufficiency.analytics.forecast.bands import (
    AGE_GROUPS,
    KIND_INDEX,
    KINDS,
    SUPPORTED,
    SUPPORTED_FROM_GROUP,
)
from sufficiency.analytics.forecast.causes import CAUSES, Cause
from sufficiency.analytics.forecast.comparing import Comparison, compared
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.held import Counted, hold
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.stated import Stated, When
from sufficiency.analytics.forecast.months import Months
from sufficiency.analytics.forecast.projecting import Basis, basis_of
from sufficiency.analytics.forecast.scenario import Scenario, usual_entrants
from sufficiency.analytics.forecast.scenario_contract import comparison_as_json
from sufficiency.analytics.forecast.scenario_files import scenario_of, shipped
from sufficiency.analytics.money.prices import built_in
from sufficiency.analytics.reference.kinds import Kind

START = date(2024, 3, 31)
AGENCY = KIND_INDEX["agency_fostering"]


@pytest.fixture(scope="module")
def basis(history_of_four_years) -> Basis:
    return basis_of(history_of_four_years, start=START, years=2, replications=40, workers=1)


def stated(name: str, amount: float, **more) -> Stated:
    one = levers()[name]
    usual = {**one.usual, **({"cause": one.usual_cause} if one.usual_cause else {})}
    return Stated(name, amount, **{**usual, **more})


def played(basis: Basis, *chosen: Stated) -> Comparison:
    return compared(basis, Scenario("a scenario", chosen))


def test_without_levers_a_scenario_is_doing_nothing(basis):
    found = played(basis)
    assert np.array_equal(found.baseline.stock, found.projection.stock)
    assert np.array_equal(found.baseline.monthly_cost, found.projection.monthly_cost)
    assert not found.difference.any()
    assert not found.split().total.any()


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(levers()))
def test_a_lever_set_to_nothing_is_doing_nothing(basis, name):
    found = played(basis, stated(name, 0.0, over_months=6))
    assert np.array_equal(found.baseline.stock, found.projection.stock)
    assert np.array_equal(found.baseline.entrants, found.projection.entrants)
    assert np.array_equal(found.baseline.leavers, found.projection.leavers)
    assert found.projection.cost == pytest.approx(found.baseline.cost)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(levers()))
def test_children_are_conserved_whatever_the_lever(basis, name):
    amount = levers()[name].usual_amount / (4 if name == "in_house_growth" else 1)
    after = played(basis, stated(name, amount, starts=When(date(2024, 8, 1)), over_months=4)).projection
    children = after.stock.sum(axis=(2, 3))
    came, left = after.entrants.sum(axis=(1, 2)), after.leavers.sum(axis=(1, 2))
    assert np.array_equal(children[:, 0] + came - left, children[:, -1])
    assert (after.stock >= 0).all()
    assert (after.days >= 0).all()
    assert not after.stock[:, 1:, SUPPORTED, :SUPPORTED_FROM_GROUP].any()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "amounts", "sign"),
    [
        ("entrants", (-40, -10, 0, 20, 60), 1),
        ("entrants_a_year", (-10, -4, 0, 8, 20), 1),
        ("shock", (-50, 0, 50, 200), 1),
        ("home_sooner", (-60, 0, 60, 200), -1),
        ("leavers_a_year", (0, 4, 12, 30), -1),
        ("fewer_children", (0, 2, 5, 9), -1),
    ],
)
def test_more_of_a_lever_does_more(basis, name, amounts, sign):
    ends = [played(basis, stated(name, amount)).projection.in_care()[:, -1].mean() for amount in amounts]
    assert (sign * np.diff(ends) > 0).all()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("step_down", Kind.IN_HOUSE_FOSTERING),
        ("kinship_first", Kind.KINSHIP_FOSTERING),
        ("placed_instead", Kind.IN_HOUSE_FOSTERING),
        ("in_house_growth", Kind.IN_HOUSE_FOSTERING),
    ],
)
def test_more_of_a_lever_on_homes_puts_more_children_there(basis, name, kind):
    # Step-down here is from agency fostering, as the little authority has few children in homes.
    more = (
        {"kinds": (Kind.AGENCY_FOSTERING,), "to": (Kind.IN_HOUSE_FOSTERING,)} if name == "step_down" else {}
    )
    ends = [played(basis, stated(name, n, **more)).projection.in_care(kind)[:, -1].mean() for n in (0, 4, 12)]
    assert (np.diff(ends) > 0).all()


@pytest.mark.slow
def test_adoption_sooner_means_more_adopted_and_fewer_in_care(basis):
    # Hardly anyone is adopted in the little authority, so that it takes large steps to see one.
    found = [played(basis, stated("adoption_sooner", amount)).projection for amount in (-90, 0, 300)]
    adopted = [one.leavers[:, :, CAUSES.index(Cause.ADOPTED)].sum() for one in found]
    in_care = [one.in_care()[:, -1].sum() for one in found]
    assert (np.diff(adopted) > 0).all()
    assert (np.diff(in_care) < 0).all()


def test_more_of_one_kind_instead_of_another_is_so_many_more(basis):
    instead = {"kinds": (Kind.AGENCY_FOSTERING,), "to": (Kind.IN_HOUSE_FOSTERING,)}
    ends = [played(basis, stated("instead_of", n, **instead)).difference[:, -1] for n in (1, 2, 3)]
    assert [end[:, KIND_INDEX["in_house_fostering"]].mean() for end in ends] == pytest.approx([1, 2, 3])
    assert [end[:, AGENCY].mean() for end in ends] == pytest.approx([-1, -2, -3])


@pytest.mark.parametrize(("name", "amounts"), [("price", (-20, 0, 5, 60)), ("block_beds", (100, 200, 500))])
def test_more_of_a_lever_on_money_costs_more_in_every_year(basis, name, amounts):
    costs = [played(basis, stated(name, amount)).projection.total_cost().mean(axis=0) for amount in amounts]
    assert (np.diff(costs, axis=0) > 0).all()


def test_dearer_prices_cost_more_and_are_all_price(basis):
    found = played(basis, stated("price", 10, kinds=(Kind.AGENCY_FOSTERING,)))
    split = found.split()
    assert split.price == pytest.approx(0.1 * found.baseline.cost[:, :, AGENCY])
    assert np.abs(split.volume).max() == 0.0
    assert split.mix == pytest.approx(np.zeros_like(split.mix), abs=1e-6)


def test_booked_beds_are_paid_for_when_they_stand_empty(basis):
    found = played(basis, stated("block_beds", 500, discount=15))
    cost = (found.projection.total_cost() - found.baseline.total_cost()).mean(axis=0)
    assert (cost > 0).all()
    few = played(basis, stated("block_beds", 1, discount=15, kinds=(Kind.AGENCY_FOSTERING,)))
    week = float(basis.prices.of(Kind.AGENCY_FOSTERING)[0].weekly_price)
    assert (few.projection.total_cost() - few.baseline.total_cost()).mean(axis=0)[0] == pytest.approx(
        -0.15 * week * 365 / 7, rel=0.1
    )


def test_a_plan_that_empties_a_kind_says_so_and_takes_no_more_than_are_there(basis):
    found = played(basis, stated("fewer_children", 1000))
    assert (found.projection.stock[:, 1:, AGENCY] == 0).all()
    (short,) = found.shortfalls
    assert short.missing > 900
    note = found.projection.notes[-1]
    assert note.message.startswith("The plan counts on 1,000 children in agency fostering")
    assert note.count == round(short.missing)


def test_a_plan_for_a_kind_never_seen_says_so(basis):
    found = played(basis, stated("instead_of", 3, kinds=(Kind.SECURE,), to=(Kind.AGENCY_FOSTERING,)))
    assert not found.difference.any()
    assert "only 0.0 are there" in found.projection.notes[-1].message


def test_a_lever_after_the_end_is_noted(basis):
    found = played(basis, stated("entrants", 30, starts=When(date(2031, 4, 1))))
    assert "begin after the forecast ends on 31/03/2026" in found.projection.notes[-1].message
    assert not found.difference.any()


def test_a_lever_that_cannot_act_is_named_with_its_place(basis):
    with pytest.raises(
        ForecastError, match=r"lever 2 of “a scenario” \(prices of some kinds\): It acts from"
    ):
        played(basis, stated("price", 5), stated("price", 5, starts=When(date(2020, 1, 1))))


# More entrants are never taken away than the little authority expects: that would be refused, and rightly.
AMOUNTS = {name: (max(one.least, -4), min(one.most, 60)) for name, one in levers().items()}
SOME_LEVERS = st.lists(
    st.tuples(
        st.sampled_from(sorted(levers())),
        st.floats(0, 1),
        st.integers(0, 18),
        st.sampled_from([When(year=1), When(date(2024, 9, 1)), When(year=2)]),
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def played_briefly(basis):
    """Plays levers out in few futures. A function, as Hypothesis would write the whole basis out."""
    few = replace(basis, replications=4)
    return lambda plan: played(few, *plan)


@pytest.mark.slow
@given(SOME_LEVERS)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_planned_children_ages_and_money_add_up(played_briefly, chosen):
    plan = [
        stated(name, low + share * (high - low), over_months=months, starts=starts)
        for name, share, months, starts in chosen
        for low, high in [AMOUNTS[name]]
    ]
    found = played_briefly(plan)
    after = found.projection
    children = after.stock.sum(axis=(2, 3))
    came, left = after.entrants.sum(axis=(1, 2)), after.leavers.sum(axis=(1, 2))
    assert np.array_equal(children[:, 0] + came - left, children[:, -1])
    assert (after.stock >= 0).all()
    assert not after.stock[:, 1:, SUPPORTED, :SUPPORTED_FROM_GROUP].any()
    split = found.split()
    difference = after.total_cost() - found.baseline.total_cost()
    assert split.total == pytest.approx(difference, abs=0.01)
    assert split.volume + split.mix + split.price == pytest.approx(difference, abs=0.01)
    if not plan:
        assert np.array_equal(after.stock, found.baseline.stock)


@pytest.mark.slow
def test_all_levers_together_are_the_same_however_many_work_on_it(basis):
    chosen = [stated(name, one.usual_amount / 10, over_months=6) for name, one in levers().items()]
    one, two = (compared(replace(basis, workers=n), Scenario("all", tuple(chosen))) for n in (1, 3))
    assert np.array_equal(one.projection.stock, two.projection.stock)
    assert np.array_equal(one.projection.monthly_cost, two.projection.monthly_cost)


def test_usual_entrants_are_what_the_forecast_expects(basis):
    expected = usual_entrants(basis.opening.flows.entrants, basis.months)
    assert expected.shape == (24, 6)
    assert expected.sum(axis=1).mean() * 365.25 == pytest.approx(
        basis.opening.flows.entrants.yearly.sum(), rel=0.2
    )


@given(st.integers(0, 30), st.integers(1, 12), st.sampled_from([None, *Kind]), st.data())
@settings(max_examples=40, deadline=None)
def test_held_children_come_from_those_there_and_none_are_lost(planned, months_of_ramp, to, data):
    months = Months.after(START, years=1)
    cells = data.draw(st.lists(st.integers(0, 9), min_size=len(KINDS), max_size=len(KINDS)))
    stock = np.broadcast_to(
        np.array(cells, dtype=np.int32)[None, None, :, None], (3, 13, len(KINDS), len(AGE_GROUPS))
    )
    days = np.full((3, 12, len(KINDS)), 31 * 50, dtype=np.int32)
    none = [np.zeros((3, 12, n), dtype=np.int32) for n in (7, 5)]
    lever = "fewer_children" if to is None else "instead_of"
    sources = tuple(kind for kind in (Kind.AGENCY_FOSTERING, Kind.EXTERNAL_RESIDENTIAL) if kind is not to)
    one = Stated(lever, planned, over_months=months_of_ramp, kinds=sources, to=(to,) if to else ())
    effects = Scenario("x", (one,)).effects(_Opening(), months)
    after, short = hold(Counted(stock, days, *none), effects.held, months)
    assert (after.stock >= 0).all()
    lost = (stock - after.stock).sum(axis=(2, 3))
    assert np.array_equal(np.diff(lost, axis=1), (after.leavers.sum(axis=2) - after.entrants.sum(axis=2)))
    if to is not None:
        assert not lost.any()
        assert after.days.sum() == days.sum()
    there = stock[0, -1, [KIND_INDEX[kind] for kind in sources]]
    room = there[:, 4].sum() if to is Kind.SUPPORTED_ACCOMMODATION else there.sum()
    assert bool(short) == (planned > room)


class _Opening:
    """Enough of an opening to work out levers that do not ask for entrants."""

    class flows:  # noqa: N801 - stands for an attribute
        class entrants:  # noqa: N801  (stands for an attribute)
            @staticmethod
            def draw(_generator, size):
                return np.ones((size, 5, 6))


COUNTY = {
    # change in children at the end of each year: 2011/12, 2012/13, 2013/14, 2014/15 (strategy, appendix 1)
    "external_residential": [-4, -12, -15, -15],
    "in_house_residential": [4, 10, 6, 0],
    "agency_fostering": [-24, -18, -41, -15],
    "in_house_fostering": [6, 10, 20, 20],
    "all": [-18, -10, -30, -10],
}


def test_a_countys_plan_as_levers_gives_its_table_of_changes_when_nothing_else_changes():
    months = Months.after(date(2011, 3, 31), years=4)
    # What to expect if nothing changes: the same numbers every month, 500 children and more of each kind concerned.
    stock = np.full((1, 49, len(KINDS), len(AGE_GROUPS)), 30, dtype=np.int32)
    days = np.full((1, 48, len(KINDS)), 31 * 150, dtype=np.int32)
    none = [np.zeros((1, 48, n), dtype=np.int32) for n in (7, 5)]
    effects = shipped("county_strategy").effects(_Opening(), months)
    after, short = hold(Counted(stock, days, *none), effects.held, months)
    assert short == ()
    change = np.diff((after.stock - stock).sum(axis=3)[0, ::12], axis=0)
    for kind, by_year in COUNTY.items():
        of_kind = change.sum(axis=1) if kind == "all" else change[:, KIND_INDEX[kind]]
        assert of_kind.tolist() == by_year
    others = [place for name, place in KIND_INDEX.items() if name not in COUNTY]
    assert not change[:, others].any()
    assert change.sum() == -68
    assert after.leavers.sum() == 68


@pytest.mark.slow
def test_the_plan_as_it_ships_gives_its_table_in_a_simulated_run_and_prices_to_the_pound(authority):
    # Large enough for the plan to be possible in every replication; nothing else of it is like the county.
    known = authority(entrants=500, seed=3)
    dear = (pl.col("kind") == Kind.AGENCY_FOSTERING) & pl.col("child").str.contains("[01]$")
    in_homes = pl.when(dear).then(pl.lit(Kind.EXTERNAL_RESIDENTIAL.value)).otherwise("kind")
    basis = basis_of(
        replace(known, episodes=known.episodes.with_columns(kind=in_homes)),
        start=START,
        years=4,
        replications=10,
        prices=built_in("cambridgeshire_2010"),
        workers=1,
    )
    found = compared(basis, shipped("county_strategy"))
    assert found.shortfalls == ()
    told = comparison_as_json(found, years=4)["scenario"]
    table = {row["kind"]: list(row["by_year"].values()) for row in told["mix_table"]}
    assert {kind: table[kind] for kind in COUNTY} == COUNTY
    assert not any(any(by_year) for kind, by_year in table.items() if kind not in COUNTY)
    assert next(row["total"] for row in told["mix_table"] if row["kind"] == "all") == -68
    assert told["mix_priced"]["total"] == 8431488
    assert list(told["mix_priced"]["by_year"].values()) == [1112800, 1413568, 3163680, 2741440]
    assert [row["savings_target"] for row in told["plan"]] == [1630000, 2000000, 2500000, 2261000]
    assert sum(row["investment"] for row in told["plan"]) == 12_898_000
    for year in (*told["split"]["years"], told["split"]["total"]):
        assert round(100 * (year["volume"] + year["mix"] + year["price"])) == round(100 * year["total"])


def test_places_show_overflow_and_unmet_need_and_cost_follows_where_children_live(basis):
    plan = scenario_of(
        {
            "name": "Full",
            "places": [
                {"kind": "agency_fostering", "places": 10},
                {"kind": "external_residential", "places": 10},
            ],
        },
        where="x",
    )
    told = comparison_as_json(compared(basis, plan), years=2)
    rows = {(row["kind"], row["year"]): row for row in told["scenario"]["capacity"]}
    assert rows["agency_fostering", "2024-25"]["places"] == 10
    assert rows["agency_fostering", "2024-25"]["weeks_displaced"]["mean"] > 0
    needed = {(row["kind"], row["year"]): row["places"] for row in told["scenario"]["places_needed"]}
    assert needed["agency_fostering", "2025-26"]["0.01"] >= needed["agency_fostering", "2025-26"]["0.1"] > 10
    # Doing nothing has the same places all along, so that nothing differs.
    assert told["scenario"]["split"]["total"]["total"] == 0
