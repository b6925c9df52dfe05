"""Which rules failed on most rows, and how findings went from upload to upload: charts with their tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from sufficiency.reports.charts import Bar, bars
from sufficiency.reports.drawing import Size
from sufficiency.reports.figures import Column, Figure, Table, drawn
from sufficiency.reports.wording import number, plural
from sufficiency.web.returns.models import Upload
from sufficiency.web.ui import drawings
from sufficiency.web.ui.wording import moment

MOST = 12  # bars shown: the latest uploads, the rules with most rows
FEWEST = 2  # one upload is no trend
RULES = (Column("Rule"), Column("What is wrong"), Column("Rows", is_number=True))
UPLOADS = (
    Column("Upload"),
    Column("Uploaded"),
    Column("Rules failed", is_number=True),
    Column("Rows", is_number=True),
)
ROW, EDGE = 32, 8  # pixels


def failed_rules(rules: Sequence[Mapping[str, Any]]) -> Figure | None:
    """The rules that failed on most rows; None where fewer than two failed."""
    shown = rules[:MOST]
    if len(shown) < FEWEST:
        return None
    rows = [Bar(one["code"], one["rows"], number(one["rows"])) for one in shown]
    facts = [(one["code"], one["message"], number(one["rows"])) for one in shown]
    title = f"Rule {shown[0]['code']} failed on most rows: {number(shown[0]['rows'])}"
    content = Table("Rules that failed on most rows", RULES, tuple(facts))
    return drawings.kept(lambda: _drawn(title, rows, content), shows=(title, rows, facts))


def trend(uploads: Sequence[Upload]) -> Figure | None:
    """The uploads of one year, oldest first; None where there is only one."""
    shown = uploads[-MOST:]
    if len(shown) < FEWEST:
        return None
    rows = [Bar(_label(one), one.found, number(one.found)) for one in shown]
    facts = [(_label(one), moment(one.uploaded_at), number(one.failed), number(one.found)) for one in shown]
    title = _title(shown)
    content = Table("Findings of each upload", UPLOADS, tuple(facts))
    return drawings.kept(lambda: _drawn(title, rows, content), shows=(title, rows, facts))


def _drawn(title: str, rows: Sequence[Bar], content: Table) -> Figure:
    def draw(size: Size) -> str:
        return bars(rows, size=size, alt_text=title)

    return drawn(title, draw, table=content, height=EDGE + ROW * len(rows))


def _title(shown: Sequence[Upload]) -> str:
    before, last = shown[-2].found, shown[-1].found
    if last == before:
        return f"{plural(last, 'row')} with findings, as many as in the upload before"
    way = "down" if last < before else "up"
    return f"{plural(last, 'row')} with findings, {way} from {number(before)} in the upload before"


def _label(upload: Upload) -> str:
    return f"Upload {upload.pk}"
