"""The parts of a placement strategy, as read from a file and as kept by the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sufficiency.analytics.money.claims import SavingsPlan
from sufficiency.analytics.strategy.due_dates import Due


@dataclass(frozen=True, kw_only=True)
class Objective:
    """One of the few things the strategy is to achieve; everything else is grouped under them."""

    number: int
    title: str
    detail: str = ""
    principles: tuple[int, ...] = ()
    stated_areas: int | None = None
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Principle:
    """A principle in the wording of the list and, where it is repeated with other words, in that of the box."""

    number: int
    wording: str
    variant: str = ""
    differs: str = ""
    rule: str = ""


@dataclass(frozen=True, kw_only=True)
class Action:
    """One step of a workstream, with who leads it and when it is due."""

    text: str
    lead: str
    due: Due


@dataclass(frozen=True, kw_only=True)
class Workstream:
    """A line of work under one objective. `directorates` are the services that contribute."""

    id: str
    title: str
    objective: int
    actions: tuple[Action, ...]
    directorates: tuple[str, ...] = ()
    in_scope: bool = True
    levers: tuple[str, ...] = ()
    at_least_years: int | None = None

    @property
    def leads(self) -> tuple[str, ...]:
        """Everyone who leads one of its actions, once."""
        return tuple(dict.fromkeys(action.lead for action in self.actions))

    @property
    def last_due(self) -> date:
        """The day by which all its actions are due."""
        return max(action.due.day for action in self.actions)


@dataclass(frozen=True, kw_only=True)
class SummaryAction:
    """An action as a chapter sums it up, traced to the workstream that does it; None where none does."""

    id: str
    objective: int
    text: str
    workstream: str | None


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """Something a chapter commits to: in its body, and again in its summary, by a time or in a number."""

    objective: int
    name: str
    wording: str = ""
    summary: str = ""
    by: str = ""
    at_least: int | None = None
    unit: str = ""
    years: int | None = None


@dataclass(frozen=True, kw_only=True)
class ImpactMeasure:
    """What is to show that the strategy works, in its words, with the measures that answer it."""

    number: int
    wording: str
    measures: tuple[str, ...] = ()
    path: Mapping[str, float] = field(default_factory=dict)  # the value to reach by 31 March of each year
    trajectory: Mapping[date, float] | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What the next version is to add, and by when."""

    due: Due
    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """A whole strategy."""

    title: str
    authority: str
    from_year: str
    to_year: str
    aim: str
    objectives: tuple[Objective, ...]
    principles: tuple[Principle, ...]
    workstreams: tuple[Workstream, ...]
    summary_actions: tuple[SummaryAction, ...]
    supporting_processes: tuple[str, ...]
    overview: Mapping[int, tuple[str, ...]]
    impact_measures: tuple[ImpactMeasure, ...]
    promise: Promise | None
    reported_every_months: int
    savings: SavingsPlan
    commitments: tuple[Commitment, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of all workstreams."""
        return tuple(action for workstream in self.workstreams for action in workstream.actions)

    @property
    def untraced(self) -> tuple[SummaryAction, ...]:
        """Summary actions that no workstream does."""
        return tuple(action for action in self.summary_actions if action.workstream is None)

    def workstream(self, name: str) -> Workstream:
        """The workstream with this id."""
        return next(one for one in self.workstreams if one.id == name)
