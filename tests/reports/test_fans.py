import re
from datetime import date

import pytest

from sufficiency.reports.charts import Point
from sufficiency.reports.drawing import NARROW, SMALL, WIDE
from sufficiency.reports.fans import Spread, fan

NAMES = ("0.025", "0.1", "0.25", "0.5", "0.75", "0.9", "0.975")
PAST = [Point(date(2020 + year, 3, 31), 1000 + 10 * year) for year in range(5)]
AHEAD = [
    Spread(
        date(2024 + year, 3, 31), {name: 1040 + 20 * year * (place - 2.5) for place, name in enumerate(NAMES)}
    )
    for year in range(1, 4)
]


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
def test_three_bands_open_from_the_last_count(size):
    svg = fan(PAST, AHEAD, size=size, alt_text="Expected")
    assert [svg.count(f'opacity="{shade}"') for shade in ("0.15", "0.2", "0.3")] == [1, 1, 1]
    assert "1,040" in words(svg)


def test_the_wide_fan_says_what_its_ends_are():
    assert {"950 low", "1,070 most likely", "1,190 high"} <= set(
        words(fan(PAST, AHEAD, size=WIDE, alt_text="x"))
    )


def test_a_small_fan_gives_the_figures_alone():
    assert {"950", "1,070", "1,190"} <= set(words(fan(PAST, AHEAD, size=SMALL, alt_text="x")))


def test_half_children_are_not_written_on_the_axis():
    few = [Spread(spread.on, dict.fromkeys(NAMES, 1.0)) for spread in AHEAD]
    few[-1] = Spread(few[-1].on, dict(zip(NAMES, (0, 0, 1, 1, 1, 2, 2), strict=True)))
    axis = [
        word for word in words(fan((), few, size=SMALL, alt_text="x")) if word.isdecimal() and len(word) < 4
    ]
    assert {"0", "1", "2"} <= set(axis)
    ends = ["0", "1", "2"]
    assert len(axis) - len(ends) == len(set(axis))


def test_figures_that_fall_together_are_written_apart():
    flat = [Spread(spread.on, dict.fromkeys(NAMES, 1040.0)) for spread in AHEAD]
    svg = fan(PAST, flat, size=SMALL, alt_text="x")
    heights = re.findall(r'translate\([\d.]+,([-\d.]+)\)"[^>]*>1,040<', svg)
    assert len(heights) == 4  # today's and the three at the end
    assert len(set(heights)) >= 3


def test_a_forecast_that_starts_on_the_last_count_is_not_opened_twice():
    today = Spread(PAST[-1].on, dict.fromkeys(NAMES, 1040.0))
    assert fan(PAST, [today, *AHEAD], size=WIDE, alt_text="x") == fan(PAST, AHEAD, size=WIDE, alt_text="x")
