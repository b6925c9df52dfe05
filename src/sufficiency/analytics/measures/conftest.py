"""Examples of measures: a small return, and which children count, do not count or are left out."""

from collections.abc import Callable, Mapping

import polars as pl
import pytest

from returns_in_text import YEAR, Texts, history_of
from sufficiency.analytics.measures.inputs import Inputs
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.reference.years import CollectionYear


def each_child(measure_id: str, inputs: Inputs) -> dict[str, int]:
    """What a measure adds up for each child it looks at: 1 or 0 for a share, days for an average."""
    measure = MEASURES[measure_id]
    assert measure.lacks(inputs) is None
    assert measure.population is not None
    assert measure.figure is not None
    adds_up = measure.figure.middle if measure.figure.numerator is None else measure.figure.numerator
    found = inputs.rows(measure.population).group_by("child").agg(adds_up.alias("sum"))
    return {row["child"]: round(row["sum"]) for row in found.rows(named=True)}


@pytest.fixture
def check() -> Callable[..., None]:
    """Check an example of a measure for the year 2023-24.

    `counted`, `not_counted` and `left_out` name children, parted by spaces; `each` gives what is added up for
    each child instead. A child that is named nowhere is a fault of the example.
    """

    def checked(
        measure_id: str,
        *,
        counted: str = "",
        not_counted: str = "",
        left_out: str = "",
        each: Mapping[str, int] | None = None,
        year: str = YEAR,
        authority: str | None = None,
        child_population: int | None = None,
        postcodes: pl.DataFrame | None = None,
        **tables: Texts,
    ) -> None:
        expected = (
            dict.fromkeys(counted.split(), 1) | dict.fromkeys(not_counted.split(), 0) | dict(each or {})
        )
        assert any(expected.values()), "an example needs a child that counts"
        assert left_out or not all(expected.values()), "an example needs a child that does not count"
        inputs = Inputs(
            history_of(**tables),
            CollectionYear.parse(year),
            authority=authority,
            child_population=child_population,
            postcodes=postcodes,
        )
        assert each_child(measure_id, inputs) == expected
        named = {*expected, *left_out.split()}
        assert set(inputs.history.children["child"]) <= named, "every child of an example is named"

    return checked
