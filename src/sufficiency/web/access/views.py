"""Signing in and out, one's own security, and which authority one acts for.

Most of it is django-allauth's, answered at our addresses and with our templates; urls.py says who may reach it.
"""

from allauth.account.views import password_change
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import CHOSEN_AUTHORITY, SiteRequest
from sufficiency.web.access.declaring import needs
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission


@needs(Permission.SITE_USE)
@require_POST
def choose_authority(request: SiteRequest) -> HttpResponse:
    """Act for another of one's authorities from now on."""
    code = request.POST.get("authority", "")
    theirs = [request.actor.here.pk, *(one.pk for one in request.actor.others)]
    chosen = get_object_or_404(Authority, code=code, pk__in=theirs)
    request.session[CHOSEN_AUTHORITY] = chosen.pk
    messages.success(request, f"You are now acting for {chosen.name}.")
    return redirect(settings.LOGIN_REDIRECT_URL)


@needs(Permission.SITE_USE)
def change_password(request: SiteRequest) -> HttpResponseBase:
    """Change one's password, where there is one to change."""
    if not (request.actor.user and request.actor.user.has_usable_password()):
        return render(request, "access/no_password.html")
    return password_change(request)
