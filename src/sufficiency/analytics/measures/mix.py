"""Where children live and who provides it: shares of all children looked after at 31 March."""

from narwhals import col

from sufficiency.analytics.measures.care import children_in_care
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import share
from sufficiency.analytics.measures.inputs import Frame, Inputs
from sufficiency.analytics.measures.placement_codes import (
    CHILDRENS_HOMES,
    FOSTERING,
    INDEPENDENT,
    KINSHIP_FOSTERING,
    OPEN_CHILDRENS_HOME,
    OTHER,
    OWN_PROVISION,
    PROVIDERS,
    SUPPORTED,
    WITH_PARENTS,
)
from sufficiency.analytics.measures.sources import CLA, LAIT, LOCAL
from sufficiency.analytics.reference.units import Unit


def children_with_a_provider(inputs: Inputs) -> Frame:
    """Children in care whose provider is reported, those placed with parents left out."""
    return children_in_care(inputs).filter(col("provider").is_in(PROVIDERS) & (col("place") != WITH_PARENTS))


def children_in_fostering(inputs: Inputs) -> Frame:
    """Children in care with foster carers."""
    return children_in_care(inputs).filter(col("place").is_in(FOSTERING))


def children_in_open_homes(inputs: Inputs) -> Frame:
    """Children in care in children's homes that are not secure."""
    return children_in_care(inputs).filter(col("place") == OPEN_CHILDRENS_HOME)


# England, 31 March 2025: 67%.
in_foster_care = Measure(
    id="mix_foster",
    label="Children in foster care",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC_Foster_Placements"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=share(col("place").is_in(FOSTERING)),
)

with_kinship_carers = Measure(
    id="mix_kinship",
    label="Children with kinship foster carers",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=CLA.item("placement, national tables"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=share(col("place").is_in(KINSHIP_FOSTERING)),
)

# England, 31 March 2025: 12%.
in_childrens_homes = Measure(
    id="mix_residential",
    label="Children in secure homes and children’s homes",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC_SecHome_And_ChildHome"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=share(col("place").is_in(CHILDRENS_HOMES)),
)

# England, 31 March 2025: 9%.
in_supported_accommodation = Measure(
    id="mix_supported",
    label="Children in supported accommodation or living independently",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC_Ind_SInd_Liv_Arr"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=share(col("place").is_in(SUPPORTED)),
)

# England, 31 March 2025: 3%.
in_other_placements = Measure(
    id="mix_other",
    label="Children in other placements",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC_Other_Place_Inc_Unreg"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=share(col("place").is_in(OTHER)),
    note="Unregistered settings are among these.",
)

# England, 31 March 2025: 6%. LAIT calls more of it better; that is not how practice reads it.
placed_with_parents = Measure(
    id="mix_parents",
    label="Children placed with parents",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LAC_Parents_OR_Others"),
    certainty=Certainty.READ,
    population=children_in_care,
    figure=share(col("place") == WITH_PARENTS),
)

# With parents there is no provider to choose, so those children would only blur the share.
own_provision = Measure(
    id="provider_inhouse",
    label="Children in the authority’s own provision",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=CLA.item("placement provider"),
    certainty=Certainty.PARTLY_READ,
    population=children_with_a_provider,
    figure=share(col("provider") == OWN_PROVISION),
    note="Of children with a reported provider and not with parents; published tables use all children.",
)

independent_provision = Measure(
    id="provider_independent",
    label="Children with private and voluntary providers",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=CLA.item("placement provider"),
    certainty=Certainty.PARTLY_READ,
    population=children_with_a_provider,
    figure=share(col("provider").is_in(INDEPENDENT)),
    note="Of children with a reported provider and not with parents; published tables use all children.",
)

# Kinship carers are the authority's own where their provider is PR1.
own_foster_carers = Measure(
    id="foster_inhouse",
    label="Fostered children with the authority’s own carers",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=LOCAL.item("after the national table of placement by provider"),
    certainty=Certainty.READ,
    population=children_in_fostering,
    figure=share(col("provider") == OWN_PROVISION),
)

# K1 is left out: an authority without a secure home of its own has no choice of provider.
own_childrens_homes = Measure(
    id="residential_inhouse",
    label="Children in children’s homes who are in the authority’s own",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=LOCAL.item("after the national table of placement by provider"),
    certainty=Certainty.READ,
    population=children_in_open_homes,
    figure=share(col("provider") == OWN_PROVISION),
)
