from dataclasses import replace

import pytest

from reports.sample import YEARS, by_kind_and_age, children, contents, forecast, result
from sufficiency.analytics.measures.results import Part
from sufficiency.analytics.reference.units import Unit
from sufficiency.reports.html import html_report
from sufficiency.reports.page import page
from sufficiency.reports.publishing import published
from sufficiency.reports.results import Results

NOW = children(YEARS[-1], 1134, by=by_kind_and_age())


def counts(results, dimension):
    found = Results.of(results).latest("cla_number")
    return {part.value: part.numerator for part in found.by if part.dimension == dimension}


def test_small_counts_are_hidden_and_nought_is_shown():
    kinds = counts(published([NOW], show_all=False), "kind")
    assert [kinds[kind] for kind in ("secure", "adoption", "other")] == [None, None, None]
    assert kinds["residential_school"] == 0
    assert kinds["in_house_fostering"] == 341


def test_a_single_small_count_takes_another_with_it():
    one_small = children(
        YEARS[-1], 100, by=(Part("kind", "secure", 3, None), Part("kind", "other", 97, None))
    )
    assert counts(published([one_small], show_all=False), "kind") == {"secure": None, "other": None}


def test_inside_the_service_everything_is_shown():
    assert counts(published([NOW], show_all=True), "kind")["secure"] == 3


def test_a_share_with_few_on_either_side_is_hidden():
    few = result(
        "dental", label="Dental", year=YEARS[-1], value=97.1, numerator=68, denominator=70, unit=Unit.PERCENT
    )
    (shown,) = published([few], show_all=False)
    assert shown.suppressed
    assert shown.value is None


def test_what_the_report_does_not_show_is_left_out():
    elsewhere = replace(NOW, id="uasc_number")
    by_sex = replace(NOW, by=(*NOW.by, Part("sex", "M", 1131, None), Part("sex", "F", 3, None)))
    shown = published([elsewhere, by_sex], show_all=False)
    assert [found.id for found in shown] == ["cla_number"]
    assert counts(shown, "sex") == {}


def test_a_forecast_from_a_hidden_number_is_not_shown():
    shown = page(contents(measures=(children(YEARS[-1], 4),), forecast=forecast(kinds=())))
    assert not {"position", "outlook", "costs"} & {section.name for section in shown.sections}
    assert [tile.label for tile in shown.tiles] == ["Data rules passed"]


def test_an_earlier_year_that_is_hidden_takes_no_forecast_away():
    measures = (children(YEARS[0], 4), children(YEARS[-1], 1134))
    shown = page(contents(measures=measures, forecast=forecast(kinds=())))
    assert "outlook" in {section.name for section in shown.sections}


def test_ages_that_were_not_counted_are_not_given_away_by_their_forecast():
    undivided = (children(YEARS[-1], 1134),)
    assert page(contents(measures=undivided, forecast=forecast(kinds=("secure",)))).outlook.by_age == ()


@pytest.mark.slow
def test_no_hidden_count_is_anywhere_in_the_report():
    small = replace(NOW, by=tuple(p for p in NOW.by if p.dimension == "kind"))
    text = html_report(contents(measures=(small,), forecast=forecast(kinds=("secure", "agency_fostering"))))
    assert ">c<" in text
    assert "3 (0.3%)" not in text
    assert "Fan chart, Agency fostering" in text
    assert "Fan chart, Secure" not in text
    assert "Not shown, because a chart would give away counts of 1 to 5: Secure children’s home." in text
