"""The waterfall, and what a scenario changes in sentences."""

import pytest

from sufficiency.reports.drawing import NARROW, WIDE
from sufficiency.reports.scenario_words import children_in_words, cost_in_words, headline
from sufficiency.reports.waterfall import Fall, waterfall

BARS = [
    Fall("Doing nothing", 0.0, 86e6, "£86m", is_whole=True),
    Fall("Volume", 86e6, 70e6, "−£16m"),
    Fall("Mix", 70e6, 73e6, "+£3m"),
    Fall("Scenario", 0.0, 73e6, "£73m", is_whole=True),
]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_every_bar_has_its_words_and_its_colour(size):
    drawn = waterfall(BARS, size=size, alt_text="Waterfall chart. From £86m to £73m.")
    assert all(bar.text in drawn and bar.label in drawn for bar in BARS)
    assert 'aria-label="Waterfall chart. From £86m to £73m."' in drawn
    assert "#0a7d74" in drawn  # cheaper
    assert "#a8174f" in drawn  # dearer


def told(children, cost, *, volume=0.0, mix=0.0, price=0.0):
    low, mean, high = children
    least, most = cost
    total = volume + mix + price
    return {
        "difference": {
            "series": [
                {"date": "2031-03-31", "kind": "all", "mean": mean, "quantiles": {"0.1": low, "0.9": high}}
            ]
        },
        "split": {
            "years": [{}, {}, {}, {}],
            "total": {"volume": volume, "mix": mix, "price": price, "total": total},
            "ranges": {"total": {"quantiles": {"0.1": least, "0.9": most}}},
        },
    }


def test_fewer_children_for_less_money():
    found = told((-90, -68, -45), (-9.1e6, -7.7e6), volume=-2.6e6, mix=-5.1e6, price=-0.7e6)
    assert headline(found) == (
        "If it works: 68 fewer children (45–90 fewer) by 31 March 2031; £8.4m less over 4 years (£7.7m–£9.1m less), of "
        "which volume £2.6m, mix £5.1m and price £700,000."
    )


@pytest.mark.parametrize(
    ("children", "said"),
    [
        ((0, 0.2, 0), "as many children by 31 March 2031"),
        ((12, 12, 12), "12 more children by 31 March 2031"),
        ((3, 12, 20), "12 more children (3–20 more) by 31 March 2031"),
        ((-5, 2, 9), "2 more children (5 fewer to 9 more) by 31 March 2031"),
    ],
)
def test_children_in_words(children, said):
    assert children_in_words(told(children, (0, 0))) == said


@pytest.mark.parametrize(
    ("cost", "parts", "said"),
    [
        ((0, 0), {}, "the cost over 4 years stays the same"),
        ((2e6, 2e6), {"mix": 2e6}, "£2.0m more over 4 years, of which volume £0, mix £2.0m and price £0"),
        (
            (1e6, 3e6),
            {"volume": 3e6, "price": -1e6},
            "£2.0m more over 4 years (£1.0m–£3.0m more), of which volume £3.0m, mix £0 and price −£1.0m",
        ),
        (
            (-1e6, 3e6),
            {"price": 1e6},
            "£1.0m more over 4 years (£1.0m less to £3.0m more), of which volume £0, mix £0 and price £1.0m",
        ),
    ],
)
def test_cost_in_words(cost, parts, said):
    assert cost_in_words(told((0, 0, 0), cost, **parts)) == said
