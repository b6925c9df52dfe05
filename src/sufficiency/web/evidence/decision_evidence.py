"""What stands beside an agenda item and its decision: the evidence that supports it."""

from sufficiency.web.evidence import queries
from sufficiency.web.evidence.evidence_subjects import KEY
from sufficiency.web.governance.models import AgendaItem
from sufficiency.web.ui.components import Fact


def beside(item: AgendaItem) -> list[Fact]:
    """The library's items about an agenda item."""
    return queries.facts_about(item.authority, f"{KEY}:{item.pk}")


EVIDENCE = [beside]
