"""A search through what was decided and what came of it, and what those that broke down have in common."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.web.access.models import Authority
from sufficiency.web.placements.choices import Met
from sufficiency.web.placements.models import (
    Answer,
    Ask,
    Check,
    Choice,
    Disruption,
    Expectation,
    SearchRequest,
)
from sufficiency.web.placements.shielding import covered, secrets_of

MOST = 50  # finds shown: who gets more asks for more words
FAR_MINUTES = 40  # where closeness counts half in the ranking
WRITTEN = (
    (Choice, ("reason", "gaps", "passed_over_because", "fell_through_because"), "chosen"),
    (Disruption, ("what_happened", "learned"), "broke down"),
    (Check, ("note", "child_says"), "check"),
    (Ask, ("note",), "answer of a home"),
)


@dataclass(frozen=True)
class Found:
    """One text in which the words are, addresses covered."""

    request: SearchRequest
    where: str
    text: str


def search(authority: Authority, words: str) -> list[Found]:
    """Texts that hold all of the words, newest first."""
    wanted = words.split()
    if not wanted:
        return []
    found = [one for model, fields, where in WRITTEN for one in _in(authority, model, fields, where, wanted)]
    return sorted(found, key=lambda one: -one.request.pk)[:MOST]


def in_common(authority: Authority) -> list[tuple[str, int, int]]:
    """For each circumstance: placements that were made in it, and those of them that broke down."""
    made: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    over = set(Disruption.objects.of(authority).values_list("request", flat=True))
    choices = Choice.objects.of(authority).filter(is_current=True, request__state__in=("placed", "closed"))
    needs = _high_needs(authority)
    for choice in choices.select_related("request"):
        for name in {*_circumstances(choice), *needs.get(choice.request_id, ())}:
            made[name] += 1
            broken[name] += choice.request_id in over
    return [(name, count, broken[name]) for name, count in made.most_common()]


def not_met(authority: Authority) -> list[tuple[str, int, int]]:
    """For each expectation: how often it was looked at, and how often it was not met."""
    rows = Expectation.objects.of(authority).exclude(result=Met.NOT_APPLICABLE).values_list("key", "result")
    looked, missed = (
        Counter(key for key, _ in rows),
        Counter(key for key, result in rows if result == Met.NOT_MET),
    )
    return [(key, count, missed[key]) for key, count in looked.most_common()]


def _in(
    authority: Authority, model: type, fields: tuple[str, ...], where: str, wanted: list[str]
) -> Iterator[Found]:
    rows = model.objects.of(authority)  # type: ignore[attr-defined]  # each of the four has its authority
    for word in wanted:
        one_of = Q()
        for field in fields:
            one_of |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(one_of)
    for row in rows.select_related("request").order_by("-pk")[:MOST]:
        text = " ".join(filter(None, (getattr(row, field) for field in fields)))
        yield Found(row.request, where, covered(text, secrets_of(row.request)))


def _circumstances(choice: Choice) -> Iterator[str]:
    labels = {tier.code: tier.label for tier in Tier}
    yield f"Tier: {labels.get(choice.card.get('tier'), 'not known')}"
    away = choice.card.get("minutes_away")
    if away is not None:
        yield f"{'More' if away > FAR_MINUTES else 'At most'} {FAR_MINUTES} minutes away"
    if choice.card.get("not_known"):
        yield "Something was not known when the home was chosen"
    if choice.gaps:
        yield "Gaps were accepted"
    if choice.request.is_emergency:
        yield "Made in an emergency"


def _high_needs(authority: Authority) -> dict[int, set[str]]:
    rows = Answer.objects.of(authority).filter(is_current=True, question__startswith="need_")
    found: dict[int, set[str]] = {}
    for request, question, value in rows.values_list("request", "question", "value"):
        if str(value)[:1] in ("2", "3"):
            found.setdefault(request, set()).add(question)
    return found
