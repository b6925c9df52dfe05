"""The register of homes and agencies that the made-up authority uses."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from sufficiency.analytics.made_up import days
from sufficiency.analytics.made_up.assumptions import places as given
from sufficiency.analytics.made_up.county import FAR, INSIDE, NEAR, WALES, County, Places
from sufficiency.analytics.made_up.draws import Random, Whole, days_between, happens, pick, pick_from
from sufficiency.analytics.made_up.states import Setting
from sufficiency.analytics.reference.kinds import kind_of
from sufficiency.analytics.reference.years import CollectionYear

ADOPTION_CODES = "A3,A4,A5,A6"
FOSTERING_CODE = "U6"
# A fostering service may place for adoption with its own carers.
FOSTER_CODES = "U1,U2,U3,U4,U5,U6," + ADOPTION_CODES
CODES = {
    Setting.HOME: "K2", Setting.SUPPORTED: "K3,H5", Setting.SCHOOL: "S1", Setting.FAMILY_CENTRE: "R3", Setting.SECURE: "K1",
    Setting.OWN_CARER: FOSTER_CODES, Setting.AGENCY_CARER: FOSTER_CODES, Setting.ADOPTERS: ADOPTION_CODES,
}  # fmt: skip
TYPES = {
    Setting.HOME: "Children's Home", Setting.SUPPORTED: "Supported Accommodation",
    Setting.SCHOOL: "Residential Special School",
    Setting.FAMILY_CENTRE: "Residential Family Centre", Setting.SECURE: "Secure Children's Home",
    Setting.OWN_CARER: "Local Authority Fostering Agency", Setting.AGENCY_CARER: "Independent Fostering Agency",
    Setting.ADOPTERS: "Adoption Agency",
}  # fmt: skip
FIRST_NUMBER = 900_000  # far above the numbers in use, so that no real home is named
CLOSED_HOMES = 2
_OLD = (2005, 2015)  # years in which most of the register opened


def register(
    rng: Random, county: County, *, children: int, first: CollectionYear, last: CollectionYear
) -> pl.DataFrame:
    """Homes and agencies, a row each.

    Columns: home (its number here), urn (null in Wales), provider_type, authority (where it is), placement_codes,
    provider_code, setting, in_house, places (null for agencies), opened, closed (day numbers), postcode.
    """
    parts = [
        _own_services(rng, county),
        _agencies(
            rng, county, max(given.FEWEST_AGENCIES, round(children * given.FOSTERING_AGENCIES_PER_CHILD))
        ),
        _own_homes(rng, county, children=children, first=first, last=last),
        *_bought_homes(rng, county, children),
        _closed_homes(rng, county, first),
    ]
    homes = (
        pl.concat(parts, how="diagonal_relaxed")
        .with_row_index("home")
        .with_columns(pl.col("home").cast(pl.Int64))
    )
    # Older registrations have letters, those of supported accommodation are seven digits.
    number = pl.lit(FIRST_NUMBER) + 37 * pl.col("home")
    supported = pl.col("setting") == int(Setting.SUPPORTED)
    urn = pl.when(supported).then("9" + number.cast(pl.String)).otherwise("SC" + number.cast(pl.String))
    return homes.with_columns(
        urn=pl.when(pl.col("authority") != WALES).then(urn),
        provider_type=pl.col("setting").replace_strict(_numbered(TYPES), return_dtype=pl.String),
        placement_codes=pl.col("setting").replace_strict(_numbered(CODES), return_dtype=pl.String),
        in_house=pl.col("provider_code") == "PR1",
    )


def as_published(homes: pl.DataFrame) -> pl.DataFrame:
    """The register with kinds of placement and real dates, without its own numbering."""
    codes = homes["placement_codes"].replace({FOSTER_CODES: FOSTERING_CODE}).str.split(",").list.first()
    kinds = [kind_of(code, owner).value for code, owner in zip(codes, homes["provider_code"], strict=True)]
    return homes.select(
        "urn",
        "provider_type",
        "authority",
        "placement_codes",
        "provider_code",
        pl.Series("kind", kinds, dtype=pl.String),
        "in_house",
        "places",
        pl.col("opened", "closed").cast(pl.Date),
        "postcode",
    )


def _numbered(words: dict[Setting, str]) -> dict[int, str]:
    return {int(setting): word for setting, word in words.items()}


def _rows(rng: Random, at: Places, setting: Setting, owners: list[str], places: Whole | None) -> pl.DataFrame:
    size = len(at)
    early, late = (days.number(CollectionYear(year).start) for year in _OLD)
    opening = days_between(rng, early, late, size)
    return pl.DataFrame(
        {
            "setting": np.full(size, int(setting)),
            "provider_code": owners,
            "places": pl.Series(places, dtype=pl.Int64)
            if places is not None
            else pl.Series([None] * size, dtype=pl.Int64),
            "opened": opening.astype(np.int32),
            "closed": pl.Series([None] * size, dtype=pl.Int32),
            "postcode": pl.Series(at.postcode, dtype=pl.String),
            "authority": pl.Series(at.authority, dtype=pl.String),
        }
    )


def _own_services(rng: Random, county: County) -> pl.DataFrame:
    """The council's own fostering and adoption services."""
    at = county.anywhere(rng, np.array([INSIDE]))
    return pl.concat(
        [_rows(rng, at, setting, ["PR1"], None) for setting in (Setting.OWN_CARER, Setting.ADOPTERS)]
    )


