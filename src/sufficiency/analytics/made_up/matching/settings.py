"""What kind of world is made up, and the assumptions behind each. Sizes are invented; signs follow the evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How plenty, how near and how well known homes are."""

    name: str
    homes_a_request: float
    rural: bool = False
    unknown: float = 0.0
    """The share of facts about homes that nobody has recorded."""


DEFAULT = Setting(name="default", homes_a_request=5.0)
SCARCE = Setting(name="scarce", homes_a_request=1.0)
RURAL = Setting(name="rural", homes_a_request=4.0, rural=True)
MISSING_DATA = Setting(name="missing data", homes_a_request=5.0, unknown=0.3)
SETTINGS = (DEFAULT, SCARCE, RURAL, MISSING_DATA)

# How many of each kind of home, of a hundred.
KINDS = {
    "kinship_fostering": 4,
    "in_house_fostering": 38,
    "agency_fostering": 30,
    "in_house_residential": 6,
    "external_residential": 12,
    "supported_accommodation": 8,
    "secure": 1,
    "other": 1,
}
WEEKLY_COST = {  # pounds; for showing beside the fit only
    "kinship_fostering": 300,
    "in_house_fostering": 460,
    "agency_fostering": 840,
    "in_house_residential": 3_400,
    "external_residential": 4_600,
    "supported_accommodation": 950,
}
GROUP_SIZES = {1: 78, 2: 15, 3: 5, 4: 2}
IDENTITY_NEEDS = ("halal food", "a mosque near by", "Polish spoken", "care for Afro hair", "a church near by")
HEALTH_AREAS = ("north", "south", "fens")
