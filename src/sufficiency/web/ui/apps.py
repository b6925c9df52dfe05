"""Registers the app with Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.ui"
    label = "ui"
    verbose_name = "look"
