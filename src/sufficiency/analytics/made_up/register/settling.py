"""Who lives in which home: stays put into homes, so that none has more children on any day than it is approved for."""

import polars as pl

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.made_up.draws import Random
from sufficiency.analytics.made_up.register import assumptions as given, words
from sufficiency.analytics.made_up.register.rows import MadeUpHome, Stay, most_at_once
from sufficiency.analytics.reference.kinds import Kind

FOSTERING = {
    Kind.IN_HOUSE_FOSTERING: HomeKind.CARERS,
    Kind.KINSHIP_FOSTERING: HomeKind.CONNECTED_CARERS,
    Kind.AGENCY_FOSTERING: HomeKind.CARERS,
}
HOUSES = {
    Kind.IN_HOUSE_RESIDENTIAL: HomeKind.CHILDRENS_HOME,
    Kind.EXTERNAL_RESIDENTIAL: HomeKind.CHILDRENS_HOME,
    Kind.SECURE: HomeKind.SECURE_HOME,
    Kind.SUPPORTED_ACCOMMODATION: HomeKind.SUPPORTED_ACCOMMODATION,
    Kind.RESIDENTIAL_SCHOOL: HomeKind.RESIDENTIAL_SCHOOL,
}
FAMILY_CENTRE_CODE = "R3"
LETTERS = {
    HomeKind.CHILDRENS_HOME: "C", HomeKind.SECURE_HOME: "X", HomeKind.SUPPORTED_ACCOMMODATION: "S",
    HomeKind.RESIDENTIAL_SCHOOL: "R", HomeKind.FAMILY_CENTRE: "P",
}  # fmt: skip


def stays(placements: pl.DataFrame) -> list[Stay]:
    """Placements of a history as stays, in their order."""
    return [
        Stay(
            row["child"], row["place"], row["provider"] or "", row["started"], row["ended"],
            row["reason_changed"] or "",
        )
        for row in placements.iter_rows(named=True)
    ]  # fmt: skip


def kind_of_house(row_kind: str, place: str) -> HomeKind | None:
    """The kind of house of a placement; None where it is with a family or somewhere else."""
    if place == FAMILY_CENTRE_CODE:
        return HomeKind.FAMILY_CENTRE
    return HOUSES.get(Kind(row_kind))


def houses(rng: Random, placements: pl.DataFrame) -> list[MadeUpHome]:
    """Children's homes, schools, supported accommodation: one for each Ofsted number, or postcode without one."""
    wanted = pl.col("kind").is_in([kind.value for kind in HOUSES]) | (pl.col("place") == FAMILY_CENTRE_CODE)
    found: list[MadeUpHome] = []
    known = placements.filter(wanted).with_columns(key=pl.coalesce("urn", "placement_postcode"))
    for number, part in enumerate(known.sort("key").partition_by("key", maintain_order=True)):
        first = part.row(0, named=True)
        kind = kind_of_house(first["kind"], first["place"]) or HomeKind.CHILDRENS_HOME
        there = stays(part)
        found.append(
            MadeUpHome(
                reference=f"{LETTERS[kind]}-{number + 1:03}",
                name=words.house(
                    number, words.SUPPORTED if kind is HomeKind.SUPPORTED_ACCOMMODATION else words.HOMES
                ),
                kind=kind,
                provider=first["provider"] or "",
                postcode=first["placement_postcode"] or "",
                places=max(most_at_once(there), int(rng.integers(2, 5))),
                ofsted_number=first["urn"] or "",
                stays=there,
            )
        )
    return found


def households(
    rng: Random, placements: pl.DataFrame, *, kind: Kind, letter: str, count: int | None = None
) -> list[MadeUpHome]:
    """Carers of a kind of placement for those who live with them now, some empty ones, and who lived there before.

    `count` is how many there are in all; without it a share of empty ones is added.
    """
    ours = placements.filter(pl.col("kind") == kind.value).sort("placement_postcode", "child")
    now, before = (
        ours.filter(pl.col("ended").is_null()),
        ours.filter(pl.col("ended").is_not_null()).sort("started", "child"),
    )
    found = _filled(rng, now, kind=kind, letter=letter)
    total = count if count is not None else round(len(found) * (1 + given.EMPTY_AGENCY_HOUSEHOLDS))
    spare = (before if before.height else now)["placement_postcode"].to_list() or [""]
    owners = (now if now.height else before)["urn"].to_list() or [""]
    for number in range(len(found), max(total, len(found))):
        at = int(rng.integers(len(spare)))
        found.append(
            _household(
                number, kind, letter, spare[at], owners[at % len(owners)], places=int(rng.integers(1, 4))
            )
        )
    _settle(rng, found, before)
    return found


def _filled(rng: Random, now: pl.DataFrame, *, kind: Kind, letter: str) -> list[MadeUpHome]:
    """Those who live there now, neighbours by postcode together, one to three in a household of one agency."""
    found: list[MadeUpHome] = []
    for part in now.partition_by("urn", maintain_order=True):
        rows, there = part.to_dicts(), stays(part)
        at = 0
        while at < len(rows):
            size = int(rng.choice(list(given.SIZES), p=list(given.SIZES.values())))
            together = there[at : at + size]
            more = int(len(together) < 3 and rng.random() < given.ONE_PLACE_MORE)
            first = rows[at]
            home = _household(
                len(found), kind, letter, first["placement_postcode"], first["urn"], len(together) + more
            )
            home.stays.extend(together)
            found.append(home)
            at += size
    return found


def _household(
    number: int, kind: Kind, letter: str, postcode: str | None, urn: str | None, places: int
) -> MadeUpHome:
    shift = {Kind.KINSHIP_FOSTERING: 96, Kind.AGENCY_FOSTERING: 192}.get(kind, 0)
    return MadeUpHome(
        reference=f"{letter}-{number + 1:03}",
        name=words.household(number + shift),
        kind=FOSTERING[kind],
        provider=urn or "",
        postcode=postcode or "",
        places=places,
    )


def _settle(rng: Random, found: list[MadeUpHome], before: pl.DataFrame) -> None:
    """Put those who have left into homes that had room for them then; who fits nowhere is left out."""
    for stay, urn in zip(stays(before), before["urn"].to_list(), strict=True):
        theirs = [home for home in found if home.provider == (urn or "")]
        for at in rng.permutation(len(theirs))[:20].tolist():
            if theirs[at].has_room_for(stay):
                theirs[at].stays.append(stay)
                break
