"""The register added up: free places by kind of placement and age, from the rows of the homes themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind, kind_of_placement
from sufficiency.analytics.homes.places import Places, total
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.web.homes.queries import Known

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


def by_kind(homes: Iterable[Known]) -> list[Sums]:
    """A line a kind of placement that there is, in the usual order."""
    found: dict[Kind, list[Known]] = {}
    for home in homes:
        kind = kind_of_placement(HomeKind(home.kind), ProviderKind(home.provider_kind))
        found.setdefault(kind, []).append(home)
    return [_sums(kind, found[kind]) for kind in Kind if kind in found]


def _sums(kind: Kind, homes: list[Known]) -> Sums:
    rows = [(home, home.places) for home in homes]
    bands = {
        band: sum(places.free for home, places in rows if home.youngest <= last and first <= home.oldest)
        for band, (first, last) in BANDS.items()
    }
    return Sums(kind, len(rows), total([places for _, places in rows]), bands)


def together(sums: Iterable[Sums]) -> Places:
    """All kinds together."""
    return total([one.places for one in sums])
