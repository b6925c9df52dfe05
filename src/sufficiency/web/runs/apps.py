"""Registers the app with Django."""

from django.apps import AppConfig


class RunsConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.runs"
    label = "runs"
    verbose_name = "saved results"
