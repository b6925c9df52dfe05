"""Little or odd input: a clear message, or a forecast that says what it rests on."""

from dataclasses import replace
from datetime import date

import numpy as np
import polars as pl
import pytest

from sufficiency.analytics.forecast.backtest.counted import Counted
from sufficiency.analytics.forecast.bands import AGE_GROUPS, KIND_INDEX, KINDS
from sufficiency.analytics.forecast.projecting import project
from sufficiency.analytics.forecast.projection import Projection
from sufficiency.analytics.forecast.remarks import _on_unknown_places
from sufficiency.analytics.forecast.usual import _odd
from sufficiency.analytics.histories.history import History
from sufficiency.analytics.histories.joining import history as joined
from sufficiency.analytics.reference.kinds import Kind

pytestmark = pytest.mark.slow


def forecast(known: History) -> Projection:
    return project(known, years=2, replications=6, workers=1)


def messages(found: Projection) -> str:
    return "\n".join(note.message for note in found.notes)


def test_one_year_leans_on_england_and_says_so(authority):
    found = forecast(authority(endings=(2024,)))
    assert "It rests on 1 return(s)" in messages(found)
    assert found.in_care()[:, -1].max() < 1000


def test_five_children_are_forecast_with_wide_ranges(authority):
    found = forecast(authority(entrants=2, endings=(2022, 2023, 2024), uasc=0))
    last = found.in_care()[:, -1]
    assert last.min() >= 0
    assert last.max() < 40
    assert "So few children are in care that chance and England’s figures weigh more" in messages(found)


def test_a_missing_year_is_named(authority):
    known = authority(endings=(2020, 2021, 2022, 2023, 2024))
    gap = joined([known.returns[year] for year in known.years if year.ending != 2022])
    found = forecast(gap)
    assert "Years without a return, which are guessed over: 2021-22." in messages(found)
    assert np.isfinite(found.total_cost()).all()


def test_a_kind_never_seen_stays_empty(authority):
    found = forecast(authority())
    assert found.in_care(Kind.SECURE).sum() == 0


def test_a_code_that_is_no_kind_is_named(authority):
    known = authority()
    assert "placement code" not in "\n".join(said for said, count in _on_unknown_places(known) if count)
    odd = replace(known, episodes=known.episodes.with_columns(place=pl.lit("ZZ")))
    ((said, count),) = _on_unknown_places(odd)
    assert said == "Episodes with a placement code that is not known, counted as Other: ZZ."
    assert count == odd.episodes.height


def test_dates_in_the_wrong_order_do_not_stop_it(authority):
    known = authority()
    returns = []
    for made in known.returns.values():
        episodes = made.tables["Episodes"]
        turned = pl.int_range(pl.len()) % 40 == 0
        swapped = episodes.with_columns(
            DECOM=pl.when(turned & pl.col("DEC").is_not_null()).then("DEC").otherwise("DECOM"),
            DEC=pl.when(turned & pl.col("DEC").is_not_null()).then("DECOM").otherwise("DEC"),
        )
        returns.append(replace(made, tables={**made.tables, "Episodes": swapped}))
    odd = joined(returns)
    found = forecast(odd)
    stock = found.in_care()
    came, left = found.entrants.sum(axis=(1, 2)), found.leavers.sum(axis=(1, 2))
    assert np.array_equal(stock[:, 0] + came - left, stock[:, -1])
    assert any("end" in note.message or "before" in note.message for note in odd.notes)


def counted(*, fostered: float, homes: float, entrants: float) -> Counted:
    stock = np.zeros((1, len(KINDS), len(AGE_GROUPS)))
    stock[0, KIND_INDEX["agency_fostering"], 3] = fostered
    stock[0, KIND_INDEX["external_residential"], 3] = homes
    stock[0, KIND_INDEX["supported_accommodation"], 4] = 40
    one = np.array([entrants])
    return Counted(stock, np.zeros((1, len(KINDS))), one, np.array([150.0]))


def test_numbers_that_few_authorities_have_are_flagged():
    usual = [said for said, _ in _odd(counted(fostered=300, homes=40, entrants=150), 0)]
    assert usual == []
    odd = dict(_odd(counted(fostered=300, homes=40, entrants=5), 0))
    (said,) = odd
    assert "started to be looked after in the last year: 1 for every 100 in care" in said
    assert "98 have 21 to 75 (England 39)" in said
    assert odd[said] == 5


def test_an_odd_mix_is_flagged_and_little_authorities_are_not():
    said = [text for text, _ in _odd(counted(fostered=100, homes=240, entrants=150), 0)]
    assert any("63 were in children’s homes or secure" in text for text in said)
    assert any("26 were in foster care" in text for text in said)
    assert list(_odd(counted(fostered=5, homes=10, entrants=0), 0)) == []


def test_a_start_date_before_the_records_is_refused(authority):
    from sufficiency.analytics.forecast.errors import ForecastError

    with pytest.raises(ForecastError, match="Choose a day from"):
        project(authority(), start=date(2012, 3, 31))
