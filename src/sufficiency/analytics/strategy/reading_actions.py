"""Reads the action plan: workstreams, their actions, leads and due dates."""

from dataclasses import replace
from typing import Final

from sufficiency.analytics.strategy.cells import Cell, StrategyError
from sufficiency.analytics.strategy.due_dates import HOW_TO_WRITE, Due, read_due
from sufficiency.analytics.strategy.plan import Action, Workstream

_YEARS: Final = "min_years_to_implement"


def read_workstreams(root: Cell) -> tuple[Workstream, ...]:
    """The workstreams of the action plan, each id once, each with actions that have a lead and a due date."""
    objectives = {cell["n"].whole() for cell in root["objectives"].items()}
    found: dict[str, Workstream] = {}
    for cell in root["action_plan"].items(named="workstream"):
        workstream = _workstream(cell)
        if workstream.id in found:
            raise cell.wrong(f"There are two workstreams {workstream.id}.", "Give one of them another id.")
        if workstream.objective not in objectives:
            raise cell.wrong(f"There is no objective {workstream.objective}.", "Name one of the objectives.")
        found[workstream.id] = workstream
    return tuple(_rolled_out(one, root["sections"][one.objective]) for one in found.values())


def due_of(cell: Cell) -> Due:
    """A due date; StrategyError says how to write one."""
    if cell.is_blank:
        raise cell.wrong("A due date is missing.", HOW_TO_WRITE)
    try:
        return read_due(cell.value)
    except ValueError as problem:
        raise StrategyError(
            str(problem).split(". ")[0] + ".", where=cell.where, what_next=HOW_TO_WRITE
        ) from None


def _workstream(cell: Cell) -> Workstream:
    actions = tuple(_action(one) for one in cell["actions"].items(named="action"))
    if not actions:
        raise cell.wrong("The workstream has no action.", "Add at least one, with its lead and due date.")
    years, scope = cell["at_least_years"], cell["in_scope"]
    return Workstream(
        id=cell["id"].needed("The workstream’s id"),
        title=cell["workstream"].needed("The workstream’s title"),
        objective=cell["objective"].whole(),
        actions=actions,
        directorates=cell["directorates"].texts(),
        in_scope=scope.is_blank or bool(scope.value),
        levers=cell["levers"].texts(),
        at_least_years=None if years.is_blank else years.whole(),
    )


def _rolled_out(workstream: Workstream, section: Cell) -> Workstream:
    """With the years that its chapter says it takes, under a key that its title names: unit_model, Unit Model."""
    if workstream.at_least_years is not None:
        return workstream
    for name, cell in section.entries():
        named = str(name).replace("_", " ") in workstream.title.lower()
        if named and isinstance(cell.value, dict) and _YEARS in cell.value:
            return replace(workstream, at_least_years=cell[_YEARS].whole())
    return workstream


def _action(cell: Cell) -> Action:
    return Action(
        text=cell["text"].needed("The action’s text"),
        lead=cell["lead"].needed("The action’s lead"),
        due=due_of(cell["due"]),
    )
