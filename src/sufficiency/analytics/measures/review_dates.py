"""When reviews were held and when they were due.

The first is due within 20 working days of coming into care, the second within three months of the first and
each later one within six months of the one before (Care Planning Regulations 2010, regulation 33).
"""

from datetime import date, timedelta

import narwhals as nw
import polars as pl
from narwhals import Expr, col

from sufficiency.analytics.measures.care import children_in_care, falls_in
from sufficiency.analytics.measures.dates import age_at, calendar_key, months_later
from sufficiency.analytics.measures.inputs import Frame, Inputs, lazy
from sufficiency.analytics.reference.working_days import due_days
from sufficiency.analytics.reference.years import CollectionYear

FIRST_REVIEW_WORKING_DAYS = 20
SECOND_REVIEW_MONTHS = 3
LATER_REVIEW_MONTHS = 6
PARTICIPATED = ("PN1", "PN2", "PN3", "PN5", "PN6")
TOO_YOUNG = "PN0"
AGE_TO_TAKE_PART = 4


def years_with_reviews(inputs: Inputs) -> tuple[CollectionYear, ...]:
    """The unbroken run of years up to this one whose returns have reviews, oldest first."""
    run: list[CollectionYear] = []
    year = inputs.year
    while year in inputs.history.views and inputs.history.in_year(year).table("Reviews") is not None:
        run.insert(0, year)
        year = year.previous
    return tuple(run)


def children_by_reviews(inputs: Inputs) -> Frame:
    """Children in care long enough for a first review to be due, and how many reviews of theirs were late.

    Late is a review due in the year and held after that day, or not held by 31 March.
    """
    in_care = _with_first_due(children_in_care(inputs), since=years_with_reviews(inputs)[0].start)
    children = in_care.filter(col("first_due") <= inputs.year.end)
    late = _steps(children, inputs).filter(_is_late(inputs)).group_by("child").agg(late=nw.len())
    joined = children.join(late, on="child", how="left")
    return joined.with_columns(late=nw.coalesce(col("late"), nw.lit(0)))


def _with_first_due(children: Frame, *, since: date) -> Frame:
    """Add first_due; of care that began before the reviews that were read it is long past and not used."""
    starts = children.filter(col("care_started") >= since).select("care_started").unique()
    due = due_days(starts.collect()["care_started"].to_list(), FIRST_REVIEW_WORKING_DAYS)
    columns = {"care_started": list(due), "first_due": list(due.values())}
    days = lazy(pl.DataFrame(columns, schema={"care_started": pl.Date, "first_due": pl.Date}))
    joined = children.join(days, on="care_started", how="left")
    return joined.with_columns(first_due=nw.coalesce("first_due", "care_started"))


def _steps(children: Frame, inputs: Inputs) -> Frame:
    """From coming into care through each review to the next: `day`, `due` and `next` of each step."""
    reviews = _reviews_of(children, inputs)
    entries = children.select("child", "care_started", "first_due", day=col("care_started"), held=nw.lit(0))
    steps = nw.concat([entries, reviews]).with_columns(
        place=col("held").cum_sum().over("child", order_by=["day", "held"]),
        next=col("day").shift(-1).over("child", order_by=["day", "held"]),
    )
    after = nw.lit(inputs.year.end + timedelta(days=1))
    return steps.with_columns(
        due=_due_key(years_with_reviews(inputs)[0].start),
        next=calendar_key(nw.coalesce(col("next"), after)),
    )


def _reviews_of(children: Frame, inputs: Inputs) -> Frame:
    """The reviews of the children's present period of care."""
    rows = inputs.tables("Reviews", years_with_reviews(inputs)).select("child", day=col("REVIEW"))
    held = rows.unique(keep="any").join(
        children.select("child", "care_started", "first_due"), on="child", how="inner"
    )
    in_this_care = (col("day") >= col("care_started")) & (col("day") <= inputs.year.end)
    return held.filter(in_this_care).select("child", "care_started", "first_due", "day", held=nw.lit(1))


def _due_key(first_seen: date) -> Expr:
    """When the step after a day is due, as a key.

    Of a child whose care began before the reviews that were read, it is not known which review was the
    first or second; six months are allowed after each.
    """
    all_seen = col("care_started") >= first_seen
    months = nw.when(all_seen & (col("place") == 1)).then(SECOND_REVIEW_MONTHS).otherwise(LATER_REVIEW_MONTHS)
    later = months_later(col("day"), months)
    return nw.when(all_seen & (col("place") == 0)).then(calendar_key(col("first_due"))).otherwise(later)


def _is_late(inputs: Inputs) -> Expr:
    year = inputs.year
    due, held = col("due"), col("next")
    passed = (held > due) & (due <= calendar_key(year.end))
    # What fell due before the year counted against that year, unless it is still waited for.
    return passed & ((due >= calendar_key(year.start)) | (held > calendar_key(year.end)))


def reviews_of_the_year(inputs: Inputs) -> Frame:
    """Reviews held in the year of children aged four or more, with whether the child took part."""
    reviews = inputs.table("Reviews").filter(falls_in("REVIEW", inputs.year.start, inputs.year.end))
    in_care = inputs.own.episodes.select("child").unique()
    old_enough = col("DOB").is_null() | (age_at(col("DOB"), col("REVIEW")) >= AGE_TO_TAKE_PART)
    answered = ~col("REVIEW_CODE").is_null() & (col("REVIEW_CODE") != TOO_YOUNG)
    return reviews.join(in_care, on="child", how="inner").filter(answered & old_enough)
