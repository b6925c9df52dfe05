"""Figures: how the rows of a population become a number, with what stands above and below the line."""

from collections.abc import Callable
from dataclasses import dataclass

import narwhals as nw
from narwhals import Expr

from sufficiency.analytics.measures.inputs import Inputs

MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, eq=False)
class Figure:
    """Numerator and denominator over rows, or a denominator from elsewhere (`over`), times `scale`.

    `middle` gives a value that is no quotient. Without a denominator the numerator is the value.
    """

    numerator: Expr | None
    denominator: Expr | None = None
    over: Callable[[Inputs], int | None] | None = None
    scale: int = 1
    middle: Expr | None = None


def rows_where(condition: Expr) -> Expr:
    """How many rows meet a condition; a row where it is not known does not."""
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).sum()


def count(where: Expr | None = None) -> Figure:
    """How many rows, or how many of them meet a condition."""
    return Figure(nw.len() if where is None else rows_where(where))


def share(where: Expr) -> Figure:
    """The rows that meet a condition as a percentage of all."""
    return Figure(rows_where(where), nw.len(), scale=100)


def average(column: str) -> Figure:
    """The mean of a column."""
    return Figure(nw.col(column).sum(), nw.col(column).count())


def median(column: str) -> Figure:
    """The middle value of a column."""
    return Figure(None, nw.col(column).count(), middle=nw.col(column).median())


def total(column: str) -> Figure:
    """The sum of a column."""
    return Figure(nw.col(column).sum())


def each(numerator: str, *, for_every: int, of: str) -> Figure:
    """The sum of one column for every so many of another."""
    return Figure(nw.col(numerator).sum(), nw.col(of).sum(), scale=for_every)


def rows_a_child() -> Figure:
    """How many rows for each child that has any."""
    return Figure(nw.len(), nw.col("child").n_unique())


def rows_a_month() -> Figure:
    """How many rows in an average month of the year."""
    return Figure(nw.len(), over=lambda _: MONTHS_IN_A_YEAR)


def of_child_population(*, for_every: int, where: Expr | None = None) -> Figure:
    """How many rows for every so many children who live in the area."""
    return Figure(count(where).numerator, over=lambda inputs: inputs.child_population, scale=for_every)
