"""Rankings with the keys of the command line's contract."""

from typing import Any

from sufficiency.analytics.matching.allocating import Arrangement
from sufficiency.analytics.matching.explaining import Because, Card, NotKnown, Watch, cards, cards_of
from sufficiency.analytics.matching.first_if import FirstIf
from sufficiency.analytics.matching.judging import Broken
from sufficiency.analytics.matching.ranking import Ranking
from sufficiency.analytics.matching.swapping import swaps
from sufficiency.analytics.matching.vocabulary import Tier


def as_contract(ranking: Ranking, *, top: int | None = None) -> dict[str, Any]:
    """One request: its candidates in the order shown, then those ruled out (all, unless `top` limits the list)."""
    shown = cards(ranking, top=top)
    if top is None:
        shown += cards_of(ranking, ranking.ruled_out)
    return {
        "request": ranking.request.id,
        "candidates": [candidate(found) for found in shown],
        "best_in_tier": {tier.code: _best(ranking, tier) for tier in Tier},
        "ruled_out": len(ranking.ruled_out),
        "tolerance": ranking.policy.tolerance,
        "cost_of_preference": round(ranking.cost_of_preference, 2),
        "order_note": order_note(ranking),
    }


def candidate(found: Card) -> dict[str, Any]:
    """One home."""
    return {
        "home": found.home.id,
        "outcome": str(found.outcome),
        "rank": found.rank,
        "tier": found.home.tier.code,
        "fit": {"low": found.low, "high": found.high},
        "parts": [{"criterion": part.criterion, "weight": round(part.weight, 4), "low": part.low, "high": part.high}
                  for part in found.parts],
        "because": [_because(item) for item in found.because],
        "watch": [_watch(item) for item in found.watch],
        "not_known": [_not_known(item) for item in found.not_known],
        "first_if": _first_if(found.first_if),
        "ruled_out_because": [_broken(item) for item in found.ruled_out_because],
        "waived": [{**_broken(item), "by": item.waived_by, "reason": item.reason} for item in found.waived],
        "approvals": [{"id": item.id, "who": item.who, "what": item.what, "law": item.law}
                      for item in found.approvals],
        "minutes_away": found.minutes_away,
        "weekly_cost": found.home.weekly_cost,
        "rating": found.home.rating,
    }  # fmt: skip


def order_note(ranking: Ranking) -> str:
    """What the order of preference did, in a sentence: always said, so that no tier is passed over unseen."""
    if not ranking.homes:
        return "No home could take this request; no home is known."
    if not ranking.order:
        return "No home could take this request; every home is ruled out."
    first = ranking.homes[ranking.order[0]]
    best = max(ranking.order, key=lambda row: ranking.middle[row])
    tolerance = f"{ranking.policy.tolerance:g}"
    passed = _passed_over(ranking)
    if passed:
        return (
            f"{first.id} ({first.tier.label}) is shown before {passed} because its fit is better by the "
            f"tolerance of {tolerance} points or more."
        )
    if ranking.cost_of_preference > 0:
        return (
            f"{ranking.homes[best].id} ({ranking.homes[best].tier.label}) fits better by "
            f"{ranking.cost_of_preference:.1f} points, less than the tolerance of {tolerance}: the order of "
            f"preference puts {first.id} ({first.tier.label}) first."
        )
    return f"{first.id} ({first.tier.label}) is first and fits best."


def _passed_over(ranking: Ranking) -> str:
    first = ranking.homes[ranking.order[0]].tier
    tiers = sorted({ranking.homes[row].tier for row in ranking.order if ranking.homes[row].tier < first})
    return " and ".join(tier.label.lower() for tier in tiers)


def _best(ranking: Ranking, tier: Tier) -> str | None:
    row = ranking.best_in_tier[tier]
    return None if row is None else ranking.homes[row].id


def _because(item: Because) -> dict[str, Any]:
    return {"criterion": item.criterion, "text": item.text, "points": item.points}


def _watch(item: Watch) -> dict[str, Any]:
    return {"criterion": item.criterion, "text": item.text, "points": item.points, "support": item.support}


def _not_known(item: NotKnown) -> dict[str, Any]:
    return {"about": item.about, "question": item.question, "points": item.points}


def _first_if(item: FirstIf | None) -> dict[str, Any] | None:
    if item is None:
        return None
    changes = [
        {"field": change.field, "key": change.key or None, "value": change.value} for change in item.changes
    ]
    return {"text": item.text, "changes": changes, "tolerance": item.tolerance}


def _broken(item: Broken) -> dict[str, Any]:
    return {
        "rule": item.rule.id,
        "number": item.rule.number,
        "text": item.rule.text,
        "fact": item.fact,
        "source": item.source,
        "on": item.on or None,
        "law": item.rule.law,
        "may_be_waived_by": item.rule.may_waive or None,
    }


def arrangement_contract(arrangement: Arrangement) -> dict[str, Any]:
    """One possible arrangement, with who is left without a home and why swapping would not help."""
    placed = [
        {
            "request": arrangement.rankings[number].request.id,
            "home": arrangement.rankings[number].homes[option.home].id,
            "outcome": str(arrangement.rankings[number].outcome(option.home)),
            "value": round(option.value, 2),
        }
        for number, option in sorted(arrangement.chosen.items())
    ]
    unplaced = [
        ranking.request.id
        for number, ranking in enumerate(arrangement.rankings)
        if number not in arrangement.chosen and number not in arrangement.at_once
    ]
    return {
        "what": "One possible arrangement. A person decides for each child.",
        "placed": placed,
        "not_placed": unplaced,
        "ranked_at_once": [arrangement.rankings[number].request.id for number in arrangement.at_once],
        "value": round(sum(option.value for option in arrangement.chosen.values()), 2),
        "why_not_swap": [
            {"request": swap.request, "wants": swap.wants, "held_by": swap.held_by, "change": swap.change, "text": swap.text}
            for swap in swaps(arrangement)
        ],
    }  # fmt: skip
