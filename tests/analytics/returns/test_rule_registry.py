"""Every rule of the collection is there, says what it is, and has examples that pass and fail."""

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sufficiency.analytics.reference.years import LAST_ENDING
from sufficiency.analytics.returns.rules import deviations
from sufficiency.analytics.returns.rules.catalogue import THEMES, all_rules, rule_by_code, rules_of
from sufficiency.analytics.returns.rules.deviations import ANY_OF_EQUAL_DATES, DEVIATIONS
from sufficiency.analytics.returns.tables import TABLES

PUBLISHED = Path(__file__).parents[4] / "shared" / "facts" / "ssda903" / "rules.csv"
MOST_DEVIATIONS = 25

# The codes of the collection by the year from which their rule is asked (all of them to this day).
CODES = {
    2024: """
        101 102 103 104 105 112 113 114 115 116 117 118 119 120 131 132 133 134 141 142 143 144 145 146 147
        148 149 151 153 157 158 159 164 165 166 167 168 169 171 174 175 176 177 178 179 180 181 182 184 185
        186 187 188 189 190 191 192 193 196 197B 197a 198 199 202 203 204 205A 205B 205C 205D 207 208 209
        210 213 214 215 217 218 219 221 222 224 225 226 227 228 229 301 302 303 304 331 333 334 335 336 344
        345 347 351 352 353 354 355 356 357 358 359 361 362 363 364 365 366 367 371 372 373 374 375 376 377
        378 379 380 381 382 383 384 385 386 387 388 389 390 391 392a 392b 392c 392d 393 398 399 406 407 408
        411 420 426 431 432 433 434 435 436 437 440 441 442 446 452 453 460 501 502 503A 503B 503C 503D 503E
        503F 503G 503H 503J 504 511 514 516 517 518 519 520 521 522 523 524 525 526 527 528 529 530 531 542
        543 544 545 546 547 550 551 552 553 554 557 558 559 560 561 562 563 564 565 566 567 570 571 574 575
        576 577 578 579 580 581 582 583 584 586 601 602 607 611 612 620 621 624 625 626 628 630 631 632 633
        634 635 1000 1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1014 1015 1016 3001 EPI
        INT01 INT02 INT03 INT04 INT05 INT06 INT07 INT08 INT09 INT11 INT12 INT13 INT14 INT15 INT16 INT17
        INT18 INT21 INT31 INT32 INT33 INT34 INT35 INT36 NoE SW02STG1 SW04STG1 SW05STG1 SW06STG2 SW07STG2
        SW08STG2 SW09STG2 SW10STG2 SW11bSTG2 SW12STG2 SW13STG1
    """,
    2025: """
        231 232 SW01aSTG1 SW01bSTG1
    """,
    2026: """
        233 234 348 444 454 SW17STG2
    """,
    2027: """
        700 701 702 703 704 705 706 707 708 709 710
    """,
}
FROM = {code: year for year, codes in CODES.items() for code in codes.split()}

# Rules that no row can fail, and why.
CANNOT_FAIL = {"411": "The nation and the authority of a placement come from the same postcode."}


def test_the_rules_are_the_collections():
    assert len(FROM) == 322
    assert {rule.code for rule in all_rules()} == set(FROM)


def test_rules_are_asked_in_the_collections_years():
    assert {rule.code: rule.from_year for rule in all_rules()} == FROM
    assert {rule.until_year for rule in all_rules()} == {LAST_ENDING}


def test_the_list_of_codes_is_the_published_one():
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        published = {row["code"]: _first_asked(row) for row in csv.DictReader(file)}
    assert published == FROM


def _first_asked(row: dict[str, str]) -> int:
    """The year a rule is first asked in; none is withdrawn and asked again."""
    asked = [
        int(name[7:11]) + 1 for name, value in row.items() if name.startswith("active_") and value == "y"
    ]
    assert asked == list(range(asked[0], LAST_ENDING + 1))
    return asked[0]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_says_what_it_is(rule):
    assert rule.message.endswith((".", "?"))
    assert rule.message[0].isupper() or rule.message.startswith(tuple(_column_names()))
    assert rule.source.endswith(f"rule {rule.code}")
    assert len(rule.source) > len(f"rule {rule.code}") + 2
    assert rule.from_year <= rule.confirmed_from <= LAST_ENDING
    assert rule.columns
    for table, columns in rule.columns.items():
        assert columns
        assert set(columns) <= set(TABLES[table].column_names)


