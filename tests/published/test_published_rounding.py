"""Percentages and rates worked out from published counts by our rounding are the published ones.

Counts of authorities are published as they are, those of England and regions to the nearest ten; so authorities
must agree exactly, the others within what the rounding of their counts allows.
"""

from collections.abc import Iterator
from fractions import Fraction

import polars as pl
import pytest

from sufficiency.analytics.reference.units import nearest_ten, rounded, whole_percent

TOTALS = {
    "placement_type_31march.csv": "characteristic",
    "placement_provider_31march.csv": "characteristic",
    "placement_location_31march.csv": "characteristic",
    "characteristics_31march.csv": "characteristic",
    "starts_by_characteristic.csv": "characteristic",
    "ceased_by_characteristic.csv": "characteristic",
    "placement_stability.csv": "placement_stability",
}
TOTAL = "^Total"


def counted(path, column: str) -> Iterator[tuple[dict[str, str], int, int]]:
    """Rows with a count and a percentage, with their count and the count of their total."""
    rows = pl.read_csv(path, infer_schema=False)
    keys = ["year", "level", "area", "cla_group"]
    totals = rows.filter(pl.col(column).str.contains(TOTAL)).select(*keys, total="count")
    joined = rows.join(totals.unique(keys), on=keys, how="inner")
    for row in joined.iter_rows(named=True):
        if row["count"].isdigit() and row["total"].isdigit() and int(row["total"]):
            yield row, int(row["count"]), int(row["total"])


def printed(count: int, total: int) -> str:
    percent = whole_percent(count, total)
    return "k" if count and not percent else str(percent)


@pytest.mark.slow
@pytest.mark.parametrize(("file", "column"), TOTALS.items())
def test_percentages_of_authorities_are_the_published_ones(shared, file, column):
    rows = [row for row in counted(shared("data", "published", file), column) if row[0]["level"] == "la"]
    assert len(rows) > 3000
    assert [row for row, count, total in rows if printed(count, total) != row["percent"]] == []


@pytest.mark.slow
@pytest.mark.parametrize(("file", "column"), TOTALS.items())
def test_percentages_of_regions_lie_within_the_rounding_of_their_counts(shared, file, column):
    rows = [row for row in counted(shared("data", "published", file), column) if row[0]["level"] != "la"]
    assert len(rows) > 100
    for row, count, total in rows:
        low = whole_percent(max(count - 5, 0), total + 5)
        high = whole_percent(min(count + 5, total + 5), max(total - 5, 1))
        assert low <= (0 if row["percent"] == "k" else int(row["percent"])) <= high


@pytest.mark.slow
def test_rates_of_authorities_are_the_published_ones(shared):
    rows = pl.read_csv(shared("data", "published", "cla_number_rate.csv"), infer_schema=False)
    checked = 0
    for row in rows.filter(pl.col("level") == "la").iter_rows(named=True):
        if row["count"].isdigit() and row["rate_per_10000"].isdigit():
            checked += 1
            rate = Fraction(10_000 * int(row["count"]), int(float(row["population_0_17"])))
            assert rounded(rate) == int(row["rate_per_10000"])
    assert checked > 3000


def test_authorities_add_up_to_the_published_number_for_england(shared):
    rows = pl.read_csv(shared("data", "published", "cla_number_rate.csv"), infer_schema=False).filter(
        (pl.col("measure") == "on_31_march") & (pl.col("year") == "2025")
    )
    of_authorities = rows.filter((pl.col("level") == "la") & pl.col("count").str.contains(r"^\d+$"))
    (england,) = rows.filter(pl.col("level") == "England")["count"]
    assert nearest_ten(of_authorities["count"].cast(pl.Int64).sum()) == int(england) == 81_770


def test_rates_are_set_against_the_population_of_the_summer_before(shared):
    rates = pl.read_csv(shared("data", "published", "cla_number_rate.csv"), infer_schema=False)
    people = pl.read_csv(shared("data", "published", "child_population.csv"), infer_schema=False)
    england = people.filter(pl.col("level") == "England")
    estimates = {int(row["year"]): int(row["population_estimate"]) for row in england.iter_rows(named=True)}
    newest = rates.filter((pl.col("level") == "England") & (pl.col("release") == "2025 release"))
    used = {int(row["year"]): int(row["population_0_17"]) for row in newest.iter_rows(named=True)}
    assert used[2025] == estimates[2024]
    assert all(used[year] == estimates[year - 1] for year in used)
