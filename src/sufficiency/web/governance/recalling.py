"""What was decided before: who, on what evidence, and what happened next; always within someone’s rights."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sufficiency.web.access.acting import Actor
from sufficiency.web.governance import queries
from sufficiency.web.governance.models import Action, Decision, Paper, Recommendation

MOST = 50  # of each kind on the page; more words narrow it


@dataclass(frozen=True)
class Recalled:
    """Everything that fits some words."""

    decisions: list[Decision]
    recommendations: list[Recommendation]
    actions: list[Action]
    papers: list[Paper]

    @property
    def count(self) -> int:
        """How many things were found."""
        return sum(len(part) for part in (self.decisions, self.recommendations, self.actions, self.papers))


def recall(actor: Actor, words: str) -> Recalled:
    """Decisions, recommendations, actions and papers in which every word stands somewhere."""
    parts = words.split()
    return Recalled(
        decisions=list(_narrowed(queries.decisions_for(actor), parts, DECISION)[:MOST]),
        recommendations=list(_narrowed(queries.recommendations_for(actor), parts, RECOMMENDATION)[:MOST]),
        actions=list(_narrowed(queries.actions_for(actor), parts, ACTION)[:MOST]),
        papers=list(_narrowed(queries.papers_for(actor), parts, PAPER).filter(replaced_by=None)[:MOST]),
    )


DECISION = ("text", "reasons", "options", "principles", "item__title", "item__group__name", "actions__text")
RECOMMENDATION = ("text", "grounds", "group__name", "aimed_at", "replies__text")
ACTION = ("text", "owner", "answer", "group__name")
PAPER = ("title", "text", "item__title", "item__group__name")


def _narrowed(rows: QuerySet, words: list[str], fields: tuple[str, ...]) -> QuerySet:
    for word in words:
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(anywhere)
    return rows.distinct()


def followed(decision: Decision, *, today: date) -> str:
    """What happened after a decision, in a sentence."""
    given = list(decision.actions.all())
    if not given:
        return "No action was given."
    done = sum(action.state == "done" for action in given)
    late = sum(action.state == "open" and action.due_on < today for action in given)
    return f"{done} of {len(given)} actions done" + (f", {late} overdue." if late else ".")
