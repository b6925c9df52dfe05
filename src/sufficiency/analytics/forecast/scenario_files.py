"""A scenario as a readable YAML file, read with every mistake told, and written again."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import yaml

from sufficiency.analytics.forecast import scenario_cells as cells
from sufficiency.analytics.forecast.levers.declaring import Lever, Takes
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.stated import Stated, When
from sufficiency.analytics.forecast.levers.wording import when_in_words
from sufficiency.analytics.forecast.scenario import Plan, Scenario
from sufficiency.analytics.forecast.scenario_cells import Cell, refuse_unknown
from sufficiency.analytics.forecast.scenario_errors import ScenarioError
from sufficiency.analytics.forecast.scenario_places import overflow_stated, places_stated

_PARTS: Final = ("name", "about", "levers", "places", "overflow", "investment", "savings_targets")
_ALWAYS: Final = ("lever", "amount", "from", "over_months", "until", "why")
_LARGEST_FILE: Final = 200_000  # bytes
_MOST_LEVERS: Final = 100
_MOST_MONTHS: Final = 300
_MOST_POUNDS: Final = 10**10
_SHIPPED: Final = "shipped"


def read_scenario(path: Path) -> Scenario:
    """Read a scenario file. Raises ScenarioError: what is wrong, where, what next."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "It could not be opened"
        raise ScenarioError(
            f"{reason}.",
            where=str(path),
            what_next=f"Check the name and the folder, or name one that comes with us: {', '.join(shipped_names())}.",
        ) from None
    return scenario_in(raw, name=path.name)


def scenario_in(raw: bytes, *, name: str) -> Scenario:
    """The scenario in the bytes of a YAML file."""
    if len(raw) > _LARGEST_FILE or b"\0" in raw:
        raise ScenarioError(
            "It is no scenario file.", where=name, what_next="Give a YAML file; see the how-to."
        )
    try:
        told = yaml.load(_text(raw, name), Loader=_NothingTwice)  # noqa: S506 - a safe loader, made stricter
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        what = f"It is not readable as YAML: {getattr(error, 'problem', None) or error}."
        raise ScenarioError(
            what, where=where, what_next="Check the names, indents and colons near that line."
        ) from None
    return scenario_of(told, where=name)


