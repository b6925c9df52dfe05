"""What is written for corporate parents. Each function is one transaction and records one event."""

from collections.abc import Callable, Mapping
from datetime import date

from django.db import transaction

from sufficiency.reports.annual_report import document
from sufficiency.reports.document import Document
from sufficiency.reports.pdf import pdf
from sufficiency.reports.word import word
from sufficiency.web.access.acting import Actor
from sufficiency.web.audit.recording import seen
from sufficiency.web.audit.verbs import Verb
from sufficiency.web.corporate_parenting.models import PanelYear, Theme
from sufficiency.web.corporate_parenting.reporting import gathered
from sufficiency.web.governance.models import Meeting
from sufficiency.web.governance.programme import Planned

WRITERS: Mapping[str, Callable[[Document], bytes]] = {"docx": word, "pdf": pdf}


@transaction.atomic
def take_up(meeting: Meeting) -> list[Planned]:
    """The themes of the month for a meeting of the panel, each from now on tied to that meeting.

    A theme that another meeting has heard, or is to hear, is not taken up again; its item is carried over instead.
    The event is that of the agenda item.
    """
    month = Theme.objects.filter(group=meeting.group, on__year=meeting.on.year, on__month=meeting.on.month)
    themes = list(month.filter(meeting=None) | month.filter(meeting=meeting))
    month.filter(pk__in=[theme.pk for theme in themes]).update(meeting=meeting)
    return [Planned(theme.theme, f"Work programme, {theme.month}", presented_by=theme.by) for theme in themes]


def make_report(year: PanelYear, form: str, *, today: date, by: Actor) -> bytes:
    """The annual report of a year as a file (a key of WRITERS)."""
    content = WRITERS[form](document(gathered(year.group, year, today=today)))
    seen(Verb.ANNUAL_REPORT_MADE, by=by, on=year.group, reason=f"{year}, {form}")
    return content
