import re
from datetime import date

import pytest

from sufficiency.reports import charts, palette
from sufficiency.reports.charts import Bar, Point, Reach
from sufficiency.reports.drawing import NARROW, WIDE

YEARS = [Point(date(2018 + year, 3, 31), 1000 + 10 * year) for year in range(7)]
KINDS = [
    Bar("Kinship fostering", 142, "142 (13%)", "#0a7d74"),
    Bar("Secure children’s home", None, "c", "#3d3d3d"),
]


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def draw_each(size):
    yield charts.bars(KINDS, size=size, alt_text="By kind")
    yield charts.trend(YEARS, size=size, alt_text="Over time")
    yield charts.reaches([Reach("2024-25", 70, 74, 79, "£70m–£79m")], size=size, alt_text="Cost")
    yield charts.spark(YEARS, alt_text="Over time")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_every_chart_says_what_it_shows_and_brings_nothing_from_outside(size):
    for svg in draw_each(size):
        assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="')
        assert "<script" not in svg
        assert "href" not in svg
        assert " id=" not in svg


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_bars_carry_their_words_and_their_colour(size):
    svg = charts.bars(KINDS, size=size, alt_text="By kind")
    assert {"Kinship fostering", "142 (13%)", "Secure children’s home", "c"} <= set(words(svg))
    assert "#0a7d74" in svg


def test_a_bar_without_a_figure_has_no_length():
    svg = charts.bars([Bar("Known", 10, "10"), Bar("Hidden", None, "c")], size=WIDE, alt_text="By kind")
    widths = re.findall(rf'd="M0,[\d.]+h([\d.]+)v[^"]*" fill="{palette.ACCENT}"', svg)
    assert [float(width) > 0 for width in widths] == [True, False]


def test_a_wide_trend_labels_every_year_and_a_narrow_one_the_ends():
    wide = charts.trend(YEARS, size=WIDE, alt_text="Over time")
    narrow = charts.trend(YEARS, size=NARROW, alt_text="Over time")
    assert {"1,000", "1,030", "1,060"} <= set(words(wide))
    assert "1,060" in words(narrow)
    assert "1,030" not in words(narrow)


def test_a_single_year_can_be_drawn():
    assert "1,000" in words(charts.trend(YEARS[:1], size=WIDE, alt_text="One year"))
    assert "<svg" in charts.spark(YEARS[:1], alt_text="One year")


def test_a_range_is_written_beside_its_bar():
    svg = charts.reaches([Reach("2024-25", 70, 74, 79, "£70m–£79m")], size=NARROW, alt_text="Cost")
    assert {"2024-25", "£70m–£79m"} <= set(words(svg))


def test_words_for_those_who_cannot_see_it_are_escaped():
    assert 'aria-label="5 &lt; 6 &amp; &quot;more&quot;"' in charts.spark(YEARS, alt_text='5 < 6 & "more"')


def test_the_same_figures_draw_the_same_bytes():
    assert list(draw_each(WIDE)) == list(draw_each(WIDE))
