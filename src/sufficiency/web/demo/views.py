"""One-click sign-in as a made-up person. Answers only while the demonstration is on (config/checks.py)."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from sufficiency.web.access.declaring import open_to_all
from sufficiency.web.access.models import User
from sufficiency.web.demo import queries
from sufficiency.web.demo.people import PEOPLE


@open_to_all("the made-up people are there to be tried")
def people(request: HttpRequest) -> HttpResponse:
    """Everyone one can be, with what their role does."""
    _only_in_the_demonstration()
    shown = {"people": queries.demo_people(), "next": _safe_next(request.GET.get("next"))}
    return render(request, "demo/people.html", shown)


@open_to_all("the made-up people are there to be tried")
@require_POST
def become(request: HttpRequest) -> HttpResponse:
    """Sign in as one of them."""
    _only_in_the_demonstration()
    chosen = request.POST.get("email", "")
    # Only the made-up ones: a real account beside them stays closed to one click.
    user = get_object_or_404(User, email=chosen, email__in=[person.email for person in PEOPLE])
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(_safe_next(request.POST.get("next")) or settings.LOGIN_REDIRECT_URL)


def _only_in_the_demonstration() -> None:
    if not settings.DEMO:
        raise Http404


def _safe_next(address: str | None) -> str:
    is_ours = url_has_allowed_host_and_scheme(address or "", allowed_hosts=None)
    return address if address and is_ours else ""
