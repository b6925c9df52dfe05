"""The ranking as a page shows it."""

from typing import Any

from sufficiency.analytics.matching.explaining import Card, Part
from sufficiency.analytics.matching.judging import Broken
from sufficiency.analytics.matching.ranking import Ranking
from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.web.homes.models import Home
from sufficiency.web.placements import analytics, policies
from sufficiency.web.placements.models import SearchRequest
from sufficiency.web.ui.wording import full_day, pounds

OUTCOMES = {"eligible": "Possible", "unknown": "Ask first", "ruled_out": "Ruled out"}


def page(asked: SearchRequest, *, top: int, why_not: str) -> dict[str, Any]:
    """The best of every tier, the list, and the answer to “why not?”."""
    ranking = analytics.ranking_of(asked)
    found = analytics.cards_of(ranking, top=top)
    looked_for = analytics.why_not(ranking, why_not) if why_not else None
    numbers = _numbers(
        asked, [*(one.home.id for one in found), *([looked_for.home.id] if looked_for else [])]
    )
    states = dict(asked.asks.exclude(state="revoked").values_list("home__reference", "state"))
    rows = [
        {**card(one), "pk": numbers.get(one.home.id), "ask": states.get(one.home.id, "")} for one in found
    ]
    by_id = {row["home"]: row for row in rows}
    return {
        "rows": rows,
        "tiers": [_tier(ranking, tier, by_id) for tier in Tier],
        "count": len(ranking.order),
        "ruled_out": len(ranking.ruled_out),
        "all": len(ranking.homes),
        "note": analytics.note_of(ranking),
        "cost": round(ranking.cost_of_preference, 1),
        "tolerance": ranking.policy.tolerance,
        "by_what": policies.by_what(analytics.kept_policy(ranking, asked.authority)),
        "answer": {**card(looked_for), "pk": numbers.get(looked_for.home.id)} if looked_for else None,
    }


def _tier(ranking: Ranking, tier: Tier, by_id: dict[str, dict[str, Any]]) -> dict[str, Any]:
    row = ranking.best_in_tier[tier]
    best = by_id.get(ranking.homes[row].id) if row is not None else None
    return {"label": tier.label, "best": best, "why": "" if best else _why_empty(ranking, tier)}


def _why_empty(ranking: Ranking, tier: Tier) -> str:
    """Why a tier has nothing to show: the reason most of its homes share, or that there is none."""
    rows = [row for row in ranking.ruled_out if ranking.homes[row].tier is tier]
    if not rows:
        return "There is no such home in the register."
    reasons = [ranking.judged.broken(row)[0].rule.text for row in rows]
    # A rule's text says what it asks for; told as a reason it would say the opposite.
    return f"{len(rows)} ruled out, most by the rule “{max(set(reasons), key=reasons.count)}”"


def card(found: Card) -> dict[str, Any]:
    """One home in words."""
    low, high = round(found.low), round(found.high)
    said = {item.text for item in found.because}
    home = found.home
    return {
        "home": home.id,
        "name": home.name,
        "tier": home.tier.label,
        "outcome": OUTCOMES[found.outcome],
        "is_out": found.outcome == "ruled_out",
        "rank": found.rank,
        "fit": str(low) if low == high else f"{low}–{high}",
        "low": low,
        "spread": max(high - low, 0),
        "parts": [_part(part) for part in found.parts],
        "because": [item.text for item in found.because],
        "watch": [(one.text, one.support) for one in found.watch if one.text not in said],
        "not_known": [item.question for item in found.not_known],
        "first_if": found.first_if.text if found.first_if else "",
        "broken": [_broken(item) for item in found.ruled_out_because],
        "waived": [
            f"{item.rule.text} Set aside by the {item.waived_by}: {item.reason}" for item in found.waived
        ],
        "approvals": [f"{item.who} {item.what}" for item in found.approvals],
        "away": f"{found.minutes_away} min" if found.minutes_away is not None else "not known",
        "cost": pounds(home.weekly_cost) if home.weekly_cost is not None else "not known",
        "rating": (home.rating or "").replace("_", " "),
        "seen": _seen(found),
    }


def _part(part: Part) -> tuple[str, str, str]:
    low, high = f"{part.low:.1f}", f"{part.high:.1f}"
    return part.label, low if low == high else f"{low}–{high}", f"{part.weight:.0f}"


def _broken(item: Broken) -> dict[str, str]:
    rule = item.rule
    told = {"text": rule.text, "law": rule.law, "who": rule.may_waive, "rule": rule.id}
    return {**told, "fact": item.fact, "source": item.source, "on": item.on}


def _seen(found: Card) -> str:
    on = found.home.source_of("free_places").on
    return full_day(on) if on else "never"


def _numbers(asked: SearchRequest, names: list[str]) -> dict[str, int]:
    rows = Home.objects.of(asked.authority).filter(reference__in=names)
    return dict(rows.values_list("reference", "pk"))
