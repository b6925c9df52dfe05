"""A kept comparison as its page shows it, and as files."""

from collections.abc import Mapping, Sequence
from typing import Any

from sufficiency.reports.comparison import ComparisonShown, comparison
from sufficiency.reports.places_needed import Needed, needed as needed_of
from sufficiency.reports.position import NUMBER
from sufficiency.web.access.acting import Actor
from sufficiency.web.access.permissions import Permission
from sufficiency.web.forecasting.downloads import contract, flat, safe
from sufficiency.web.forecasting.showing import measures_with
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.drawings import kept

Record = Mapping[str, Any]
ALL = "all"


def show(run: Run, *, to: Actor) -> ComparisonShown:
    """A comparison as someone may see it."""
    return drawn(run, hides=not to.may(Permission.SMALL_NUMBERS_SEE))


def drawn(run: Run, *, hides: bool) -> ComparisonShown:
    """A comparison with its charts; drawn once, as it never changes."""
    name = (run.pk, run.made_at, run.fingerprint, run.title)
    return kept(
        lambda: comparison(run.figures, measures_with(run, hides=hides)), shows=("comparison", name, hides)
    )


def needed(run: Run, *, share: str, hides: bool) -> Needed:
    """How many places of which kind, by when, for a share of need that may go unmet."""
    counted = measures_with(run, hides=hides)
    return needed_of(
        run.figures,
        share=share,
        is_shown=lambda kind: counted.part_points(NUMBER, "kind", kind) is not None,
    )


def whole(run: Run, *, hides: bool) -> Record:
    """The comparison with the keys of the command line."""
    return {**contract(run, hides=hides), "scenario": _scenario(run, hides=hides)}


def sheets(run: Run, *, hides: bool) -> Mapping[str, Sequence[Record]]:
    """Everything in a comparison as tables."""
    told, ours = _scenario(run, hides=hides), contract(run, hides=hides)
    mix = [{"kind": row["kind"], **row["by_year"], "total": row["total"]} for row in told["mix_table"]]
    needed = [{"kind": row["kind"], "year": row["year"], **row["places"]} for row in told["places_needed"]]
    capacity = [
        {**row, **{name: row[name]["mean"] for name in ("weeks_needed", "weeks_displaced", "weeks_unmet")}}
        for row in told["capacity"]
    ]
    return {
        "scenario": [flat(row) for row in ours["series"]],
        "doing nothing": [flat(row) for row in told["baseline"]["series"]],
        "difference": [flat(row) for row in told["difference"]["series"]],
        "difference by age": [flat(row) for row in told["difference"]["by_age"]],
        "cost": [flat(row) for row in ours["cost"]],
        "cost by month": [flat(row) for row in ours["cost_by_month"]],
        "cost doing nothing": [flat(row) for row in told["baseline"]["cost"]],
        "cost by month doing nothing": [flat(row) for row in told["baseline"]["cost_by_month"]],
        "difference in cost": [flat(row) for row in told["difference"]["cost"]],
        "difference in cost by month": [flat(row) for row in told["difference"].get("cost_by_month", ())],
        "volume mix price": told["split"]["years"],
        "change in mix": mix,
        "places": capacity,
        "places needed": needed,
        "plan": told["plan"],
        "levers": told["levers"],
        "prices": ours["prices"],
        "notes": [*ours["notes"], *run.figures.get("notes_on_joining", ())],
    }


def _scenario(run: Run, *, hides: bool) -> dict[str, Any]:
    told = dict(run.figures["scenario"])
    if not hides:
        return told
    counted, start = measures_with(run, hides=True), run.figures["from"]
    for part in ("baseline", "difference"):
        told[part] = {
            **told[part],
            "series": safe(told[part]["series"], "kind", counted, start=start),
            "by_age": safe(told[part]["by_age"], "age", counted, start=start),
        }
    shown = {ALL, *(row["kind"] for row in told["difference"]["series"])}
    for part in ("mix_table", "capacity", "places_needed"):
        told[part] = [row for row in told[part] if row["kind"] in shown]
    return told
