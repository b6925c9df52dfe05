"""Vacancies worked out by the database, of every home in one query, by the definition that single homes use.

Thousands of homes are too many to divide up in Python each time the register is opened. So the arithmetic of
`analytics.homes.places` is given columns instead of numbers: what it writes is SQL. Which approvals, stops, holds and
placements count is said once, by Django's queries below; only the joining of them is written by hand, because Django
would ask for each part of the sum anew, wherever it is used.
"""

# ruff: noqa: S608 (what is put into the SQL below is our own words; what people ask for goes into its gaps)

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Case, Count, F, FilteredRelation, Q, QuerySet, Sum, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.places import Places, Standing, above_usual_limit, left_of, places_of
from sufficiency.web.access.models import Authority
from sufficiency.web.homes.models import Hold, Home, Placement, Stop
from sufficiency.web.homes.states import HoldState, PlacementState

FAMILIES = [kind.value for kind in HomeKind if kind.is_fostering]
Statement = tuple[str, tuple[Any, ...]]  # SQL, and what belongs in its gaps


def in_force(day: date, at: str = "") -> Q:
    """Approvals that hold on a day; `at` leads to them, where they are reached from a home."""
    ends = f"{at}ends_on"
    return Q(**{f"{at}starts_on__lte": day}) & (Q(**{ends: None}) | Q(**{f"{ends}__gt": day}))


def stopping(day: date) -> Q:
    """Stops that hold on a day."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def still_held(at: datetime) -> Q:
    """Holds that are neither ended nor run out."""
    return Q(state=HoldState.HELD, until__gt=at)


@dataclass(frozen=True)
class Column:
    """A number that the database works out: arithmetic on it writes SQL."""

    sql: str

    def __add__(self, other: "Column", /) -> "Column":
        return Column(f"({self.sql} + {other.sql})")

    def __sub__(self, other: "Column | int", /) -> "Column":
        return Column(f"({self.sql} - {_sql(other)})")


def _sql(number: Column | int) -> str:
    return number.sql if isinstance(number, Column) else str(number)


def _most(*numbers: Column | int) -> Column:
    # The greatest of several is called differently, and both databases know only their own name.
    name = "GREATEST" if connection.vendor == "postgresql" else "MAX"
    return Column(f"{name}({', '.join(map(_sql, numbers))})")


class _Columns:
    """How a home stands, as columns of `_STANDING`."""

    approved, children, held = Column("approved"), Column("children"), Column("held")
    for_siblings, sharing = Column("for_siblings"), Column("sharing")
    for_emergencies, in_emergency = Column("for_emergencies"), Column("in_emergency")
    out_of_use = Column("(CASE WHEN stopped_whole > 0 THEN approved ELSE stopped END)")
    beyond_limit = Column("beyond_limit")

    @property
    def above_limit(self) -> Column:
        """The usual limit is one of fostering."""
        above = above_usual_limit(self.approved, self.beyond_limit, _most)
        return Column(f"(CASE WHEN is_family > 0 THEN {above.sql} ELSE 0 END)")


_STANDING = """
SELECT home.id, home.kind, home.run_by, home.is_family,
  COALESCE(home.youngest, 0) AS youngest, COALESCE(home.oldest, 0) AS oldest,
  COALESCE(home.approved, 0) AS approved, COALESCE(home.siblings, 0) AS for_siblings,
  COALESCE(home.beyond, 0) AS beyond_limit, COALESCE(home.emergencies, 0) AS for_emergencies,
  COALESCE(living.there, 0) AS children, COALESCE(living.sharing, 0) AS sharing,
  COALESCE(living.emergency, 0) AS in_emergency, COALESCE(holding.held, 0) AS held,
  COALESCE(stopping.out, 0) AS stopped, COALESCE(stopping.whole, 0) AS stopped_whole
FROM ({home}) home
LEFT JOIN ({living}) living ON living.home_id = home.id
LEFT JOIN ({holding}) holding ON holding.home_id = home.id
LEFT JOIN ({stopping}) stopping ON stopping.home_id = home.id
"""


def _standing(authority: Authority, at: datetime, homes: Iterable[int] | None) -> Statement:
    """How each home that is not closed stands. A child who is to move in later has the place already."""
    day = timezone.localtime(at).date()
    numbers = None if homes is None else list(homes)
    some = {} if numbers is None else {"home__in": numbers}
    own = {} if numbers is None else {"pk__in": numbers}
    parts: Mapping[str, QuerySet[Any, Any]] = {
        "home": _approved(authority, day).filter(**own),
        "living": Placement.objects.of(authority)
        .filter(state=PlacementState.OPEN, **some)
        .values("home_id")
        .annotate(
            there=Count("pk"),
            sharing=Count("pk", filter=Q(shares_room=True)),
            emergency=Count("pk", filter=Q(is_emergency=True)),
        ),
        "holding": Hold.objects.of(authority)
        .filter(still_held(at), **some)
        .values("home_id")
        .annotate(held=Count("pk")),
        "stopping": Stop.objects.of(authority)
        .filter(stopping(day), **some)
        .values("home_id")
        .annotate(out=Sum("places"), whole=Count("pk", filter=Q(places=None))),
    }
    written = {name: _written(rows) for name, rows in parts.items()}
    sql = _STANDING.format(**{name: one for name, (one, _) in written.items()})
    return sql, tuple(value for _, gaps in written.values() for value in gaps)


def _approved(authority: Authority, day: date) -> "QuerySet[Any, Any]":
    """Homes with the approval in force; one without comes with blanks, and offers nothing."""
    now = FilteredRelation("approvals", condition=in_force(day, "approvals__"))
    return (
        Home.objects.of(authority)
        .filter(closed_on=None)
        .annotate(
            now=now, run_by=F("provider__kind"), youngest=F("now__youngest"), oldest=F("now__oldest"),
            approved=F("now__places"), siblings=F("now__for_siblings"), beyond=F("now__beyond_limit"),
            emergencies=F("now__for_emergencies"),
            is_family=Case(When(kind__in=FAMILIES, then=1), default=0),
        )
        .values("id", "kind", "run_by", "youngest", "oldest", "approved", "siblings", "beyond", "emergencies",
                "is_family")
    )  # fmt: skip


def _written(rows: "QuerySet[Any, Any]") -> Statement:
    # Without its own order: a part that is joined is not read in any.
    sql, gaps = rows.order_by().query.sql_with_params()
    return sql, tuple(gaps)


@dataclass(frozen=True)
class Known:
    """What the register needs of a home's sums: kind, who runs it, the ages it takes, and how it stands."""

    kind: str
    provider_kind: str
    youngest: int
    oldest: int
    standing: Standing

    @property
    def places(self) -> Places:
        """Its places divided up."""
        return places_of(self.standing)


