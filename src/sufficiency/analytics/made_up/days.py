"""Days as whole numbers (days since 1 January 1970), so that whole populations are dated at once."""

from datetime import date
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

Days = NDArray[np.signedinteger[Any]]

YEAR = 365.25
TEXT = "%d/%m/%Y"
NEVER = np.int32(2**30)


def number(day: date) -> int:
    """A day as its number."""
    return (day - date(1970, 1, 1)).days


def birthday(born: Days, age: int) -> Days:
    """The day somebody born on each day reaches an age. Nobody made up is born on 29 February."""
    days = born.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    reached: Days = ((months + 12 * age).astype("datetime64[D]") + (days - months)).astype(np.int32)
    return reached


def not_leap_day(days: Days) -> Days:
    """The days, with 28 February for each 29 February: the guide does not say when its children turn 18."""
    as_dates = days.astype("datetime64[D]")
    months = as_dates.astype("datetime64[M]")
    is_leap_day = (months.astype(np.int64) % 12 == 1) & ((as_dates - months).astype(np.int64) == 28)
    return np.where(is_leap_day, days - 1, days).astype(np.int32)


def collection_year(days: Days) -> NDArray[np.int64]:
    """The year in which the collection year of each day ends."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)  # from January 1970
    return 1970 + (months - 3) // 12 + 1


def text(column: str) -> pl.Expr:
    """A column of day numbers as the return writes days, dd/mm/yyyy."""
    return pl.col(column).cast(pl.Int32).cast(pl.Date).dt.to_string(TEXT)
