"""The real county that the made-up authority borrows its postcodes from, and its surroundings."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sufficiency.analytics.made_up.draws import Floats, Random, Whole
from sufficiency.analytics.reference.authorities import authorities
from sufficiency.analytics.reference.postcodes import postcode_frame

COUNTY = "E10000003"  # Cambridgeshire
METRES_IN_A_MILE = 1609.3

# Postal areas of the county and of where its children are placed, some of them far away.
AREAS = (
    "CB", "CM", "CO", "CT", "CV", "IP", "LE", "LL", "LN", "LU", "ME", "MK", "NE", "NG", "NN", "NR", "PE", "PR", "SG",
    "SS", "ST",
)  # fmt: skip
NEAR_MILES = 34  # from the middle of the county: over the border, yet within reach of home
CANDIDATES = 16

INSIDE, NEAR, FAR = range(3)
WALES = "Wales"
_PARTS = ("postcode", "easting", "northing", "authority")


@dataclass(frozen=True)
class Places:
    """Postcodes as the return writes them, with grid references and the authority's name."""

    postcode: NDArray[Any]
    easting: Floats
    northing: Floats
    authority: NDArray[Any]

    def __len__(self) -> int:
        return len(self.postcode)

    def take(self, rows: Whole) -> "Places":
        """Some of the places, in that order."""
        return Places(*(getattr(self, part)[rows] for part in _PARTS))

    def replaced(self, rows: Whole, by: "Places") -> "Places":
        """The places with others in some rows."""
        parts = [getattr(self, part).copy() for part in _PARTS]
        for values, part in zip(parts, _PARTS, strict=True):
            values[rows] = getattr(by, part)
        return Places(*parts)


@dataclass(frozen=True)
class County:
    """Places inside the county, just outside it and further away."""

    inside: Places
    near: Places
    far: Places

    @property
    def rings(self) -> tuple[Places, Places, Places]:
        """The places by how far out they are."""
        return (self.inside, self.near, self.far)

    def anywhere(self, rng: Random, ring: Whole) -> Places:
        """A place at random for each of some rings."""
        drawn = [rng.integers(len(places), size=len(ring)) for places in self.rings]
        return _joined([places.take(rows) for places, rows in zip(self.rings, drawn, strict=True)], ring)

    def about(self, rng: Random, ring: Whole, *, easting: Floats, northing: Floats, miles: Floats) -> Places:
        """A place for each, of a few in its ring the one whose distance from a point is likest to the one wanted."""
        found = self.anywhere(rng, ring)
        for number, places in ((INSIDE, self.inside), (NEAR, self.near)):
            rows = np.flatnonzero(ring == number)
            drawn = rng.integers(len(places), size=(len(rows), CANDIDATES))
            east, north = (
                places.easting[drawn] - easting[rows, None],
                places.northing[drawn] - northing[rows, None],
            )
            away = np.sqrt(east**2 + north**2) / METRES_IN_A_MILE
            best = np.abs(np.log((away + 0.1) / (miles[rows, None] + 0.1))).argmin(axis=1)
            found = found.replaced(rows, places.take(drawn[np.arange(len(rows)), best]))
        return found


def county() -> County:
    """Cambridgeshire's postcodes and those around it, from the installed list."""
    known = postcode_frame(AREAS).drop_nulls().filter(pl.col("authority").str.head(1).is_in(["E", "W"]))
    inside = pl.col("authority") == COUNTY
    middle = known.filter(inside).select(pl.col("easting").median(), pl.col("northing").median()).row(0)
    away = ((pl.col("easting") - middle[0]) ** 2 + (pl.col("northing") - middle[1]) ** 2).sqrt()
    near = away <= NEAR_MILES * METRES_IN_A_MILE
    return County(*(_places(known.filter(ring)) for ring in (inside, ~inside & near, ~inside & ~near)))


def _places(frame: pl.DataFrame) -> Places:
    names = {code: authority.name for code, authority in authorities().items()}
    spaced = pl.col("postcode").str.head(-3) + " " + pl.col("postcode").str.tail(3)
    columns = frame.select(
        spaced,
        "easting",
        "northing",
        pl.col("authority").replace_strict(names, default=WALES, return_dtype=pl.String),
    )
    return Places(*(columns[name].to_numpy() for name in columns.columns))


def _joined(choices: list[Places], ring: Whole) -> Places:
    return Places(*(np.choose(ring, [getattr(places, part) for places in choices]) for part in _PARTS))
