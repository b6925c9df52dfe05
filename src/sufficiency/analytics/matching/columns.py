"""Many homes as columns of numbers, so that thousands are looked at together. nan is “not known yet”."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.known import Numbers
from sufficiency.analytics.matching.travel import Point, straight_miles
from sufficiency.analytics.matching.vocabulary import Domain, Essential, Feature, Identity
from sufficiency.analytics.reference.postcodes import plain_text

_IDENTITY = {Identity.MET: 1.0, Identity.SUPPORTED: 1.0, Identity.NOT_YET: 0.0}


@dataclass(frozen=True)
class Columns:
    """Homes, and where they are. A column is worked out when it is first asked for."""

    homes: Sequence[Home]
    points: Mapping[str, Point]

    def __len__(self) -> int:
        return len(self.homes)

    @cached_property
    def _kept(self) -> dict[str, Numbers]:
        return {}

    def numbers(self, name: str) -> Numbers:
        """A field of numbers or of yes and no."""
        return self._once(name, lambda home: getattr(home, name))

    def skill(self, domain: Domain) -> Numbers:
        """Skill in a domain, 0 to 3."""
        return self._once(f"skill {domain}", lambda home: home.skills.get(domain))

    def offers(self, essential: Essential) -> Numbers:
        """Whether an essential can be given."""
        return self._once(f"offers {essential}", lambda home: home.offers.get(essential))

    def feature(self, feature: Feature) -> Numbers:
        """Whether a home is like that."""
        return self._once(f"feature {feature}", lambda home: _feature(home, feature))

    def identity(self, need: str) -> Numbers:
        """1 where an identity need is met, by the carers or by a plan of support alike; 0 where not yet."""
        return self._once(f"identity {need}", lambda home: _identity(home, need))

    def mix_safe(self, request: str) -> Numbers:
        """What the impact assessment for a request found."""
        return self._once(f"mix {request}", lambda home: home.mix_safe.get(request))

    def approved(self, stay: str) -> Numbers:
        """Whether a length of stay is among those approved."""
        return self._once(
            f"approved {stay}", lambda home: None if home.approved_for is None else stay in home.approved_for
        )

    def where(self, name: str, test: Callable[[Home], bool | float | None]) -> Numbers:
        """Any other fact of the homes, kept by name."""
        return self._once(name, test)

    def miles_to(self, postcode: str | None) -> Numbers:
        """Straight miles from a postcode to each home."""
        point = None if postcode is None else self.points.get(plain_text(postcode))
        if point is None:
            return np.full(len(self), np.nan)
        return straight_miles(point, self._eastings, self._northings)

    def point_of_home(self, home: Home) -> Point | None:
        """Where a home is; None where that is not known."""
        postcode = home.postcode
        return None if postcode is None else self.points.get(plain_text(postcode))

    @cached_property
    def _eastings(self) -> Numbers:
        return self._of_points(lambda point: point.easting)

    @cached_property
    def _northings(self) -> Numbers:
        return self._of_points(lambda point: point.northing)

    def _of_points(self, part: Callable[[Point], float]) -> Numbers:
        found = map(self.point_of_home, self.homes)
        return np.array([np.nan if point is None else part(point) for point in found], dtype=np.float64)

    def _once(self, name: str, read: Callable[[Home], float | None]) -> Numbers:
        column = self._kept.get(name)
        if column is None:
            values = map(read, self.homes)
            column = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
            self._kept[name] = column
        return column


def _identity(home: Home, need: str) -> float | None:
    known = home.identity.get(need)
    return None if known is None else _IDENTITY[known]


def _feature(home: Home, feature: Feature) -> bool | None:
    if feature is Feature.FOSTER_FAMILY:
        return home.is_fostering
    if feature is Feature.CHILDRENS_HOME:
        return home.is_residential
    said = home.features.get(feature)
    if said is None and feature is Feature.OTHER_CHILDREN and home.children_there is not None:
        return len(home.children_there) > 0
    return said
