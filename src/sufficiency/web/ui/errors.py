"""Pages for what goes wrong. The page for something unknown and for something not allowed is one and the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's signature)
    """There is no such page, or not for this person: nobody learns which."""
    return render(request, "ui/errors/not_found.html", status=404)


def fault(request: HttpRequest) -> HttpResponse:
    """Something broke; the page needs nothing that may have broken."""
    # Without the request: the header reads the database, which may be what broke.
    return render(None, "ui/errors/fault.html", {"number": getattr(request, "request_id", "")}, status=500)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """The request could not be understood, or was too large."""
    return render(request, "ui/errors/bad_request.html", status=400)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form was sent from a page that is no longer good, such as one left open overnight."""
    return render(request, "ui/errors/form_too_old.html", {"back": request.path}, status=403)
