"""Returns of several years to one History."""

from collections.abc import Sequence

import polars as pl

from sufficiency.analytics.histories.history import History, YearView
from sufficiency.analytics.histories.mending import REPORTED_IN, mend_across, mend_within
from sufficiency.analytics.histories.periods import notes_on_gaps, periods_of, placements_of, with_periods
from sufficiency.analytics.histories.plain import ROW, plain_children, plain_episodes
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.returned import Note, ReadingError, Return


def history(returns: Sequence[Return]) -> History:
    """Join the returns of one authority, one for each collection year.

    Raises ReadingError where none has episodes or two are of one year.
    """
    _refuse_unusable(returns)
    ordered = sorted(returns, key=lambda source: source.year)
    mended = {source.year: mend_within(plain_episodes(source), source.year) for source in ordered}
    views = {source.year: _view(source, mended[source.year].episodes) for source in ordered}
    across = mend_across({year: result.episodes for year, result in mended.items()})
    episodes = with_periods(across.episodes)
    children, children_notes = _children(views, episodes)
    within = [note for result in mended.values() for note in result.notes]
    return History(
        views=views,
        children=children,
        episodes=episodes.drop(ROW, REPORTED_IN),
        placements=placements_of(episodes),
        periods=periods_of(episodes, first_day=ordered[0].year.start),
        notes=(
            *within,
            *across.notes,
            *notes_on_gaps(episodes, last_day=ordered[-1].year.end),
            *children_notes,
            *_missing_years(views),
        ),
    )


def _refuse_unusable(returns: Sequence[Return]) -> None:
    if not any(source.tables["Episodes"].height for source in returns if "Episodes" in source.tables):
        raise ReadingError(
            "No return has episodes.",
            where="the returns",
            what_next="Add episodes.csv to each year’s folder.",
        )
    years = [source.year for source in returns]
    for year in years:
        if years.count(year) > 1:
            raise ReadingError(
                f"Two returns are of {year}.", where="the returns", what_next="Keep one return a year."
            )


def _view(source: Return, mended: pl.DataFrame) -> YearView:
    episodes = with_periods(mended)
    return YearView(
        source=source,
        children=plain_children(source),
        episodes=episodes.drop(ROW),
        placements=placements_of(episodes),
        periods=periods_of(episodes, first_day=source.year.start),
        notes=source.notes,
    )


def _children(
    views: dict[CollectionYear, YearView], episodes: pl.DataFrame
) -> tuple[pl.DataFrame, list[Note]]:
    """Who the children are: the latest return that knows a thing is believed; UASC at any time counts."""
    together = pl.concat([view.children for view in views.values()])
    known = [pl.col(name).drop_nulls().last() for name in ("sex", "born", "ethnicity")]
    children = together.group_by("child", maintain_order=True).agg(
        *known,
        pl.col("uasc").any(),
        pl.col("uasc_ended").drop_nulls().last(),
        pl.col("born").drop_nulls().n_unique().alias("birthdays"),
    )
    seen = episodes.select("child").unique(maintain_order=True)
    unlisted = seen.join(children, on="child", how="anti")
    notes = [
        Note(
            "Children with more than one date of birth; the latest was kept.",
            "header",
            _count(children, "birthdays"),
        ),
        Note("Children with episodes but no header row; their age is not known.", "header", unlisted.height),
    ]
    children = pl.concat([children.drop("birthdays"), unlisted.with_columns(uasc=False)], how="diagonal")
    return children.sort("child"), [note for note in notes if note.count]


def _count(children: pl.DataFrame, column: str) -> int:
    return int((children[column] > 1).sum())


def _missing_years(views: dict[CollectionYear, YearView]) -> list[Note]:
    years = sorted(views)
    absent = [
        str(CollectionYear(e))
        for e in range(years[0].ending, years[-1].ending)
        if CollectionYear(e) not in views
    ]
    return (
        [Note(f"No return was given for {', '.join(absent)}.", "the returns", len(absent))] if absent else []
    )
