"""The report as one HTML file that needs no network and no scripts."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from sufficiency.reports.contents import ReportContents
from sufficiency.reports.page import page


def html_report(contents: ReportContents) -> str:
    """The whole report as HTML; the same contents give the same text."""
    template = _templates().get_template("report.html.j2")
    return template.render(page=page(contents)) + "\n"


def write_html_report(contents: ReportContents, path: Path) -> None:
    """Write the report to a file."""
    path.write_text(html_report(contents), encoding="utf-8", newline="\n")


@cache
def _templates() -> Environment:
    # A name that the page lacks fails loudly instead of leaving a blank in somebody’s report.
    return Environment(
        loader=PackageLoader("sufficiency.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
