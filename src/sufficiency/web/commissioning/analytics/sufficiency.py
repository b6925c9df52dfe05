"""Whether there are enough homes: the register beside our children, a saved forecast, and the planned mix."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl
from django.conf import settings
from django.utils import timezone

from sufficiency.analytics.homes.kinds import kind_of_placement
from sufficiency.analytics.homes.offers import SKILLS, Theme
from sufficiency.analytics.homes.places import Standing, places_of
from sufficiency.analytics.homes.sufficiency import (
    Expected,
    Gap,
    Living,
    Mix,
    MixPlan,
    Offered,
    Supply,
    gaps,
    miles_between,
    mix_beside_plan,
    strategy_mix,
)
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.analytics.reference.postcodes import PostcodesMissingError, find_postcodes
from sufficiency.analytics.reference.years import CollectionYear
from sufficiency.analytics.returns.tables import EPISODES
from sufficiency.web.access.models import Authority
from sufficiency.web.children.ages import age_on
from sufficiency.web.children.models import Child, Record, StoredReturn
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.models import Contract
from sufficiency.web.forecasting import queries as forecasts
from sufficiency.web.homes.models import Approval, Home, Placement
from sufficiency.web.homes.queries import standings
from sufficiency.web.homes.states import PlacementState
from sufficiency.web.performance import queries as scorecards
from sufficiency.web.runs.models import Run

# What the records tell of children's needs in the words of the register's skills; of other skills nothing is recorded.
DISABLED, ALONE = "disabled_children", "unaccompanied"
TOLD_OF_CHILDREN = (DISABLED, ALONE)
NEEDS: Mapping[str, str] = SKILLS
_DISABILITY = "N2"
_RANGE = ("0.1", "0.5", "0.9")

Point = tuple[float, float]


@dataclass(frozen=True)
class _Family:
    """What the latest stored return says of a child's family home and main need."""

    postcode: str = ""
    need: str = ""


def living(authority: Authority, today: date) -> list[Living]:
    """Our children where they live now by the register; short breaks are no home."""
    placements = _open(authority)
    families = _families(authority)
    places = _points({family.postcode for family in families.values() if family.postcode})
    return [_living(one, families.get(one.child.reference, _Family()), places, today) for one in placements]


def offered(authority: Authority, now: datetime) -> list[Offered]:
    """The places of every open home as they stand now."""
    day = timezone.localtime(now).date()
    standing = standings(authority, at=now)
    homes = Home.objects.of(authority).filter(closed_on=None).select_related("provider")
    found = homes.prefetch_related("approvals", "offers")
    return [_offered(home, standing[home.pk], day) for home in found if home.pk in standing]


def expected_gaps(forecast: Run) -> list[Gap]:
    """Each 31 March and kind of a saved forecast beside the places that the register has for that day."""
    authority = forecast.authority
    return gaps(_expected(forecast), [*_approved(authority), *_contracted(authority)])


def mix(
    authority: Authority, found: Sequence[Living], today: date
) -> tuple[MixPlan, list[Mix] | None] | None:
    """The mix beside the plan from the year of the goal; None where no goal is set, no rows where the start is not known."""
    goal = queries.goal_of(authority)
    if goal is None:
        return None
    plan = strategy_mix(CollectionYear(goal.first_year))
    start = _at_start(authority, plan)
    now = Counter(one.kind for one in found)
    return plan, None if start is None else mix_beside_plan(plan, at_start=start, now=now, today=today)


def _open(authority: Authority) -> list[Placement]:
    live = Placement.objects.of(authority).filter(state=PlacementState.OPEN, is_short_break=False)
    return list(live.select_related("home", "child"))


def _living(placement: Placement, family: _Family, places: Mapping[str, Point], today: date) -> Living:
    home, child = placement.home, placement.child
    here = (home.easting, home.northing) if home.easting and home.northing else None
    there = places.get(family.postcode)
    return Living(
        kind=placement.kind,
        age=age_on(today, born=child.born) if child.born else None,
        need=_need(child, family),
        district=_outward(family.postcode),
        inside=home.is_inside,
        miles=miles_between(there, here) if here and there else None,
    )


