"""Registers the app with Django."""

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.strategy"
    label = "strategy"
    verbose_name = "strategy"
