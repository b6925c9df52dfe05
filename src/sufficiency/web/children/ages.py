"""Ages in whole years, and the bands that the published figures use."""

from collections.abc import Mapping
from datetime import date

from sufficiency.analytics.measures.dimensions import AGES

ADULT = "18 and over"
OLDEST = 200  # older than anyone: the end of the last band


def _bands() -> dict[str, tuple[int, int]]:
    limits = list(AGES)
    firsts = [0, *(limit + 1 for limit in limits)]
    return dict(zip([*AGES.values(), ADULT], zip(firsts, [*limits, OLDEST], strict=True), strict=True))


BANDS: Mapping[str, tuple[int, int]] = _bands()  # name -> youngest and oldest, both included


def age_on(day: date, *, born: date) -> int:
    """Whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def born_between(band: str, *, day: date) -> tuple[date, date]:
    """The first and the last birthday of those who are in a band on a day."""
    youngest, oldest = BANDS[band]
    first = _years_before(day, oldest + 1)
    return date.fromordinal(first.toordinal() + 1), _years_before(day, youngest)


def _years_before(day: date, years: int) -> date:
    # Whoever is born on 29 February has a birthday on 1 March in other years, as in `age_on`.
    return (
        day.replace(year=day.year - years)
        if (day.month, day.day) != (2, 29)
        else date(day.year - years, 2, 28)
    )
