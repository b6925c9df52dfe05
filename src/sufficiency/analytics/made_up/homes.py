"""Which home or family each placement is with, who provides it and where it is."""

import numpy as np
import polars as pl

from sufficiency.analytics.made_up.assumptions import places as given
from sufficiency.analytics.made_up.county import FAR, INSIDE, NEAR, County
from sufficiency.analytics.made_up.draws import (
    Floats,
    Random,
    Whole,
    days_around,
    happens,
    pick,
    pick_from,
)
from sufficiency.analytics.made_up.states import Setting

NO_URN = "XXXXXXX"  # inspected by somebody else, or a regional adoption agency
_NOT_IN_REGISTER = {
    Setting.PARENTS: "PR0", Setting.CARE_HOME: "PR4", Setting.HOSPITAL: "PR3", Setting.CUSTODY: "PR3",
}  # fmt: skip
_TRIES = 6


def family_homes(rng: Random, county: County, people: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
    """Where each person's family lives: person, home_postcode (null for the unaccompanied), easting, northing."""
    at = county.anywhere(rng, np.where(happens(rng, given.FAMILY_LIVES_INSIDE, people.height), INSIDE, NEAR))
    # No family lives at the very postcode of a home in the register.
    shared = np.isin(at.postcode.astype(str), homes["postcode"].to_numpy().astype(str))
    other = county.anywhere(rng, np.full(people.height, INSIDE))
    alone = people["alone"].to_numpy()
    postcode = np.where(shared, other.postcode, at.postcode)
    return people.select("person").with_columns(
        home_postcode=pl.when(pl.Series(~alone)).then(pl.Series(postcode, dtype=pl.String)),
        easting=pl.Series(np.where(shared, other.easting, at.easting)),
        northing=pl.Series(np.where(shared, other.northing, at.northing)),
    )


def housed(rng: Random, county: County, placements: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
    """The placements with home, provider, urn, postcode, ring (how far out), same_carer and for_adoption.

    `home` is null with a family; the carers of a placement for_adoption adopt the child, who then stays with the
    same_carer. `placements` also has the person's home_postcode, easting and northing, and by_carer; it is in order of
    period and number.
    """
    found = placements.with_columns(home=_own_homes(rng, placements, homes))
    found = found.with_columns(home=pl.coalesce("home", _bought_homes(rng, found, homes)))
    found = found.with_columns(home=pl.coalesce("home", _services(rng, found, homes)))
    listed = homes.select(
        "home", "urn", provider="provider_code", listed_postcode="postcode", places="places"
    )
    found = found.join(listed, on="home", how="left", maintain_order="left")
    return _with_carers_who_adopt(rng, _placed(rng, county, _provided(found)))


def _provided(found: pl.DataFrame) -> pl.DataFrame:
    """Provider and number of placements outside the register, and of agencies that have no number."""
    by_setting = {int(setting): provider for setting, provider in _NOT_IN_REGISTER.items()}
    unlisted = pl.col("setting").replace_strict(by_setting, default=None, return_dtype=pl.String)
    # Whom the register does not list is a regional adoption agency: another authority hosts it, Ofsted has no number.
    regional = (pl.col("setting") == int(Setting.ADOPTERS)) & pl.col("home").is_null()
    return found.with_columns(
        provider=pl.when(regional).then(pl.lit("PR2")).otherwise(pl.coalesce("provider", unlisted)),
        urn=pl.when(regional).then(pl.lit(NO_URN)).otherwise("urn"),
    )


def _own_homes(rng: Random, placements: pl.DataFrame, homes: pl.DataFrame) -> pl.Series:
    """For placements that first ask for a place in an own home: the home, where a place is free."""
    wanted = (placements["setting"] == int(Setting.HOME)) & pl.Series(
        happens(rng, given.OWN_HOME_FIRST, placements.height)
    )
    own = homes.filter((pl.col("setting") == int(Setting.HOME)) & pl.col("in_house"))
    return _in_free_places(rng, placements, wanted, own, crowded=False)


def _bought_homes(rng: Random, placements: pl.DataFrame, homes: pl.DataFrame) -> pl.Series:
    """Homes that others run. Where all are full one takes a child too many, as happens in truth."""
    chosen = pl.Series([None] * placements.height, dtype=pl.Int64)
    for setting in given.HOMES_PER_CHILD:
        theirs = homes.filter((pl.col("setting") == int(setting)) & pl.col("closed").is_null())
        if setting is Setting.HOME:
            theirs = theirs.filter(~pl.col("in_house"))
        wanted = (placements["setting"] == int(setting)) & placements["home"].is_null()
        found = _in_free_places(rng, placements, wanted, theirs, crowded=True)
        chosen = chosen.zip_with(found.is_null(), found)
    return chosen


def _in_free_places(
    rng: Random, placements: pl.DataFrame, wanted: pl.Series, homes: pl.DataFrame, *, crowded: bool
) -> pl.Series:
    """For each wanted placement, by start, a home with a free place, never the child's last one again."""
    beds = _Beds(homes)
    started, ended, period = (placements[name].to_list() for name in ("started", "ended", "period"))
    taken: list[int | None] = [None] * placements.height
    latest: dict[int, int] = {}
    # One by one, for whoever takes a place keeps it from the next.
    for row in sorted(wanted.arg_true(), key=lambda row: (started[row], row)):
        bed = beds.free(rng, started[row], other_than=latest.get(period[row], -1), crowded=crowded)
        if bed is not None:
            beds.free_from[bed] = ended[row]
            latest[period[row]] = taken[row] = int(beds.home[bed])
    return pl.Series(taken, dtype=pl.Int64)


class _Beds:
    """Places in homes, with the day from which each is free."""

    def __init__(self, homes: pl.DataFrame) -> None:
        places = homes["places"].to_numpy()
        self.home: Whole = homes["home"].to_numpy().repeat(places)
        self.free_from: Whole = homes["opened"].to_numpy().astype(np.int64).repeat(places)

    def free(self, rng: Random, day: int, *, other_than: int, crowded: bool) -> int | None:
        """A place free on a day in another home than one; if crowded, any place there where none is free."""
        # A few tries find a place in a half-empty register much sooner than a look at every bed.
        for bed in rng.integers(len(self.home), size=_TRIES).tolist():
            if self.free_from[bed] <= day and self.home[bed] != other_than:
                return int(bed)
        elsewhere = self.home != other_than
        fitting = np.flatnonzero(elsewhere & (self.free_from <= day))
        if not len(fitting) and crowded:
            fitting = np.flatnonzero(elsewhere)
        return int(fitting[rng.integers(len(fitting))]) if len(fitting) else None


def _services(rng: Random, placements: pl.DataFrame, homes: pl.DataFrame) -> pl.Series:
    """Fostering and adoption services: the council's own, agencies by who runs them."""
    owners = {
        Setting.AGENCY_CARER: pick_from(rng, given.AGENCY_OWNERS, placements.height),
        Setting.ADOPTERS: pick_from(rng, given.ADOPTION_OWNERS, placements.height),
    }
    chosen = pl.Series([None] * placements.height, dtype=pl.Int64)
    own = homes.filter(pl.col("setting") == int(Setting.OWN_CARER))["home"][0]
    # Kinship carers are approved and supported by the council's own service.
    families = placements["setting"].is_in([int(Setting.KIN), int(Setting.OWN_CARER)])
    chosen = chosen.scatter(families.arg_true(), own)
    for setting, owner in owners.items():
        for code in np.unique(owner):
            services = homes.filter((pl.col("setting") == int(setting)) & (pl.col("provider_code") == code))[
                "home"
            ]
            rows = (placements["setting"] == int(setting)) & pl.Series(owner == code)
            if len(services):
                chosen = chosen.scatter(
                    rows.arg_true(), services.gather(rng.integers(len(services), size=int(rows.sum())))
                )
    return chosen


def _placed(rng: Random, county: County, found: pl.DataFrame) -> pl.DataFrame:
    """The placements with postcode and ring: of the home listed, or about where the child's family lives."""
    setting = found["setting"].to_numpy()
    weights = np.zeros((len(Setting), 3))
    weights[:, INSIDE] = 1.0
    for one, shares in given.LOCATIONS.items():
        weights[one] = shares
    ring = pick(rng, weights[setting])
    ring = np.where(setting == Setting.CUSTODY, FAR, ring)
    postcode = _about(rng, county, found, ring)
    # There are only a few hospitals and young offender institutions.
    postcode = np.where(
        setting == Setting.HOSPITAL, _one_of(rng, county, given.HOSPITALS, INSIDE, found.height), postcode
    )
    postcode = np.where(
        setting == Setting.CUSTODY, _one_of(rng, county, given.CUSTODIAL_PLACES, FAR, found.height), postcode
    )
    # Only with parents may a placement have the family's own postcode (rule 392d).
    at_home = (setting == Setting.PARENTS) & happens(rng, given.WITH_PARENTS_AT_HOME, found.height)
    in_family = pl.Series(np.where(at_home, found["home_postcode"].to_numpy(), postcode), dtype=pl.String)
    is_listed = pl.col("places").is_not_null()
    return found.with_columns(
        postcode=pl.when(is_listed).then("listed_postcode").otherwise(in_family), ring=pl.Series(ring)
    ).drop("listed_postcode", "places")


def _about(rng: Random, county: County, found: pl.DataFrame, ring: Whole) -> np.ndarray:
    """Postcodes at plausible distances, neither the family's nor the one of the placement before."""
    easting, northing = found["easting"].to_numpy(), found["northing"].to_numpy()
    miles: Floats = days_around(rng, *given.MILES_FROM_HOME, found.height).astype(float)
    postcode = county.about(rng, ring, easting=easting, northing=northing, miles=miles).postcode
    family, period = found["home_postcode"].to_numpy(), found["period"].to_numpy()
    # The return takes a move that changes neither carer nor place for a mistake (rule 435).
    for _ in range(_TRIES):
        again = np.flatnonzero(_same_as_before(postcode, period) | (postcode == family))
        postcode[again] = county.anywhere(rng, ring[again]).postcode
    return postcode


def _same_as_before(postcode: np.ndarray, period: Whole) -> np.ndarray:
    same = np.zeros(len(postcode), dtype=bool)
    same[1:] = (postcode[1:] == postcode[:-1]) & (period[1:] == period[:-1])
    return same


def _one_of(rng: Random, county: County, count: int, ring: int, size: int) -> np.ndarray:
    few = county.anywhere(rng, np.full(count, ring)).postcode
    return few[rng.integers(count, size=size)]


def _with_carers_who_adopt(rng: Random, found: pl.DataFrame) -> pl.DataFrame:
    """A child adopted by the foster carers stays with them: same home, provider and postcode as before."""
    carers = (
        pl.col("setting").shift(1).over("period").is_in([int(Setting.OWN_CARER), int(Setting.AGENCY_CARER)])
    )
    stays = (pl.col("setting") == int(Setting.ADOPTERS)) & pl.col("by_carer").fill_null(value=False) & carers
    before = {
        name: pl.col(name).shift(1).over("period") for name in ("home", "provider", "urn", "postcode", "ring")
    }
    same = stays.fill_null(value=False)
    return found.with_columns(
        **{name: pl.when(same).then(value).otherwise(name) for name, value in before.items()},
        same_carer=same,
        for_adoption=same.shift(-1, fill_value=False).over("period")
        & pl.Series(happens(rng, given.FOSTERING_FOR_ADOPTION, found.height)),
    )
