"""Registers the app with Django."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.returns"
    label = "returns"
    verbose_name = "returns"
