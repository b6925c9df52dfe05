"""The states that made-up life courses move between, numbered so that whole populations move at once."""

from enum import IntEnum, auto


class Course(IntEnum):
    """What a period of care turns out to be, known to the simulation from its first day."""

    SHORT = 0  # a crisis; home within weeks
    HOME = auto()  # home after proceedings or support
    ORDER = auto()  # to guardians or relatives under an order
    ADOPTION = auto()
    LONG = auto()  # long-term care from childhood
    TEEN = auto()  # came as a teenager
    REMAND = auto()
    ALONE = auto()  # unaccompanied and seeking asylum


class Exit(IntEnum):
    """How a period of care ends."""

    EIGHTEEN = 0
    HOME_PLANNED = auto()
    HOME_UNPLANNED = auto()
    RELATIVE = auto()
    GUARDIANSHIP = auto()
    ARRANGEMENTS = auto()
    ADOPTED = auto()
    INDEPENDENT = auto()
    TRANSFER = auto()
    AGE_ASSESSED = auto()
    ABROAD = auto()
    DIED = auto()
    REMAND_ENDED = auto()
    SENTENCED = auto()
    OTHER = auto()


class Setting(IntEnum):
    """Where a child lives, a little finer than the kinds of placement shown."""

    KIN = 0
    OWN_CARER = auto()
    AGENCY_CARER = auto()
    HOME = auto()
    SECURE = auto()
    SUPPORTED = auto()
    PARENTS = auto()
    ADOPTERS = auto()
    SCHOOL = auto()
    CARE_HOME = auto()
    HOSPITAL = auto()
    FAMILY_CENTRE = auto()
    CUSTODY = auto()
    UNREGISTERED = auto()


class Status(IntEnum):
    """Legal statuses used."""

    C1 = 0
    C2 = auto()
    E1 = auto()
    V2 = auto()
    L1 = auto()
    L2 = auto()
    J1 = auto()
    J2 = auto()


class AgeGroup(IntEnum):
    """Age groups in which habits of placing differ; the last two are for unaccompanied children."""

    NEWBORN = 0
    UNDER_5 = auto()
    UNDER_10 = auto()
    UNDER_16 = auto()
    OLDEST = auto()
    ALONE_UNDER_16 = auto()
    ALONE_OLDEST = auto()


FOSTERING = (Setting.KIN, Setting.OWN_CARER, Setting.AGENCY_CARER)
CARE_ORDERS = (Status.C1, Status.C2)


def settings(**weights: float) -> dict[Setting, float]:
    """Weights of settings by name, such as own_carer=2."""
    return {Setting[name.upper()]: weight for name, weight in weights.items()}


def courses(**weights: float) -> dict[Course, float]:
    """Weights of courses by name, such as long=2."""
    return {Course[name.upper()]: weight for name, weight in weights.items()}
