"""Workbooks that go out to people."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.utils import timezone

from sufficiency.reports.tables import Record, write_xlsx

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx_download(sheets: Mapping[str, Sequence[Record]], *, name: str) -> HttpResponse:
    """Each table as a sheet, in a file with the day in its name."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_xlsx(sheets, path)
        response = HttpResponse(path.read_bytes(), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.xlsx"'
    return response
