"""What is read for corporate parents: a panel, its years, and figures with small numbers hidden."""

from datetime import date

from django.http import Http404

from sufficiency.web.access.acting import Actor
from sufficiency.web.corporate_parenting.group_registers import PANELS
from sufficiency.web.corporate_parenting.models import PanelYear
from sufficiency.web.governance import queries as groups
from sufficiency.web.governance.models import Group
from sufficiency.web.ui.asked import number_in


def panel_for(actor: Actor, pk: int) -> Group:
    """A corporate parenting panel that someone may read; Http404 where there is none."""
    group = groups.group_for(actor, pk)
    if group.kind not in PANELS or not groups.may_open(actor, group):
        raise Http404
    return group


def year_of(group: Group, asked: str) -> PanelYear | None:
    """The year that was asked for by the number it begins in, else the newest."""
    years = PanelYear.objects.filter(group=group)
    return years.filter(begins_on__year=number_in(asked)).first() or years.first()


def years_of(group: Group) -> list[PanelYear]:
    """The panel’s years, newest first."""
    return list(PanelYear.objects.filter(group=group))


def spans(year: PanelYear) -> tuple[date, date]:
    """The first and last day of a year."""
    return year.begins_on, year.ends_on
