"""The sufficiency report of a kept forecast and the scorecard that was kept with it."""

from django.utils import timezone

from sufficiency.reports.contents import MadeFrom, ReportContents
from sufficiency.reports.html import html_report
from sufficiency.web.access.models import Authority
from sufficiency.web.forecasting.analytics import check_of, in_contract_order, notes_of
from sufficiency.web.forecasting.showing import measures_with, price_lines
from sufficiency.web.runs.models import Run
from sufficiency.web.ui.drawings import kept

MADE_UP = "(made up)"  # how the demonstration's council is named


def report(forecast: Run, *, show_all: bool) -> str:
    """The report as one HTML file; written once, as what it is made from never changes."""
    name = (forecast.pk, forecast.made_at, forecast.fingerprint, forecast.title, str(forecast.authority))
    return kept(lambda: html_report(contents(forecast, show_all=show_all)), shows=("report", name, show_all))


def contents(forecast: Run, *, show_all: bool) -> ReportContents:
    """What the report is written from. What the site hides stays hidden in it."""
    measures = measures_with(forecast, hides=not show_all)
    given, figures = forecast.assumptions, forecast.figures
    return ReportContents(
        authority=forecast.authority.name,
        measures=tuple(result for years in measures.by_id.values() for result in years),
        made_from=_made_from(forecast),
        forecast=in_contract_order(figures),
        prices=price_lines(forecast),
        check=check_of(given["checked"], rules=figures["rules"], notes=given["notes_on_reading"]),
        notes=notes_of([*figures["notes_on_joining"], *figures["notes"]]),
        made_up=is_made_up(forecast.authority),
        show_all=show_all,
    )


def is_made_up(authority: Authority) -> bool:
    """Whether an authority is the demonstration's."""
    return authority.name.endswith(MADE_UP)


def _made_from(forecast: Run) -> MadeFrom:
    return MadeFrom(
        made_on=timezone.localdate(forecast.made_at),
        version=forecast.version,
        fingerprint=forecast.fingerprint,
        files=forecast.assumptions["files"],
        years=tuple(forecast.assumptions["years"]),
    )
