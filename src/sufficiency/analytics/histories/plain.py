"""One return's tables in plain names: who the children are and what episodes they had."""

import polars as pl

from sufficiency.analytics.reference.kinds import SHORT_BREAK_STATUSES, TEMPORARY_PLACES
from sufficiency.analytics.returns.returned import Return
from sufficiency.analytics.returns.tables import EPISODES, HEADER, UASC, Table

PLAIN_NAMES = {
    "CHILD": "child",
    "DECOM": "started",
    "DEC": "ended",
    "RNE": "reason_started",
    "LS": "legal_status",
    "CIN": "need",
    "PLACE": "place",
    "PLACE_PROVIDER": "provider",
    "REC": "reason_ended",
    "REASON_PLACE_CHANGE": "reason_changed",
    "HOME_POST": "home_postcode",
    "PL_POST": "placement_postcode",
    "URN": "urn",
}
ROW = "row"  # the place in the file, which settles ties
_SEXES = {"1": "M", "2": "F"}  # the codes until 2023-24


def plain_children(source: Return) -> pl.DataFrame:
    """A row for each child of the return's header or UASC table (columns as in `History`)."""
    header = _table(source, HEADER).select(
        pl.col("CHILD").alias("child"),
        pl.col("SEX").replace(_SEXES).alias("sex"),
        pl.col("DOB").alias("born"),
        pl.col("ETHNIC").alias("ethnicity"),
    )
    uasc = _table(source, UASC).select(
        pl.col("CHILD").alias("child"),
        pl.col("SEX").replace(_SEXES).alias("sex"),
        pl.col("DOB").alias("born"),
        pl.lit(value=True).alias("uasc"),
        pl.col("DUC").alias("uasc_ended"),
    )
    people, flags = _once(header), _once(uasc)
    joined = people.join(flags.drop("sex", "born"), on="child", how="left", maintain_order="left")
    unlisted = flags.join(people, on="child", how="anti", maintain_order="left")
    everyone = pl.concat([joined, unlisted], how="diagonal")
    return everyone.with_columns(pl.col("uasc").fill_null(value=False))


def _once(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.filter(pl.col("child").is_not_null()).unique("child", keep="first", maintain_order=True)


def plain_episodes(source: Return) -> pl.DataFrame:
    """A row for each row of the return's episodes, as reported, with what follows from one row alone."""
    episodes = _table(source, EPISODES).select(
        pl.col(EPISODES.line_column).alias(ROW),
        *(pl.col(name).alias(plain) for name, plain in PLAIN_NAMES.items()),
    )
    return episodes.with_columns(
        pl.col("place").is_in(TEMPORARY_PLACES).fill_null(value=False).alias("temporary"),
        pl.col("legal_status").is_in(SHORT_BREAK_STATUSES).fill_null(value=False).alias("short_break"),
    )


def _table(source: Return, table: Table) -> pl.DataFrame:
    return source.tables.get(table.name, empty_table(table))


def empty_table(table: Table) -> pl.DataFrame:
    """A frame of that table without rows, for a return that lacks it."""
    days = {column.name: pl.Date if column.is_date else pl.String for column in table.columns}
    return pl.DataFrame(schema={table.line_column: pl.Int64, **days})
