"""Projections: what must hold whatever the history."""

import json
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from returns_in_text import history_of
from sufficiency.analytics.forecast.bands import AGE_GROUPS, SUPPORTED, SUPPORTED_FROM_GROUP
from sufficiency.analytics.forecast.contract import as_json
from sufficiency.analytics.forecast.errors import ForecastError
from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.forecast.projection import Projection
from sufficiency.analytics.histories.history import in_care_on
from sufficiency.analytics.money.prices import built_in
from sufficiency.analytics.reference.kinds import Kind

pytestmark = pytest.mark.slow
START = date(2024, 3, 31)


@pytest.fixture(scope="module")
def projection(history_of_four_years) -> Projection:
    return project(history_of_four_years, years=3, replications=60, workers=2)


def flows(found: Projection) -> tuple[np.ndarray, ...]:
    """Children at the start of each financial year and the end, entrants and leavers."""
    marks = [place for place, end in enumerate(found.month_ends) if (end.month, end.day) == (3, 31)]
    return found.in_care()[:, marks], found.entrants.sum(axis=2), found.leavers.sum(axis=2)


def test_it_starts_from_the_last_31_march_unless_told(projection):
    assert projection.start == START
    assert projection.month_ends[-1] == date(2027, 3, 31)
    assert [str(year) for year in projection.years] == ["2024-25", "2025-26", "2026-27"]
    assert projection.replications == 60


def test_start_plus_in_minus_out_is_the_end_of_every_year(projection):
    children, came, left = flows(projection)
    assert np.array_equal(children[:, :-1] + came - left, children[:, 1:])


def test_it_starts_with_the_children_in_care(projection, history_of_four_years):
    here = in_care_on(history_of_four_years.episodes, START)
    assert (projection.in_care()[:, 0] == here.height).all()
    for kind in Kind:
        assert (projection.in_care(kind)[:, 0] == (here["kind"] == kind.value).sum()).all()


def test_kinds_and_ages_both_add_up_to_all(projection):
    by_kind = sum(projection.in_care(kind) for kind in Kind)
    by_age = sum(projection.of_age(group) for group in AGE_GROUPS)
    assert np.array_equal(by_kind, projection.in_care())
    assert np.array_equal(by_age, projection.in_care())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    entrants=st.integers(1, 30),
    years=st.integers(1, 4),
    seed=st.integers(0, 50),
    uasc=st.integers(0, 3),
    month=st.sampled_from([1, 3, 6, 11]),
)
def test_children_are_conserved_and_age_rules_kept_in_any_authority(
    authority, entrants, years, seed, uasc, month
):
    endings = tuple(range(2025 - years, 2025))
    known = authority(entrants=entrants, endings=endings, seed=seed, uasc=min(uasc, entrants))
    start = START if month == 3 else date(2023 if month > 3 else 2024, month, 20)
    if years == 1 and month == 6:
        start = START  # too few days of records before June
    assume(known.episodes.filter(known.episodes["started"] <= start).height > 0)
    found = project(known, start=start, years=2, replications=4, seed=seed, workers=1)
    stock = found.stock.sum(axis=(2, 3))
    assert np.array_equal(
        stock[:, 0] + found.entrants.sum(axis=(1, 2)) - found.leavers.sum(axis=(1, 2)), stock[:, -1]
    )
    assert found.stock.min() >= 0
    assert found.stock[:, :, SUPPORTED, :SUPPORTED_FROM_GROUP].sum() == 0
    assert (stock[:, 0] == in_care_on(known.episodes, start).height).all()
    assert np.isfinite(found.cost).all()


def test_the_same_seed_gives_the_same_bytes(history_of_four_years):
    def told(seed: int, workers: int) -> str:
        found = project(history_of_four_years, years=2, replications=12, seed=seed, workers=workers)
        return json.dumps(as_json(found, years=2))

    assert told(3, 1) == told(3, 2)
    assert told(3, 1) != told(4, 1)


def test_the_order_of_rows_changes_nothing(history_of_four_years):
    from dataclasses import replace

    known = history_of_four_years
    turned = replace(known, episodes=known.episodes.reverse(), children=known.children.reverse())
    one, other = (project(given, years=1, replications=8, workers=1) for given in (known, turned))
    assert np.array_equal(one.stock, other.stock)


def test_more_replications_narrow_the_error_of_chance(history_of_four_years):
    def means(replications: int) -> list[float]:
        runs = [
            project(history_of_four_years, years=1, replications=replications, seed=seed, workers=2)
            for seed in range(8)
        ]
        return [run.in_care()[:, -1].mean() for run in runs]

    assert np.std(means(160)) < 0.6 * np.std(means(10))