def _agencies(rng: Random, county: County, count: int) -> pl.DataFrame:
    """Fostering agencies, another authority's carers, and voluntary adoption agencies."""
    owners = ["PR2", "PR5", *pick_from(rng, {"PR4": 0.85, "PR5": 0.15}, count - 2).tolist()]
    # Another authority's service is not in ours.
    ring = np.where(np.array(owners) == "PR2", NEAR, pick(rng, np.tile([0.3, 0.3, 0.4], (count, 1))))
    fostering = _rows(rng, _in_england(rng, county, ring), Setting.AGENCY_CARER, owners, None)
    adoption = _rows(
        rng, _in_england(rng, county, np.array([NEAR, FAR])), Setting.ADOPTERS, ["PR5", "PR5"], None
    )
    return pl.concat([fostering, adoption])


def _own_homes(
    rng: Random, county: County, *, children: int, first: CollectionYear, last: CollectionYear
) -> pl.DataFrame:
    low, high = given.OWN_PLACES_IN_A_HOME
    count = max(2, round(2 * children * given.OWN_PLACES_PER_CHILD / (low + high)))
    at = county.anywhere(rng, np.full(count, INSIDE))
    homes = _rows(rng, at, Setting.HOME, ["PR1"] * count, days_between(rng, low, high, count))
    since = days_between(rng, days.number(first.start), days.number(last.end), count).astype(np.int32)
    newer = happens(rng, given.OWN_HOMES_OPENED_SINCE, count)
    return homes.with_columns(opened=pl.when(pl.Series(newer)).then(pl.Series(since)).otherwise("opened"))


def _bought_homes(rng: Random, county: County, children: int) -> Iterator[pl.DataFrame]:
    """Homes that others run, and the council's own supported accommodation."""
    for setting, per_child in given.HOMES_PER_CHILD.items():
        count = max(int(given.FEWEST_HOMES[setting]), round(children * per_child))
        ring = pick(rng, np.tile(given.HOME_LOCATIONS[setting], (count, 1)))
        owners = np.where(happens(rng, given.VOLUNTARY.get(setting, 0.0), count), "PR5", "PR4")
        # Secure homes are other authorities', and none is in the county (rule 229).
        if setting is Setting.SECURE:
            owners = np.array(["PR2"] * count)
        if setting is Setting.SUPPORTED:
            owners = np.where((ring == INSIDE) & happens(rng, given.SUPPORTED_IN_HOUSE, count), "PR1", owners)
        at = county.anywhere(rng, ring) if setting is Setting.HOME else _in_england(rng, county, ring)
        yield _rows(rng, at, setting, owners.tolist(), days_between(rng, *given.PLACES_IN_A_HOME, count))


def _closed_homes(rng: Random, county: County, first: CollectionYear) -> pl.DataFrame:
    """Homes that closed before the first return; nobody made up lives there."""
    at = county.anywhere(rng, np.full(CLOSED_HOMES, INSIDE))
    homes = _rows(rng, at, Setting.HOME, ["PR4"] * CLOSED_HOMES, days_between(rng, 3, 5, CLOSED_HOMES))
    return homes.with_columns(closed=pl.lit(days.number(first.start) - 200, dtype=pl.Int32))


def _in_england(rng: Random, county: County, ring: Whole) -> Places:
    """Places of some rings; those that fall in Wales are taken just outside the county instead."""
    at = county.anywhere(rng, ring)
    welsh = np.flatnonzero(at.authority == WALES)
    return at.replaced(welsh, county.anywhere(rng, np.full(len(welsh), NEAR)))
