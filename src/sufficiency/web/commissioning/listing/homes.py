"""Where the page of a home is."""

from django.urls import NoReverseMatch, reverse

from sufficiency.web.homes.models import Home


def page_of(home: Home) -> str:
    """The address of a home's page in the register; blank where the register has no pages."""
    try:
        return reverse("homes:home", args=[home.pk])
    except NoReverseMatch:
        return ""
