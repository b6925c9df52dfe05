"""What is due about homes and the children in them, from the register and from what was written down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from sufficiency.analytics.clocks.reckoning import Reckoned, Standing
from sufficiency.analytics.homes.judgements import Judgement
from sufficiency.analytics.homes.kinds import HomeKind
from sufficiency.analytics.homes.oversight import (
    Matter,
    MonthOfVisits,
    days_without_a_look,
    is_lawful,
    matters,
    months_of_visits,
    next_inspection,
    next_review_of_quality,
    told_host,
    too_young,
)
from sufficiency.web.access.models import Authority
from sufficiency.web.children.ages import age_on
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.analytics.occupancy import OWN_HOMES
from sufficiency.web.commissioning.models import UnregisteredSetting, Visit
from sufficiency.web.commissioning.models.oversight import VisitKind
from sufficiency.web.homes.models import Home, Placement, Stop
from sufficiency.web.homes.queries import OF_CONCERN, judged, stopping
from sufficiency.web.homes.states import PlacementState

SOON = timedelta(days=60)
MONTHS_OF_VISITS = timedelta(days=183)
SIXTEEN_PLUS = (HomeKind.SUPPORTED_ACCOMMODATION, HomeKind.UNREGISTERED)
LIVE_THERE = Q(placements__state=PlacementState.OPEN)


@dataclass(frozen=True)
class Concern:
    """A home that is judged inadequate or stopped, why, and every child there."""

    home: Home
    why: str
    children: Sequence[Placement]


@dataclass(frozen=True)
class Setting:
    """A setting for 16 and 17 year olds: whether it is lawful as far as registration goes (None: not known)."""

    home: Home
    lawful: bool | None
    children: int


@dataclass(frozen=True)
class Inspected:
    """A home with its latest inspection and when the next is due."""

    home: Home
    last: date | None
    judgement: str
    next: Reckoned


@dataclass(frozen=True)
class Visited:
    """A home of ours with its months of independent visits and its next review of quality."""

    home: Home
    months: Sequence[MonthOfVisits]
    review: Reckoned


@dataclass(frozen=True)
class Away:
    """One of our children in another authority's area, and where telling that authority stands."""

    placement: Placement
    notice: Reckoned


def concerns(authority: Authority, today: date) -> list[Concern]:
    """Homes judged inadequate or stopped, with the children who live there."""
    stopped = Q(stops__in=_whole_stops(authority, today))
    homes = judged(_open_homes(authority)).filter(
        Q(judgement__in=OF_CONCERN) | Q(agency_judgement__in=OF_CONCERN) | stopped
    )
    found = list(homes.distinct().order_by("reference"))
    living = _living(authority, found)
    return [Concern(home, _why(home), living.get(home.pk, [])) for home in found]


def settings_16_plus(authority: Authority, today: date) -> list[Setting]:
    """Every open setting for 16 and 17 year olds; those not lawful or not known first."""
    homes = _open_homes(authority).filter(kind__in=SIXTEEN_PLUS)
    counted = homes.annotate(living=Count("placements", filter=LIVE_THERE)).order_by("reference")
    found = [Setting(home, _lawful(home, today), home.living) for home in counted]
    return sorted(found, key=lambda one: (one.lawful is True, one.lawful is None))


def too_young_there(authority: Authority, today: date) -> list[tuple[Placement, bool | None]]:
    """Children under 16 in such settings, and those whose age is not known (None)."""
    there = _placements(authority).filter(home__kind__in=SIXTEEN_PLUS)
    found = [(one, too_young(one.home.kind_of, age=_age(one, today), day=today)) for one in there]
    return [(one, young) for one, young in found if young is not False]


def unregistered(authority: Authority, today: date) -> list[tuple[UnregisteredSetting, list[Matter]]]:
    """Every setting in use with what is to be done about it."""
    return [(one, matters(one.in_plain(), today=today)) for one in queries.settings_in_use(authority)]


def not_written_down(authority: Authority) -> list[Placement]:
    """Children in homes that are not registered, about whom no key decision is written down here."""
    known = queries.settings_in_use(authority).values("child")
    there = _placements(authority).filter(home__kind=HomeKind.UNREGISTERED)
    return list(there.exclude(child__in=known))