class _NothingTwice(yaml.SafeLoader):
    """A safe loader for which a name twice is a mistake: YAML would keep the second and drop the first unsaid."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """The mapping, unless a name stands in it twice."""
        names = [self.construct_object(key, deep=True) for key, _ in node.value]
        for place, name in enumerate(names):
            if name in names[:place]:
                problem = f"“{name}” is there twice, and the second would put out the first"
                raise yaml.constructor.ConstructorError(None, None, problem, node.value[place][0].start_mark)
        return super().construct_mapping(node, deep=deep)


def _text(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ScenarioError(
            "It is not written in UTF-8, so that a letter here cannot be read.",
            where=f"{name}, line {line}",
            what_next="Save the file again with the encoding UTF-8.",
        ) from None


def scenario_of(told: Any, *, where: str) -> Scenario:
    """The scenario in a mapping, as a file holds it."""
    if not isinstance(told, Mapping):
        raise ScenarioError(
            "There is no scenario in it.", where=where, what_next="Begin with “name:” and “levers:”."
        )
    refuse_unknown(told, _PARTS, where)
    return Scenario(
        name=cells.text(Cell(told.get("name") or Path(where).stem, f"{where}, name"), longest=200),
        about=cells.text(Cell(told.get("about") or "", f"{where}, about")),
        levers=tuple(
            _stated(one, f"{where}, lever {place}")
            for place, one in enumerate(_listed(told, "levers", where), 1)
        ),
        places=places_stated(_listed(told, "places", where), where),
        overflow=overflow_stated(told.get("overflow") or {}, f"{where}, overflow"),
        plan=Plan(_pounds(told, "investment", where), _pounds(told, "savings_targets", where)),
    )


def as_record(scenario: Scenario) -> dict[str, Any]:
    """The scenario as a mapping that `scenario_of` reads: what a file holds and a site keeps."""
    parts = {
        "name": scenario.name,
        "about": scenario.about,
        "levers": [_record(one) for one in scenario.levers],
        "places": [
            {"kind": str(one.kind), "places": one.places, "from": _day(one.starts)} for one in scenario.places
        ],
        "overflow": {str(kind): [str(other) for other in order] for kind, order in scenario.overflow.items()},
        "investment": {
            f"year {year}": _plain(float(sum_)) for year, sum_ in scenario.plan.investment.items()
        },
        "savings_targets": {
            f"year {year}": _plain(float(sum_)) for year, sum_ in scenario.plan.savings_targets.items()
        },
    }
    return {name: value for name, value in parts.items() if value}


def as_yaml(scenario: Scenario) -> str:
    """The scenario as the text of a file, each lever's sentence above it."""
    record = as_record(scenario)
    lines = ["# A scenario for `sufficiency forecast --scenario`."]
    lines += [_yaml({name: value}) for name, value in record.items() if name in ("name", "about")]
    if scenario.levers:
        lines.append("levers:")
        for one, said in zip(record["levers"], scenario.sentences, strict=True):
            lines += [f"# {said}", _yaml([one])]
    lines += [
        _yaml({name: value}) for name, value in record.items() if name not in ("name", "about", "levers")
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def shipped_names() -> tuple[str, ...]:
    """The scenarios that come with the program."""
    folder = files(__package__).joinpath(_SHIPPED)
    return tuple(sorted(Path(one.name).stem for one in folder.iterdir() if one.name.endswith(".yaml")))


@cache
def shipped(name: str) -> Scenario:
    """A scenario that comes with the program."""
    file = files(__package__).joinpath(_SHIPPED, f"{name}.yaml")
    return scenario_in(file.read_bytes(), name=f"{name}.yaml")


def _stated(told: Any, where: str) -> Stated:
    if not isinstance(told, Mapping) or "lever" not in told:
        known = ", ".join(levers())
        raise ScenarioError(
            "It does not say which lever.", where=where, what_next=f"Add “lever:” with one of {known}."
        )
    lever = levers().get(str(told["lever"]))
    if lever is None:
        raise ScenarioError(
            f"There is no lever “{told['lever']}”.",
            where=where,
            what_next=cells.nearest(str(told["lever"]), levers()),
        )
    where = f"{where} ({lever.id})"
    refuse_unknown(told, [*_ALWAYS, *lever.takes], where)
    return _in_order(_read(lever, told, where), where)


def _read(lever: Lever, told: Mapping[str, Any], where: str) -> Stated:
    def cell(name: str) -> Cell:
        return Cell(told[name], f"{where}, {name}")

    if "amount" not in told:
        what_next = f"Add “amount:”, such as {lever.usual_amount:.10g} {lever.unit}."
        raise ScenarioError("It has no amount.", where=where, what_next=what_next)
    readers: dict[str, tuple[str, Any]] = {
        Takes.AGES: ("ages", cells.ages),
        Takes.UASC: ("uasc", cells.uasc),
        Takes.KINDS: ("kinds", cells.kinds),
        Takes.TO: ("to", cells.kinds),
        Takes.CAUSE: ("cause", cells.cause),
        "from": ("starts", cells.when),
        "until": ("until", lambda one: cells.when(one, ends=True)),
        "over_months": ("over_months", lambda one: cells.whole(one, most=_MOST_MONTHS)),
        Takes.DISCOUNT: ("discount", lambda one: cells.number(one, unit="%", most=100)),
        "why": ("why", cells.text),
    }
    found = {
        name: read(cell(key)) for key, (name, read) in readers.items() if told.get(key) not in (None, "", [])
    }
    usual: dict[str, Any] = {**lever.usual, **({"cause": lever.usual_cause} if lever.usual_cause else {})}
    amount = cells.number(cell("amount"), unit=lever.unit, least=lever.least, most=lever.most)
    return Stated(lever.id, amount, **{**usual, **found})


def _in_order(stated: Stated, where: str) -> Stated:
    begins, ends = stated.starts, stated.until
    if ends is not None and _is_before(ends, begins):
        raise ScenarioError(
            f"It ends with {when_in_words(ends, ends=True)}, before it begins with {when_in_words(begins)}.",
            where=f"{where}, until",
            what_next="Give “until” a later date than “from”.",
        )
    if set(stated.to) & set(stated.kinds) and stated.to:
        both = [kind for kind in stated.to if kind in stated.kinds]
        raise ScenarioError(
            f"{both[0].label} is where children come from and where they go to.",
            where=f"{where}, to",
            what_next="Leave it out of “kinds” or of “to”.",
        )
    return stated


def _is_before(one: When, other: When) -> bool:
    """Whether a date is before another; a year of the forecast and a day cannot be told until it starts."""
    if one.day is None or other.day is None:
        return one.day is None and other.day is None and one.year < other.year
    return one.day < other.day


def _pounds(told: Mapping[str, Any], part: str, where: str) -> dict[int, Decimal]:
    given = told.get(part) or {}
    if not isinstance(given, Mapping):
        raise ScenarioError(
            "It has no years.", where=f"{where}, {part}", what_next="Write “year 1: 6115000”."
        )
    found = {}
    for year, value in given.items():
        counted = cells.when(Cell(year, f"{where}, {part}"))
        if counted.day is not None:
            raise ScenarioError(
                f"“{year}” is no year of the forecast.",
                where=f"{where}, {part}",
                what_next="Write “year 1:”.",
            )
        cell = Cell(value, f"{where}, {part}, {year}")
        found[counted.year] = Decimal(repr(cells.number(cell, least=-_MOST_POUNDS, most=_MOST_POUNDS)))
    return found


def _listed(told: Mapping[str, Any], part: str, where: str) -> list[Any]:
    given = told.get(part) or []
    if not isinstance(given, list) or len(given) > _MOST_LEVERS:
        what_next = f"Write one entry a line, each after a “-”, at most {_MOST_LEVERS}."
        raise ScenarioError("It is no list.", where=f"{where}, {part}", what_next=what_next)
    return given


def _record(one: Stated) -> dict[str, Any]:
    lever = levers()[one.lever]
    usual: dict[str, Any] = {**lever.usual, "cause": lever.usual_cause}
    blank = Stated(one.lever, one.amount)
    record: dict[str, Any] = {"lever": one.lever, "amount": _plain(one.amount), "from": _day(one.starts)}
    if one.over_months:
        record["over_months"] = one.over_months
    if one.until:
        record["until"] = _day(one.until)
    for takes in lever.takes:
        value = getattr(one, takes)
        if value != usual.get(takes, getattr(blank, takes)):
            record[str(takes)] = [str(part) for part in value] if isinstance(value, tuple) else value
    if one.cause and one.cause != lever.usual_cause:
        record["cause"] = str(one.cause)
    return {**record, **({"why": one.why} if one.why else {})}


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _day(when: When) -> str:
    return when.day.isoformat() if when.day else f"year {when.year}"


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)
