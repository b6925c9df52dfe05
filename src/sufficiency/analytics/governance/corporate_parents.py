"""What corporate parents promise, and where it is not kept: visits, training, signatures, champions, briefings."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

MonthOf = tuple[int, int]


def months_between(start: date, end: date) -> list[date]:
    """The first day of every month from one day to another."""
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    return [
        date(start.year + (start.month - 1 + n) // 12, (start.month - 1 + n) % 12 + 1, 1)
        for n in range(count)
    ]


def rota_gaps(
    homes: Iterable[str], visits: Iterable[tuple[str, date]], *, start: date, end: date
) -> list[tuple[str, date]]:
    """Every home and month without a member on the rota: one is due a home a month."""
    taken = {(home, (day.year, day.month)) for home, day in visits}
    months = months_between(start, end)
    return [
        (home, month) for home in homes for month in months if (home, (month.year, month.month)) not in taken
    ]


def month_gaps(days: Iterable[date], *, start: date, end: date) -> list[date]:
    """Every month in which something that is due monthly did not happen."""
    taken = {(day.year, day.month) for day in days}
    return [month for month in months_between(start, end) if (month.year, month.month) not in taken]


def runs_of_months(months: Iterable[date]) -> list[tuple[date, date]]:
    """Months that follow each other as one run, each with its first and last month."""
    runs: list[tuple[date, date]] = []
    for month in sorted(months):
        if runs and len(months_between(runs[-1][1], month)) <= 2:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    return runs


def without(people: Iterable[str], done: Iterable[str]) -> list[str]:
    """Those of whom something is missing, in their order."""
    there = set(done)
    return [name for name in people if name not in there]


def vacant(themes: Iterable[str], held: Iterable[str]) -> list[str]:
    """Themes or districts that nobody holds."""
    return without(themes, held)


def room_for_co_optees(*, most_members: int, councillors: int, invited: int) -> tuple[int, int]:
    """Places that are left for co-optees, and how many invitations are beyond them."""
    room = max(0, most_members - councillors)
    return room, max(0, invited - room)


def share_briefed(briefed: int, councillors: int) -> float | None:
    """Share of all councillors who were briefed, in percent; None where there are none."""
    return 100 * briefed / councillors if councillors else None


def growth_percent(before: int, after: int) -> float:
    """How much more there is than before, in percent."""
    return 100 * (after - before) / before


def growth_a_year_percent(before: int, after: int, *, years: int) -> float:
    """Even growth a year that leads from one number to another, in percent."""
    return float(100 * ((after / before) ** (1 / years) - 1))


def cannot_both_hold(*percents: float) -> bool:
    """Whether shares of one group that exclude each other add up to more than all of it."""
    return sum(percents) > 100


def conflicting_years(citations: Sequence[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Pairs of citations of the same regulation with different years."""
    seen: dict[str, str] = {}
    conflicts = []
    for citation in citations:
        printed = citation["printed"]
        years = [
            word.strip(",")
            for word in printed.split()
            if word.strip(",").isdigit() and len(word.strip(",")) == 4
        ]
        plain = " ".join(
            sorted(
                word.strip(",").casefold()
                for word in printed.split()
                if word.strip(",") not in years and word not in ("of", "the")
            )
        )
        if years and plain in seen and seen[plain] != printed:
            conflicts.append((seen[plain], printed))
        elif years:
            seen[plain] = printed
    return conflicts
