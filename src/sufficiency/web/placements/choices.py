"""The lists people choose from on the desk, each declared once."""

from django.db.models import TextChoices

from sufficiency.analytics.matching.approvals import DIRECTOR
from sufficiency.analytics.matching.rules.declaring import Officer


class Post(TextChoices):
    """Posts that rules and approvals name. The value is what the rule says; a role gives none of them."""

    HEAD = Officer.HEAD, "Head of children’s social care"
    NOMINATED = Officer.NOMINATED, "Nominated officer"
    DIRECTOR = DIRECTOR, "Director of children’s services"
    FOSTERING_MANAGER = Officer.FOSTERING_MANAGER, "Fostering manager"
    TEAM_MANAGER = Officer.TEAM_MANAGER, "Team manager"


class KinOutcome(TextChoices):
    """What came of thinking of someone of the family or a friend."""

    TO_CONTACT = "to_contact", "To be contacted"
    ASKED = "asked", "Contacted, answer awaited"
    WILLING = "willing", "Willing, being looked into"
    NOT_WILLING = "not_willing", "Not willing or not able"
    NOT_SAFE = "not_safe", "Not safe or not suitable"
    NOT_FOUND = "not_found", "Could not be found"


SETTLED_KIN = (KinOutcome.NOT_WILLING, KinOutcome.NOT_SAFE, KinOutcome.NOT_FOUND)


class Meeting(TextChoices):
    """Whether the family was offered a meeting to plan together."""

    OFFERED = "offered", "Offered"
    HELD = "held", "Held"
    DECLINED = "declined", "Offered, and declined by the family"
    NO_TIME = "no_time", "Not offered yet: no time before tonight"


class Refusal(TextChoices):
    """Why a home says no, in codes that can be counted."""

    FULL = "full", "No place free now"
    MIX = "mix", "Not the right mix with children there"
    SKILLS = "skills", "Needs more skill or support than we have"
    RISK = "risk", "Risk too high for this home"
    AGE = "age", "Outside the ages or number we are approved for"
    DISTANCE = "distance", "Too far from school or family"
    INFORMATION = "information", "Not enough information"
    PRICE = "price", "The price does not cover what is needed"
    CARER = "carer", "Carers not available: holiday, illness, respite"
    OTHER = "other", "Another reason"


class Why(TextChoices):
    """What a placement that broke down teaches."""

    KNOWN = "known", "Known beforehand, and not acted on"
    UNKNOWN = "unknown", "Not known beforehand"
    CHANGED = "changed", "Something changed afterwards"


class Together(TextChoices):
    """Whether brothers and sisters are to live together."""

    TOGETHER = "together", "Together"
    BY_DATE = "by_date", "Apart for now, together by a date"
    APART = "apart", "Apart, because it is better for them"


class CheckKind(TextChoices):
    """When it is looked at how a child has settled."""

    HOURS_72 = "72h", "72 hours"
    DAYS_28 = "28d", "28 days"
    MONTHS_6 = "6m", "6 months"


class Met(TextChoices):
    """Whether a placement is as it is expected to be."""

    MET = "met", "Met"
    PARTLY = "partly", "Partly met"
    NOT_MET = "not_met", "Not met"
    NOT_APPLICABLE = "n/a", "Does not apply"


class VisitMode(TextChoices):
    """How a child was seen. A look by video is shown as one: it tells less of how a child lives."""

    IN_PERSON = "in_person", "Seen in person"
    VIRTUAL = "virtual", "Seen by video or telephone"


class ApprovalKind(TextChoices):
    """Approvals and notices that a chosen home needs before the child moves in."""

    OUT_OF_AREA = "out_of_area", "Out of area: nominated officer"
    AT_A_DISTANCE = "at_a_distance", "At a distance: director of children’s services"
    KEY_STAGE_4 = "key_stage_4", "Change of school in key stage 4: nominated officer"
    HOST_NOTICE = "host_notice", "Notice to the host authority"
