"""Placement, legal status, provider and registration that must fit together."""

from collections.abc import Iterable
from datetime import date

import narwhals as nw
from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import rule
from sufficiency.analytics.returns.rules.derived_places import NO_NUMBER
from sufficiency.analytics.returns.rules.terms import blank, filled, one_of, same, text

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
FOSTERING = ("U1", "U2", "U3", "U4", "U5", "U6")
PLACED_FOR_ADOPTION = ("A3", "A4", "A5", "A6")
NOT_REGISTERED = ("P1", "P3", "R1", "R2", "R5", *TEMPORARY)
ADOPTION_PLACEMENTS_CHECKED_FROM = date(2015, 4, 1)


def other_placements(year: CheckedYear) -> frozenset[str]:
    """The codes of the year for placements of no described kind: one once, four since."""
    return year.codes("PLACE") & {"Z1", "Z11", "Z12", "Z13", "Z14"}


def without_provider(year: CheckedYear) -> Iterable[str]:
    """The placements that have no provider."""
    return (*TEMPORARY, *other_placements(year))


def without_number(year: CheckedYear) -> Iterable[str]:
    """The placements that Ofsted gives no number."""
    return (*NOT_REGISTERED, *other_placements(year))


@rule("378", flags="Episodes: PLACE LS")
def with_parents_by_agreement() -> nw.Expr:
    """A child placed with parents (P1) cannot be accommodated by agreement (V2)."""
    return one_of("PLACE", ["P1"]) & one_of("LS", ["V2"])


@rule("526", flags="Episodes: PLACE PLACE_PROVIDER", confirmed_from=2026)
def provider_is_missing(year: CheckedYear) -> nw.Expr:
    """The provider of the placement is missing."""
    return blank("PLACE_PROVIDER") & ~one_of("PLACE", without_provider(year))


@rule("550", flags="Episodes: PLACE PLACE_PROVIDER")
def parent_provides_another_placement() -> nw.Expr:
    """Only a placement with parents (P1) is provided by a parent (PR0)."""
    return one_of("PLACE_PROVIDER", ["PR0"]) & ~one_of("PLACE", ["P1"])


@rule("178", flags="Episodes: PLACE PLACE_PROVIDER", confirmed_from=2026)
def provider_is_unknown_or_not_expected(year: CheckedYear) -> nw.Expr:
    """The provider is not one of the allowed codes, or the placement is one without a provider."""
    # T4 is left to rule 213.
    unexpected = one_of("PLACE", set(without_provider(year)) - {"T4"})
    return filled("PLACE_PROVIDER") & (unexpected | ~one_of("PLACE_PROVIDER", year.codes("PLACE_PROVIDER")))


@rule(
    "213",
    flags="Episodes: PLACE PLACE_PROVIDER",
    suggestion="Leave PLACE_PROVIDER blank.",
    confirmed_from=2026,
)
def temporary_or_other_placement_has_a_provider(year: CheckedYear) -> nw.Expr:
    """No provider is recorded for a temporary (T0 to T4) or other placement."""
    return one_of("PLACE", without_provider(year)) & filled("PLACE_PROVIDER")


@rule("217", flags="Episodes: PLACE DECOM RNE")
def placed_with_own_carer_as_a_move() -> nw.Expr:
    """Placing a child for adoption with the current carer (A3, A5) is no move: RNE must be S, T or U."""
    # Earlier episodes were recorded under other guidance and stay as they are.
    recent = col("DECOM") >= nw.lit(ADOPTION_PLACEMENTS_CHECKED_FROM)
    return one_of("PLACE", ["A3", "A5"]) & recent & ~one_of("RNE", ["S", "T", "U"])


@rule("222", flags="Episodes: PLACE URN", confirmed_from=2026)
def number_of_an_unregistered_placement(year: CheckedYear) -> nw.Expr:
    """The placement is of a kind that Ofsted does not register, so it has no Ofsted number."""
    return one_of("PLACE", without_number(year)) & filled("URN") & ~one_of("URN", [NO_NUMBER])


@rule(
    "233",
    flags="Episodes: DEC REASON_PLACE_CHANGE",
    suggestion="Give REASON_PLACE_CHANGE when the placement ends.",
    from_year=2026,
)
def reason_for_change_before_the_end() -> nw.Expr:
    """A reason for changing the placement is given, but the episode has not ended."""
    # Other validators cannot run this one, because they look for a column that the return does not have.
    return text("DEC").is_null() & filled("REASON_PLACE_CHANGE")


@rule("392d", flags="Episodes: HOME_POST PL_POST PLACE")
def placed_at_home() -> nw.Expr:
    """Home and placement have one postcode, but the child is not placed with parents (P1)."""
    # As written: “AB1 2CD” and “AB12CD” are not told to be one place.
    return ~one_of("PLACE", ["P1"]) & same(col("HOME_POST"), col("PL_POST"))


@rule("516", flags="Episodes: REC PLACE")
def guardianship_to_a_carer_from_elsewhere() -> nw.Expr:
    """The former foster carer became special guardian (E45, E46), but the child was not in foster care."""
    return one_of("REC", ["E45", "E46"]) & ~one_of("PLACE", FOSTERING)


@rule("527", flags="Episodes: PLACE PLACE_PROVIDER")
def own_provision_of_a_place_outside_it() -> nw.Expr:
    """Parents, the health service and custody (P1, R2, R5) are not the authority’s own provision (PR1)."""
    return one_of("PLACE", ["P1", "R2", "R5"]) & one_of("PLACE_PROVIDER", ["PR1"])


@rule("528", flags="Episodes: PLACE PLACE_PROVIDER")
def another_authority_provides_a_place_outside_it() -> nw.Expr:
    """Parents, the health service and custody (P1, R2, R5) are not another authority’s provision (PR2)."""
    return one_of("PLACE", ["P1", "R2", "R5"]) & one_of("PLACE_PROVIDER", ["PR2"])


@rule("529", flags="Episodes: PLACE PLACE_PROVIDER")
def public_body_provides_family_or_home() -> nw.Expr:
    """Other public bodies (PR3) do not provide adoption, fostering, children’s homes or parents."""
    others = (*PLACED_FOR_ADOPTION, *FOSTERING, "K1", "K2", "P1")
    return one_of("PLACE_PROVIDER", ["PR3"]) & one_of("PLACE", others)


@rule("530", flags="Episodes: PLACE PLACE_PROVIDER")
def private_provider_of_parents() -> nw.Expr:
    """A placement with parents (P1) has no private provider (PR4)."""
    return one_of("PLACE", ["P1"]) & one_of("PLACE_PROVIDER", ["PR4"])


@rule("531", flags="Episodes: PLACE PLACE_PROVIDER")
def voluntary_provider_of_parents() -> nw.Expr:
    """A placement with parents (P1) has no voluntary provider (PR5)."""
    return one_of("PLACE", ["P1"]) & one_of("PLACE_PROVIDER", ["PR5"])
