"""Reads a strategy from YAML, every mistake told with its place; the form is described in the how-to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from sufficiency.analytics.measures.impact import KEY_IMPACT_MEASURES, REPORTED_EVERY_MONTHS
from sufficiency.analytics.strategy.cells import Cell, StrategyError
from sufficiency.analytics.strategy.plan import (
    ImpactMeasure,
    Objective,
    Principle,
    Promise,
    Strategy,
    SummaryAction,
)
from sufficiency.analytics.strategy.reading_actions import due_of, read_workstreams
from sufficiency.analytics.strategy.reading_commitments import read_commitments
from sufficiency.analytics.strategy.reading_savings import read_savings

_LARGEST_FILE: Final = 2_000_000  # bytes; a strategy has some hundreds of lines
_IS_A_STRATEGY: Final = ("action_plan",)


def read_strategy(path: Path) -> Strategy:
    """Read a strategy's file; raises StrategyError that says what is wrong, where, and what to do."""
    return strategy_from(loaded(path), where=path.name)


def loaded(path: Path) -> Any:
    """What a YAML file holds; StrategyError where it cannot be opened or is no YAML."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "It could not be opened"
        raise StrategyError(f"{reason}.", where=str(path), what_next="Check the name and folder.") from None
    if len(raw) > _LARGEST_FILE:
        raise StrategyError("It is too large for a strategy.", where=path.name, what_next="Check the file.")
    return parsed(raw.decode("utf-8-sig", errors="replace"), where=path.name)


def parsed(text: str, *, where: str) -> Any:
    """What YAML text says; StrategyError names the line where it is none."""
    try:
        return yaml.load(text, Loader=_OnceEach)  # noqa: S506 - a SafeLoader that also refuses repeated keys
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}, line {mark.line + 1}" if mark else where
        what = getattr(error, "problem", None) or "It is not YAML"
        what_next = "Check indents, colons and quotes there."
        raise StrategyError(f"{what}.", where=place, what_next=what_next) from None


def is_strategy(told: Any) -> bool:
    """Whether what a file holds is a strategy."""
    return isinstance(told, dict) and all(key in told for key in _IS_A_STRATEGY)


def strategy_from(told: Any, *, where: str) -> Strategy:
    """A strategy from what its YAML says."""
    if not is_strategy(told):
        raise StrategyError(
            "It is no strategy: there is no action_plan in it.",
            where=where,
            what_next="Write “action_plan:” and under it one “- id: …” entry for each workstream.",
        )
    root = Cell(told, where)
    workstreams = read_workstreams(root)
    names = {one.id for one in workstreams}
    meta = root["meta"]
    period = meta["period"]
    return Strategy(
        title=meta["title"].text() or "Placement strategy",
        authority=meta["authority"].text(),
        from_year=period["from"].text(),
        to_year=period["to"].text(),
        aim=root["aim"].text(),
        objectives=_objectives(root),
        principles=tuple(_principle(cell) for cell in root["principles"].items()),
        workstreams=workstreams,
        summary_actions=_summary_actions(root["sections"], names),
        supporting_processes=root["overview_page"]["supporting_processes"].texts(),
        overview=_overview(root["overview_page"]),
        impact_measures=_impact_measures(root["impact_measures"]),
        promise=_promise(meta),
        reported_every_months=_months(meta["reporting_cycle_months"]),
        savings=read_savings(root, workstreams),
        commitments=read_commitments(root["sections"]),
    )


def _months(cell: Cell) -> int:
    return REPORTED_EVERY_MONTHS if cell.is_blank else cell.whole()


def _objectives(root: Cell) -> tuple[Objective, ...]:
    found = []
    for cell in root["objectives"].items():
        number = cell["n"].whole()
        section = root["sections"][number]
        stated = section["stated_key_areas"]
        found.append(
            Objective(
                number=number,
                title=cell["title"].needed("The objective’s title"),
                detail=cell["detail"].text(),
                principles=tuple(one.whole() for one in cell["principles"].items()),
                stated_areas=None if stated.is_blank else stated.whole(),
                areas=section["areas"].texts(),
            )
        )
    return tuple(found)


def _principle(cell: Cell) -> Principle:
    wording, variant = cell["list"].needed("The principle’s wording"), cell["box"].text()
    if variant == "same":
        variant = wording
    elif variant == "first sentence only":
        variant = wording.split(". ")[0] + "."
    return Principle(
        number=cell["n"].whole(),
        wording=wording,
        variant=variant,
        differs=cell["differs"].text(),
        rule=cell["rule"].text(),
    )


def _summary_actions(sections: Cell, workstreams: set[str]) -> tuple[SummaryAction, ...]:
    found: dict[str, SummaryAction] = {}
    for number, section in sections.entries():
        for cell in section["actions"].items(named="action"):
            name, target = cell["id"].needed("The action’s id"), cell["workstream"].text() or None
            if target is not None and target not in workstreams:
                raise cell.wrong(f"There is no workstream {target}.", "Name one of the action plan, or none.")
            if name in found:
                raise cell.wrong(f"There are two summary actions {name}.", "Give one of them another id.")
            text = cell["text"].needed("The action’s text")
            found[name] = SummaryAction(id=name, objective=number, text=text, workstream=target)
    return tuple(found.values())


def _overview(page: Cell) -> Mapping[int, tuple[str, ...]]:
    return {number: cell.texts() for number, cell in page.entries() if isinstance(number, int)}


def _ending(year: object, cell: Cell) -> str:
    """The year of a 31 March."""
    if not str(year).isdecimal() or len(str(year)) != 4:
        raise cell.wrong(f"“{year}” is no year.", "Write the year of the 31 March, such as 2012: 482.")
    return str(year)


def _impact_measures(cell: Cell) -> tuple[ImpactMeasure, ...]:
    answers = {measure.number: measure.measures for measure in KEY_IMPACT_MEASURES}
    found = []
    for one in cell["list"].items():
        number = one["n"].whole()
        named = one["measures"].texts() or answers.get(number, ())
        wording = one["text"].needed("The measure’s wording")
        path = {_ending(year, value): float(value.pounds()) for year, value in one["path"].entries()}
        found.append(ImpactMeasure(number=number, wording=wording, measures=named, path=path))
    return tuple(found)


def _promise(meta: Cell) -> Promise | None:
    due = meta["update_due"]
    return None if due.is_blank else Promise(due=due_of(due), topics=meta["update_must_add"].texts())


class _OnceEach(yaml.SafeLoader):
    """YAML in which no key may stand twice: the second would silently take the place of the first."""


def _once(loader: _OnceEach, node: yaml.MappingNode) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise yaml.constructor.ConstructorError(
                None, None, f"“{key}” stands here twice", key_node.start_mark
            )
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_OnceEach.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _once)
