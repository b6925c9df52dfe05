"""Registers the app with Django."""

from django.apps import AppConfig


class ForecastingConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.forecasting"
    label = "forecasting"
    verbose_name = "forecasts"
