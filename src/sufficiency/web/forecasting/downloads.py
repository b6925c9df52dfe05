"""A forecast as files: JSON as the command line writes it, CSV, a workbook.

For who may not see small numbers, groups whose counts are hidden are left out, and so is the day it starts from,
whose figures are counts; the file says so.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sufficiency.reports.position import NUMBER
from sufficiency.reports.results import Results
from sufficiency.web.forecasting.analytics import in_contract_order
from sufficiency.web.forecasting.showing import measures_with, ranges_in_words
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.wording import moment

Record = Mapping[str, Any]
LEFT_OUT = "Groups with counts that could point at a child are left out, and so is the day it starts from."
INSIDE = "For use inside the service only: every group is there, also those with small counts."
ALL = "all"


def contract(forecast: Run, *, hides: bool) -> Record:
    """The forecast with the keys of the command line."""
    whole = in_contract_order(forecast.figures)
    if not hides:
        return whole
    counted = measures_with(forecast, hides=True)
    shown = {
        "series": safe(whole["series"], "kind", counted, start=whole["from"]),
        "by_age": safe(whole["by_age"], "age", counted, start=whole["from"]),
    }
    return {**whole, **shown, "small_numbers": LEFT_OUT}


def json_text(forecast: Run, *, hides: bool) -> str:
    """The same as text, to the letter as the command line writes it where nothing is left out."""
    return json.dumps(contract(forecast, hides=hides), indent=1, ensure_ascii=False) + "\n"


def records(forecast: Run, *, hides: bool) -> list[Record]:
    """Children expected at the end of each month, a record for each kind of placement and for all."""
    return [flat(row) for row in contract(forecast, hides=hides)["series"]]


def sheets(forecast: Run, *, hides: bool) -> Mapping[str, Sequence[Record]]:
    """Everything in a forecast as tables, and what it rests on."""
    whole = contract(forecast, hides=hides)
    tables = ("series", "by_age", "entrants", "leavers", "leavers_by_cause", "cost", "cost_by_month")
    told = {name.replace("_", " "): [flat(row) for row in whole.get(name, ())] for name in tables}
    about = _about(forecast, hides=hides)
    notes = [*whole["notes"], *forecast.figures.get("notes_on_joining", ())]
    return {**told, "prices": whole["prices"], "notes": notes, "about": about}


def safe(rows: Iterable[Record], group: str, counted: Results, *, start: str) -> list[Record]:
    """The rows of groups whose counts are shown, without the day whose figures are counts."""
    # A group whose history may be drawn has no hidden count, this year's included.
    shown = {
        name: name == ALL or counted.part_points(NUMBER, group, name) is not None
        for name in {row[group] for row in rows}
    }
    return [row for row in rows if shown[row[group]] and row["date"] != start]


def flat(row: Record) -> Record:
    """A row with a column for each quantile."""
    named = {name: value for name, value in row.items() if name != "quantiles"}
    return {**named, **{f"q{float(share):g}": value for share, value in row["quantiles"].items()}}


def _about(forecast: Run, *, hides: bool) -> list[Record]:
    given = forecast.assumptions
    facts = {
        "authority": str(forecast.authority),
        "small numbers": LEFT_OUT if hides else INSIDE,
        "made": moment(forecast.made_at),
        "made by": forecast.made_by,
        "learnt from the returns of": ", ".join(given["years"]),
        "prices": given["prices"],
        "futures played out": given["replications"],
        "ranges": ranges_in_words(given),
        "seed": str(forecast.seed),
        "fingerprint of the data": forecast.fingerprint,
        "version": forecast.version,
    }
    return [{"what": what, "value": value} for what, value in facts.items()]
