"""Places, order and money as forms: what a file states is shown, and nothing of it is lost on saving."""

import pytest

from sufficiency.analytics.forecast.scenario_files import as_record, scenario_of
from sufficiency.web.forecasting.scenario_tables import MoneyForm, OverflowForm, PlacesForm


def stated(**parts):
    """A scenario as the site keeps it."""
    return as_record(scenario_of({"name": "x", **parts}, where="x"))


def as_sent(form):
    """What a browser sends of a form that nobody touched."""
    begun = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {name: str(value) for name, value in begun.items() if value is not None}


def saved(form_class, record):
    """What is kept when a form is opened and saved without a change."""
    form = form_class(as_sent(form_class(record=record)), record=record)
    assert form.is_valid(), form.errors
    return form.record()


PLACES = [
    {"kind": "in_house_fostering", "places": 410},
    {"kind": "in_house_fostering", "places": 440, "from": "2028-04-01"},
    {"kind": "in_house_fostering", "places": 470, "from": "2029-04-01"},
    {"kind": "secure", "places": 0},
]


def test_every_later_number_of_places_is_shown_and_kept():
    record = stated(places=PLACES)
    form = PlacesForm(record=record)
    assert form.headings == ("Kind of placement", "From the start", *(("Later", "From") * 3))
    assert saved(PlacesForm, record) == record["places"]


def test_places_from_the_start_come_first_wherever_the_file_has_them():
    turned = stated(places=[PLACES[1], PLACES[0]])
    assert saved(PlacesForm, turned) == stated(places=PLACES[:2])["places"]


def test_the_first_places_hold_before_their_day_too():
    record = stated(places=[PLACES[1]])
    assert [one["places"] for one in saved(PlacesForm, record)] == [440, 440]


@pytest.mark.parametrize(
    ("given", "field", "told"),
    [
        ({"secure_then_1": "3", "secure_when_1": "April 2028"}, "secure_now", "before the later ones too"),
        ({"secure_now": "3", "secure_then_1": "4"}, "secure_when_1", "Give both the places and the day"),
        ({"secure_now": "3", "secure_when_1": "April 2028"}, "secure_when_1", "Give both the places and"),
        (
            {"secure_now": "3", "secure_then_1": "4", "secure_when_1": "year 1"},
            "__all__",
            "another number of places from the same day",
        ),
        ({"secure_now": "many"}, "secure_now", "Enter a whole number."),
    ],
)
def test_places_that_cannot_be_are_told_beside_their_field(given, field, told):
    form = PlacesForm(given, record={})
    assert not form.is_valid()
    assert told in form.errors[field][0]


def test_the_usual_order_stands_in_the_form_and_is_not_kept_as_a_change():
    form = OverflowForm(record={})
    assert form.initial["in_house_fostering_1"] == "agency_fostering"
    assert form.headings == ("When full", "Children go to", "Then to", "Then to")
    assert saved(OverflowForm, {}) == {}


def test_a_changed_order_is_kept_and_so_is_one_that_takes_nobody():
    sent = as_sent(OverflowForm(record={}))
    sent |= {"in_house_fostering_1": "kinship_fostering", "in_house_residential_1": "", "secure_3": "other"}
    form = OverflowForm(sent, record={})
    assert form.is_valid()
    kept = form.record()
    assert kept["in_house_fostering"] == ["kinship_fostering", "in_house_residential", "external_residential"]
    assert (kept["in_house_residential"], kept["secure"]) == ([], ["other"])  # gaps close up
    assert set(kept) == {"in_house_fostering", "in_house_residential", "secure"}
    assert saved(OverflowForm, {"overflow": kept}) == kept
    assert scenario_of({"name": "x", "overflow": kept}, where="x")


def test_a_longer_order_from_a_file_is_shown_whole():
    record = stated(overflow={"secure": "all"})
    form = OverflowForm(record=record)
    assert len(form.headings) == 12
    assert saved(OverflowForm, record) == record["overflow"]


def test_a_kind_twice_in_an_order_is_told_beside_it():
    sent = as_sent(OverflowForm(record={})) | {"secure_1": "other", "secure_2": "other"}
    form = OverflowForm(sent, record={})
    assert not form.is_valid()
    assert list(form.errors) == ["secure_1"]
    assert "Other is there twice." in form.errors["secure_1"][0]


def test_no_kind_can_be_chosen_for_its_own_children():
    choices = [value for value, _ in OverflowForm(record={}).fields["secure_1"].choices]
    assert "secure" not in choices
    assert choices[0] == ""


def test_money_of_years_that_are_not_usual_is_kept():
    record = stated(investment={"year 1": 6_115_000, "year 7": 1}, savings_targets={"year 2": 2_000_000})
    assert len(MoneyForm(record={}).rows) == 5
    kept = saved(MoneyForm, record)
    assert kept == {name: record[name] for name in ("investment", "savings_targets")}
