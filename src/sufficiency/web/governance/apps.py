"""Registers the app with Django."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.governance"
    label = "governance"
    verbose_name = "governance"
