"""A made-up world: requests and homes of one day in a real county, from a seed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import polars as pl

from sufficiency.analytics.made_up.county import COUNTY
from sufficiency.analytics.made_up.matching.blanking import blanked
from sufficiency.analytics.made_up.matching.drawing import a_home, a_request
from sufficiency.analytics.made_up.matching.settings import DEFAULT, Setting
from sufficiency.analytics.made_up.matching.truth import Truth, a_truth
from sufficiency.analytics.matching.columns import Columns
from sufficiency.analytics.matching.travel import Point
from sufficiency.analytics.matching.worlds import World
from sufficiency.analytics.reference.postcodes import postcode_frame

POSTAL_AREAS = ("CB", "CM", "CO")
ADJOINING = ("E10000012", "E10000029", "E06000031")  # Essex, Suffolk, Peterborough
RURAL_METRES = 4_000  # one postcode for each square of this side: villages count as much as towns
DAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Ground:
    """Postcodes from which worlds are drawn, and where they are."""

    frame: pl.DataFrame

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """Where every postcode is."""
        return {postcode: Point(*rest) for postcode, *rest in self.frame.iter_rows()}

    @cached_property
    def everywhere(self) -> np.ndarray:
        """All postcodes, so towns are drawn more often."""
        return self.frame["postcode"].to_numpy()

    @cached_property
    def spread(self) -> np.ndarray:
        """One postcode for each square of the map."""
        squares = [(pl.col(name) // RURAL_METRES).alias(name) for name in ("easting", "northing")]
        chosen = (
            self.frame.with_row_index().with_columns(squares).unique(["easting", "northing"], keep="first")
        )
        return self.frame["postcode"].gather(chosen.sort("index")["index"]).to_numpy()


@dataclass(frozen=True)
class MadeUpWorld:
    """What is recorded, what is so, and where everything is."""

    world: World
    actual: World
    truth: Truth
    points: Mapping[str, Point]

    @property
    def columns(self) -> Columns:
        """The homes as they are recorded."""
        return Columns(self.world.homes, self.points)


def ground(*, cache: Path | None = None) -> Ground:
    """Real postcodes of the county and just over its border, a tenth of them."""
    known = postcode_frame(POSTAL_AREAS, cache=cache).drop_nulls().sort("postcode")
    return Ground(known.gather_every(10))


def make_up_world(
    land: Ground, *, seed: int, requests: int, homes: int | None = None, setting: Setting = DEFAULT
) -> MadeUpWorld:
    """A world of a setting; without `homes`, as many as the setting says."""
    rng = np.random.default_rng(seed)
    count = homes or max(1, round(requests * setting.homes_a_request))
    postcodes = land.spread if setting.rural else land.everywhere
    actual = World(
        as_of=DAY,
        authority=COUNTY,
        adjoining=ADJOINING,
        requests=tuple(a_request(rng, number, postcodes, on=DAY, homes=count) for number in range(requests)),
        homes=tuple(a_home(rng, number, postcodes, requests) for number in range(count)),
    )
    recorded = tuple(blanked(home, rng, setting.unknown) for home in actual.homes)
    world = replace(actual, homes=recorded) if setting.unknown else actual
    return MadeUpWorld(world, actual, a_truth(rng, count), land.points)
