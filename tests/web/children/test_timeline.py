import re
from datetime import date

import pytest

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.drawing import NARROW, WIDE
from sufficiency.web.children.lives import Life, PeriodOfCare, Stay
from sufficiency.web.children.timeline import figure


def stay(started, ended=None, kind=Kind.AGENCY_FOSTERING):
    return Stay(kind, started, ended, "Foster care (U6)", "Private provision (PR4)", "")


LIFE = Life(
    [stay(date(2021, 5, 1), date(2023, 8, 1)), stay(date(2023, 8, 1), kind=Kind.SUPPORTED_ACCOMMODATION)],
    [PeriodOfCare(date(2021, 5, 1), None, "")],
    date(2025, 3, 31),
)


def test_the_title_counts_placements_and_periods():
    assert figure(LIFE).title == "2 placements in 1 period of care"


def test_the_table_has_the_newest_placement_first():
    first, second = figure(LIFE).table.rows
    assert first[:3] == ("1 August 2023", "goes on", "Supported accommodation")
    assert second[1] == "1 August 2023"


def test_the_picture_says_in_words_where_the_child_is():
    words = "2 placements; the latest in supported accommodation since 1 August 2023, still there."
    assert f'aria-label="{words}"' in figure(LIFE).wide


@pytest.mark.parametrize(("drawing", "width"), [("wide", WIDE.width), ("narrow", NARROW.width)])
def test_nothing_is_drawn_outside_the_picture(drawing, width):
    svg = getattr(figure(LIFE), drawing)
    for x, across in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg):
        assert 0 <= float(x) <= float(x) + float(across) <= width


@pytest.mark.parametrize("started", [date(1, 1, 1), date(1950, 1, 1)])
def test_a_start_long_ago_does_not_squeeze_the_rest(started):
    odd = Life([stay(started, date(2020, 1, 1)), *LIFE.stays], LIFE.periods, LIFE.until)
    assert ">2022<" in figure(odd).wide
    assert ">1951<" not in figure(odd).wide


def test_a_placement_of_one_day_can_be_seen():
    short = Life([stay(date(2024, 1, 1), date(2024, 1, 2)), *LIFE.stays], LIFE.periods, LIFE.until)
    widths = [float(width) for width in re.findall(r'<rect [^>]*?width="([\d.]+)"', figure(short).wide)]
    assert min(widths) >= 2
