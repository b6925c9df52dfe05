"""`sufficiency match`: homes for children's needs, ranked and explained; no database is needed."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sufficiency.cli.delivering import Answer, deliver
from sufficiency.cli.options import FormatOption, Output

if TYPE_CHECKING:
    from sufficiency.analytics.matching.ranking import Ranking

WorldPath = Annotated[
    Path | None,
    typer.Argument(
        metavar="WORLD.json",
        help="Requests and homes of one day, as JSON (see --schema).",
        show_default=False,
    ),
]
Allocate = Annotated[bool, typer.Option("--allocate", help="Add one possible arrangement of planned moves.")]
Schema = Annotated[bool, typer.Option("--schema", help="Write what the JSON must look like, and stop.")]
Top = Annotated[
    int | None,
    typer.Option(
        min=1, help="Only so many homes a request, with the best of every tier; every home unless given."
    ),
]
WhyNot = Annotated[
    list[str] | None,
    typer.Option(
        "--why-not", metavar="HOME", help="Only this home, by reference or name; may be given several times."
    ),
]


class NothingToMatchError(Exception):
    """No world was given, or it cannot be opened."""

    what_next = (
        "Give a file, as in `sufficiency match WORLD.json`, or --schema to see what it must look like."
    )


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("match")(match)


def match(
    path: WorldPath = None,
    allocate: Allocate = False,
    schema: Schema = False,
    top: Top = None,
    why_not: WhyNot = None,
    asked: FormatOption = None,
    output: Output = None,
) -> None:
    """Rank homes for each request, say why and why not; a person decides."""
    from sufficiency.analytics.matching import reading
    from sufficiency.analytics.matching.allocating import arrange
    from sufficiency.analytics.matching.ranking import rank_all
    from sufficiency.analytics.matching.travel import points_of
    from sufficiency.cli.references import cache_folder

    if schema:
        sys.stdout.write(json.dumps(reading.schema(), indent=1, ensure_ascii=False) + "\n")
        return
    world = reading.read_world(_text(path))
    rankings = rank_all(world, points_of(world, cache=cache_folder()))
    arrangement = arrange(rankings, top=top) if allocate else None
    deliver(answer(rankings, arrangement, top=top, names=why_not or ()), asked=asked, output=output)


def answer(rankings: list["Ranking"], arrangement: Any, *, top: int | None, names: Any = ()) -> Answer:
    """Rankings in every form, with the keys of the command line's contract."""
    from sufficiency.analytics.matching.contract import arrangement_contract, as_contract

    requests = [
        _only(as_contract(ranking, top=None if names else top), ranking, names) for ranking in rankings
    ]
    contract: dict[str, Any] = {"requests": requests}
    if arrangement is not None:
        contract["arrangement"] = arrangement_contract(arrangement)
    rows = [_row(request, found) for request in requests for found in request["candidates"]]
    return Answer(lambda: _words(contract, rows), lambda: contract, {"candidates": rows})


def _text(path: Path | None) -> str:
    if path is None:
        raise NothingToMatchError("No world was given.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise NothingToMatchError(f"{path} cannot be read: {problem}.") from problem


def _only(request: dict[str, Any], ranking: "Ranking", names: Any) -> dict[str, Any]:
    if not names:
        return request
    rows = {name: ranking.row_of(name) for name in names}
    missing = [name for name, row in rows.items() if row is None]
    if missing:
        raise NothingToMatchError(f"There is no home called {missing[0]} in the file.")
    wanted = {ranking.homes[row].id for row in rows.values() if row is not None}
    return {**request, "candidates": [found for found in request["candidates"] if found["home"] in wanted]}


def _row(request: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    broken = "; ".join(f"{item['text']} {item['fact']}" for item in found["ruled_out_because"])
    return {
        "request": request["request"],
        "rank": found["rank"],
        "home": found["home"],
        "tier": found["tier"],
        "outcome": found["outcome"],
        "fit": _range(found["fit"]),
        "because": "; ".join(item["text"] for item in found["because"]),
        "watch": "; ".join(item["text"] for item in found["watch"]),
        "ask": found["not_known"][0]["question"] if found["not_known"] else "",
        "first if": found["first_if"]["text"] if found["first_if"] else "",
        "ruled out because": broken,
        "minutes": found["minutes_away"],
        "a week": found["weekly_cost"],
    }


def _range(fit: dict[str, float]) -> str:
    low, high = f"{fit['low']:.0f}", f"{fit['high']:.0f}"
    return low if low == high else f"{low}–{high}"


def _words(contract: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    if not contract["requests"]:
        return "There is no request in this world, so there is nothing to rank.\n"
    return "\n".join(
        [*(_request_in_words(request, rows) for request in contract["requests"]), *_arranged(contract)]
    )


def _request_in_words(request: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    from sufficiency.reports.tables import text_table

    mine = [row for row in rows if row["request"] == request["request"]]
    names = ("rank", "home", "tier", "fit", "because", "watch", "minutes", "a week")
    shown = [{name: row[name] for name in names} for row in mine if row["outcome"] != "ruled_out"]
    # A home that could not be judged is in the list, and never passes for one that was.
    out = [f"  {row['home']}, ask first: {row['ask']}\n" for row in mine if row["outcome"] == "unknown"]
    out += [
        f"  {row['home']} ruled out: {row['ruled out because']}\n"
        for row in mine
        if row["outcome"] == "ruled_out"
    ]
    table = (
        text_table(shown, title=f"Request {request['request']}")
        if shown
        else f"Request {request['request']}\n"
    )
    return f"{table}{request['order_note']}\n{''.join(out)}"


def _arranged(contract: dict[str, Any]) -> list[str]:
    found = contract.get("arrangement")
    if found is None:
        return []
    lines = [found["what"], *(f"  {one['request']} → {one['home']}" for one in found["placed"])]
    lines += [f"  {request}: no home" for request in found["not_placed"]]
    return ["\n".join([*lines, *(f"  {swap['text']}" for swap in found["why_not_swap"])]) + "\n"]
