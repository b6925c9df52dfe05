"""Placement, legal status and provider that must fit together."""

import narwhals as nw

from sufficiency.analytics.returns.rules.declaring import rule
from sufficiency.analytics.returns.rules.terms import blank, one_of

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
OTHER_PLACEMENTS = ("Z11", "Z12", "Z13", "Z14")
WITHOUT_PROVIDER = (*TEMPORARY, *OTHER_PLACEMENTS)


@rule("378", flags="Episodes: PLACE LS")
def with_parents_by_agreement() -> nw.Expr:
    """A child placed with parents (P1) cannot be accommodated by agreement (V2)."""
    return one_of("PLACE", ["P1"]) & one_of("LS", ["V2"])


@rule("526", flags="Episodes: PLACE PLACE_PROVIDER", confirmed_from=2026)
def provider_is_missing() -> nw.Expr:
    """The provider of the placement is missing."""
    return blank("PLACE_PROVIDER") & ~one_of("PLACE", WITHOUT_PROVIDER)


@rule("550", flags="Episodes: PLACE PLACE_PROVIDER")
def parent_provides_another_placement() -> nw.Expr:
    """Only a placement with parents (P1) is provided by a parent (PR0)."""
    return one_of("PLACE_PROVIDER", ["PR0"]) & ~one_of("PLACE", ["P1"])