def _column_names() -> set[str]:
    return {name for table in TABLES.values() for name in table.column_names}


def test_no_two_rules_share_a_message():
    messages = [rule.message for rule in all_rules()]
    twice = sorted({message for message in messages if messages.count(message) > 1})
    assert not twice


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.__name__.rpartition(".")[2])
def test_every_rule_has_a_passing_and_a_failing_example_beside_it(theme):
    module = Path(str(theme.__file__))
    marks = _marks(module.with_name(f"test_{module.name}"))
    lacking = {
        rule.code: "no failing row" if True not in found else "no passing row"
        for rule in rules_of(theme)
        if rule.code not in CANNOT_FAIL and (found := marks.get(rule.code, set())) != {True, False}
    }
    assert not lacking


def test_a_rule_that_cannot_fail_is_tried_all_the_same():
    beside = Path(str(THEMES[0].__file__)).parent
    texts = [path.read_text(encoding="utf-8") for path in beside.glob("test_*.py")]
    assert all(any(f'"{code}"' in text for text in texts) for code in CANNOT_FAIL)


def test_few_rules_deviate_each_with_its_reason():
    assert len(DEVIATIONS) <= MOST_DEVIATIONS
    assert all(rule_by_code(code) for code in DEVIATIONS)
    assert all(len(found.because) > 40 and len(found.instead) > 20 for found in DEVIATIONS.values())


@pytest.mark.parametrize("code", sorted({*DEVIATIONS, *ANY_OF_EQUAL_DATES}))
def test_every_deviation_has_a_test_of_the_better_answer(code):
    tests = Path(str(deviations.__file__)).with_name("test_deviations.py")
    own = [f for f in _functions(tests) if f.name.startswith(f"test_{code}_")]
    assert len(own) == 1
    known = _assigned(own[0].body)
    marks = {
        mark for call in _checks(own[0]) if code in _strings(call.args[0]) for mark in _marked(call, known)
    }
    assert marks == {True, False}


def _functions(path: Path) -> list[ast.FunctionDef]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return [node for node in body if isinstance(node, ast.FunctionDef)]


def _marks(path: Path) -> dict[str, set[bool]]:
    """For each rule that a module tries, whether rows are marked as findings: True, False or both."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = _assigned(tree.body)
    marks: dict[str, set[bool]] = {}
    for function in _functions(path):
        known = named | _assigned(function.body)
        for call in _checks(function):
            tried = _strings(call.args[0]) or _strings(*function.decorator_list)
            for code in tried & set(FROM):
                marks.setdefault(code, set()).update(_marked(call, known))
    return marks


def _checks(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Its calls of a `check…` fixture."""
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id.startswith("check")
        ):
            yield node


def _assigned(body: list[ast.stmt]) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for node in body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _strings(*nodes: ast.AST) -> set[str]:
    return {
        found.value
        for node in nodes
        for found in ast.walk(node)
        if isinstance(found, ast.Constant) and isinstance(found.value, str)
    }


def _marked(call: ast.Call, known: dict[str, ast.expr]) -> Iterator[bool]:
    """For each row drawn in a call whether it is marked; only tables with a `finding` column count."""
    given = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    for text in (text for node in given for text in _texts(node, known)):
        heading, *rows = [
            [cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()
        ]
        if "finding" in heading:
            yield from (row[heading.index("finding")] == "yes" for row in rows)


def _texts(node: ast.AST, known: dict[str, ast.expr]) -> Iterator[str]:
    """The drawn tables in an argument; what an f-string fills in does not matter here."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and node.value.strip():
            yield node.value
    elif isinstance(node, ast.Name) and node.id in known:
        yield from _texts(known[node.id], known)
    else:
        for part in ast.iter_child_nodes(node):
            yield from _texts(part, known)
