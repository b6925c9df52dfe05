from reports.sample import forecast, prices
from sufficiency.reports.costs import costs
from sufficiency.reports.palette import colour_of


def test_the_sentence_has_the_first_and_the_last_year():
    found = costs(forecast(years=2), prices())
    assert found.headline == (
        "Placements are expected to cost £69.9m–£72.9m in 2024-25, most likely £71.4m, "
        "and £71.9m–£78.0m in 2025-26, most likely £75.0m, each at that year’s prices."
    )


def test_every_year_is_in_the_chart_and_its_table():
    figure = costs(forecast(), prices()).by_year
    assert [row[0] for row in figure.table.rows] == ["2024-25", "2025-26", "2026-27", "2027-28", "2028-29"]
    assert figure.table.rows[0] == ("2024-25", "£71.4m", "£69.9m–£72.9m")


def test_prices_are_in_the_order_of_kinds_with_their_colour_and_certainty():
    listed = costs(forecast(), tuple(reversed(prices()))).prices
    assert [price.kind for price in listed][:3] == [
        "Kinship fostering",
        "In-house fostering",
        "Agency fostering",
    ]
    assert (listed[2].weekly, listed[2].inflation, listed[2].from_day) == ("£1,080", "4.0%", "1 April 2024")
    assert (listed[2].certainty, listed[2].is_assumed) == ("Read in a source", False)
    assert listed[0].colour == colour_of("kinship_fostering")


def test_it_says_how_many_prices_are_assumptions():
    found = costs(forecast(), prices())
    assert found.assumed_words.startswith("11 of 12 prices are assumptions.")
    sure = costs(forecast(), [price for price in prices() if price.certainty == "A"])
    assert sure.assumed_words == "Every price was read in a source or worked out from one."


def test_without_a_cost_there_is_no_section():
    assert costs(None, prices()) is None
    assert costs({**forecast(), "cost": []}, prices()) is None
