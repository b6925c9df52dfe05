"""Signing in and out, one's own security, and which authority one acts for.

Most of it is django-allauth's, answered at our addresses and with our templates; urls.py says who may reach it.
"""

import logging
from functools import wraps
from typing import Any

import requests
from allauth.account.views import password_change
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from sufficiency.web.access.acting import CHOSEN_AUTHORITY, SiteRequest
from sufficiency.web.access.declaring import View, needs, open_to_all
from sufficiency.web.access.models import Authority
from sufficiency.web.access.permissions import Permission

logger = logging.getLogger(__name__)


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


def _answered(view: View) -> View:
    """Turn silence at the other end into a page that says so."""

    @wraps(view)
    def asking(request: SiteRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except requests.RequestException:
            logger.exception("The council's sign-in did not answer.")
            return render(request, "socialaccount/authentication_error.html", status=503)

    return asking


_entrance = open_to_all("people come here to sign in")
to_council = _entrance(_answered(openid_connect.login))
from_council = _entrance(_answered(openid_connect.callback))
