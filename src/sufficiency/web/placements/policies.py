"""How homes are ranked, as pages show it: criteria, versions, and what a proposal would change."""

from collections.abc import Iterable
from typing import Any

from sufficiency.analytics.matching import effects
from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.analytics.matching.effects import Effect, Shown
from sufficiency.analytics.matching.homes import Home
from sufficiency.analytics.matching.ordering import tolerance_in_words
from sufficiency.analytics.matching.scoring import weights_of
from sufficiency.analytics.matching.worlds import Policy
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission
from sufficiency.web.placements import analytics, panel, queries
from sufficiency.web.placements.models import RankingPolicy
from sufficiency.web.placements.states import RequestState
from sufficiency.web.ui.components import Cell, Column, Table
from sufficiency.web.ui.wording import full_day, pounds

START = "the weights that the system starts with"
TRIED = 40  # requests whose homes are ranked twice for one page; the soonest needed come first
LOOKED_FOR = (RequestState.CHALLENGE, RequestState.PANEL, RequestState.SEARCHING)
# Children Act 1989, section 22(4) and (5): wishes, religion, origin, culture and language are given due consideration.
OWED = {"wishes", "identity"}


def page(actor: Actor) -> dict[str, Any]:
    """Everything on the page “How homes are ranked”."""
    held = RankingPolicy.in_force(actor.here)
    policy = analytics.policy_of(held)
    return {
        "held": held,
        "by_what": by_what(held),
        "criteria": criteria(policy),
        "tolerance": policy.tolerance,
        "in_words": tolerance_in_words(policy.tolerance),
        "start_tolerance": Policy().tolerance,
        "waiting": RankingPolicy.waiting(actor.here),
        "versions": _history(actor.here),
        "may_see_trials": actor.may(Permission.REQUESTS_SEE),
        "may_propose": actor.may(Permission.CHALLENGE_ANSWER),
    }


def by_what(held: RankingPolicy | None) -> str:
    """Which version homes are ranked by, in words."""
    if held is None or held.settled_at is None:
        return START
    return f"version {held.version}, agreed on {full_day(held.settled_at)}"


def criteria(policy: Policy, before: Policy | None = None) -> Table:
    """Every criterion with its weight now, and what it was before or at the start."""
    now, start = weights_of(policy), weights_of(before or Policy())
    heads = ("Points before", "Points proposed") if before else ("Points at the start", "Points now")
    columns = (
        Column("Criterion"),
        Column(heads[0], is_number=True),
        Column(heads[1], is_number=True),
        Column("What it looks at"),
        Column("Source"),
    )
    rows = [
        [one.label, f"{start[name]:g}", f"{now[name]:g}", one.measures, one.source]
        for name, one in CRITERIA.items()
    ]
    return Table("What makes a home fit, 100 points together", columns, rows)


def proposal(policy: RankingPolicy, actor: Actor) -> dict[str, Any]:
    """Everything on the page of one version. What it would do is worked out while it waits."""
    before, asked = analytics.policy_of(_before(policy)), analytics.policy_of(policy)
    shown = {
        "policy": policy,
        "changes": changes(before, asked),
        "criteria": criteria(asked, before),
        "in_words": tolerance_in_words(asked.tolerance),
        "was_in_words": tolerance_in_words(before.tolerance),
        "unheard": [CRITERIA[name].label.lower() for name in OWED if weights_of(asked)[name] == 0],
        "is_own": actor.user is not None and actor.user.pk == policy.proposed_by_id,
        "may_settle": policy.is_waiting and panel.sits_on(actor),
    }
    return {**shown, **_effects(policy.authority, asked, actor)} if policy.is_waiting else shown


def changes(before: Policy, after: Policy) -> list[str]:
    """What differs between two policies, in words."""
    was, now = weights_of(before), weights_of(after)
    found = [
        f"{one.label}: {was[name]:g} → {now[name]:g} points"
        for name, one in CRITERIA.items()
        if was[name] != now[name]
    ]
    if before.tolerance != after.tolerance:
        found.append(f"Tolerance: {before.tolerance:g} → {after.tolerance:g} points")
    return found


def _before(policy: RankingPolicy) -> RankingPolicy | None:
    """The version that was in force when this one was proposed; only one waits, so none came between."""
    agreed = RankingPolicy.objects.of(policy.authority).filter(state="agreed", version__lt=policy.version)
    return agreed.order_by("-settled_at").first()


def _history(authority: Authority) -> list[tuple[RankingPolicy, list[str]]]:
    """Every version, the newest first, with what it changed."""
    found, held = [], Policy()
    for one in RankingPolicy.objects.of(authority).order_by("version"):
        asked = analytics.policy_of(one)
        found.append((one, changes(held, asked)))
        held = asked if one.state == "agreed" else held
    return found[::-1]


def _effects(authority: Authority, asked: Policy, actor: Actor) -> dict[str, Any]:
    waiting = queries.requests_of(authority).filter(state__in=LOOKED_FOR)
    requests = list(waiting.prefetch_related("members__child")[:TRIED])
    rankings = analytics.rankings_of(authority, requests)
    found = [effects.effect(ranking, asked) for ranking in rankings]
    addresses = {one.reference: one.get_absolute_url() for one in requests}
    links = addresses if actor.may(Permission.REQUESTS_SEE) else {}
    told = effects.summary(found)
    return {
        "tried": told.requests,
        "all_open": waiting.count(),
        "told": told,
        "effects": _effect_table([one for one in found if one.changes], links),
        "sums": _sums(told.before, told.after),
    }


def _effect_table(found: Iterable[Effect], links: dict[str, str]) -> Table:
    columns = (Column("Request"), Column("First three now"), Column("First three then"))
    rows = [
        [Cell(one.request, href=links.get(one.request, "")), _named(one.before), _named(one.after)]
        for one in found
    ]
    return Table("Requests whose first three homes change", columns, rows, shows_caption=True)


def _named(homes: Iterable[Home]) -> str:
    told = [f"{place}. {home.id} ({home.tier.label.lower()})" for place, home in enumerate(homes, start=1)]
    return "; ".join(told) or "no home could take it"


def _sums(before: Shown, after: Shown) -> Table:
    columns = (
        Column("Of the homes shown first"),
        Column("Now", is_number=True),
        Column("Then", is_number=True),
    )
    rows: list[list[Any]] = [
        ["Family, friends or our own carers", before.kin_or_in_house, after.kin_or_in_house],
        ["A week, on average, where the price is known", _price(before), _price(after)],
    ]
    return Table("What that means together", columns, rows, shows_caption=True)


def _price(shown: Shown) -> str:
    return "not known" if shown.weekly is None else pounds(shown.weekly)