def test_only_what_was_known_by_the_start_is_used(authority):
    full, cut = authority(endings=(2020, 2021, 2022, 2023, 2024)), authority(endings=(2020, 2021, 2022))
    start = date(2022, 3, 31)
    later, then = (project(known, start=start, years=1, replications=8, workers=1) for known in (full, cut))
    assert np.array_equal(later.in_care()[:, 0], then.in_care()[:, 0])
    assert later.in_care().mean() == pytest.approx(then.in_care().mean(), rel=0.02)


def test_a_tiny_authority_can_be_forecast(authority):
    found = project(authority(entrants=5, endings=(2023, 2024), uasc=0), years=2, replications=20, workers=1)
    assert 3 <= found.in_care()[0, 0] <= 15
    assert 0 < found.in_care()[:, -1].mean() < 40


def test_one_return_will_do_and_says_so(authority):
    found = project(authority(endings=(2024,)), years=1, replications=20, workers=1)
    assert found.in_care()[:, -1].mean() > 10
    assert any("rests on 1 return" in note.message for note in found.notes)


def test_kinds_never_used_stay_empty(projection):
    for kind in (Kind.SECURE, Kind.ADOPTION, Kind.RESIDENTIAL_SCHOOL, Kind.OTHER):
        assert projection.in_care(kind).max() == 0


def test_more_entrants_mean_more_children_and_the_rest_by_the_same_chances(history_of_four_years):
    usual = project(history_of_four_years, years=2, replications=20, workers=1)
    more = project(
        history_of_four_years,
        years=2,
        replications=20,
        workers=1,
        scenario=lambda flows: flows.with_entrants(times=1.3),
    )
    extra = more.in_care() - usual.in_care()
    assert (extra >= 0).all()
    assert extra[:, -1].mean() > extra[:, 12].mean() > 1


def test_a_scenario_that_changes_nothing_changes_nothing(history_of_four_years):
    usual, unchanged = (
        project(history_of_four_years, years=1, replications=6, workers=1, scenario=scenario)
        for scenario in (None, lambda flows: flows)
    )
    assert np.array_equal(usual.stock, unchanged.stock)
    assert np.array_equal(usual.cost, unchanged.cost)


@pytest.mark.parametrize("start", [date(2020, 4, 1), date(2020, 8, 1), date(2024, 4, 1), date(1990, 1, 1)])
def test_a_start_outside_the_records_is_refused_with_the_days_allowed(history_of_four_years, start):
    with pytest.raises(ForecastError, match=r"returns run from 01/04/2020 to 31/03/2024.*Choose a day from"):
        project(history_of_four_years, start=start)


@pytest.mark.parametrize(
    ("asked", "about"),
    [({"years": 0}, "years is 0"), ({"replications": 0}, "replications is 0"), ({"seed": -1}, "seed is -1")],
)
def test_numbers_out_of_range_are_refused(history_of_four_years, asked, about):
    with pytest.raises(ForecastError, match=about) as raised:
        project(history_of_four_years, **asked)
    assert raised.value.what_next


def test_a_history_of_nobody_is_refused():
    gone = history_of(
        header="CHILD | DOB\nA | 01/06/2000",
        episodes="CHILD | DECOM | DEC | REC\nA | 01/05/2023 | 02/05/2023 | E8",
    )
    with pytest.raises(ForecastError, match="Nobody was in care"):
        project(gone)


def notes_of(episodes: str, *, header: str = "CHILD | DOB\nA | 01/06/2012", **asked) -> dict[str, int]:
    found = project(history_of(header=header, episodes=episodes), years=1, replications=2, workers=1, **asked)
    return {note.message: note.count for note in found.notes}


def test_children_without_a_date_of_birth_are_noted():
    noted = notes_of("CHILD | DECOM\nA | 01/05/2023", header="CHILD | DOB\nA | ")
    assert noted["Children without a date of birth, taken to be 10 on entry."] == 1


def test_children_too_young_for_where_they_are_are_noted():
    noted = notes_of("CHILD | DECOM | PLACE | PLACE_PROVIDER\nA | 01/05/2023 | H5 | PR4")
    assert noted["Under 16 and in supported accommodation at the start."] == 1


def test_records_that_end_long_before_the_start_are_noted():
    noted = notes_of("CHILD | DECOM\nA | 01/05/2023")
    assert noted["Days before the start without any event recorded, since 01/05/2023."] == 336


def test_kinds_without_a_price_are_noted_and_costed_all_the_same():
    episodes = "CHILD | DECOM | PLACE | PLACE_PROVIDER\nA | 01/05/2023 | U1 | PR1"
    prices = built_in("cambridgeshire_2010")
    noted = notes_of(episodes, prices=prices)
    assert noted["No price for kinship fostering: assumed ones were used."] == 1
    found = project(history_of(episodes=episodes), years=1, replications=2, workers=1, prices=prices)
    assert found.total_cost().mean() > 1000
    assert not found.prices.missing
