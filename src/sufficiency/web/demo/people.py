"""The made-up people, one in each role. Nobody has these names because of anyone real."""

from dataclasses import dataclass

AUTHORITY_CODE = "E10000003"  # the county whose postcodes the made-up children borrow
AUTHORITY_NAME = "Fenland County Council (made up)"
AUTHORITY_REGION = "East of England"


@dataclass(frozen=True)
class DemoPerson:
    """A made-up colleague."""

    name: str
    role: str

    @property
    def email(self) -> str:
        """An address that can receive nothing."""
        return f"{self.name.split(' ')[0].lower()}@demo.invalid"


PEOPLE = (
    DemoPerson("Amira Hassan", "placement_officer"),
    DemoPerson("Ben Carter", "social_worker"),
    DemoPerson("Helen Marsh", "team_manager"),
    DemoPerson("Carol Whitfield", "panel_administrator"),
    DemoPerson("Dev Patel", "panel_member"),
    DemoPerson("Efua Boateng", "commissioner"),
    DemoPerson("Ines Duarte", "finance_officer"),
    DemoPerson("Farid Rahimi", "analyst"),
    DemoPerson("Joan Ellery", "reviewing_officer"),
    DemoPerson("Grace Okafor", "councillor"),
    DemoPerson("Kit Lomax", "provider"),
    DemoPerson("Lena Novak", "data_protection_officer"),
    DemoPerson("Marek Zielinski", "system_administrator"),
)
