"""Registers the app with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app's name and label."""

    name = "sufficiency.web.people"
    label = "people"
    verbose_name = "people and roles"
