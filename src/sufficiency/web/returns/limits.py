"""How large a request may be: refused by its announced size, before any of it is read."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MEGABYTE = 1_000_000
ORDINARY = 6 * MEGABYTE  # a form without files
View = TypeVar("View", bound=Callable[..., Any])


def takes_files(*, up_to: int) -> Callable[[View], View]:
    """Let a view receive requests of up to so many bytes."""

    def declare(view: View) -> View:
        view.takes_up_to = up_to  # type: ignore[attr-defined]
        return view

    return declare


class RequestSizes:
    """Answers requests that are too large with a page that says so. Stands before whatever reads a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request on; its view decides how large it may be."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """The page that says it is too large; None where it is not."""
        most: int = getattr(view, "takes_up_to", ORDINARY)
        size = _announced(request)
        if size <= most:
            return None
        shown = {"size": size / MEGABYTE, "most": most / MEGABYTE, "back": request.path}
        return render(request, "returns/too_large.html", shown, status=413)


def _announced(request: HttpRequest) -> int:
    text = request.META.get("CONTENT_LENGTH") or ""
    return int(text) if text.isdecimal() else 0
