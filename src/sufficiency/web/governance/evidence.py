"""Evidence beside decisions. Another app says in `decision_evidence.py`, in a list called EVIDENCE of functions from
an agenda item to facts, what bears on it; this app only shows it."""

from sufficiency.web.governance.models import AgendaItem
from sufficiency.web.ui.components import Fact
from sufficiency.web.ui.contributions import contributed


def evidence_for(item: AgendaItem) -> list[Fact]:
    """Everything the apps hold that bears on an item."""
    return [fact for find in contributed("decision_evidence", "EVIDENCE") for fact in find(item)]
