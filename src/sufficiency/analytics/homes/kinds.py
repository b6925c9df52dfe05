"""Kinds of provider and of home, and which kind of placement a child there is in."""

from enum import StrEnum

from sufficiency.analytics.reference.kinds import Kind, kind_of


class ProviderKind(StrEnum):
    """Who runs homes. The order here is the order shown everywhere."""

    OWN_SERVICE = "own_service"
    OTHER_AUTHORITY = "other_authority"
    FOSTERING_AGENCY = "fostering_agency"
    CHILDRENS_HOME_COMPANY = "childrens_home_company"
    VOLUNTARY = "voluntary"
    SUPPORTED_ACCOMMODATION_COMPANY = "supported_accommodation_company"
    SCHOOL = "school"
    HEALTH = "health"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _PROVIDERS[self][0]

    @property
    def code(self) -> str:
        """Its code in the return (PLACE_PROVIDER)."""
        return _PROVIDERS[self][1]


_PROVIDERS = {
    ProviderKind.OWN_SERVICE: ("Our own service", "PR1"),
    ProviderKind.OTHER_AUTHORITY: ("Another authority", "PR2"),
    ProviderKind.FOSTERING_AGENCY: ("Independent fostering agency", "PR4"),
    ProviderKind.CHILDRENS_HOME_COMPANY: ("Children’s home company", "PR4"),
    ProviderKind.VOLUNTARY: ("Voluntary organisation", "PR5"),
    ProviderKind.SUPPORTED_ACCOMMODATION_COMPANY: ("Supported accommodation company", "PR4"),
    ProviderKind.SCHOOL: ("Independent special school", "PR4"),
    ProviderKind.HEALTH: ("Health service", "PR3"),
}


class HomeKind(StrEnum):
    """Where a child can live. The order here is the order shown everywhere."""

    CARERS = "carers"
    CONNECTED_CARERS = "connected_carers"
    CHILDRENS_HOME = "childrens_home"
    SUPPORTED_ACCOMMODATION = "supported_accommodation"
    RESIDENTIAL_SCHOOL = "residential_school"
    FAMILY_CENTRE = "family_centre"
    SECURE_HOME = "secure_home"
    UNREGISTERED = "unregistered"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _HOMES[self][0]

    @property
    def usual_code(self) -> str:
        """The placement code (PLACE) of a child there, unless someone says another."""
        return _HOMES[self][1][0]

    @property
    def codes(self) -> tuple[str, ...]:
        """The placement codes (PLACE) that a child there may have, the usual one first."""
        return _HOMES[self][1]

    @property
    def is_fostering(self) -> bool:
        """Whether a family cares for the children, so that the usual fostering limit holds."""
        return self in (HomeKind.CARERS, HomeKind.CONNECTED_CARERS)

    @property
    def is_named_by_people(self) -> bool:
        """Whether its name is that of the people who live there."""
        return self.is_fostering


_HOMES = {
    HomeKind.CARERS: ("Carer household", ("U6", "U4", "U5")),
    HomeKind.CONNECTED_CARERS: ("Kinship carer household", ("U3", "U1", "U2")),
    HomeKind.CHILDRENS_HOME: ("Children’s home", ("K2",)),
    HomeKind.SUPPORTED_ACCOMMODATION: ("Supported accommodation", ("K3", "H5", "P2")),
    HomeKind.RESIDENTIAL_SCHOOL: ("Special school with residence", ("S1",)),
    HomeKind.FAMILY_CENTRE: ("Family assessment centre", ("R3",)),
    HomeKind.SECURE_HOME: ("Secure children’s home", ("K1",)),
    HomeKind.UNREGISTERED: ("Setting that is not registered", ("Z11", "Z12", "Z13", "Z14", "Z1")),
}


def kind_of_placement(home: HomeKind, provider: ProviderKind) -> Kind:
    """The kind of placement that a child in such a home is in, as measures, forecast and money count it."""
    return kind_of(home.usual_code, provider.code)
