"""What pages read about evidence."""

from django.db.models import Count, QuerySet

from sufficiency.web.access.models import Authority
from sufficiency.web.evidence.models import Gap, Item, Statement
from sufficiency.web.evidence.states import Kind
from sufficiency.web.ui.components import Fact


def items_of(authority: Authority) -> "QuerySet[Item]":
    """The library, with how much each item supports."""
    return Item.objects.of(authority).annotate(supported=Count("supports")).order_by("title", "pk")


def policy_of(authority: Authority) -> "QuerySet[Item]":
    """Legislation and guidance that is watched."""
    return items_of(authority).filter(kind=Kind.POLICY)


def gaps_of(authority: Authority) -> "QuerySet[Gap]":
    """Gaps with what answers them."""
    return Gap.objects.of(authority).prefetch_related("answered_by")


def statements_of(authority: Authority, *, published_only: bool) -> "QuerySet[Statement]":
    """The claims of the narrative."""
    rows = Statement.objects.of(authority).prefetch_related("items")
    return rows.filter(is_published=True) if published_only else rows


def about(authority: Authority, key: str) -> "QuerySet[Item]":
    """The items that support one thing."""
    return Item.objects.of(authority).filter(supports__about=key)


def facts_about(authority: Authority, key: str) -> list[Fact]:
    """The same for a page of another app."""
    return [
        Fact(one.title, f"{one.get_strength_display()}. {one.says}".strip(), one.get_absolute_url(), "Open")
        for one in about(authority, key)
    ]
