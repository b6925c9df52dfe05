"""What the measures of one year are computed from, as lazy frames that any engine can carry."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any

import narwhals as nw
import polars as pl
from narwhals import DataFrame, LazyFrame

from sufficiency.analytics.histories.history import History, YearView
from sufficiency.analytics.reference.years import CollectionYear

Frame = LazyFrame[Any]
Rows = DataFrame[Any]


@dataclass(frozen=True)
class Frames:
    """Children, episodes, placements and periods in plain names; short breaks stand apart."""

    children: Frame
    episodes: Frame
    short_breaks: Frame
    placements: Frame
    periods: Frame


@dataclass(frozen=True)
class Inputs:
    """One collection year of a history, with what the return itself does not hold."""

    history: History
    year: CollectionYear
    authority: str | None = None
    child_population: int | None = None
    postcodes: pl.DataFrame | None = None
    _kept: dict["Population", Rows] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def view(self) -> YearView:
        """The year's own return."""
        return self.history.in_year(self.year)

    @cached_property
    def own(self) -> Frames:
        """The frames of the year's own return, which most measures count from."""
        return _frames(self.view)

    @cached_property
    def joined(self) -> Frames:
        """The frames of all years joined, for what one return cannot know."""
        return _frames(self.history)

    @property
    def before(self) -> "Inputs":
        """The same for the year before; KeyError where it was not read."""
        return Inputs(self.history, self.history.in_year(self.year.previous).year)

    def rows(self, population: "Population") -> Rows:
        """The rows of a population, computed once."""
        if population not in self._kept:
            self._kept[population] = population(self).collect()
        return self._kept[population]

    def table(self, name: str) -> Frame:
        """A table of the year's own return in official names, with `child`; KeyError where it is absent."""
        return self.tables(name, [self.year])

    def tables(self, name: str, years: Iterable[CollectionYear]) -> Frame:
        """The rows of a table in the returns of several years, in official names, with `child`."""
        found = [self.history.in_year(year).source.tables[name] for year in years]
        return lazy(pl.concat(found, how="diagonal_relaxed")).rename({"CHILD": "child"})

    def years_back(self, count: int) -> tuple[CollectionYear, ...]:
        """This year and those before it, `count` in all, oldest first."""
        return tuple(CollectionYear(self.year.ending - back) for back in reversed(range(count)))


Population = Callable[[Inputs], Frame]


def computed_once(population: Population) -> Population:
    """Keep the rows of a population that many others start from."""

    @wraps(population)
    def kept(inputs: Inputs) -> Frame:
        return inputs.rows(population).lazy()

    return kept


def lazy(frame: pl.DataFrame) -> Frame:
    """A frame that is computed when its result is asked for."""
    return nw.from_native(frame.lazy())


def _frames(source: History | YearView) -> Frames:
    return Frames(
        children=lazy(source.children),
        episodes=lazy(source.episodes).filter(~nw.col("short_break")),
        short_breaks=lazy(source.episodes).filter(nw.col("short_break")),
        placements=lazy(source.placements),
        periods=lazy(source.periods),
    )
