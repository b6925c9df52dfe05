"""Kinds of placement, used alike by measures, forecast and money, from PLACE and PLACE_PROVIDER."""

from enum import StrEnum

import polars as pl


class Kind(StrEnum):
    """A kind of placement. The order here is the order shown everywhere."""

    KINSHIP_FOSTERING = "kinship_fostering"
    IN_HOUSE_FOSTERING = "in_house_fostering"
    AGENCY_FOSTERING = "agency_fostering"
    IN_HOUSE_RESIDENTIAL = "in_house_residential"
    EXTERNAL_RESIDENTIAL = "external_residential"
    SECURE = "secure"
    SUPPORTED_ACCOMMODATION = "supported_accommodation"
    WITH_PARENTS = "with_parents"
    ADOPTION = "adoption"
    RESIDENTIAL_SCHOOL = "residential_school"
    OTHER_RESIDENTIAL = "other_residential"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in words."""
        return LABELS[self]


LABELS = {
    Kind.KINSHIP_FOSTERING: "Kinship fostering",
    Kind.IN_HOUSE_FOSTERING: "In-house fostering",
    Kind.AGENCY_FOSTERING: "Agency fostering",
    Kind.IN_HOUSE_RESIDENTIAL: "In-house residential",
    Kind.EXTERNAL_RESIDENTIAL: "External residential",
    Kind.SECURE: "Secure children’s home",
    Kind.SUPPORTED_ACCOMMODATION: "Supported accommodation",
    Kind.WITH_PARENTS: "With parents",
    Kind.ADOPTION: "Placed for adoption",
    Kind.RESIDENTIAL_SCHOOL: "Residential school",
    Kind.OTHER_RESIDENTIAL: "Other residential",
    Kind.OTHER: "Other",
}

IN_HOUSE_PROVIDER = "PR1"
TEMPORARY_PLACES = ("T0", "T1", "T2", "T3", "T4")
SHORT_BREAK_STATUSES = ("V3", "V4")

# Another authority's carers (PR2) count as agency fostering; they stay visible by provider.
_BY_PLACE = {
    **dict.fromkeys(("U1", "U2", "U3"), Kind.KINSHIP_FOSTERING),
    **dict.fromkeys(("U4", "U5", "U6"), Kind.AGENCY_FOSTERING),
    "K2": Kind.EXTERNAL_RESIDENTIAL,
    "K1": Kind.SECURE,
    **dict.fromkeys(("K3", "H5", "P2"), Kind.SUPPORTED_ACCOMMODATION),
    "P1": Kind.WITH_PARENTS,
    **dict.fromkeys(("A3", "A4", "A5", "A6"), Kind.ADOPTION),
    "S1": Kind.RESIDENTIAL_SCHOOL,
    **dict.fromkeys(("R1", "R2", "R3", "R5", "P3"), Kind.OTHER_RESIDENTIAL),
}
_IN_HOUSE = {
    Kind.AGENCY_FOSTERING: Kind.IN_HOUSE_FOSTERING,
    Kind.EXTERNAL_RESIDENTIAL: Kind.IN_HOUSE_RESIDENTIAL,
}


def kind_of(place: str, provider: str | None = None) -> Kind:
    """The kind of placement for a placement code and a provider code."""
    kind = _BY_PLACE.get(place, Kind.OTHER)
    return _IN_HOUSE.get(kind, kind) if provider == IN_HOUSE_PROVIDER else kind


def kind_expression(place: pl.Expr, provider: pl.Expr) -> pl.Expr:
    """The same as `kind_of`, for columns of a frame."""
    kind = place.replace_strict(_BY_PLACE, default=Kind.OTHER, return_dtype=pl.String)
    in_house = kind.replace(_IN_HOUSE)
    return pl.when(provider == IN_HOUSE_PROVIDER).then(in_house).otherwise(kind)
