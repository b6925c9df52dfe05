import pytest

from reports.sample import YEARS, result
from sufficiency.analytics.reference.units import Unit
from sufficiency.reports.changes import BETTER, WORSE, Change, change_between


def share(year, count, *, of=1000, better="higher"):
    return result(
        "any", label="Any", year=year, value=round(100 * count / of, 1), numerator=count, denominator=of,
        unit=Unit.PERCENT, better=better,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "better", "change"),
    [
        (900, 950, "higher", Change("up 5.0 points", BETTER)),
        (900, 950, "lower", Change("up 5.0 points", WORSE)),
        (950, 900, "neutral", Change("down 5.0 points")),
        (900, 910, "higher", Change("up 1.0 points")),
        (900, 900, "higher", Change("no change")),
    ],
)
def test_the_verdict_follows_which_way_is_better_and_how_large_the_change_is(before, now, better, change):
    assert (
        change_between(share(YEARS[0], before, better=better), share(YEARS[1], now, better=better)) == change
    )


def test_the_same_points_are_news_in_a_county_and_chance_in_a_small_authority():
    county = change_between(share(YEARS[0], 900), share(YEARS[1], 950))
    small = change_between(share(YEARS[0], 36, of=40), share(YEARS[1], 38, of=40))
    assert (county.words, small.words) == ("up 5.0 points", "up 5.0 points")
    assert (county.verdict, small.verdict) == (BETTER, "")


def test_a_change_too_small_to_show_is_none():
    assert (
        change_between(share(YEARS[0], 90_001, of=100_000), share(YEARS[1], 90_002, of=100_000)).words
        == "no change"
    )


def test_counts_and_means_change_without_a_verdict():
    before, now = (
        result("any", label="Any", year=year, value=value, unit=Unit.SCORE, better="lower")
        for year, value in zip(YEARS[:2], (14.0, 15.5), strict=True)
    )
    assert change_between(before, now) == Change("up 1.5")


@pytest.mark.parametrize(
    "missing", [None, result("any", label="Any", year=YEARS[0], value=None, unit=Unit.PERCENT)]
)
def test_without_a_figure_before_there_is_no_change(missing):
    assert change_between(missing, share(YEARS[1], 900)) == Change()


def test_everyone_in_both_years_is_no_change_and_no_error():
    assert change_between(share(YEARS[0], 1000), share(YEARS[1], 1000)) == Change("no change")
