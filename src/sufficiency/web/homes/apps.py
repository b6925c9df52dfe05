"""Registers the app with Django."""

from django.apps import AppConfig


class HomesConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.homes"
    label = "homes"
    verbose_name = "homes"
