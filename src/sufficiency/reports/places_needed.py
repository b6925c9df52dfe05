"""How many places of which kind, by when: a comparison's answer for one share of need that may go unmet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.figures import Table, table
from sufficiency.reports.wording import as_date, day, number

USUAL: Final = "0.05"
# Nobody keeps or buys places for these, so that a number of places would say nothing.
_NO_PLACES: Final = (Kind.WITH_PARENTS, Kind.ADOPTION)
Record = Mapping[str, Any]


@dataclass(frozen=True)
class Needed:
    """What is needed where no more than `share` of the weeks may go unmet; `gaps` compare it with the places stated."""

    share: str
    shares: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    table: Table


def needed(figures: Record, *, share: str, is_shown: Callable[[str], bool] = lambda _: True) -> Needed:
    """The answer for a share such as "0.05" of the weeks needed, or for the usual one where that was not worked out."""
    told = figures["scenario"]
    rows = [row for row in told["places_needed"] if is_shown(row["kind"]) and row["kind"] not in _NO_PLACES]
    shares = list(rows[0]["places"]) if rows else []
    chosen = share if share in shares else USUAL
    by_kind = {kind: _by_year(rows, kind, chosen) for kind in dict.fromkeys(row["kind"] for row in rows)}
    return Needed(
        share=chosen,
        shares=tuple((one, _in_100(one)) for one in sorted(shares, key=float)),
        gaps=tuple(_gaps(by_kind, told["capacity"])),
        table=_table(figures, by_kind, chosen),
    )


def _by_year(rows: Iterable[Record], kind: str, share: str) -> dict[str, int]:
    return {row["year"]: row["places"][share] for row in rows if row["kind"] == kind}


def _gaps(by_kind: Mapping[str, Mapping[str, int]], capacity: Sequence[Record]) -> Iterator[str]:
    """A sentence for each kind with stated places: when they no longer do, and how many more would."""
    for kind, needs in by_kind.items():
        stated = {row["year"]: row["places"] for row in capacity if row["kind"] == kind}
        if any(places is not None for places in stated.values()):
            yield _gap(Kind(kind).label, needs, stated)


def _gap(label: str, needs: Mapping[str, int], stated: Mapping[str, int | None]) -> str:
    short = {
        year: places - have
        for year, places in needs.items()
        if (have := stated.get(year)) is not None and places > have
    }
    if not short:
        return f"{label}: the places stated are enough in every year."
    first, last = next(iter(short)), next(reversed(short))
    if first != last and short[first] == short[last]:
        return f"{label}: {number(short[first])} more than stated are needed from {first} on."
    after = f", {number(short[last])} more by {last}" if last != first else ""
    return f"{label}: {number(short[first])} more than stated are needed in {first}{after}."


def _table(figures: Record, by_kind: Mapping[str, Mapping[str, int]], share: str) -> Table:
    start = figures["from"]
    now = {row["kind"]: row["mean"] for row in figures["series"] if row["date"] == start}
    years = list(next(iter(by_kind.values()), {}))
    return table(
        f"Places needed so that no more than {_in_100(share)} of the weeks in a year go unmet",
        words="Kind of placement",
        numbers=[f"Children on {day(as_date(start))}", *years],
        rows=[
            (Kind(kind).label, number(now.get(kind, 0)), *(number(needs.get(year, 0)) for year in years))
            for kind, needs in by_kind.items()
        ],
    )


def _in_100(share: str) -> str:
    return f"{100 * float(share):g} in 100"
