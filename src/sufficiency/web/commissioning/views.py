"""Whether there are enough homes, now and as a saved forecast expects."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sufficiency.analytics.homes import sufficiency as enough
from sufficiency.analytics.homes.sufficiency import Gap, Line, Living, Offered
from sufficiency.analytics.reference.kinds import Kind
from sufficiency.reports.tables import csv_text
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.children.ages import BANDS
from sufficiency.web.commissioning import queries
from sufficiency.web.commissioning.analytics import sufficiency as figures
from sufficiency.web.commissioning.forms.sufficiency import DayForm
from sufficiency.web.commissioning.listing import sufficiency as listing
from sufficiency.web.ui.downloads import csv_download

DISTRICT = "Postcode district"
# Children there live with their family or adopters: the register has no places for them.
NO_PLACES_KEPT = (Kind.WITH_PARENTS, Kind.ADOPTION, Kind.OTHER)


@needs(Permission.COMMISSIONING_SEE)
def sufficiency(request: SiteRequest) -> HttpResponse:
    """Places beside children, the gap that a forecast expects, distance, mix, other authorities' children."""
    here, now = request.actor.here, timezone.localtime()
    children, homes = figures.living(here, now.date()), figures.offered(here, now)
    beside = figures.mix(here, children, now.date())
    shown = {
        "children": len(children),
        "places": sum(home.places for home in homes),
        "free": sum(home.free for home in homes),
        "tables": _tables(_groups(children, homes)),
        "districts": listing.lines(
            enough.by_district(children, homes),
            of=DISTRICT,
            caption="Places beside children by postcode district",
        ),
        "distances": listing.distances(enough.distances(children)) if children else None,
        "plan": beside[0] if beside else None,
        "mix": listing.mix(beside[1], beside[0]) if beside and beside[1] else None,
        "hosted": queries.hosted_now(here).count(),
        "may_open_run": request.actor.may(Permission.FORECAST_SEE),
        **_forecast(request),
    }
    return render(request, "commissioning/sufficiency.html", shown)


@needs(Permission.COMMISSIONING_SEE)
def download_sufficiency(request: SiteRequest) -> HttpResponse:
    """Places beside children as CSV, small counts hidden."""
    here, now = request.actor.here, timezone.localtime()
    children, homes = figures.living(here, now.date()), figures.offered(here, now)
    groups = {**_groups(children, homes), DISTRICT: enough.by_district(children, homes)}
    seen(Verb.COMMISSIONING_EXPORTED, by=request.actor, reason="places beside children")
    return csv_download(csv_text(listing.records(groups)), name="places-beside-children")


def _groups(children: Sequence[Living], homes: Sequence[Offered]) -> dict[str, list[Line]]:
    return {
        "Kind of placement": enough.by_kind(children, homes),
        "Age": enough.by_age(children, homes, bands=BANDS),
        "Need or skill": enough.by_need(children, homes, needs=figures.NEEDS),
    }


def _tables(groups: dict[str, list[Line]]) -> list[tuple[str, Any]]:
    told = [figures.NEEDS[need] for need in figures.TOLD_OF_CHILDREN]
    return [
        (
            by,
            listing.lines(
                found,
                of=by,
                caption=f"Places beside children by {by.lower()}",
                told=told if by == "Need or skill" else (),
            ),
        )
        for by, found in groups.items()
    ]


def _forecast(request: SiteRequest) -> dict[str, Any]:
    """The gap on a chosen 31 March of the newest saved forecast."""
    run = figures.latest_forecast(request.actor.here)
    found = figures.expected_gaps(run) if run else []
    days = sorted({gap.expected.on for gap in found})
    if run is None or not days:
        return {"run": None}
    form = DayForm(request.GET, days=days)
    on = form.chosen
    of_day = [gap for gap in found if gap.expected.on == on and _needs_places(gap)]
    return {
        "run": run,
        "day_form": form,
        "on": on,
        "gaps": listing.gaps(of_day),
        "figure": listing.gap_picture(of_day, on) if of_day else None,
    }


def _needs_places(gap: Gap) -> bool:
    return gap.expected.kind not in NO_PLACES_KEPT and (gap.expected.high >= 1 or gap.known > 0)
