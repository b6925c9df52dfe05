"""The same rules on Apache Spark, for returns of many authorities at once. Imported only when it is asked for.

A Spark query costs about a second however small it is, so that rules are not run one by one: conditions on the rows
of one table become one wide table of flags, and searches that make frames of their own are stacked, a batch a query.
"""

import shutil
from collections.abc import Iterator, Sequence
from typing import Any

import narwhals as nw
import polars as pl

from sufficiency.analytics.returns.engines import EngineError, Frame, Search

try:
    from pyspark.errors import PySparkException
    from pyspark.sql import DataFrame, SparkSession, functions
except ImportError as problem:
    raise EngineError(
        "Spark is not installed here.",
        what_next="Install it with: pip install 'sufficiency[spark]'. It also needs Java 17 or later.",
    ) from problem

IN_A_QUERY = 24  # frames stacked into one query; more make a plan that Spark is slow to weigh up
# On one machine a return is small, and most of the time would go to compiling and scheduling: both are left out.
_ON_ONE_MACHINE = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.default.parallelism": "1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
_PLACE, _ROW = "search", "row"


def local_session() -> SparkSession:
    """A session on this machine; raises EngineError where there is no Java."""
    if shutil.which("java") is None:
        raise EngineError("Spark needs Java, which was not found.", what_next="Install Java 17 or later.")
    builder = SparkSession.builder.master("local[*]").appName("sufficiency")
    for name, value in _ON_ONE_MACHINE.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, RuntimeError) as problem:
        raise EngineError(
            "Spark could not be started.", what_next="Check that `java -version` says 17 or later."
        ) from problem
    session.sparkContext.setLogLevel("ERROR")
    return session


class SparkEngine:
    """Runs rules on Spark, in a session that is given or on this machine."""

    at_once = None

    def __init__(self, session: SparkSession | None = None) -> None:
        self.session = session or local_session()

    def lazy(self, table: pl.DataFrame) -> Frame:
        """A table as a Spark frame, sent there once."""
        sent = table.to_arrow(compat_level=pl.CompatLevel.oldest())
        frame: Frame = nw.from_native(self.session.createDataFrame(sent).cache())
        return frame

    def settled(self, frame: Frame) -> Frame:
        """The frame, kept once it has been computed."""
        native: DataFrame = frame.to_native()
        kept: Frame = nw.from_native(native.cache())
        return kept

    def run(self, searches: Sequence[Search]) -> list[pl.DataFrame]:
        """Compute searches in as few queries as will do."""
        found: dict[int, pl.DataFrame] = {}
        of_table: dict[int, list[int]] = {}
        frames = []
        for place, search in enumerate(searches):
            if search.condition is None:
                frames.append(place)
            else:
                of_table.setdefault(id(search.rows), []).append(place)
        for places in of_table.values():
            flagged = _flagged([searches[place] for place in places])
            found.update(zip(places, flagged, strict=True))
        for start in range(0, len(frames), IN_A_QUERY):
            places = frames[start : start + IN_A_QUERY]
            found.update(zip(places, _stacked([searches[place] for place in places]), strict=True))
        return [found[place] for place in range(len(searches))]


def _flagged(searches: Sequence[Search]) -> Iterator[pl.DataFrame]:
    """Searches for rows of one table: a flag for each, and the rows with any of them."""
    rows = searches[0].rows
    names = [f"{_PLACE}_{place}" for place in range(len(searches))]
    carried = dict.fromkeys(column for search in searches for column in search.columns)
    conditions = [
        s.condition.alias(n) for s, n in zip(searches, names, strict=True) if s.condition is not None
    ]
    flags = rows.select(*carried, *conditions)
    any_flag = nw.any_horizontal(*map(nw.col, names), ignore_nulls=True)
    told = _brought_back(flags.filter(any_flag).to_native())
    for search, name in zip(searches, names, strict=True):
        yield told.filter(pl.col(name)).select(search.columns)


def _stacked(searches: Sequence[Search]) -> Iterator[pl.DataFrame]:
    """Searches of any columns as one query: each row as JSON beside the place of its search."""
    whole: DataFrame | None = None
    for place, search in enumerate(searches):
        native: DataFrame = search.found.to_native()
        as_json = functions.to_json(functions.struct(*native.columns), {"ignoreNullFields": "false"})
        part = native.select(functions.lit(place).alias(_PLACE), as_json.alias(_ROW))
        whole = part if whole is None else whole.unionAll(part)
    told = _brought_back(whole) if whole is not None else pl.DataFrame()
    for place, search in enumerate(searches):
        yield _from_json(told.filter(pl.col(_PLACE) == place)[_ROW], search.found)


def _from_json(rows: pl.Series, frame: Frame) -> pl.DataFrame:
    schema = {name: _type_of(dtype) for name, dtype in frame.collect_schema().items()}
    written = {name: pl.String if kind == pl.Date else kind for name, kind in schema.items()}
    cells = rows.str.json_decode(pl.Struct(written)).struct.unnest()
    days = [pl.col(name).str.to_date("%Y-%m-%d") for name, kind in schema.items() if kind == pl.Date]
    return cells.with_columns(days)


def _type_of(dtype: Any) -> pl.DataType:
    if dtype == nw.Date:
        return pl.Date()
    if dtype == nw.Boolean:
        return pl.Boolean()
    if dtype.is_integer():
        return pl.Int64()
    return pl.Float64() if dtype.is_numeric() else pl.String()


def _brought_back(frame: DataFrame) -> pl.DataFrame:
    told = pl.from_arrow(frame.toArrow())
    return told if isinstance(told, pl.DataFrame) else told.to_frame()
