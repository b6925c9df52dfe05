"""Long lists in pages, and lists sorted by a link in the heading."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ROWS_A_PAGE = 50


def page_of(rows: "QuerySet[Any]", request: HttpRequest, *, size: int = ROWS_A_PAGE) -> "Page[Any]":
    """The page that was asked for; the last one where there are not so many."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def sorting(request: HttpRequest, fields: Mapping[str, str], *, default: str) -> tuple[str, str]:
    """What to sort by: the key as in the address ("-" first for downwards) and the field to order by."""
    asked = request.GET.get("sort", default)
    key = asked.removeprefix("-")
    if key not in fields:
        asked, key = default, default.removeprefix("-")
    return asked, ("-" if asked.startswith("-") else "") + fields[key]
