"""Registers the app with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.demo"
    label = "demo"
    verbose_name = "demonstration"
