"""Pages for corporate parents: how the children are doing, what was said and done, and the annual report."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sufficiency.reports.annual_report import document
from sufficiency.reports.document import Bullets, Grid, Heading, Paragraph
from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.permissions import Permission
from sufficiency.web.corporate_parenting import actions, queries
from sufficiency.web.corporate_parenting.analytics import figures_of
from sufficiency.web.corporate_parenting.group_registers import REGISTERS
from sufficiency.web.corporate_parenting.models import Voice
from sufficiency.web.corporate_parenting.reporting import gathered
from sufficiency.web.governance import listing, queries as groups
from sufficiency.web.governance.states import ActionState
from sufficiency.web.ui.components import Column, Table

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
BLOCKS = {Heading: "heading", Paragraph: "paragraph", Bullets: "bullets", Grid: "grid"}


@needs(Permission.GROUPS_SEE)
def panel(request: SiteRequest, pk: int) -> HttpResponse:
    """A councillor’s page: measures as sentences, something children said and what was done, gaps, and one’s actions."""
    group = queries.panel_for(request.actor, pk)
    today = timezone.localdate()
    gaps = [
        (one, remarks)
        for one in REGISTERS
        if (remarks := one.remarks(group, list(one.model.objects.filter(group=group)), today))
    ]
    own = groups.actions_for(request.actor).filter(user=request.actor.user, state=ActionState.OPEN)
    shown = {
        "group": group,
        "figures": figures_of(request.actor.here),
        "voice": Voice.objects.filter(group=group).exclude(done="").first(),
        "gaps": gaps,
        "actions": listing.actions(own, today=today),
        "meeting": groups.next_meeting(group),
    }
    return render(request, "corporate_parenting/panel.html", shown)


@needs(Permission.GROUPS_SEE)
def report(request: SiteRequest, pk: int) -> HttpResponse:
    """The annual report of a year, to read before it goes out."""
    group = queries.panel_for(request.actor, pk)
    year = queries.year_of(group, request.GET.get("year", ""))
    shown: dict[str, object] = {
        "group": group,
        "year": year,
        "years": queries.years_of(group),
        "may_run": groups.may_run(request.actor, group),
    }
    if year is not None:
        made = document(gathered(group, year, today=timezone.localdate()))
        shown |= {"document": made, "blocks": [(BLOCKS[type(block)], _shown(block)) for block in made.blocks]}
    return render(request, "corporate_parenting/report.html", shown)


def _shown(block: object) -> object:
    if not isinstance(block, Grid):
        return block
    columns = [Column(text, is_number=place in block.numbers) for place, text in enumerate(block.columns)]
    return Table(block.caption, columns, block.rows)


@needs(Permission.GROUPS_SEE)
def download(request: SiteRequest, pk: int) -> HttpResponse:
    """The annual report as Word or PDF."""
    group = queries.panel_for(request.actor, pk)
    year = queries.year_of(group, request.GET.get("year", ""))
    form = request.GET.get("form", "docx")
    if year is None or form not in CONTENT_TYPES:
        raise Http404
    content = actions.make_report(year, form, today=timezone.localdate(), by=request.actor)
    response = HttpResponse(content, content_type=CONTENT_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="annual-report-{year.begins_on.year}.{form}"'
    return response
