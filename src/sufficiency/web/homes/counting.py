"""The register added up: free places by kind of placement and age, by the database from the rows of the homes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind, kind_of_placement
from sufficiency.analytics.homes.places import Places, total
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.access.models import Authority
from sufficiency.web.homes import vacancies
from sufficiency.web.homes.vacancies import Group

BANDS: Mapping[str, tuple[int, int]] = {
    "0 to 4": (0, 4),
    "5 to 9": (5, 9),
    "10 to 15": (10, 15),
    "16 and 17": (16, 17),
}


@dataclass(frozen=True)
class Sums:
    """The homes of one kind of placement: how many, their places, and the places free to each age band."""

    kind: Kind
    homes: int
    places: Places
    free_by_band: Mapping[str, int]


def by_kind(authority: Authority, at: datetime) -> list[Sums]:
    """A line a kind of placement that there is, in the usual order."""
    found: dict[Kind, list[Group]] = {}
    for one in vacancies.grouped(authority, at=at, bands=list(BANDS.values())):
        kind = kind_of_placement(HomeKind(one.kind), ProviderKind(one.run_by))
        found.setdefault(kind, []).append(one)
    return [_sums(kind, found[kind]) for kind in Kind if kind in found]


def _sums(kind: Kind, groups: list[Group]) -> Sums:
    bands = zip(BANDS, *(one.free_by_band for one in groups), strict=True)
    return Sums(
        kind,
        sum(one.homes for one in groups),
        total(one.places for one in groups),
        {band: sum(free) for band, *free in bands},
    )


def together(sums: Iterable[Sums]) -> Places:
    """All kinds together."""
    return total(one.places for one in sums)