def inspections(authority: Authority, today: date) -> list[Inspected]:
    """Homes that are inspected, whose next inspection is due soonest first; what cannot be told comes first."""
    kinds = (HomeKind.CHILDRENS_HOME, HomeKind.SUPPORTED_ACCOMMODATION)
    found = [_inspected(home, today) for home in judged(_open_homes(authority).filter(kind__in=kinds))]
    return sorted(
        (one for one in found if one), key=lambda one: (one.next.due or date.min, one.home.reference)
    )


def visits(authority: Authority, today: date) -> list[Visited]:
    """Our own children's homes with their visits of the last six months."""
    homes = list(_open_homes(authority).filter(OWN_HOMES).order_by("reference"))
    by_home: dict[int, list[Visit]] = {}
    for visit in Visit.objects.of(authority).filter(home__in=homes):
        by_home.setdefault(visit.home_id, []).append(visit)
    return [_visited(home, by_home.get(home.pk, []), today) for home in homes]


def away(authority: Authority, today: date) -> list[Away]:
    """Our children who live outside our area, those whose host authority is to be told soonest first."""
    outside = _placements(authority).filter(home__is_inside=False, is_short_break=False)
    found = [_away(one, today) for one in outside.select_related("host_notice")]
    return sorted(found, key=lambda one: (not one.notice.is_open, one.notice.due or date.max))


def is_soon(reckoned: Reckoned, today: date) -> bool:
    """Whether it is due within the next weeks."""
    return reckoned.standing is Standing.DUE and reckoned.due is not None and reckoned.due - today <= SOON


def is_overdue(reckoned: Reckoned) -> bool:
    """Whether it should have been done by now."""
    return reckoned.standing is Standing.OVERDUE


def gaps(found: Iterable[Visited]) -> int:
    """Months that ended without an independent visit, over all homes."""
    return sum(month.is_gap for one in found for month in one.months)


def _open_homes(authority: Authority) -> "QuerySet[Home]":
    return Home.objects.of(authority).filter(closed_on=None).select_related("provider")


def _placements(authority: Authority) -> "QuerySet[Placement]":
    live = Placement.objects.of(authority).filter(state=PlacementState.OPEN)
    return live.select_related("home", "home__provider", "child").order_by("home__reference", "pk")


def _whole_stops(authority: Authority, today: date) -> "QuerySet[Stop]":
    return Stop.objects.of(authority).filter(stopping(today), places=None)


def _living(authority: Authority, homes: Sequence[Home]) -> Mapping[int, list[Placement]]:
    found: dict[int, list[Placement]] = {}
    for placement in _placements(authority).filter(home__in=homes):
        found.setdefault(placement.home_id, []).append(placement)
    return found


def _why(home: Home) -> str:
    own, agency = home.judgement in OF_CONCERN, home.agency_judgement in OF_CONCERN  # type: ignore[attr-defined]
    if own:
        return f"Judged {Judgement(home.judgement).label.lower()}"  # type: ignore[attr-defined]  # annotated by the query
    return "Its agency is judged inadequate" if agency else "Placing is stopped"


def _lawful(home: Home, today: date) -> bool | None:
    return is_lawful(home.kind_of, registration=home.registration, day=today)


def _age(placement: Placement, today: date) -> int | None:
    born = placement.child.born
    return age_on(today, born=born) if born else None


def _inspected(home: Home, today: date) -> Inspected | None:
    judgement, last = home.judgement or "", home.judged_on  # type: ignore[attr-defined]  # annotated by the query
    due = next_inspection(home.kind_of, last=last, judgement=judgement, today=today)
    return Inspected(home, last, Judgement(judgement).label if judgement else "", due) if due else None


def _visited(home: Home, visits: Sequence[Visit], today: date) -> Visited:
    since = today - MONTHS_OF_VISITS
    opened = home.opened_on or since
    independent = [one.on for one in visits if one.kind == VisitKind.INDEPENDENT]
    reviews = [one.on for one in visits if one.kind == VisitKind.QUALITY]
    months = months_of_visits(opened, independent, since=since, today=today)
    return Visited(home, months, next_review_of_quality(opened, reviews, today=today))


def _away(placement: Placement, today: date) -> Away:
    notice = getattr(placement, "host_notice", None)
    told = notice.told_on if notice else None
    return Away(placement, told_host(began=placement.started_on, told=told, today=today))


def due_of(setting: UnregisteredSetting, today: date) -> list[Matter]:
    """What one setting asks for."""
    return matters(setting.in_plain(), today=today)


def missed_days(setting: UnregisteredSetting, today: date) -> list[date]:
    """The days on which nobody looked."""
    return days_without_a_look(setting.in_plain(), today=today)
