"""The words in which needs and homes are described: domains of need, essentials, features, tiers."""

from enum import IntEnum, StrEnum

from sufficiency.analytics.reference.kinds import Kind


class Domain(StrEnum):
    """A domain of need, each 0 (none) to 3 (very high); a home's skills use the same scale."""

    HEALTH = "health"
    EMOTIONAL = "emotional"
    BEHAVIOUR = "behaviour"
    COMMUNICATION = "communication"
    PERSONAL_CARE = "personal_care"
    EXPLOITATION = "exploitation"
    ATTACHMENT = "attachment"
    INDEPENDENCE = "independence"

    @property
    def label(self) -> str:
        """The domain in words."""
        return DOMAINS[self]


DOMAINS = {
    Domain.HEALTH: "Physical health",
    Domain.EMOTIONAL: "Emotional and mental health",
    Domain.BEHAVIOUR: "Behaviour that needs skilled care",
    Domain.COMMUNICATION: "Communication, language and learning",
    Domain.PERSONAL_CARE: "Disability and personal care",
    Domain.EXPLOITATION: "Safety from exploitation and going missing",
    Domain.ATTACHMENT: "Attachment and past trauma",
    Domain.INDEPENDENCE: "Getting ready for independence",
}
HIGHEST_LEVEL = 3


class Essential(StrEnum):
    """What a child cannot do without; an officer marks it sparingly."""

    WHEELCHAIR = "wheelchair"
    GROUND_FLOOR = "ground_floor"
    MEDICAL_SKILL = "medical_skill"
    SIGNING = "signing"
    TWO_ADULTS = "two_adults"
    SOLO = "solo"
    WAKING_NIGHT = "waking_night"

    @property
    def label(self) -> str:
        """The essential in words."""
        return ESSENTIALS[self]


ESSENTIALS = {
    Essential.WHEELCHAIR: "wheelchair access",
    Essential.GROUND_FLOOR: "ground-floor bedroom",
    Essential.MEDICAL_SKILL: "trained medical care",
    Essential.SIGNING: "British Sign Language",
    Essential.TWO_ADULTS: "two adults to one child",
    Essential.SOLO: "no other children in the home",
    Essential.WAKING_NIGHT: "an adult awake at night",
}


class Feature(StrEnum):
    """What a home is like, as far as children's wishes speak of it."""

    FOSTER_FAMILY = "foster_family"
    CHILDRENS_HOME = "childrens_home"
    OWN_ROOM = "own_room"
    SHARED_ROOM = "shared_room"
    PETS = "pets"
    GARDEN = "garden"
    OTHER_CHILDREN = "other_children"
    ONE_CARER = "one_carer"
    TOWN = "town"
    COUNTRYSIDE = "countryside"

    @property
    def label(self) -> str:
        """The feature in words."""
        return FEATURES[self]


FEATURES = {
    Feature.FOSTER_FAMILY: "a foster family",
    Feature.CHILDRENS_HOME: "a children’s home",
    Feature.OWN_ROOM: "a room of their own",
    Feature.SHARED_ROOM: "a shared room",
    Feature.PETS: "pets",
    Feature.GARDEN: "a garden",
    Feature.OTHER_CHILDREN: "other children",
    Feature.ONE_CARER: "one carer",
    Feature.TOWN: "living in a town",
    Feature.COUNTRYSIDE: "living in the country",
}


# What can differ within a kind of home; whether it is a family or a children's home its kind says.
OF_WISHES = tuple(
    feature for feature in Feature if feature not in (Feature.FOSTER_FAMILY, Feature.CHILDRENS_HOME)
)


class Identity(StrEnum):
    """How a home would meet one identity need the child has named."""

    MET = "met"
    SUPPORTED = "supported"
    NOT_YET = "not_yet"


class Stay(StrEnum):
    """How long a stay is meant to be, and what a home is approved for."""

    EMERGENCY = "emergency"
    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"
    PARENT_AND_CHILD = "parent_and_child"


class Anchor(StrEnum):
    """A place a child keeps going to."""

    FAMILY = "family"
    SCHOOL = "school"
    HEALTH = "health"
    OTHER = "other"


class Mix(StrEnum):
    """Children or animals a child should not live with."""

    YOUNGER_CHILDREN = "younger_children"
    OLDER_CHILDREN = "older_children"
    ANY_CHILDREN = "any_children"
    ANIMALS = "animals"


class Tier(IntEnum):
    """The order of preference in law and council policy; every tier is always shown."""

    KIN = 0
    IN_HOUSE = 1
    AGENCY = 2
    RESIDENTIAL = 3
    SUPPORTED = 4

    @property
    def label(self) -> str:
        """The tier in words."""
        return TIERS[self]

    @property
    def code(self) -> str:
        """The tier as files write it."""
        return self.name.lower()


TIERS = {
    Tier.KIN: "Kin",
    Tier.IN_HOUSE: "In-house fostering",
    Tier.AGENCY: "Agency fostering",
    Tier.RESIDENTIAL: "Residential",
    Tier.SUPPORTED: "Supported (16 and over)",
}

TIER_OF = {
    Kind.KINSHIP_FOSTERING: Tier.KIN,
    Kind.IN_HOUSE_FOSTERING: Tier.IN_HOUSE,
    Kind.AGENCY_FOSTERING: Tier.AGENCY,
    Kind.SUPPORTED_ACCOMMODATION: Tier.SUPPORTED,
}
FOSTERING = frozenset({Kind.KINSHIP_FOSTERING, Kind.IN_HOUSE_FOSTERING, Kind.AGENCY_FOSTERING})
RESIDENTIAL = frozenset({Kind.IN_HOUSE_RESIDENTIAL, Kind.EXTERNAL_RESIDENTIAL, Kind.RESIDENTIAL_SCHOOL})


def tier_of(kind: Kind) -> Tier:
    """The tier of a kind of placement; what is no family and not supported is residential."""
    return TIER_OF.get(kind, Tier.RESIDENTIAL)
