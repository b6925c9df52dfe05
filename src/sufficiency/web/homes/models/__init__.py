"""Facts about homes, and the constraints the database keeps (some of them by triggers: `triggers.py`)."""

from sufficiency.web.homes.models.confirming import Confirmation, ConfirmLink
from sufficiency.web.homes.models.living import Hold, Placement, Stop, TakenPlace
from sufficiency.web.homes.models.register import Approval, Home, Inspection, Offer, Provider, Resident

__all__ = [
    "Approval",
    "ConfirmLink",
    "Confirmation",
    "Hold",
    "Home",
    "Inspection",
    "Offer",
    "Placement",
    "Provider",
    "Resident",
    "Stop",
    "TakenPlace",
]
