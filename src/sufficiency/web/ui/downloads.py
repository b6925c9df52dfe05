"""Files that go out to people."""

from django.http import HttpResponse
from django.utils import timezone

# Written first in the file.
EXCEL_NEEDS = "\ufeff"  # without it Excel takes accents for something else


def csv_download(text: str, *, name: str) -> HttpResponse:
    """CSV text as a file with the day in its name."""
    response = HttpResponse(EXCEL_NEEDS + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


def text_download(text: str, *, name: str, kind: str) -> HttpResponse:
    """A text of a kind such as text/html as a file; the name is taken as it is."""
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
