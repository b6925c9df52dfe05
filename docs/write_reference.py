"""Writes docs/reference/ from the declarations in the code, so that look-up pages are never out of date.

Run by `make docs`. A test compares the pages with what this would write.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import typer.main

from sufficiency.analytics.clocks.declaring import Clock
from sufficiency.analytics.clocks.registry import DECLARED
from sufficiency.analytics.forecast.levers.declaring import Lever
from sufficiency.analytics.forecast.levers.registry import levers
from sufficiency.analytics.forecast.levers.stated import Stated
from sufficiency.analytics.forecast.levers.wording import sentence
from sufficiency.analytics.matching.criteria.catalogue import CRITERIA
from sufficiency.analytics.matching.rules.catalogue import RULES as HARD_RULES
from sufficiency.analytics.matching.rules.declaring import ALWAYS, Rule as HardRule
from sufficiency.analytics.matching.vocabulary import Tier
from sufficiency.analytics.matching.worlds import Policy
from sufficiency.analytics.measures.declaring import Measure
from sufficiency.analytics.measures.registry import MEASURES
from sufficiency.analytics.money.savings_checks.catalogue import checks
from sufficiency.analytics.reference.kinds import Kind, kind_of
from sufficiency.analytics.reference.years import FIRST_ENDING, CollectionYear
from sufficiency.analytics.returns.codes import code_sets
from sufficiency.analytics.returns.rules.catalogue import THEMES, rules_of
from sufficiency.analytics.returns.rules.declaring import Rule
from sufficiency.analytics.returns.tables import TABLES, Table
from sufficiency.analytics.strategy.remarks.catalogue import reading_rules
from sufficiency.cli.app import app

FOLDER = Path(__file__).parent / "reference"
WRITTEN = "<!-- Written by make docs. Do not edit. -->"
IN_HOUSE, BOUGHT = "PR1", "PR4"


def pages() -> Mapping[str, str]:
    """Every page of the reference by file name."""
    return {
        "rules.md": "\n".join(_rules()),
        "measures.md": "\n".join(_measures()),
        "tables.md": "\n".join(_tables()),
        "kinds.md": "\n".join(_kinds()),
        "clocks.md": "\n".join(_clocks()),
        "levers.md": "\n".join(_levers()),
        "commands.md": "\n".join(_commands()),
        "savings-checks.md": "\n".join(_savings_checks()),
        "strategy-rules.md": "\n".join(_strategy_rules()),
        "matching.md": "\n".join(_matching()),
    }


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text + "\n", encoding="utf-8", newline="\n")


def _matching() -> Iterator[str]:
    yield from _opening(
        "Matching",
        "What rules a home out, what makes it fit, and the order of preference. A rule ends as pass, fail or not "
        "known yet; what is not known never rules a home out.",
    )
    yield from _section("Hard rules")
    yield from _table(
        ("Number", "Rule", "Law or policy", "In force", "What shows it", "May be set aside by"),
        map(_hard_rule, HARD_RULES.values()),
    )
    yield from _section("Criteria of fit")
    yield from _table(
        ("Criterion", "What it measures", "Points of 100", "Evidence or duty"),
        ((c.label, c.measures, f"{c.weight:g}", c.source) for c in CRITERIA.values()),
    )
    yield from _section("Order of preference")
    yield from (
        (
            f"The best of every tier is always shown. A lower tier is shown first only where its fit is better by "
            f"{Policy().tolerance:g} points or more (the tolerance; a panel may agree another)."
        ),
        "",
    )
    yield from _table(("", "Tier"), ((str(number), tier.label) for number, tier in enumerate(Tier, start=1)))


def _hard_rule(rule: HardRule) -> tuple[str, ...]:
    until = f" to {rule.valid_to:%-d %B %Y}" if rule.valid_to else ""
    since = "" if rule.valid_from == ALWAYS else f"from {rule.valid_from:%-d %B %Y}"
    law = f"[{rule.law}]({rule.link})" if rule.link else rule.law
    return rule.number, rule.text, law, f"{since}{until}", rule.evidence, rule.may_waive or "nobody"


def _rules() -> Iterator[str]:
    yield from _opening(
        "Rules",
        "Every check on a return, by theme. A rule ends as passed, failed, not applicable or could not run.",
    )
    for theme in THEMES:
        yield from _section(_first_line(theme.__doc__))
        yield from _table(("Code", "What is wrong", "Where", "Years"), map(_rule, rules_of(theme)))


def _rule(rule: Rule) -> tuple[str, ...]:
    where = "; ".join(f"{name}: {', '.join(columns)}" for name, columns in rule.columns.items())
    years = f"{CollectionYear(rule.from_year)} to {CollectionYear(rule.until_year)}"
    return rule.code, rule.message, where, years


def _measures() -> Iterator[str]:
    yield from _opening(
        "Measures",
        "Every measure, with where its definition comes from. Those that need something no return holds are "
        "listed too, and say so when they are asked for.",
    )
    yield from _table(
        ("Id", "Measure", "Unit", "Better", "When", "Needs besides the return", "Source", "Definition"),
        map(_measure, MEASURES.values()),
    )


def _measure(measure: Measure) -> tuple[str, ...]:
    label = f"{measure.label}. {measure.note}" if measure.note else measure.label
    needs = "; ".join(need.what for need in measure.needs)
    words = (measure.unit, measure.better, measure.period, needs, measure.source, measure.certainty)
    return f"`{measure.id}`", label, *map(str, words)


def _tables() -> Iterator[str]:
    yield from _opening(
        "Tables of the return",
        "A table is recognised by its columns, whatever its file is called. Codes are listed at the end.",
    )
    for table in TABLES.values():
        since = "" if table.since == FIRST_ENDING else f" Collected from {CollectionYear(table.since)}."
        yield from _section(table.name)
        yield from (f"A row is {table.row}. Usual file name: `{table.file_name}`.{since}", "")
        yield from _table(("Column", "What it holds", "Kind", "Codes"), _columns(table))
    yield from _section("Codes")
    for codes in code_sets().values():
        yield from (f"### {codes.name}", "")
        rows = ((c.code, c.meaning, _valid(c.valid_from, c.valid_to)) for c in codes.codes)
        yield from _table(("Code", "Meaning", "Valid"), rows)


def _columns(table: Table) -> Iterator[tuple[str, ...]]:
    for column in table.columns:
        codes = column.codes or (column.name if column.type == "code" else "")
        yield column.name, column.meaning, str(column.type), f"[{codes}](#{codes.lower()})" if codes else ""


def _valid(first: int, last: int) -> str:
    return f"{CollectionYear(first)} to {CollectionYear(last)}"


def _kinds() -> Iterator[str]:
    yield from _opening(
        "Kinds of placement",
        "The grouping that forecast, money and measures share, in the order shown everywhere. Temporary stays "
        "(T0 to T4) belong to the placement around them. Why these: [decision 7](../decisions/0007-twelve-kinds.md).",
    )
    yield from _table(("Name in files", "Kind", "Placement codes"), map(_kind, Kind))


def _kind(kind: Kind) -> tuple[str, ...]:
    places = [code.code for code in code_sets()["PLACE"].codes if not code.code.startswith("T")]
    own = [place for place in places if kind_of(place, IN_HOUSE) is kind]
    bought = [place for place in places if kind_of(place, BOUGHT) is kind]
    if own == bought:
        return f"`{kind}`", kind.label, " ".join(own)
    whose = "run by the authority (PR1)" if own else "run by anyone else"
    return f"`{kind}`", kind.label, f"{' '.join(own or bought)} {whose}"


def _clocks() -> Iterator[str]:
    yield from _opening(
        "Clocks",
        "Timescales that are watched: what is due, counted from which day, how binding it is and how sure we are "
        "of it. Always check the amended text; a local one is for you to replace.",
    )
    headings = ("Name", "What is due", "Counted from", "Within", "By", "How sure", "In force", "Source")
    yield from _table(headings, map(_clock, DECLARED))


def _clock(clock: Clock) -> tuple[str, ...]:
    since = "" if clock.from_day == date.min else f"from {clock.from_day:%d %B %Y}"
    until = "" if clock.until_day == date.max else f"until {clock.until_day:%d %B %Y}"
    again = f"{clock.limit}, again and again" if clock.repeats else str(clock.limit)
    what = f"{clock.what}. {clock.note}".removesuffix(". ")
    return (
        f"`{clock.id}`",
        what,
        clock.starts,
        again,
        clock.duty,
        clock.certainty,
        f"{since} {until}".strip(),
        clock.source,
    )


def _levers() -> Iterator[str]:
    yield from _opening(
        "Levers",
        "What a scenario can change. Each is told as a sentence with its usual numbers in it; besides its own "
        "fields every lever takes `from`, `over_months`, `until` and `why`. "
        "How to write a file: [write a scenario](../how-to/write-a-scenario.md).",
    )
    headings = (
        "Name",
        "What it is",
        "For example",
        "Unit",
        "Range",
        "May also be told",
        "What it does",
        "Source",
    )
    yield from _table(headings, map(_lever, levers().values()))


def _lever(lever: Lever) -> tuple[str, ...]:
    usual = {**lever.usual, **({"cause": lever.usual_cause} if lever.usual_cause else {})}
    example = Stated(lever.id, lever.usual_amount, over_months=12, discount=15, **usual)
    return (
        f"`{lever.id}`",
        lever.label,
        sentence(lever, example),
        lever.unit,
        f"{lever.least:,.10g} to {lever.most:,.10g}",
        ", ".join(f"`{takes}`" for takes in lever.takes),
        lever.rule,
        lever.source,
    )


def _commands() -> Iterator[str]:
    yield from _opening(
        "Commands",
        "Exit code 0: done; 1: done, with findings; 2: could not be done, with what, where and what next. "
        "Progress goes to the error stream.",
    )
    for name, command in _walked("sufficiency", typer.main.get_command(app)):
        yield from _section(name)
        yield from (_one_paragraph(command.help), "")
        yield from _table(("Argument or option", "What it does"), _parameters(command))


def _strategy_rules() -> Iterator[str]:
    yield from _opening(
        "Rules of a careful reader",
        "What the plan’s page looks for in a strategy. Each remark says where, and what does not fit; nothing is changed.",
    )
    yield from _table(
        ("Code", "What it looks for"), ((f"`{one.code}`", one.looks_for) for one in reading_rules())
    )


def _savings_checks() -> Iterator[str]:
    yield from _opening(
        "Checks on savings claims",
        "What `sufficiency savings` and the strategy’s savings page look for. Each warning says where, and shows "
        "the arithmetic; nothing is changed.",
    )
    yield from _table(("Code", "What it looks for"), ((f"`{one.code}`", one.looks_for) for one in checks()))


def _walked(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Each command with its whole name; a group is told by the commands in it."""
    for inner, one in getattr(command, "commands", {}).items():
        whole = f"{name} {inner}"
        yield from _walked(whole, one) if hasattr(one, "commands") else [(whole, one)]


def _parameters(command: Any) -> Iterator[tuple[str, ...]]:
    for parameter in command.params:
        is_option = any(name.startswith("-") for name in parameter.opts)
        names = parameter.opts if is_option else [parameter.metavar or parameter.name.upper()]
        yield " ".join(f"`{name}`" for name in names), _one_paragraph(getattr(parameter, "help", ""))


def _opening(title: str, words: str) -> Iterator[str]:
    yield from (WRITTEN, "", f"# {title}", "", words, "")


def _section(title: str) -> Iterator[str]:
    yield from (f"## {title}", "")


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    heads = tuple(headings)
    yield _row(heads)
    yield _row("---" for _ in heads)
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def _first_line(text: str | None) -> str:
    return (text or "").strip().splitlines()[0].rstrip(".")


def _one_paragraph(text: str | None) -> str:
    return " ".join((text or "").split())


if __name__ == "__main__":
    main()
