"""Written rules for episodes that cannot all be true; each correction is counted, never silent.

Within one return, in this order: rows without child or start are left out; rows starting after the
year are left out; an end after the year is taken as open; an end before the start is taken as open unless
another episode follows; the same row twice counts once; of rows with one start the one that ends last stands.
Over years: the latest return that has an episode (same child, same start) stands; one left open that does not
come back the next year ends on 1 April; one that overlaps the next is cut where the next starts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from sufficiency.analytics.histories.plain import ROW
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import Note

REPORTED_IN = "reported_in"  # the ending year of the return a row comes from
_started, _ended = pl.col("started"), pl.col("ended")


@dataclass(frozen=True)
class Mended:
    """Episodes after a rule was applied, and what was corrected."""

    episodes: pl.DataFrame
    notes: tuple[Note, ...] = ()

    def without(self, bad: pl.Expr, message: str, where: str) -> "Mended":
        """Leave out the rows for which `bad` is true, and count them."""
        is_bad = bad.fill_null(value=False)
        kept = self.episodes.filter(~is_bad)
        return Mended(kept, self._counted(self.episodes.height - kept.height, message, where))

    def changed(self, when: pl.Expr, message: str, where: str, *, to: Iterable[pl.Expr]) -> "Mended":
        """Change the rows for which `when` is true, and count them."""
        hit = when.fill_null(value=False)
        count = int(self.episodes.select(hit.sum()).item()) if self.episodes.height else 0
        changes = [pl.when(hit).then(new).otherwise(pl.col(new.meta.output_name())) for new in to]
        named = [change.alias(new.meta.output_name()) for change, new in zip(changes, to, strict=True)]
        return Mended(self.episodes.with_columns(named), self._counted(count, message, where))

    def _counted(self, count: int, message: str, where: str) -> tuple[Note, ...]:
        return (*self.notes, Note(message, where, count)) if count else self.notes


def _open() -> list[pl.Expr]:
    nothing = pl.lit(None)
    return [nothing.cast(pl.Date).alias("ended"), nothing.cast(pl.String).alias("reason_ended")]


def mend_within(episodes: pl.DataFrame, year: CollectionYear) -> Mended:
    """Apply the rules for one return."""
    where = f"{year} episodes"
    mended = (
        Mended(episodes)
        .without(pl.col("child").is_null(), "Episodes without a child were left out.", where)
        .without(_started.is_null(), "Episodes without a real start date were left out.", where)
        .without(_started > year.end, "Episodes starting after the year were left out.", where)
        .changed(_ended > year.end, "Episodes ending after the year were taken as open.", where, to=_open())
        .changed(
            _ended < _started, "Episodes ending before they start were taken as open.", where, to=_open()
        )
    )
    fields = [name for name in episodes.columns if name != ROW]
    mended = mended.without(
        ~pl.struct(fields).is_first_distinct(), "Episodes that stand twice were counted once.", where
    )
    return _one_for_each_start(mended, where)


def _one_for_each_start(mended: Mended, where: str) -> Mended:
    last_first = [pl.col("child"), _started, _ended.fill_null(date.max), pl.col(ROW)]
    ordered = mended.episodes.sort(last_first, descending=[False, False, True, False])
    repeated = ~pl.struct("child", "started", "short_break").is_first_distinct()
    return Mended(ordered, mended.notes).without(
        repeated, "Of episodes with one child and start, the one ending last was kept.", where
    )


def mend_across(by_year: dict[CollectionYear, pl.DataFrame]) -> Mended:
    """Join the mended episodes of several years into one sequence a child."""
    years = sorted(by_year)
    tagged = [
        by_year[year].with_columns(pl.lit(year.ending).cast(pl.Int64).alias(REPORTED_IN)) for year in years
    ]
    together = pl.concat(tagged).sort("child", "started", REPORTED_IN, ROW)
    latest = together.unique(["child", "started", "short_break"], keep="last", maintain_order=True)
    return _cut_overlaps(_end_vanished(Mended(latest), years))


def _end_vanished(mended: Mended, years: list[CollectionYear]) -> Mended:
    """End on 1 April what was open at the end of a year and is not in the next return."""
    for year in years[:-1]:
        left_open = _ended.is_null() & (pl.col(REPORTED_IN) == year.ending)
        mended = mended.changed(
            left_open,
            "Episodes open at 31 March and not in the next return were ended on 1 April.",
            f"{year} episodes",
            to=[pl.lit(year.end + timedelta(days=1)).alias("ended")],
        )
    return mended


def _cut_overlaps(mended: Mended) -> Mended:
    """End an episode where the child's next one starts; short breaks are left as they are."""
    following = pl.col("started").shift(-1).over("child", "short_break", order_by=["started", ROW])
    with_next = mended.episodes.with_columns(following.alias("following"))
    overlap = ~pl.col("short_break") & (_ended.is_null() | (_ended > pl.col("following")))
    cut = Mended(with_next, mended.notes).changed(
        overlap & pl.col("following").is_not_null(),
        "Episodes that overlap the next one were ended where it starts.",
        "all years",
        to=[pl.col("following").alias("ended")],
    )
    return Mended(cut.episodes.drop("following"), cut.notes)
