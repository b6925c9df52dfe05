"""The strategy as it stands: the plan, its overview, actions, savings, measures, changes and versions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.evidence import queries as evidence
from sufficiency.web.strategy import analytics, listing, money, overview as one_page, queries
from sufficiency.web.strategy.evidence_subjects import subject_key
from sufficiency.web.strategy.forms import ActionFilters
from sufficiency.web.strategy.in_force import with_version
from sufficiency.web.strategy.measuring import readings
from sufficiency.web.strategy.models import Version
from sufficiency.web.ui.paging import page_of


@needs(Permission.STRATEGY_SEE)
@with_version
def plan(request: SiteRequest, found: Version) -> HttpResponse:
    """The version in force: aim, principles, objectives, remarks, what the next one is to add."""
    return _plan_page(request, found)


@needs(Permission.STRATEGY_SEE)
def version(request: SiteRequest, pk: int) -> HttpResponse:
    """Any version as it is, or was."""
    return _plan_page(request, get_object_or_404(Version.objects.of(request.actor.here), pk=pk))


@needs(Permission.STRATEGY_SEE)
@with_version
def overview(request: SiteRequest, found: Version) -> HttpResponse:
    """The strategy on one page, which prints on one sheet of A3."""
    today = timezone.localdate()
    columns = one_page.columns(found, today=today)
    shown = {
        "version": found,
        "columns": columns,
        "measures": one_page.measures(found, may_see_all=_may_see_all(request)),
        "count": sum(len(column.cards) for column in columns),
    }
    return render(request, "strategy/overview.html", shown)


@needs(Permission.STRATEGY_SEE)
@with_version
def actions(request: SiteRequest, found: Version) -> HttpResponse:
    """The action plan with status and its rule."""
    filters = ActionFilters(request.GET, version=found)
    rows, rating = queries.actions_of(found), ""
    if filters.is_valid():
        wanted = filters.cleaned_data
        rating = wanted["rating"]
        rows = rows.filter(workstream__objective__number=wanted["objective"]) if wanted["objective"] else rows
        rows = rows.filter(lead__icontains=wanted["lead"]) if wanted["lead"] else rows
    powers = _powers(request)
    table = listing.actions(rows, today=timezone.localdate(), rating=rating, may_keep=powers["may_keep"])
    shown = {"version": found, "filters": filters, "listing": table, "rule": one_page.RULE, **powers}
    return render(request, "strategy/actions.html", shown)


@needs(Permission.STRATEGY_SEE)
def workstream(request: SiteRequest, pk: int) -> HttpResponse:
    """One workstream: its actions, case, savings, levers and concerns."""
    row = get_object_or_404(queries.workstreams_here(request.actor.here), pk=pk)
    powers, today = _powers(request), timezone.localdate()
    rows = queries.actions_of(row.version).filter(workstream=row)
    years = one_page.years_of(row.version)
    shown = {
        "workstream": row,
        "status": analytics.status_of_workstream(row, today=today),
        "facts": one_page.facts(row),
        "actions": listing.actions(rows, today=today, may_keep=powers["may_keep"]),
        "claims": listing.claims(row.claims.all(), years=years, may_keep=powers["may_keep"]),
        "cases": row.cases.all(),
        "evidence": evidence.facts_about(row.authority, subject_key(row)),
        "concerns": row.concerns.exclude(state="closed"),
        "is_replaced": row.version.state == "replaced",
        **powers,
    }
    return render(request, "strategy/workstream.html", shown)


@needs(Permission.STRATEGY_SEE)
@with_version
def savings(request: SiteRequest, found: Version) -> HttpResponse:
    """Claims against targets and the change of mix, and what the checks say."""
    result, powers = analytics.reconciled(found), _powers(request)
    years = one_page.years_of(found)
    rows = found.claims.prefetch_related("workstreams__actions")
    shown = {
        "version": found,
        "result": result,
        "says": one_page.says_of_money(result),
        "checks": analytics.warnings_by_check(result),
        "years": listing.savings(result),
        "claims": listing.claims(rows, years=years, may_keep=powers["may_keep"]),
        "parts": money.PARTS,
        "tables": listing.money(analytics.savings_plan(found)),
        **powers,
    }
    return render(request, "strategy/savings.html", shown)


@needs(Permission.STRATEGY_SEE)
@with_version
def measures(request: SiteRequest, found: Version) -> HttpResponse:
    """Impact measures with their newest values and paths."""
    rows = readings(found, may_see_all=_may_see_all(request))
    impact = list(found.impact_measures.all())
    shown = {
        "version": found,
        "listing": listing.measures(rows),
        "impact": impact,
        "has_paths": any(one.path for one in impact),
        "with_path": sum(1 for row in rows if row.verdict),
        "off_track": sum(1 for row in rows if row.verdict == "Off track"),
        **_powers(request),
    }
    return render(request, "strategy/measures.html", shown)


@needs(Permission.STRATEGY_SEE)
@with_version
def changes(request: SiteRequest, found: Version) -> HttpResponse:
    """The change log of the version in force."""
    page = page_of(found.changes.all(), request)
    shown = {"version": found, "page": page, "listing": listing.changes(page.object_list)}
    return render(request, "strategy/changes.html", shown)


@needs(Permission.STRATEGY_SEE)
def versions(request: SiteRequest) -> HttpResponse:
    """All versions."""
    rows = queries.versions_of(request.actor.here)
    shown = {"listing": listing.versions(rows), "count": len(rows), **_powers(request)}
    return render(request, "strategy/versions.html", shown)


def _plan_page(request: SiteRequest, found: Version) -> HttpResponse:
    powers = _powers(request)
    shown = {
        "version": found,
        "objectives": found.objectives.prefetch_related("workstreams", "commitments"),
        "principles": one_page.principles(found),
        "remarks": analytics.remarks_on(found),
        "promise": one_page.promise(found, today=timezone.localdate()),
        "summary_actions": listing.summary_actions(
            found.summary_actions.select_related("objective", "workstream"), may_keep=powers["may_keep"]
        ),
        "untraced": found.summary_actions.filter(workstream=None).count(),
        "state_tone": one_page.TONES[found.state],
        "is_current": queries.current(request.actor.here) == found,
        **powers,
    }
    shown["may_keep"] = powers["may_keep"] and found.state != "replaced"
    return render(request, "strategy/plan.html", shown)


def _powers(request: SiteRequest) -> dict[str, bool]:
    return {"may_keep": request.actor.may(Permission.STRATEGY_KEEP)}


def _may_see_all(request: SiteRequest) -> bool:
    return request.actor.may(Permission.SMALL_NUMBERS_SEE)
