import re
from datetime import date

import pytest

from sufficiency.reports.drawing import WIDE
from sufficiency.reports.fans import Spread, fan
from sufficiency.reports.monthly_costs import by_month, by_month_beside, signed_money
from sufficiency.reports.scales import POUNDS

SHARES = {"0.025": -2, "0.1": -1, "0.25": -0.5, "0.5": 0, "0.75": 0.5, "0.9": 1, "0.975": 2}


def months(*middles: float, width: float = 200_000) -> list[dict]:
    """The cost of months from April 2024 on, in the shape of the command line."""
    return [
        {
            "date": date(2024, 4 + place, 28).isoformat(),
            "mean": middle,
            "quantiles": {share: middle + width * at for share, at in SHARES.items()},
        }
        for place, middle in enumerate(middles)
    ]


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.fixture
def compared() -> dict:
    change = [{"date": row["date"], **scaled(row, -0.1)} for row in months(4e6, 5e6)]
    told = {"baseline": {"cost_by_month": months(4e6, 5e6)}, "difference": {"cost_by_month": change}}
    return {"cost_by_month": months(3.6e6, 4.5e6), "scenario": told}


def scaled(row: dict, times: float) -> dict:
    low_to_high = sorted(times * value for value in row["quantiles"].values())
    return {"mean": times * row["mean"], "quantiles": dict(zip(SHARES, low_to_high, strict=True))}


def test_every_month_has_its_most_likely_cost_and_both_ranges():
    figure = by_month({"cost_by_month": months(4e6, 5e6)})
    assert [column.heading for column in figure.table.columns][1:] == [
        "Most likely", "8 in 10 within", "95 in 100 within",
    ]  # fmt: skip
    assert figure.table.rows == (
        ("April 2024", "£4.0m", "£3.8m–£4.2m", "£3.6m–£4.4m"),
        ("May 2024", "£5.0m", "£4.8m–£5.2m", "£4.6m–£5.4m"),
    )
    assert {"£4.8m low", "£5.0m most likely", "£5.2m high"} <= set(words(figure.wide))
    assert "£4.8m–£5.2m in May 2024, most likely £5.0m." in figure.wide


def test_beside_doing_nothing_the_difference_has_a_range_of_its_own(compared):
    figure = by_month_beside(compared)
    assert figure.table.rows[0] == (
        "April 2024", "£3.8m–£4.2m", "£3.4m–£3.8m", "−£400,000", "−£420,000 to −£380,000",
    )  # fmt: skip
    assert "doing nothing" in words(figure.wide)


def test_a_comparison_from_before_differences_by_month_still_has_its_months(compared):
    del compared["scenario"]["difference"]["cost_by_month"]
    figure = by_month_beside(compared)
    assert figure.table.rows[0] == ("April 2024", "£3.8m–£4.2m", "£3.4m–£3.8m")
    assert len(figure.table.columns) == 3


def test_a_forecast_from_before_costs_by_month_has_no_chart_of_them(compared):
    assert by_month({"cost": []}) is None
    del compared["scenario"]["baseline"]["cost_by_month"]
    assert by_month_beside(compared) is None


@pytest.mark.parametrize(
    ("pounds", "axis"), [(40_000, {"£20,000", "£40,000"}), (4_000_000, {"£2.0m", "£4.0m"})]
)
def test_the_axis_says_pounds_as_the_figures_do(pounds, axis):
    ahead = [Spread(date(2024, month, 28), dict.fromkeys(SHARES, pounds)) for month in (4, 9)]
    ahead[0] = Spread(ahead[0].on, dict.fromkeys(SHARES, pounds / 100))
    assert axis <= set(words(fan((), ahead, size=WIDE, alt_text="x", unit=POUNDS)))


def test_a_difference_has_its_sign_and_nothing_has_none():
    assert [signed_money(n) for n in (42_000, -42_000, 0.4, -0.4)] == ["+£42,000", "−£42,000", "£0", "£0"]
