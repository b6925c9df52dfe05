"""States of versions, workstreams, business cases, concerns and reports, and the moves allowed from each."""

from collections.abc import Mapping

from django.db.models import TextChoices

from sufficiency.web.ui.components import Tone

# What governance knows our things by on its agendas.
CASE_SUBJECT, CONCERN_SUBJECT = "business_case", "concern"


class VersionState(TextChoices):
    """Where a version stands."""

    DRAFT = "draft", "Draft"
    CURRENT = "current", "In force"
    REPLACED = "replaced", "Replaced"


class Stage(TextChoices):
    """How far a workstream is on its way: its brief and business case come before the work."""

    PROPOSED = "proposed", "Proposed"
    AGREED = "agreed", "Agreed"
    LIVE = "live", "Live"
    CLOSED = "closed", "Closed"


class CaseKind(TextChoices):
    """What a workstream is agreed on."""

    BRIEF = "brief", "Brief"
    CASE = "case", "Business case"


class CaseState(TextChoices):
    """Where a brief or business case stands."""

    DRAFT = "draft", "Being written"
    SUBMITTED = "submitted", "Waits for the sponsors"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"


class ConcernKind(TextChoices):
    """What may go wrong, what went wrong, and what lies outside what was agreed."""

    RISK = "risk", "Risk"
    ISSUE = "issue", "Issue"
    EXCEPTION = "exception", "Exception"


class Severity(TextChoices):
    """How much depends on it."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"


class ConcernState(TextChoices):
    """Where a concern stands."""

    OPEN = "open", "Open"
    RAISED = "raised", "Gone up"
    CLOSED = "closed", "Closed"


class ReportKind(TextChoices):
    """What is reported, and how often."""

    HIGHLIGHT = "highlight", "Highlight report"
    FORMAL = "formal", "Six-monthly report"


MONTHS_OF: Mapping[ReportKind, int] = {ReportKind.HIGHLIGHT: 2, ReportKind.FORMAL: 6}

# A workstream is agreed by its business case, never by hand: see actions.decide.
STAGE_MOVES: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.PROPOSED: (Stage.AGREED, Stage.CLOSED),
    Stage.AGREED: (Stage.LIVE, Stage.CLOSED),
    Stage.LIVE: (Stage.CLOSED,),
    Stage.CLOSED: (),
}

TONES: Mapping[str, Tone] = {
    "red": Tone.BAD,
    "amber": Tone.WARNING,
    "green": Tone.GOOD,
    "done": Tone.QUIET,
    "draft": Tone.QUIET,
    "current": Tone.GOOD,
    "replaced": Tone.QUIET,
    "proposed": Tone.QUIET,
    "agreed": Tone.GOOD,
    "live": Tone.GOOD,
    "closed": Tone.QUIET,
    "submitted": Tone.WAITING,
    "refused": Tone.BAD,
    "open": Tone.WARNING,
    "raised": Tone.WAITING,
    "high": Tone.BAD,
    "medium": Tone.WARNING,
    "low": Tone.QUIET,
}
