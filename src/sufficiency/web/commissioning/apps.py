"""Registers the app with Django."""

from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.commissioning"
    label = "commissioning"
    verbose_name = "commissioning"
