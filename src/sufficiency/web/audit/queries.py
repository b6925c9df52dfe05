"""What the page about the record of use reads."""

from django.db.models import Q, QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.audit.models import Event


def events_of(authority: Authority) -> "QuerySet[Event]":
    """An authority's events, newest first, with those that belong to none (such as refused sign-ins)."""
    return Event.objects.filter(Q(authority=authority.code) | Q(authority=""))
