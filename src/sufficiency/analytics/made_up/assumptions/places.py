"""Homes, agencies and families: how many, where, and who runs them.

Shares marked with a year are England’s, from the Department for Education’s statistics on children looked after
(Open Government Licence v3.0).
"""

from sufficiency.analytics.made_up.states import Setting, settings

# Of placements with people rather than in homes: inside the county, just outside it, further away.
# 2024: 56% of foster placements inside, 24% outside within 20 miles, 14% further.
LOCATIONS = {
    Setting.KIN: (0.68, 0.14, 0.18), Setting.OWN_CARER: (0.76, 0.16, 0.08), Setting.AGENCY_CARER: (0.42, 0.31, 0.27),
    Setting.ADOPTERS: (0.28, 0.28, 0.44), Setting.UNREGISTERED: (0.5, 0.2, 0.3), Setting.CARE_HOME: (0.4, 0.2, 0.4),
    Setting.PARENTS: (0.7, 0.15, 0.15),
}  # fmt: skip
MILES_FROM_HOME = (8.0, 0.7)  # median and spread of what is looked for; what is found depends on the county
WITH_PARENTS_AT_HOME = 0.8
FAMILY_LIVES_INSIDE = 0.97

# The register: how many of each for each child looked after, the fewest there are, and where (as above).
HOMES_PER_CHILD = settings(home=0.025, supported=0.021, school=0.002, family_centre=0.002, secure=0.001)  # fmt: skip
FEWEST_HOMES = settings(home=8, supported=6, school=3, family_centre=3, secure=3)
HOME_LOCATIONS = {
    Setting.HOME: (0.30, 0.22, 0.48), Setting.SUPPORTED: (0.66, 0.2, 0.14), Setting.SCHOOL: (0.3, 0.3, 0.4),
    Setting.FAMILY_CENTRE: (0.4, 0.4, 0.2), Setting.SECURE: (0.0, 0.0, 1.0),
}  # fmt: skip
VOLUNTARY = settings(home=0.06, supported=0.15, school=0.35, family_centre=0.3)
SUPPORTED_IN_HOUSE = 0.05
PLACES_IN_A_HOME = (3, 6)
OWN_PLACES_PER_CHILD = 0.035
OWN_PLACES_IN_A_HOME = (2, 4)
OWN_HOME_FIRST = 0.21  # of placements in homes: an own home is tried first, and taken if a place is free
OWN_HOMES_OPENED_SINCE = 0.35  # of own homes, within the years returned
FOSTERING_AGENCIES_PER_CHILD = 0.012
FEWEST_AGENCIES = 6
AGENCY_OWNERS = {"PR4": 0.84, "PR5": 0.15, "PR2": 0.01}
ADOPTION_OWNERS = {"PR1": 0.55, "PR2": 0.20, "PR5": 0.25}  # as in 2024
HOSPITALS = 3
CUSTODIAL_PLACES = 2
FOSTERING_FOR_ADOPTION = 0.6  # of carers who adopt
