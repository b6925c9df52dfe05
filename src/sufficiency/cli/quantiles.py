"""Figures with their ranges, as the rows of a sheet."""

from collections.abc import Mapping
from typing import Any


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with a column for each quantile."""
    named = {name: value for name, value in row.items() if name != "quantiles"}
    return {**named, **{f"q{float(share):g}": value for share, value in row["quantiles"].items()}}
