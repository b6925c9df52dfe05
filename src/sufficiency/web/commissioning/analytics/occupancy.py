"""Days used and empty, of homes and of contracts, from approvals, placements and stops."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from sufficiency.analytics.homes.contracts import Account, account
from sufficiency.analytics.homes.kinds import HomeKind, ProviderKind
from sufficiency.analytics.homes.occupancy import Dated, Occupancy, Period, Use, by_month, count_on, occupancy
from sufficiency.analytics.measures.of_homes import OwnHomes, results
from sufficiency.analytics.measures.results import MeasureResult
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.web.access.models import Authority
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.homes.models import Home, Placement
from sufficiency.web.homes.states import PlacementState

EVERY_PLACE = 1_000  # a stop of the whole home: more than any home has
MONTHS_SHOWN = 12
OURS = Q(provider__kind=ProviderKind.OWN_SERVICE)
OWN_HOMES = OURS & Q(kind=HomeKind.CHILDRENS_HOME)
OWN_CARERS = OURS & Q(kind=HomeKind.CARERS)
HAPPENED = ~Q(state=PlacementState.CANCELLED)


@dataclass(frozen=True)
class HomeUse:
    """A home with its days of a period."""

    home: Home
    days: Occupancy


def with_days(homes: "QuerySet[Home]") -> "QuerySet[Home]":
    """Homes with all that their days follow from, in three further queries however many there are."""
    return homes.prefetch_related("approvals", "placements", "stops")


def use_of(home: Home) -> Use:
    """A home's places, children and stops with their dates."""
    happened = [one for one in home.placements.all() if one.state != PlacementState.CANCELLED]
    closed = home.closed_on
    return Use(
        places=[
            Dated(one.starts_on, _sooner(one.ends_on, closed), one.places) for one in home.approvals.all()
        ],
        children=[Dated(one.started_on, one.ended_on) for one in happened],
        stopped=[Dated(one.since, one.until, one.places or EVERY_PLACE) for one in home.stops.all()],
    )


def homes_in(homes: "QuerySet[Home]", period: Period) -> list[HomeUse]:
    """The days of each home in a period; homes without a place or child in it are left out."""
    found = [HomeUse(home, occupancy(use_of(home), period)) for home in with_days(homes)]
    return [one for one in found if one.days.place_days or one.days.over]


def months_of(homes: "QuerySet[Home]", period: Period) -> dict[Period, Occupancy]:
    """The days of some homes together, month by month."""
    found: dict[Period, Occupancy] = {month: Occupancy() for month in period.months()}
    for home in with_days(homes):
        for month, days in by_month(use_of(home), period).items():
            found[month] += days
    return found


def last_months(today: date, count: int = MONTHS_SHOWN) -> Period:
    """So many calendar months, the last of them today's, up to today."""
    first = today.replace(day=1)
    for _ in range(count - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return Period(first, today)


def use_of_contract(contract: Contract) -> Use:
    """A contract's places and the children placed under it."""
    ends = contract.last_day + timedelta(days=1) if contract.last_day else None
    under = placements_under(contract).values_list("started_on", "ended_on")
    return Use([Dated(contract.starts_on, ends, contract.places or 0)], [Dated(*days) for days in under])


def placements_under(contract: Contract) -> "QuerySet[Placement]":
    """The placements that happened under a contract."""
    return Placement.objects.of(contract.authority).filter(HAPPENED, contract=contract.reference)


def so_far(contract: Contract, today: date) -> Period:
    """From a contract's first day to today, or to its last day where that is past."""
    return Period(contract.starts_on, min(today, contract.last_day or today))


def account_of(contract: Contract, today: date) -> tuple[Occupancy, Account] | None:
    """What a contract with places came to so far; None for one without, or one that is to come."""
    block = contract.in_plain()
    if block is None or contract.starts_on > today:
        return None
    days = occupancy(use_of_contract(contract), so_far(contract, today))
    return days, account(block, used=days.used, empty=days.empty)


def months_of_contract(contract: Contract, today: date) -> Mapping[Period, tuple[Occupancy, Account]]:
    """The same month by month."""
    block = contract.in_plain()
    if block is None or contract.starts_on > today:
        return {}
    months = by_month(use_of_contract(contract), so_far(contract, today))
    return {month: (days, account(block, used=days.used, empty=days.empty)) for month, days in months.items()}


@dataclass(frozen=True)
class Fostering:
    """Places with our own carers at the end of a day: approved, with a child, out of use, free."""

    day: date
    approved: int
    filled: int
    stopped: int

    @property
    def free(self) -> int:
        """Approved places with neither child nor stop; holds and siblings’ rules are in the register."""
        return self.approved - self.filled - self.stopped


def fostering_on(uses: Iterable[Use], day: date) -> Fostering:
    """Our own carers’ places at the end of a day, household by household so that one over its number hides none."""
    one_day = Period(day, day)
    days = [occupancy(use, one_day) for use in uses]
    used, stopped = sum(one.used for one in days), sum(one.stopped for one in days)
    return Fostering(day, sum(one.place_days for one in days), used, stopped)


def fostering_months(authority: Authority, period: Period) -> list[Fostering]:
    """Our own carers’ places at the end of each month of a period."""
    uses = [use_of(home) for home in with_days(Home.objects.of(authority).filter(OWN_CARERS))]
    return [fostering_on(uses, month.last) for month in period.months()]


def own_homes(authority: Authority, year: CollectionYear, today: date) -> OwnHomes:
    """What the measures of our own homes are computed from, in a year or so much of it as has passed."""
    end = min(year.end, today)
    carers = list(with_days(Home.objects.of(authority).filter(OWN_CARERS)))
    now = fostering_on([use_of(home) for home in carers], end)
    days = homes_in(Home.objects.of(authority).filter(OWN_HOMES), Period(year.start, end))
    return OwnHomes(
        year=year,
        homes=sum((one.days for one in days), Occupancy()),
        approved=now.approved,
        filled=now.filled,
        vacant=now.free,
        households_approved=sum(_began_in(home, year, end) for home in carers),
        households_left=sum(bool(home.closed_on and year.start <= home.closed_on <= end) for home in carers),
    )


def measured(authority: Authority, years: Sequence[CollectionYear], today: date) -> list[MeasureResult]:
    """The measures of our own homes for those years of which the register tells."""
    if not Home.objects.of(authority).filter(OURS).exists():
        return []
    told = [year for year in years if _tells_of(authority, year, today)]
    return [result for year in told for result in results(own_homes(authority, year, today))]


def _tells_of(authority: Authority, year: CollectionYear, today: date) -> bool:
    """Whether children who have left since are in the register too: without them a past year looks half empty."""
    if year.start > today:
        return False
    ended = Placement.objects.of(authority).filter(HAPPENED, ended_on__isnull=False).order_by("ended_on")
    first = ended.values_list("ended_on", flat=True).first()
    return year.end >= today or (first is not None and CollectionYear.containing(first) <= year)


def places_on(home: Home, day: date) -> int:
    """A home's approved places on a day (its approvals are fetched)."""
    return count_on(use_of(home).places, day)


def _began_in(home: Home, year: CollectionYear, end: date) -> bool:
    first = min((one.starts_on for one in home.approvals.all()), default=None)
    return first is not None and year.start <= first <= end


def _sooner(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
