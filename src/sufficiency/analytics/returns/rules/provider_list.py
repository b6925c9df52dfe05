"""Ofsted's numbers beside the list of providers: known, open, and of the kind the episode says."""

from narwhals import col

from sufficiency.analytics.returns.checked_year import CheckedYear
from sufficiency.analytics.returns.rules.declaring import Frame, rule
from sufficiency.analytics.returns.rules.derived_places import is_ours, plain
from sufficiency.analytics.returns.rules.terms import SHORT_BREAKS, blank, day_or, filled, one_of, same

# Placements at an address of their own, where the provider's postcode is the child's.
AT_THE_ADDRESS = ("K1", "K2", "K3", "R3", "S1")


def not_listed_for(episodes_with_provider: Frame, providers: Frame, column: str, codes: str) -> Frame:
    """Episodes whose code is not among the provider's, with commas between them; also without a provider."""
    separate = col(codes).str.replace_all(" ", "", literal=True).str.split(",")
    allowed = providers.select(codes, separate.alias(column), URN="urn").explode(column)
    # The whole list of codes stands in for the row, because a number may be listed twice.
    return episodes_with_provider.join(allowed, on=["URN", codes, column], how="anti")


@rule("1008", flags="Episodes: URN")
def number_is_not_listed(episodes_with_provider: Frame) -> Frame:
    """Ofsted’s number is not in the list of providers."""
    return episodes_with_provider.filter(blank("listed"))


@rule("219", flags="Episodes: URN PLACE", why="URN {URN} is listed for {place_codes}; PLACE is {PLACE}.")
def placement_is_not_listed(episodes_with_provider: Frame, providers: Frame) -> Frame:
    """The provider with this Ofsted number is not listed for this kind of placement."""
    return not_listed_for(episodes_with_provider, providers, "PLACE", "place_codes")


@rule(
    "224",
    flags="Episodes: URN PLACE_PROVIDER",
    why="URN {URN} is listed for {provider_codes}; PLACE_PROVIDER is {PLACE_PROVIDER}.",
)
def kind_of_provider_is_not_listed(episodes_with_provider: Frame, providers: Frame) -> Frame:
    """The provider with this Ofsted number is listed as another kind of provider."""
    return not_listed_for(episodes_with_provider, providers, "PLACE_PROVIDER", "provider_codes")


@rule(
    "221",
    flags="Episodes: URN PL_POST",
    why="PL_POST is {PL_POST}, but URN {URN} is listed at {postcode}.",
    confirmed_from=2025,
)
def postcode_is_not_the_providers(episodes_with_provider: Frame) -> Frame:
    """The postcode of the placement is not that of the home with this Ofsted number."""
    # Foster carers live elsewhere than their agency, so only homes are compared.
    at_an_address = ~one_of("LS", SHORT_BREAKS) & one_of("PLACE", AT_THE_ADDRESS) & filled("PL_POST")
    return episodes_with_provider.filter(at_an_address & ~same(plain("PL_POST"), plain("postcode")))


CLOSED = "URN {URN} closed on {closed_on}; the episode has DECOM {DECOM} and DEC {DEC}."


@rule("227", flags="Episodes: URN DECOM", why=CLOSED)
def starts_after_the_provider_closed(episodes_with_provider: Frame) -> Frame:
    """The episode starts when the provider with this Ofsted number had closed."""
    return episodes_with_provider.filter(col("DECOM") >= col("closed_on"))


@rule("228", flags="Episodes: URN DEC", why=CLOSED)
def ends_after_the_provider_closed(episodes_with_provider: Frame, year: CheckedYear) -> Frame:
    """The episode goes on after the provider with this Ofsted number closed."""
    # An open episode is taken to last to the end of the year.
    return episodes_with_provider.filter(day_or("DEC", year.end) > col("closed_on"))


@rule(
    "229",
    flags="Episodes: URN PLACE_PROVIDER",
    why="PLACE_PROVIDER is {PLACE_PROVIDER}; URN {URN} is listed at {postcode} (authority {area}).",
)
def own_provision_by_the_providers_address(
    episodes_with_provider: Frame, postcodes: Frame, authority: str
) -> Frame:
    """Whether the provider is in the authority does not agree with own provision (PR1) or another’s (PR2)."""
    # The list names authorities in words; the postcode tells the code. Not known counts as not ours.
    looked_up = episodes_with_provider.with_columns(at=plain("postcode"))
    areas = postcodes.select(at=col("postcode"), area=col("authority"))
    there = looked_up.join(areas, on="at", how="left")
    own, others = one_of("PLACE_PROVIDER", ["PR1"]), one_of("PLACE_PROVIDER", ["PR2"])
    ours = is_ours("area", authority)
    return there.filter((own & ~ours) | (others & ours))
