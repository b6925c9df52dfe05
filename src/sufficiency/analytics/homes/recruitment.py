"""Recruiting foster carers: stages from enquiry to first placement, time in each, and the goal as a path."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, pairwise
from statistics import median
from typing import Final

from sufficiency.analytics.reference.years import CollectionYear


class Stage(StrEnum):
    """Where a household stands. The order here is the order of the way."""

    ENQUIRY = "enquiry"
    VISIT = "visit"
    ASSESSMENT = "assessment"
    PANEL = "panel"
    APPROVED = "approved"
    FIRST_PLACEMENT = "first_placement"
    LEFT = "left"

    @property
    def label(self) -> str:
        """The stage in words."""
        return self.replace("_", " ").capitalize()


ON_THE_WAY: Final = (Stage.ENQUIRY, Stage.VISIT, Stage.ASSESSMENT, Stage.PANEL)
IS_CARER: Final = (Stage.APPROVED, Stage.FIRST_PLACEMENT)


@dataclass(frozen=True)
class Step:
    """The day on which a household came to a stage."""

    stage: Stage
    on: date


@dataclass(frozen=True)
class Case:
    """One household: the stages it came to, in order, and the places it offers once approved."""

    reference: str
    steps: Sequence[Step]
    places: int = 0

    def first(self, stage: Stage) -> date | None:
        """The day it first came to a stage; None where it never did."""
        return next((step.on for step in self.steps if step.stage is stage), None)

    def stage_on(self, day: date) -> Stage | None:
        """Where it stood at the end of a day; None before the enquiry."""
        past = [step.stage for step in self.steps if step.on <= day]
        return past[-1] if past else None

    def days_in(self, stage: Stage, today: date) -> int | None:
        """Days spent in a stage, up to today where it still stands there; None where it never came to it."""
        stays = [
            (step, after) for step, after in pairwise([*self.steps, None]) if step and step.stage is stage
        ]
        if not stays:
            return None
        return sum(((after.on if after else today) - step.on).days for step, after in stays)

    @property
    def was_approved(self) -> bool:
        """Whether it ever became a carer household."""
        return self.first(Stage.APPROVED) is not None


@dataclass(frozen=True)
class InStage:
    """How a stage looks: households there now, all that ever came to it, those that went on, days in it."""

    stage: Stage
    now: int
    ever: int
    went_on: int
    middle_days: float | None
    longest_days: int | None

    @property
    def share_going_on(self) -> float | None:
        """Of those who came to the stage and are not there any more, the percentage that went on."""
        decided = self.ever - self.now
        return float(Fraction(100 * self.went_on, decided)) if decided else None


def pipeline(cases: Sequence[Case], today: date) -> list[InStage]:
    """Every stage in order, as at the end of today."""
    return [_in_stage(stage, cases, today) for stage in Stage]


def _in_stage(stage: Stage, cases: Sequence[Case], today: date) -> InStage:
    days = [found for case in cases if (found := case.days_in(stage, today)) is not None]
    here = [case for case in cases if case.stage_on(today) is stage]
    waiting = [found for case in here if (found := case.days_in(stage, today)) is not None]
    later = list(Stage)[list(Stage).index(stage) + 1 :]
    forward = [one for one in later if one is not Stage.LEFT]
    came = [case for case in cases if case.first(stage) is not None]
    return InStage(
        stage=stage,
        now=len(here),
        ever=len(came),
        went_on=sum(any(case.first(one) is not None for one in forward) for case in came),
        middle_days=float(median(days)) if days else None,
        longest_days=max(waiting, default=None),
    )


@dataclass(frozen=True)
class Goal:
    """More places with our own foster carers, so many in each year. The unit is places, not households."""

    label: str
    first_year: CollectionYear
    each_year: tuple[int, ...]
    at_least: int
    source: str
    note: str = ""

    @property
    def years(self) -> tuple[CollectionYear, ...]:
        """The years of the goal, in order."""
        return tuple(CollectionYear(self.first_year.ending + later) for later in range(len(self.each_year)))

    @property
    def path(self) -> Mapping[CollectionYear, int]:
        """The places there should be by the end of each year, counted from the beginning."""
        return dict(zip(self.years, accumulate(self.each_year), strict=True))

    @property
    def total(self) -> int:
        """What the years add up to."""
        return sum(self.each_year)


def strategy_goal(first_year: CollectionYear) -> Goal:
    """The goal of the placement strategy of 2011, laid over four years from the one named."""
    return Goal(
        label="More places with our own foster carers",
        first_year=first_year,
        each_year=(6, 10, 20, 20),
        at_least=55,
        source="Cambridgeshire placements strategy 2011, objective 3 and appendix 1",
        note="The years add up to 56, the strategy says at least 55. Without the last 20, for which it prints no "
        "saving, they come to 36. It speaks of households and of places in one sentence; places are counted here.",
    )


@dataclass(frozen=True)
class OnPath:
    """One year of a goal: places gained and lost in it, and where that stands beside the path.

    `is_over` where the year has ended; until then being behind is no verdict.
    """

    year: CollectionYear
    aim: int
    gained: int
    lost: int
    households: int
    path: int
    reached: int
    is_over: bool

    @property
    def ahead(self) -> int:
        """Places ahead of the path, below nought behind it."""
        return self.reached - self.path


def progress(cases: Iterable[Case], goal: Goal, today: date) -> list[OnPath]:
    """Each year of the goal that has begun: a household counts with its places from the day of its approval.

    A household that leaves takes its places with it, if it was approved after the goal began.
    """
    since = [
        case
        for case in cases
        if (approved := case.first(Stage.APPROVED)) and goal.first_year.start <= approved <= today
    ]
    begun = [year for year in goal.years if year.start <= today]
    found: list[OnPath] = []
    for year, aim in zip(begun, goal.each_year, strict=False):
        found.append(_year(since, goal, year, aim, today, found[-1].reached if found else 0))
    return found


def _year(
    cases: Sequence[Case], goal: Goal, year: CollectionYear, aim: int, today: date, before: int
) -> OnPath:
    gained = [case for case in cases if _came(case, Stage.APPROVED, year, today)]
    lost = [case for case in cases if _came(case, Stage.LEFT, year, today)]
    plus, minus = sum(case.places for case in gained), sum(case.places for case in lost)
    return OnPath(
        year=year,
        aim=aim,
        gained=plus,
        lost=minus,
        households=len(gained) - len(lost),
        path=goal.path[year],
        reached=before + plus - minus,
        is_over=today > year.end,
    )


def _came(case: Case, stage: Stage, year: CollectionYear, today: date) -> bool:
    on = case.first(stage)
    return on is not None and year.start <= on <= min(year.end, today)
