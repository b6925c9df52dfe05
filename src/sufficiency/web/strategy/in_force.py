"""Gives views the version in force; without one they say what to do first."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.permissions import Permission
from sufficiency.web.strategy import queries
from sufficiency.web.strategy.models import Version


def with_version(
    view: Callable[[SiteRequest, Version], HttpResponse],
) -> Callable[[SiteRequest], HttpResponse]:
    """Call a view with the version in force, else show that there is none yet."""

    @wraps(view)
    def with_it(request: SiteRequest) -> HttpResponse:
        version = queries.current(request.actor.here)
        if version is None:
            may_keep = request.actor.may(Permission.STRATEGY_KEEP)
            return render(request, "strategy/none.html", {"may_keep": may_keep})
        return view(request, version)

    return with_it
