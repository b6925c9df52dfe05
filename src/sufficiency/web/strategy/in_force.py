"""Gives views the version in force; without one they say what to do first."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render

from sufficiency.web.access.acting import SiteRequest
from sufficiency.web.access.permissions import Permission
from sufficiency.web.strategy import queries
from sufficiency.web.strategy.models import Version

P = ParamSpec("P")  # what a view takes from its address


def with_version(
    view: Callable[Concatenate[SiteRequest, Version, P], HttpResponse],
) -> Callable[Concatenate[SiteRequest, P], HttpResponse]:
    """Call a view with the version in force, else show that there is none yet."""

    @wraps(view)
    def with_it(request: SiteRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        version = queries.current(request.actor.here)
        if version is None:
            may_keep = request.actor.may(Permission.STRATEGY_KEEP)
            return render(request, "strategy/none.html", {"may_keep": may_keep})
        return view(request, version, *args, **kwargs)

    return with_it
