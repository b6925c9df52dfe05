"""Dates that are not written as dd/mm/yyyy: parts not known (zz), years first, short years.

Each function adds the day as yyyymmdd in a column of its own, blank where the cell cannot be read. They work in
steps, each on the columns of the one before, because an expression that repeats another is worked out anew.
"""

from typing import Any

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.rules.terms import day_number, holds, text

Frame = nw.LazyFrame[Any]

UNKNOWN = "ZZ"
UNKNOWN_YEAR = "ZZZZ"
YEAR_FOR_UNKNOWN = 2000
ZZ_PATTERN = r"^(\d{1,2}|ZZ)/(\d{1,2}|ZZ)/(\d{4}|ZZZZ)$"

DAY_FIRST = r"^\d{1,2}/\d{1,2}/(\d{2}|\d{4})$"
YEAR_FIRST = r"^\d{4}/\d{1,2}/\d{1,2}$"
RUN_TOGETHER = r"^\d{8}$"
FIRST_OF_LAST_CENTURY = 69  # two-digit years from here on are of the 1900s, as computers usually take them

_WRITTEN = ("_written_day", "_written_month", "_written_year")
_NUMBERS = ("_day", "_month", "_year")


def with_zz_number(frame: Frame, name: str, *, to: str) -> Frame:
    """Read a column in which ZZ may stand for a day or month and ZZZZ for a year.

    An unknown year is taken as 2000, an unknown day as the last of its month. Where the month is unknown it is the
    day before that day of January a year later, so 31 December where the day is unknown too.
    """
    readable = nw.when(text(name).str.contains(ZZ_PATTERN)).then(text(name))
    written = _split(frame, readable, _WRITTEN)
    no_day, no_month = col(_WRITTEN[0]) == UNKNOWN, col(_WRITTEN[1]) == UNKNOWN
    no_year = col(_WRITTEN[2]) == UNKNOWN_YEAR
    numbers = written.with_columns(
        _day=nw.when(~no_day).then(col(_WRITTEN[0])).cast(nw.Int64),
        _month=nw.when(no_month).then(nw.lit("1")).otherwise(col(_WRITTEN[1])).cast(nw.Int64),
        _year=nw.when(no_year).then(nw.lit(str(YEAR_FOR_UNKNOWN))).otherwise(col(_WRITTEN[2])).cast(nw.Int64),
    )
    a_day = nw.when(no_month).then(nw.lit(1)).otherwise(_days_in())
    whole = numbers.with_columns(_day=nw.when(no_day).then(a_day).otherwise(col("_day")))
    real = whole.with_columns(_real())
    of_january = nw.when(col("_day") == 1).then(col("_year") * 10000 + 1231).otherwise(col("_number") + 9999)
    day = nw.when(no_month & ~col("_number").is_null()).then(of_january).otherwise(col("_number"))
    return real.with_columns(day.alias(to)).drop(*_WRITTEN, *_NUMBERS, "_number")


def with_lenient_number(frame: Frame, name: str, *, to: str) -> Frame:
    """Read a column written in any usual way: day first where that is possible, year first, short years."""
    numbers = _lenient_parts(frame, name).with_columns(_year=_full_year())
    # Day and month stand the other way round where the month cannot be one.
    swapped = col("_month") > 12
    turned = numbers.with_columns(
        _day=nw.when(swapped).then(col("_month")).otherwise(col("_day")),
        _month=nw.when(swapped).then(col("_day")).otherwise(col("_month")),
    )
    real = turned.with_columns(_real())
    day = nw.coalesce(day_number(col(name)), col("_number"))
    return real.with_columns(day.alias(to)).drop(*_NUMBERS, "_number")


def _lenient_parts(frame: Frame, name: str) -> Frame:
    """Add day, month and year as numbers, as they stand in texts of every known form."""
    plain = frame.with_columns(_plain=text(name).str.replace_all("[-.]", "/"))
    digits = col("_plain")
    pieces = (digits.str.slice(0, 4), digits.str.slice(4, 2), digits.str.slice(6, 2))
    spread = nw.concat_str(*pieces, separator="/")
    together = digits.str.contains(RUN_TOGETHER)
    parted = plain.with_columns(_plain=nw.when(together).then(spread).otherwise(digits))
    year_first = col("_plain").str.contains(YEAR_FIRST)
    readable = nw.when(year_first | col("_plain").str.contains(DAY_FIRST)).then(col("_plain"))
    written = _split(parted, readable, _WRITTEN)
    first, month, last = (col(part).cast(nw.Int64) for part in _WRITTEN)
    return written.with_columns(
        _day=nw.when(year_first).then(last).otherwise(first),
        _month=month,
        _year=nw.when(year_first).then(first).otherwise(last),
    ).drop("_plain", *_WRITTEN)


def _split(frame: Frame, slashed: nw.Expr, names: tuple[str, str, str]) -> Frame:
    """Add the three parts of a text written with slashes."""
    pieces = frame.with_columns(_pieces=slashed.str.split("/"))
    return pieces.with_columns(
        **{name: col("_pieces").list.get(place) for place, name in enumerate(names)}
    ).drop("_pieces")


def _full_year() -> nw.Expr:
    century = nw.when(col("_year") < FIRST_OF_LAST_CENTURY).then(nw.lit(2000)).otherwise(nw.lit(1900))
    return nw.when(col("_year") < 100).then(col("_year") + century).otherwise(col("_year"))


def _real() -> nw.Expr:
    """The number of the day where there is such a day, as _number."""
    exists = (col("_day") >= 1) & (col("_day") <= _days_in())
    number = col("_year") * 10000 + col("_month") * 100 + col("_day")
    return nw.when(holds(exists)).then(number).alias("_number")


def _days_in() -> nw.Expr:
    year, month = col("_year"), col("_month")
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    february = nw.when(leap).then(nw.lit(29)).otherwise(nw.lit(28))
    short = nw.when(month.is_in([4, 6, 9, 11])).then(nw.lit(30)).otherwise(nw.lit(31))
    in_month = nw.when(month == 2).then(february).otherwise(short)
    return nw.when((month >= 1) & (month <= 12)).then(in_month)
