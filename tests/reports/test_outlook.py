from dataclasses import replace

import pytest

from reports.sample import forecast, measures
from sufficiency.analytics.measures.results import Part
from sufficiency.reports.outlook import outlook
from sufficiency.reports.palette import ACCENT
from sufficiency.reports.results import Results


@pytest.fixture(scope="module")
def found():
    return outlook(forecast(), Results.of(measures()))


def without(kind):
    """The measures, the count of one kind hidden in the last year."""
    *earlier, last = [result for result in measures() if result.id == "cla_number"]
    by = tuple(replace(part, numerator=None) if part.value == kind else part for part in last.by)
    return Results.of([*earlier, replace(last, by=by)])


def test_the_sentence_has_range_middle_and_change(found):
    assert found.headline == (
        "By 31 March 2029 we expect 1,146–1,326 children, most likely 1,236: 102 more than on 31 March 2024."
    )


def test_without_a_count_there_is_no_comparison():
    assert outlook(forecast(kinds=()), Results.of([])).headline.endswith("most likely 1,236.")


def test_the_method_says_how_many_futures_and_what_it_takes_for_granted(found):
    assert "simulated 1,000 times over 5 years" in found.how
    assert "knows of no plan" in found.how


def test_the_table_has_every_31_march(found):
    assert [row[0] for row in found.total.table.rows] == ["2025", "2026", "2027", "2028", "2029"]


def test_each_kind_with_children_has_a_fan_in_the_order_of_kinds(found):
    titles = [figure.title for figure in found.by_kind]
    assert titles[:3] == ["Kinship fostering", "In-house fostering", "Agency fostering"]
    assert "Residential school" not in titles  # nobody, now or expected
    assert found.by_kind[1].note.startswith("341 now; ")


def test_a_kind_with_a_hidden_count_has_no_fan_and_is_named():
    shown = outlook(forecast(kinds=("secure", "other")), without("secure"))
    assert shown.hidden == ("Secure children’s home",)
    assert "Secure children’s home" not in [figure.title for figure in shown.by_kind]


def test_ages_have_fans_in_their_order_and_one_colour(found):
    assert [figure.title for figure in found.by_age] == [
        "Under 1",
        "Aged 1–4",
        "Aged 5–9",
        "Aged 10–15",
        "Aged 16–17",
    ]
    assert found.by_age[3].note.startswith("449 now; ")
    assert all(ACCENT in figure.wide for figure in found.by_age)


def test_a_forecast_without_ages_is_whole_too():
    plain = {name: rows for name, rows in forecast(kinds=()).items() if name != "by_age"}
    assert outlook(plain, Results.of([])).by_age == ()


def test_comings_and_goings_stand_side_by_side(found):
    assert found.flows.rows[0] == ("2024-25", "440", "414–466", "425", "402–448")


def test_no_forecast_means_no_section():
    assert outlook(None, Results.of(measures())) is None


def test_a_part_missing_from_the_results_starts_from_nought():
    (last,) = [result for result in measures() if result.id == "cla_number"][-1:]
    only = replace(last, by=(Part("kind", "agency_fostering", 333, None),))
    ahead = forecast(kinds=("kinship_fostering", "agency_fostering"))
    notes = {figure.title: figure.note for figure in outlook(ahead, Results.of([only])).by_kind}
    assert notes["Agency fostering"].startswith("333 now")
    assert notes["Kinship fostering"].startswith("0 now")
