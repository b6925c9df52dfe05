"""Registers the app with Django."""

from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.placements"
    label = "placements"
    verbose_name = "placements desk"