def known(authority: Authority, *, at: datetime, homes: Iterable[int] | None = None) -> Mapping[int, Known]:
    """How each home that is not closed stands at a moment, by its number; of all homes or of some: one query."""
    numbers = None if homes is None else list(homes)
    if numbers == []:  # Django writes no SQL for the homes among none
        return {}
    sql, gaps = _standing(authority, at, numbers)
    asked = f"SELECT {', '.join(_KNOWN)}, {_HOME.above_limit.sql} FROM ({sql}) standing"
    return {home: _known(*row) for home, *row in _rows((asked, gaps))}


_HOME = _Columns()
_KNOWN = (
    "id", "kind", "run_by", "youngest", "oldest", "stopped_whole",
    "approved", "children", "held", "stopped", "for_siblings", "sharing", "for_emergencies", "in_emergency",
)  # fmt: skip


def _known(kind: str, runs: str, youngest: int, oldest: int, whole: int, *numbers: int) -> Known:
    approved, children, held, stopped, siblings, sharing, emergencies, in_emergency, above = numbers
    standing = Standing(
        approved, children, held, stopped, whole > 0, siblings, sharing, above, emergencies, in_emergency
    )
    return Known(kind, runs, youngest, oldest, standing)


def _divided(authority: Authority, at: datetime) -> Statement:
    """Every home with what is left of its places (`analytics.homes.places.left_of`)."""
    sql, gaps = _standing(authority, at, None)
    left = left_of(_HOME, _most)
    columns = (
        f"{left.at_first.sql} AS unused", f"{left.after_stops.sql} AS unstopped",
        f"{left.after_siblings.sql} AS unshared", f"{left.after_emergencies.sql} AS free",
    )  # fmt: skip
    return f"SELECT standing.*, {', '.join(columns)} FROM ({sql}) standing", gaps


# What someone looking for room asks: of the levels above, the one that must not be nought.
ROOM = {"any": "free", "siblings": "free + unstopped - unshared", "emergency": "unshared"}


def with_room(authority: Authority, *, at: datetime, room: str, age: int | None) -> RawSQL:
    """The numbers of the homes with room of a kind (`ROOM`; blank for any home) whose approval takes an age."""
    sql, gaps = _divided(authority, at)
    wanted = [f"{ROOM[room]} > 0"] if room else []
    if age is not None:
        wanted.append("approved > 0 AND %s BETWEEN youngest AND oldest")
        gaps = (*gaps, age)
    return RawSQL(f"SELECT id FROM ({sql}) divided WHERE {' AND '.join(wanted)}", gaps)  # noqa: S611 (as above)


@dataclass(frozen=True)
class Group:
    """The homes of one kind run by one kind of provider: how many, their places, and those free to each age band."""

    kind: str
    run_by: str
    homes: int
    places: Places
    free_by_band: Sequence[int]


def grouped(authority: Authority, *, at: datetime, bands: Sequence[tuple[int, int]]) -> list[Group]:
    """Every home that is not closed, added up by the database: as many rows as there are kinds."""
    sql, gaps = _divided(authority, at)
    parts = (
        "approved", "children", "held",
        "unused - unstopped", "unstopped - unshared", "unshared - free", "free",
    )  # fmt: skip
    summed = [
        *(f"SUM({part})" for part in parts),
        *(
            f"SUM(CASE WHEN youngest <= {last} AND oldest >= {first} THEN free ELSE 0 END)"
            for first, last in bands
        ),
    ]
    asked = f"SELECT kind, run_by, COUNT(*), {', '.join(summed)} FROM ({sql}) divided GROUP BY kind, run_by"
    return [_group(*row, parts=len(parts)) for row in _rows((asked, gaps))]


def _group(kind: str, runs: str, homes: int, *sums: Any, parts: int) -> Group:
    # PostgreSQL sums in decimals.
    whole = [int(one) for one in sums]
    return Group(kind, runs, homes, Places(*whole[:parts]), whole[parts:])


def _rows(asked: Statement) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(*asked)
        return cursor.fetchall()
