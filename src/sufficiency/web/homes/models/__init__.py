"""Facts about homes, and the constraints the database keeps (some of them by triggers: `triggers.py`)."""

from sufficiency.web.homes.models.changes import Change
from sufficiency.web.homes.models.confirming import Confirmation, ConfirmLink
from sufficiency.web.homes.models.listed import OfstedEntry
from sufficiency.web.homes.models.living import Hold, Placement, Stop, TakenPlace
from sufficiency.web.homes.models.register import Approval, Home, Inspection, Offer, Provider, Resident

__all__ = [
    "Approval",
    "Change",
    "ConfirmLink",
    "Confirmation",
    "Hold",
    "Home",
    "Inspection",
    "Offer",
    "OfstedEntry",
    "Placement",
    "Provider",
    "Resident",
    "Stop",
    "TakenPlace",
]
