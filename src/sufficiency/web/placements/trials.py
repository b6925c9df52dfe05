"""The blind study of the ranking: its cases, and what officers' judgements come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings

from sufficiency.analytics.made_up.matching.cases import SHOWN, Case, a_case
from sufficiency.analytics.made_up.matching.worlds import Ground, ground
from sufficiency.analytics.small_numbers import SUPPRESS_BELOW
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.models import Authority, User
from sufficiency.web.access.permissions import Permission
from sufficiency.web.placements import analytics, ranked, trial_words
from sufficiency.web.placements.models import Trial

CASES = 12  # half an hour or so of an officer's time
LEAST_OFFICERS = 3  # with fewer, a figure would tell what one colleague thought
TOP = 3


@dataclass(frozen=True)
class Findings:
    """What the study has found; `first` and `top` are percentages of finished judgements."""

    officers: int
    judged: int
    median_minutes: float
    first: float
    top: float
    differed: int
    kept: int
    reasons: tuple[str, ...]


def page(actor: Actor) -> dict[str, Any]:
    """What the study is, and what it found so far; hidden while few have taken part."""
    done, may_judge = finished(actor.here), actor.may(Permission.HOMES_FIND)
    return {
        "cases": CASES,
        "homes": SHOWN,
        "may_judge": may_judge,
        "next": next_number(actor.here, actor.user) if may_judge else None,
        "judged": len(done),
        "is_small": is_small(done),
        "least": (LEAST_OFFICERS, SUPPRESS_BELOW),
        "found": None if is_small(done) else findings(done),
        "by_chance": (100 / SHOWN, 100 * TOP / SHOWN),
    }


def case_of(trial: Trial) -> Case:
    """The case of a judgement, ranked by the version kept with it."""
    return a_case(_land(), trial.number, analytics.policy_of(trial.ranking_policy))


@cache
def _land() -> Ground:
    # A second or two the first time; the unpacked postcodes are kept in the site's own folder.
    return ground(cache=Path(settings.HOME) / "cache")


def before(trial: Trial) -> dict[str, Any]:
    """What is shown before a home is chosen: nothing of the ranking."""
    case = case_of(trial)
    return {
        "about": trial_words.request(case),
        "homes": [(home.id, trial_words.home(case, home)) for home in case.homes],
    }


def after(trial: Trial) -> dict[str, Any]:
    """The case with its ranking and reasons, once a home was chosen."""
    case = case_of(trial)
    cards = [ranked.card(one) for one in analytics.cards_of(case.ranking, top=SHOWN)]
    return {
        "about": trial_words.request(case),
        "cards": cards,
        "first": case.order[0],
        "note": analytics.note_of(case.ranking),
    }


def next_number(authority: Authority, officer: User | None) -> int | None:
    """The next case for an officer; none once all are judged."""
    done = set(Trial.objects.of(authority).filter(officer=officer).values_list("number", flat=True))
    return next((number for number in range(1, CASES + 1) if number not in done), None)


def finished(authority: Authority) -> list[Trial]:
    """Judgements that are whole."""
    return list(Trial.objects.of(authority).exclude(finished_at=None))


def is_small(trials: Sequence[Trial]) -> bool:
    """Whether so few have taken part that figures would tell of single colleagues."""
    return len(trials) < SUPPRESS_BELOW or len({one.officer_id for one in trials}) < LEAST_OFFICERS


def findings(trials: Sequence[Trial]) -> Findings:
    """Agreement, time, and why officers kept their own choice. Needs at least one."""
    differed = [one for one in trials if one.place != 1]
    seconds = [(one.picked_at - one.began_at).total_seconds() for one in trials if one.picked_at]
    return Findings(
        officers=len({one.officer_id for one in trials}),
        judged=len(trials),
        median_minutes=median(seconds) / 60,
        first=100 * (1 - len(differed) / len(trials)),
        top=100 * sum((one.place or SHOWN) <= TOP for one in trials) / len(trials),
        differed=len(differed),
        kept=sum(bool(one.keeps) for one in differed),
        reasons=tuple(sorted(one.because for one in differed if one.keeps)),
    )
