"""Dimensions: what a result can be divided by, in the order in which its parts are shown."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.codes import code_sets

NOT_KNOWN = "not known"
SETTINGS = ("foster", "residential", "supported", "other")


@dataclass(frozen=True, eq=False)
class Dimension:
    """A way to divide: the column it reads, the key of each row, and the keys always shown, in order.

    A key found in the data that is not among them comes after them; no key is `not known`.
    """

    name: str
    label: str
    column: str
    key: Expr
    shown: Callable[[CollectionYear], Sequence[Hashable]]
    words: Mapping[Hashable, str]

    def text(self, key: Hashable) -> str:
        """What a reader sees for a key."""
        return NOT_KNOWN if key is None else self.words.get(key, _plain(key))


def _plain(key: Hashable) -> str:
    # Months are numbers (202304) in the data and read as 2023-04.
    return f"{key // 100}-{key % 100:02d}" if isinstance(key, int) else str(key)


# Keys are made here rather than in each population, so that a band has one definition.
def bands(column: str, limits: Mapping[int, str], *, above: str) -> tuple[Expr, tuple[str, ...]]:
    """The key that puts a number into the first band whose upper limit (included) it does not pass."""
    key = nw.when(col(column).is_null()).then(nw.lit(None)).otherwise(nw.lit(above))
    for limit, name in sorted(limits.items(), reverse=True):
        key = nw.when(col(column) <= limit).then(nw.lit(name)).otherwise(key)
    return key, (*limits.values(), above)


def _banded(name: str, label: str, column: str, limits: Mapping[int, str], *, above: str) -> Dimension:
    key, names = bands(column, limits, above=above)
    return Dimension(name, label, column, key, lambda _: names, {})


def _coded(
    name: str, label: str, codes: str, *, column: str | None = None, all_shown: bool = True
) -> Dimension:
    known = [code.code for code in code_sets()[codes].codes]
    return Dimension(
        name, label, column or name, col(column or name), lambda _: known if all_shown else (), {}
    )


def months(year: CollectionYear) -> tuple[int, ...]:
    """April to March of a collection year, as yyyymm."""
    first, last = year.start.year, year.end.year
    return (*(first * 100 + month for month in range(4, 13)), *(last * 100 + month for month in range(1, 4)))


def _each(*keys: Hashable) -> Callable[[CollectionYear], Sequence[Hashable]]:
    return lambda _: keys


AGES = {0: "under 1", 4: "1-4", 9: "5-9", 15: "10-15", 17: "16-17"}
# The bands of the published table of placement durations; a month is 30.4 days on average.
DURATIONS = {
    7: "1 to 7 days",
    30: "8 days to under 1 month",
    91: "1 month to under 3 months",
    182: "3 months to under 6 months",
    364: "6 months to under 1 year",
    730: "1 year to under 2 years",
    1825: "2 years to under 5 years",
}
SDQ_SCORES = {13: "normal", 16: "borderline"}
INCIDENTS = {1: "1", 2: "2"}
YES_NO: Mapping[Hashable, str] = {True: "yes", False: "no"}

DIMENSIONS: Mapping[str, Dimension] = {
    dimension.name: dimension
    for dimension in (
        Dimension("kind", "Kind of placement", "kind", col("kind"), _each(*(k.value for k in Kind)), {}),
        _banded("age", "Age", "age", AGES, above="18 and over"),
        Dimension("sex", "Sex", "sex", col("sex"), _each("M", "F"), {}),
        _coded("legal_status", "Legal status", "LS", all_shown=False),
        _coded("need", "Main need", "CIN"),
        Dimension(
            "uasc", "Unaccompanied asylum seeking child", "uasc", col("uasc"), _each(True, False), YES_NO
        ),
        _coded("ethnicity", "Ethnicity", "ETHNIC", all_shown=False),
        _coded("provider", "Provider", "PLACE_PROVIDER"),
        Dimension("setting", "Setting", "setting", col("setting"), _each(*SETTINGS), {}),
        Dimension("month", "Month", "month", col("month"), months, {}),
        _coded("reason", "Reason", "REC", column="reason_ended", all_shown=False),
        _banded("duration", "How long", "days", DURATIONS, above="5 years and over"),
        _banded("sdq_band", "Strengths and difficulties", "score", SDQ_SCORES, above="cause for concern"),
        Dimension("type", "Missing or away", "missing", col("missing"), _each("M", "A"), {}),
        _banded("incidents", "Times missing", "times_missing", INCIDENTS, above="3 or more"),
    )
}

# What anyone may ask for; the others belong to particular measures.
ASKABLE = ("kind", "age", "sex", "legal_status", "need", "uasc", "ethnicity", "provider")
