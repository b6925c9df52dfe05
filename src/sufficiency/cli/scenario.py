"""What a scenario adds to `sufficiency forecast`: what it is made of, and what it changes beside doing nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sufficiency.analytics.forecast.scenario import Scenario


def scenario_named(given: str | None) -> "Scenario | None":
    """The scenario in a file, or the one of that name that comes with the program; None where nothing was given."""
    from sufficiency.analytics.forecast.scenario_files import read_scenario, shipped, shipped_names

    if given is None:
        return None
    return shipped(given) if given in shipped_names() else read_scenario(Path(given))


def scenario_sheets(contract: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """The scenario's tables; none where there is no scenario."""
    from sufficiency.cli.quantiles import flat

    told = contract.get("scenario")
    if told is None:
        return {}
    return {
        "levers": told["levers"],
        "difference": [flat(row) for row in told["difference"]["series"]],
        "difference by age": [flat(row) for row in told["difference"]["by_age"]],
        "difference in cost": [flat(row) for row in told["difference"]["cost"]],
        "difference in cost by month": [flat(row) for row in told["difference"]["cost_by_month"]],
        "volume mix price": told["split"]["years"],
        "planned mix": [
            {"kind": row["kind"], **row["by_year"], "total": row["total"]} for row in told["mix_table"]
        ],
        "places needed": [
            {**{name: row[name] for name in ("kind", "year")}, **row["places"]}
            for row in told["places_needed"]
        ],
        "plan": told["plan"],
    }


def scenario_in_words(contract: Mapping[str, Any], *, unmet: float) -> str:
    """The scenario for the screen: its sentences, what it changes, and why the cost differs."""
    from sufficiency.reports.tables import text_table

    told = contract.get("scenario")
    if told is None:
        return ""
    levers = "".join(f"  {place}. {one['sentence']}\n" for place, one in enumerate(told["levers"], 1))
    parts = [f"\nScenario: {told['name']}\n{levers}\n{difference_in_words(told)}\n\n"]
    parts.append(
        "Change against doing nothing, children by kind of placement:\n" + text_table(_mix(told), width=140)
    )
    parts.append(
        f"\nEach year’s change for 52 weeks at the price set’s own prices, not accumulated: "
        f"£{told['mix_priced']['total']:,.0f} saved.\n"
    )
    parts.append("\nWhy the cost differs, in £:\n" + text_table(_split(told), width=140))
    if told["capacity"]:
        parts.append("\nPlaces, and weeks without one:\n" + text_table(_capacity(told), width=140))
    parts.append(_needed(contract, unmet=unmet))
    if told["plan"]:
        parts.append("\nThe plan’s money beside it, in £:\n" + text_table(_plan(told), width=140))
    return "".join(parts)


def difference_in_words(told: Mapping[str, Any]) -> str:
    """What the scenario changes by the last day, in two sentences."""
    from sufficiency.reports.scenario_words import headline

    return headline(told)


def _mix(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    from sufficiency.reports.scenario_words import kind_label

    return [
        {
            "kind": kind_label(row["kind"]),
            **{year: _signed(n, places=1) for year, n in row["by_year"].items()},
            "total": _signed(row["total"], places=1),
        }
        for row in told["mix_table"]
        if any(abs(n) >= 0.05 for n in row["by_year"].values())
    ]


def _split(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = [*told["split"]["years"], {"year": "all years", **told["split"]["total"]}]
    parts = ("volume", "mix", "price", "total")
    return [{"year": row["year"], **{name: _signed(row[name]) for name in parts}} for row in rows]


def _signed(value: float, *, places: int = 0) -> str:
    # Nothing is neither more nor less.
    return f"{round(value, places) + 0.0:+,.{places}f}" if round(value, places) else "0"


def _capacity(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    from sufficiency.reports.scenario_words import kind_label

    return [
        {
            "kind": kind_label(row["kind"]),
            "year": row["year"],
            "places": "as many as needed" if row["places"] is None else f"{row['places']:,}",
            "weeks in another kind": f"{row['weeks_displaced']['mean']:,.0f}",
            "weeks unmet": f"{row['weeks_unmet']['mean']:,.0f}",
        }
        for row in told["capacity"]
    ]


def _needed(contract: Mapping[str, Any], *, unmet: float) -> str:
    from sufficiency.reports.places_needed import needed
    from sufficiency.reports.tables import text_table

    found = needed(contract, share=f"{unmet:g}")
    headings = [column.heading for column in found.table.columns]
    rows = [dict(zip(headings, row, strict=True)) for row in found.table.rows]
    gaps = "".join(f"  {gap}\n" for gap in found.gaps)
    return f"\n{found.table.caption}:\n{text_table(rows, width=140)}\n{gaps}"


def _plan(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "year": row["year"],
            **{name.replace("_", " "): f"{row[name]:,.0f}" for name in row if name != "year"},
        }
        for row in told["plan"]
    ]
