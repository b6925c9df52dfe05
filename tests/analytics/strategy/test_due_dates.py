"""Due dates as printed and as days."""

from datetime import UTC, date, datetime

import pytest

from sufficiency.analytics.strategy.due_dates import read_due


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Sept 2011", date(2011, 9, 30)),
        ("2012/13", date(2013, 3, 31)),
        ("2026-27", date(2027, 3, 31)),
        ("07/02/11", date(2011, 2, 7)),
        ("1/9/2026", date(2026, 9, 1)),
        ("June 2011", date(2011, 6, 30)),
        ("August 2011", date(2011, 8, 31)),
        ("Feb. 2028", date(2028, 2, 29)),
        ("end of May 2011", date(2011, 5, 31)),
        ("by the end of March 2027", date(2027, 3, 31)),
        ("2026-11-05", date(2026, 11, 5)),
    ],
)
def test_each_form_is_read_and_kept(printed, day):
    due = read_due(printed)
    assert (due.printed, due.day) == (printed, day)


def test_dates_that_yaml_has_read_already():
    assert read_due(date(2026, 1, 2)).printed == "2026-01-02"
    assert read_due(datetime(2026, 1, 2, 12, tzinfo=UTC)).day == date(2026, 1, 2)


@pytest.mark.parametrize(
    "text", ["soon", "31/02/2011", "2012/14", "Sep", "Sexember 2011", "2026-13-01", "", "13/13/13", "None"]
)
def test_anything_else_is_refused_with_how_to_write_it(text):
    with pytest.raises(ValueError, match="Write it like 30/09/2011"):
        read_due(text)
