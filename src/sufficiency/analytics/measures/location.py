"""How far from home, and on which side of the boundary, children live at 31 March."""

import narwhals as nw
from narwhals import Expr, col

from sufficiency.analytics.measures.care import children_in_care
from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.figures import share
from sufficiency.analytics.measures.inputs import Frame, Inputs, computed_once, lazy
from sufficiency.analytics.measures.needs import AUTHORITY, POSTCODES, Need, kept_elsewhere
from sufficiency.analytics.measures.placement_codes import FOSTERING, OPEN_CHILDRENS_HOME, SUPPORTED
from sufficiency.analytics.measures.sources import CLA, LAIT
from sufficiency.analytics.reference.postcodes import with_location
from sufficiency.analytics.reference.units import Unit

FAR_MILES = 20


@computed_once
def children_with_places(inputs: Inputs) -> Frame:
    """Children in care with distance_miles from home and is_outside the authority, null where not known.

    Distance is not known for children without a home postcode, such as unaccompanied children. Wales and
    Scotland are outside.
    """
    children = inputs.rows(children_in_care).to_polars()
    if inputs.postcodes is None:
        raise ValueError("Places need a list of postcodes.")
    located = with_location(
        children,
        home="home_postcode",
        placement="placement_postcode",
        authority=inputs.authority,
        postcodes=inputs.postcodes,
    )
    return lazy(located).with_columns(
        distance_miles=col("PL_DISTANCE"), is_outside=col("PL_LOCATION") == "OUT", setting=_setting()
    )


def _setting() -> Expr:
    """The settings that tables of placements outside the boundary tell apart."""
    place = col("place")
    named = {"foster": FOSTERING, "residential": (OPEN_CHILDRENS_HOME,), "supported": SUPPORTED}
    setting: Expr = nw.lit("other")
    for name, codes in named.items():
        setting = nw.when(place.is_in(codes)).then(nw.lit(name)).otherwise(setting)
    return setting


def children_with_a_known_place(inputs: Inputs) -> Frame:
    """Children in care whose placement postcode was found."""
    return children_with_places(inputs).filter(~col("PL_LA").is_null())


def fostered_with_a_known_place(inputs: Inputs) -> Frame:
    """Fostered children whose placement postcode was found."""
    return children_with_a_known_place(inputs).filter(col("setting") == "foster")


def in_homes_with_a_known_place(inputs: Inputs) -> Frame:
    """Children in open children's homes whose placement postcode was found."""
    return children_with_a_known_place(inputs).filter(col("setting") == "residential")


def _no_placement_found(inputs: Inputs) -> str | None:
    found = len(inputs.rows(children_with_a_known_place))
    return (
        None if found else f"No placement postcode of {inputs.year} could be found in the list of postcodes."
    )


def _no_distance_found(inputs: Inputs) -> str | None:
    found = inputs.rows(children_with_places)["distance_miles"].count()
    return (
        None
        if found
        else f"No child of {inputs.year} has a home and a placement postcode that could be found."
    )


PLACEMENT_POSTCODES = Need("placement postcodes that exist", _no_placement_found)
BOTH_POSTCODES = Need("home and placement postcodes that exist", _no_distance_found)

# The published share has children of unknown distance in its denominator, which makes it look smaller.
far_from_home = Measure(
    id="over_20_miles",
    label="Children placed more than 20 miles from home",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=CLA.item("distance between home and placement"),
    certainty=Certainty.READ,
    population=children_with_places,
    figure=share(col("distance_miles") > FAR_MILES),
    needs=(POSTCODES, BOTH_POSTCODES),
    note="Of all children, those whose distance is not known included, as published.",
)

far_and_outside = Measure(
    id="over_20_outside",
    label="Children placed more than 20 miles from home and outside the authority",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("LACDistance"),
    certainty=Certainty.READ,
    population=children_with_places,
    figure=share((col("distance_miles") > FAR_MILES) & col("is_outside")),
    needs=(AUTHORITY, POSTCODES, BOTH_POSTCODES),
)

# Known places only: an unknown postcode says nothing about the side of the boundary.
outside_authority = Measure(
    id="outside_la",
    label="Children placed outside the authority",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=CLA.item("locality of placement"),
    certainty=Certainty.READ,
    population=children_with_a_known_place,
    figure=share(col("is_outside")),
    needs=(AUTHORITY, POSTCODES, PLACEMENT_POSTCODES),
    by=("setting",),
    note="Of children whose placement is known.",
)

fostered_outside = Measure(
    id="outside_la_foster",
    label="Fostered children placed outside the authority",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=CLA.item("placement by locality, national table"),
    certainty=Certainty.READ,
    population=fostered_with_a_known_place,
    figure=share(col("is_outside")),
    needs=(AUTHORITY, POSTCODES, PLACEMENT_POSTCODES),
)

in_homes_outside = Measure(
    id="outside_la_residential",
    label="Children in children’s homes outside the authority",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    period=Period.AT_31_MARCH,
    source=CLA.item("placement by locality, national table"),
    certainty=Certainty.READ,
    population=in_homes_with_a_known_place,
    figure=share(col("is_outside")),
    needs=(AUTHORITY, POSTCODES, PLACEMENT_POSTCODES),
)

net_gain_of_placements = Measure(
    id="net_gain",
    label="Other authorities’ children placed here less our own placed elsewhere",
    unit=Unit.NET_CHILDREN,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=CLA.item("net gain of placements"),
    certainty=Certainty.READ,
    needs=(kept_elsewhere("the returns of all other authorities, or the published table"),),
)