def _need(child: Child, family: _Family) -> str:
    if family.need == _DISABILITY:
        return DISABLED
    return ALONE if child.uasc else ""


def _offered(home: Home, standing: Standing, day: date) -> Offered:
    approval = next((one for one in home.approvals.all() if one.holds_on(day)), None)
    places = places_of(standing)
    return Offered(
        kind=home.placement_kind,
        places=places.approved,
        free=places.free,
        youngest=approval.youngest if approval else 0,
        oldest=approval.oldest if approval else 17,
        skills=frozenset(one.name for one in home.offers.all() if one.theme == Theme.SKILL),
        district=_outward(home.postcode),
    )


def _families(authority: Authority) -> dict[str, _Family]:
    latest = StoredReturn.objects.of(authority).last()
    if latest is None:
        return {}
    rows = Record.objects.of(authority).filter(year=latest.year, table=EPISODES.name).order_by("pk")
    found: dict[str, _Family] = {}
    for child, cells in rows.values_list("child", "cells").iterator(chunk_size=2_000):
        before = found.get(child, _Family())
        postcode = cells.get("HOME_POST", "").upper().replace(" ", "")
        found[child] = _Family(postcode or before.postcode, cells.get("CIN", "") or before.need)
    return found


def _points(postcodes: set[str]) -> dict[str, Point]:
    try:
        known = find_postcodes(
            pl.Series(sorted(postcodes), dtype=pl.String), cache=settings.HOME / "postcodes"
        )
    except PostcodesMissingError:  # every distance is then not known, and is shown so
        return {}
    rows = known.drop_nulls(["easting", "northing"]).select("postcode", "easting", "northing").iter_rows()
    return {postcode: (easting, northing) for postcode, easting, northing in rows}


def _outward(postcode: str) -> str:
    """The postcode district: the part that names no street."""
    return postcode.replace(" ", "")[:-3]


def _expected(forecast: Run) -> list[Expected]:
    kinds = set(Kind)
    begins = date.fromisoformat(forecast.figures["from"])
    rows = [
        (date.fromisoformat(row["date"]), row) for row in forecast.figures["series"] if row["kind"] in kinds
    ]
    return [
        Expected(on, Kind(row["kind"]), *(float(row["quantiles"][name]) for name in _RANGE))
        for on, row in rows
        if (on.month, on.day) == (3, 31) and on > begins
    ]


def _approved(authority: Authority) -> list[Supply]:
    rows = Approval.objects.of(authority).select_related("home", "home__provider")
    return [_of_approval(one) for one in rows]


def _of_approval(approval: Approval) -> Supply:
    home = approval.home
    ends = min((day for day in (approval.ends_on, home.closed_on) if day), default=None)
    return Supply(
        home.placement_kind, approval.places, approval.starts_on, ends, is_ours=home.provider.is_ours
    )


def _contracted(authority: Authority) -> list[Supply]:
    found = queries.contracts_of(authority).exclude(places=None).prefetch_related("homes")
    return [supply for one in found if (supply := _of_contract(one))]


def _of_contract(contract: Contract) -> Supply | None:
    home = next(iter(contract.homes.all()), None) or contract.provider.homes.first()
    if home is None or contract.places is None or contract.provider.is_ours or contract.last_day is None:
        return None
    kind = kind_of_placement(home.kind_of, contract.provider.kind_of)
    ends = contract.last_day + timedelta(days=1)
    return Supply(kind, contract.places, contract.starts_on, ends, is_ours=True, in_register=False)


def _at_start(authority: Authority, plan: MixPlan) -> dict[Kind, int] | None:
    """Children by kind on the day before the plan, from the saved scorecard; None where it does not have them."""
    scorecard = scorecards.latest(authority)
    rows: list[dict[str, Any]] = scorecard.figures["measures"] if scorecard else []
    wanted = plan.first_year.previous.label
    found = next((row for row in rows if row["id"] == "cla_number" and row["period"] == wanted), None)
    parts = [part for part in found["by"] if part["dimension"] == "kind"] if found else []
    return {
        Kind(part["value"]): part["numerator"] or 0 for part in parts if part["value"] in set(Kind)
    } or None


def latest_forecast(authority: Authority) -> Run | None:
    """The newest saved forecast."""
    return forecasts.latest(authority)
