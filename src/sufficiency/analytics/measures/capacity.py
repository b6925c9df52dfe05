"""Homes and carers of our own: places, how many are filled, how many are free."""

from sufficiency.analytics.measures.declaring import Better, Certainty, Measure, Period
from sufficiency.analytics.measures.needs import kept_elsewhere
from sufficiency.analytics.measures.sources import LAIT, LOCAL, OFSTED_FOSTERING
from sufficiency.analytics.reference.units import Unit

HOME_REGISTER = kept_elsewhere("the register of our own homes with their places")
FOSTERING_REGISTER = kept_elsewhere("the register of approved foster carers with their places")

occupancy = Measure(
    id="home_occupancy",
    label="Nights occupied in our own children’s homes",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=LOCAL.item("occupied nights of registered places"),
    certainty=Certainty.FROM_MEMORY,
    needs=(HOME_REGISTER,),
    note="There is no national definition.",
)

approved_places = Measure(
    id="foster_capacity",
    label="Approved places with our own foster carers",
    unit=Unit.PLACES,
    better=Better.HIGHER,
    period=Period.AT_31_MARCH,
    source=LAIT.item("Number_Foster_Places(New)"),
    certainty=Certainty.READ,
    needs=(FOSTERING_REGISTER,),
)

filled_places = Measure(
    id="foster_filled",
    label="Approved places with our own foster carers that are filled",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    period=Period.AT_31_MARCH,
    source=LAIT.item("Number_Foster_Places_Filled(New)"),
    certainty=Certainty.READ,
    needs=(FOSTERING_REGISTER,),
)

vacant_places = Measure(
    id="foster_vacant",
    label="Approved places with our own foster carers that are free and available",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    period=Period.ANY_DAY,
    source=OFSTED_FOSTERING.item("filled, vacant and not available places"),
    certainty=Certainty.PARTLY_READ,
    needs=(FOSTERING_REGISTER,),
)

net_carers = Measure(
    id="foster_net",
    label="Foster carer households approved less those that left",
    unit=Unit.HOUSEHOLDS,
    better=Better.HIGHER,
    period=Period.YEAR,
    source=OFSTED_FOSTERING.item("approvals and deregistrations"),
    certainty=Certainty.PARTLY_READ,
    needs=(FOSTERING_REGISTER,),
)
