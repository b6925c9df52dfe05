import json

import pytest

from factories.councils import IN_A_CHILDRENS_HOME, LATER
from sufficiency.analytics.returns.returned import ReadingError
from sufficiency.web.performance.analytics import compute, record_of, result_of


def found(records, name, period=LATER):
    return next(one for one in records if (one["id"], one["period"]) == (name, period))


def part(record, dimension, value):
    return next(one for one in record["by"] if (one["dimension"], one["value"]) == (dimension, value))


def test_every_stored_year_is_measured(council):
    computed = compute(council)
    assert computed.years == ["2022-23", "2023-24"]
    assert found(computed.figures["measures"], "cla_number")["value"] == 40
    assert found(computed.figures["measures"], "cla_number", "2022-23")["value"] == 38


def test_what_could_not_be_computed_says_what_it_needs(council):
    record = found(compute(council).figures["measures"], "home_occupancy")
    assert record["value"] is None
    assert record["not_computed_because"].startswith("Needs the register of our own homes")


def test_the_number_of_children_is_divided_by_all_that_people_may_ask_for(council):
    record = found(compute(council).figures["measures"], "cla_number")
    assert part(record, "kind", "external_residential")["numerator"] == IN_A_CHILDRENS_HOME
    assert {one["dimension"] for one in record["by"]} >= {
        "kind",
        "age",
        "sex",
        "legal_status",
        "need",
        "uasc",
    }


def test_small_numbers_are_hidden_in_what_may_leave_the_service(council):
    published = compute(council).figures["published"]
    record = found(published, "cla_number")
    assert record["value"] == 40
    assert part(record, "kind", "external_residential")["numerator"] is None
    assert part(record, "kind", "in_house_fostering")["numerator"] is None, "or subtraction would tell"
    assert found(published, "mix_residential")["suppressed"]


def test_figures_are_plain_values_from_which_the_results_come_back(council):
    records = compute(council).figures["measures"]
    kept = json.loads(json.dumps(records))
    assert [record_of(result_of(record)) for record in kept] == records


def test_the_fingerprint_of_every_return_is_kept_with_the_figures(council):
    assert set(compute(council).assumptions["returns"]) == {"2022-23", "2023-24"}


def test_without_returns_there_is_nothing_to_compute(authority):
    with pytest.raises(ReadingError):
        compute(authority)
