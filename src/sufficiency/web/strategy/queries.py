"""What pages read about the strategy."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.governance.models import AgendaItem, Decision
from sufficiency.web.governance.queries import decisions_about, items_about
from sufficiency.web.strategy.models import Action, BusinessCase, Concern, Report, Version, Workstream
from sufficiency.web.strategy.states import CASE_SUBJECT, CONCERN_SUBJECT, ConcernState, VersionState


def current(authority: Authority) -> Version | None:
    """The version in force, else the newest draft; None where there is no strategy yet."""
    versions = Version.objects.of(authority)
    return versions.filter(state=VersionState.CURRENT).first() or versions.filter(state="draft").first()


def versions_of(authority: Authority) -> "QuerySet[Version]":
    """All versions, newest first."""
    return Version.objects.of(authority).annotate(changed=Count("changes")).order_by("-number")


def next_number(authority: Authority) -> int:
    """The number of the next version."""
    return (Version.objects.of(authority).aggregate(last=Max("number"))["last"] or 0) + 1


def workstreams_of(version: Version) -> "QuerySet[Workstream]":
    """The workstreams of a version with their actions, claims and objective."""
    return version.workstreams.select_related("objective").prefetch_related("actions", "claims__workstreams")


def actions_of(version: Version) -> "QuerySet[Action]":
    """All actions of a version."""
    return Action.objects.filter(workstream__version=version).select_related(
        "workstream", "workstream__objective"
    )


def workstreams_here(authority: Authority) -> "QuerySet[Workstream]":
    """Every workstream of an authority, of any version."""
    return Workstream.objects.of(authority).select_related("version", "objective")


def cases_here(authority: Authority) -> "QuerySet[BusinessCase]":
    """Every brief and business case of an authority."""
    return BusinessCase.objects.of(authority).select_related("workstream", "workstream__version")


def agenda_item_of(case: BusinessCase) -> AgendaItem | None:
    """The sponsors' item about a case, the newest; None where it is on no agenda."""
    return items_about(case.authority, CASE_SUBJECT, str(case.pk)).first()


def said_of(concern: Concern) -> Decision | None:
    """What the sponsors decided about a concern that went up, the newest; None where they have not."""
    return decisions_about(concern.authority, CONCERN_SUBJECT, str(concern.pk)).first()


def open_concerns(version: Version) -> "QuerySet[Concern]":
    """Risks, issues and exceptions that are not closed, newest first."""
    return version.concerns.exclude(state=ConcernState.CLOSED).select_related("workstream")


def concerns_between(version: Version, first: date, last: date) -> "QuerySet[Concern]":
    """Those open on the last day, and those closed in the days between."""
    noted = Q(noted_at__date__lte=last)
    still = Q(closed_at=None) | Q(closed_at__date__gte=first)
    return version.concerns.filter(noted & still).select_related("workstream")


def reports_of(authority: Authority) -> "QuerySet[Report]":
    """Reports, newest first, without their figures."""
    return Report.objects.of(authority).select_related("version").defer("figures")


def versions_after(version: Version) -> int:
    """How many versions came after one."""
    return (
        Version.objects.of(version.authority).filter(number__gt=version.number).exclude(state="draft").count()
    )


def codes(workstreams: Sequence[Workstream]) -> str:
    """Codes of workstreams in a line."""
    return ", ".join(one.code for one in workstreams)
