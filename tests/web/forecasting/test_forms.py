import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sufficiency.web.forecasting.forms import LARGEST_PRICE_FILE, ForecastForm, as_before

GOOD = {"years": "5", "replications": "1000", "seed": "1", "prices": "england_2024_25"}
PRICES = b"kind,weekly_price,from\nin_house_fostering,600,01/04/2026\n"


def form(files=None, **changes):
    return ForecastForm(GOOD | changes, files or {})


def asked_of(filled):
    assert filled.is_valid()
    return filled.asked()


def test_what_is_asked_for_has_the_chosen_prices():
    filled = form(prices="cambridgeshire_2010")
    assert filled.is_valid()
    assert (filled.asked().years, filled.asked().prices.name) == (5, "cambridgeshire_2010")


def test_thousands_may_be_parted():
    filled = form(replications="1,500")
    assert filled.is_valid()
    assert filled.asked().replications == 1500


def test_a_file_takes_the_place_of_the_chosen_prices():
    filled = form({"price_file": SimpleUploadedFile("ours.csv", PRICES)})
    assert filled.is_valid()
    assert filled.asked().prices.label == "ours.csv"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("years", "0"), ("years", "11"), ("years", "soon"), ("replications", "99"), ("replications", "2001"),
        ("seed", "-1"), ("seed", "9" * 30), ("prices", "england_1066"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_field(field, value):
    filled = form(**{field: value})
    assert not filled.is_valid()
    assert list(filled.errors) == [field]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"kind,weekly_price,from\nshed,600,01/04/2026\n", "line 2: “shed” is no kind of placement"),
        (b"kind,price\nsecure,600\n", "no column weekly_price"),
        (b"", "empty"),
        (b"PK\x03\x04\0\0", "no CSV or YAML file"),
        (b"x" * (LARGEST_PRICE_FILE + 1), "too large for a list of prices"),
    ],
)
def test_a_faulty_file_says_what_is_wrong_and_where(content, said):
    filled = form({"price_file": SimpleUploadedFile("ours.csv", content)})
    assert not filled.is_valid()
    assert said in filled.errors["price_file"][0]


def test_another_forecast_begins_as_the_last_one_was(forecast):
    assert as_before(forecast) == {
        "years": 2, "replications": 100, "seed": 1, "recalibrate": False, "prices": "england_2024_25",
    }  # fmt: skip


def test_ranges_follow_the_past_only_where_that_is_asked_for(forecast):
    assert not asked_of(form()).recalibrate
    assert asked_of(form(recalibrate="on")).recalibrate
    del forecast.assumptions["recalibrate"]  # as in forecasts from before one could ask
    assert as_before(forecast)["recalibrate"] is False


def test_prices_from_a_file_are_not_chosen_again(forecast):
    forecast.assumptions["price_set"] = "ours"
    assert "prices" not in as_before(forecast)
